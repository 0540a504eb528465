package render_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/templates"
)

const sourcesFile = "sources/index.html"

// TestSourcesReach holds the ways from each figure to its source and back, and
// from each note to the entry of its source and back.
func TestSourcesReach(t *testing.T) {
	for _, c := range []struct {
		dir          string
		theme        fs.FS
		cells, notes int // at least
	}{
		{"../..", templates.FS, 1000, 200},
		{"testdata/sites/small", os.DirFS("testdata/theme"), 9, 6},
	} {
		s, files := unchecked(t, c.dir, c.theme)
		r := newReach(t, s, files)
		cells, notes := 0, 0
		for _, o := range s.Set.Observations() {
			if o.Source == nil {
				continue
			}
			cells++
			if !r.leadsTo(o) {
				t.Errorf("%s: the entry of %s does not lead to %s", c.dir, o.Source.Key, site.CellRoute(o))
			}
			row := byID(r.page(site.IndicatorRoute(o.Indicator)).root, site.CellID(o))
			if row == nil || !strings.Contains(text(row)+" "+strings.Join(hrefs(row), " "), "../../sources/#"+site.SourceID(o.Source)) {
				t.Errorf("%s: the row of %s does not lead to %s", c.dir, site.CellRoute(o), o.Source.Key)
			}
		}
		for _, p := range s.Pages {
			if p.Document == nil {
				continue
			}
			for _, source := range r.noted(p) {
				notes++
				listed := r.lists(source, p.Route)
				if p.Kind == site.Home { // its card repeats the opening page of the latest edition
					listed = listed || r.lists(source, s.Editions[0].Page.Route)
				}
				if !listed {
					t.Errorf("%s: %s has a note on %s, whose entry does not list it", c.dir, p.Route, source.Key)
				}
			}
		}
		if cells < c.cells || notes < c.notes {
			t.Errorf("%s: only %d cells and %d notes", c.dir, cells, notes)
		}
	}
}

// reach is what leads from the sources page, and to it.
type reach struct {
	t       *testing.T
	site    *site.Site
	files   map[string][]byte
	pages   map[string]*reading
	entries map[*data.Source]*html.Node
	cells   map[string]*data.Observation // by their routes
}

func newReach(t *testing.T, s *site.Site, files map[string][]byte) *reach {
	r := &reach{t: t, site: s, files: files, pages: map[string]*reading{}, entries: map[*data.Source]*html.Node{}, cells: map[string]*data.Observation{}}
	for _, o := range s.Set.Observations() {
		r.cells[site.CellRoute(o)] = o
	}
	page := r.page("/sources/")
	for _, source := range s.Set.Sources() {
		if r.entries[source] = byID(page.root, site.SourceID(source)); r.entries[source] == nil {
			t.Fatalf("%s has no entry", source.Key)
		}
	}
	return r
}

func (r *reach) page(route string) *reading {
	if r.pages[route] == nil {
		name := strings.TrimPrefix(route, "/") + "index.html"
		r.pages[route] = read(r.t, name, r.files[name])
	}
	return r.pages[route]
}

// leadsTo tells whether the entry of an observation's source leads to its cell:
// by a link of its own, or by a range whose ends are of its indicator, area and
// categories, and lie around it.
func (r *reach) leadsTo(o *data.Observation) bool {
	entry := r.entries[o.Source]
	if slices.Contains(hrefs(entry), ".."+site.CellRoute(o)) {
		return true
	}
	for n := range entry.Descendants() {
		if n.Type != html.ElementNode || !strings.Contains(text(n), " to ") {
			continue
		}
		links := hrefs(n)
		if len(links) != 2 {
			continue
		}
		first, last := r.cells[strings.TrimPrefix(links[0], "..")], r.cells[strings.TrimPrefix(links[1], "..")]
		if first == nil || last == nil || first.Source != o.Source || last.Source != o.Source {
			continue
		}
		a, b, c := first.Cell(), last.Cell(), o.Cell()
		a.Period, b.Period, c.Period = o.Period, o.Period, o.Period
		if a == c && b == c && first.Period.First() <= o.Period.First() && o.Period.Last() <= last.Period.Last() {
			return true
		}
	}
	return false
}

// lists tells whether the entry of a source leads to a page.
func (r *reach) lists(s *data.Source, route string) bool {
	return slices.Contains(hrefs(r.entries[s]), ".."+route)
}

// noted are the sources of the notes on a page.
func (r *reach) noted(p *site.Page) []*data.Source {
	var all []*data.Source
	for n := range r.page(p.Route).root.Descendants() {
		if n.DataAtom != atom.Li || !strings.HasPrefix(attribute(n, "id"), "note-") {
			continue
		}
		for _, source := range r.site.Set.Sources() {
			cited := slices.ContainsFunc(hrefs(n), func(href string) bool { return strings.HasSuffix(href, "sources/#"+site.SourceID(source)) })
			if cited || strings.HasPrefix(text(n), source.Publisher+", "+source.Title+", ") {
				all = append(all, source)
			}
		}
	}
	return all
}

func byID(root *html.Node, id string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && attribute(n, "id") == id {
			return n
		}
	}
	return nil
}

func hrefs(root *html.Node) []string {
	var all []string
	for n := range root.Descendants() {
		if n.DataAtom == atom.A {
			all = append(all, attribute(n, "href"))
		}
	}
	return all
}

func text(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// changed is the small golden site with other files, made without a look at its
// rules.
func changed(t testing.TB, others map[string]string) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/sites/small")); err != nil {
		t.Fatal(err)
	}
	for name, src := range others {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, files := unchecked(t, dir, templates.FS)
	return files
}

// unchecked is a site with every file of it, made without a look at its rules.
func unchecked(t testing.TB, dir string, builtin fs.FS) (*site.Site, map[string][]byte) {
	t.Helper()
	fsys := os.DirFS(dir)
	set, problems := data.Load(fsys)
	parser := content.NewParser()
	var documents []*content.Document
	var uploads []string
	err := fs.WalkDir(fsys, "content", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(name, "content/uploads/") && !entry.IsDir() {
			uploads = append(uploads, name)
		}
		if err == nil && filepath.Ext(name) == ".md" {
			src, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			d, found := parser.Parse(name, src)
			problems = append(problems, found...)
			documents = append(documents, d)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s, found := site.Assemble(site.Config{Files: uploads}, set, documents)
	problems = append(problems, found...)
	theme, found := render.LoadTemplates(nil, builtin)
	problems = append(problems, found...)
	outputs, found := render.Plan(s, theme, fsys, nil)
	problems = append(problems, found...)
	files := map[string][]byte{}
	for _, o := range outputs {
		made, found := o.Make()
		problems = append(problems, found...)
		files[o.Path] = made.Bytes
		for n, path := range o.Along {
			files[path] = made.Along[n]
		}
	}
	if problems.Errors() > 0 {
		fail(t, problems)
	}
	return s, files
}

// TestTitlesAreText: what looks like markup in the registry is text wherever a
// source is named.
func TestTitlesAreText(t *testing.T) {
	const title = `<b>Count</b> *one* [a](b) {{ arrivals }} &amp; "q" </cite><script>x</script> [@other] =1+1`
	files := changed(t, map[string]string{"data/sources.yaml": "census:\n  publisher: '<i>Office</i> {{ x }} *y*'\n  title: '" + title + "'\n  issued: 2023-04\n  URL: \"https://example.org/count?a=1&b=[2]\"\n  note: '<b>note</b> *one* [a](b) {{ y }}'\n" +
		"other: {publisher: Other, title: Second}\n"})
	named := 0
	for name, src := range files {
		switch filepath.Ext(name) {
		case ".html":
			for _, markup := range []string{"<b>", "<i>Office", "<em>one", "<em>y", "<script>x", `href="b"`, "b=[2]"} {
				if strings.Contains(string(src), markup) {
					t.Errorf("%s holds %s", name, markup)
				}
			}
			if root := read(t, name, src).root; strings.Contains(text(root), title) {
				named++
			}
		case ".csv":
			if words := strings.ReplaceAll(string(src), `""`, `"`); strings.Contains(words, "Office") && !strings.Contains(words, "<i>Office</i> {{ x }} *y*, "+title) {
				t.Errorf("%s: the source is not as it is in the registry: %s", name, src)
			}
		}
	}
	if named < 5 {
		t.Errorf("only %d pages name the source", named)
	}
	page := string(files[sourcesFile])
	for _, want := range []string{`&lt;b&gt;note&lt;/b&gt; *one* [a](b) {{ y }}`, `href="https://example.org/count?a=1&amp;b=%5B2%5D"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the sources page lacks %s", want)
		}
	}
}

// TestWeakSources: what the rules find in sources is said on their page, with the
// reason where somebody gave one.
func TestWeakSources(t *testing.T) {
	const registry = `census: {publisher: Office, title: First, issued: 2023-04, URL: "https://example.org/count", covers: [2019, 2020, 2021, 2022-Q1, 2023-Q1]}
other: {publisher: Other, title: Second, URL: "https://example.org/", accept: {source-address: It is all there is.}}
`
	page := func(more string, site string) string {
		others := map[string]string{"data/sources.yaml": registry + more}
		if site != "" {
			src, err := os.ReadFile("testdata/sites/small/data/site.yaml")
			if err != nil {
				t.Fatal(err)
			}
			others["data/site.yaml"] = string(src) + site
		}
		files := changed(t, others)
		return text(read(t, sourcesFile, files[sourcesFile]).root)
	}
	for _, c := range []struct{ more, site, want string }{
		{"", "", "The address leads to a home page, not to the document: It is all there is."},
		{"", "", "Other, Second, no date."},
		{"", "", "Covers2019 to 2021, Q1 2022, Q1 2023\n"},
		{"x: {publisher: X, title: T, URL: \"https://example.org/search?q=a\"}\n", "", "The address leads to a search page, not to the document."},
		{"x: {publisher: X, title: T, URL: \"https://example.org/country/srb\"}\n", "", "The address leads to the page of a country, not to the document."},
		{"x: {publisher: X, title: T}\n", "", "No address is known.\n"},
		{"x: {publisher: X, title: T}\n", "rules: {source-address: {severity: accepted, reason: we keep paper}}\n", "No address is known: we keep paper.\n"},
		{"x: {publisher: X, title: T, URL: \"http://www.example.org/count/\", accept: {same-address: written anew}}\n", "", "It has the address of Office, April 2023: First: written anew.\n"},
		{"x: {publisher: OFFICE, title: first, issued: 2023-04}\n", "", "It has the publisher, title and date of Office, April 2023: First.\n"},
		{"x: {publisher: X, title: T, accept: {unused-source: we shall need it}}\n", "", "Nothing on this site rests on it: we shall need it.\n"},
		{"x: {publisher: X, title: T, note: There is none., accept: {source-address: there is none}}\n", "", "No address is known: there is none.\nNothing"},
	} {
		if got := page(c.more, c.site); !strings.Contains(got, c.want) {
			t.Errorf("%s: the page lacks %q:\n%s", c.more, c.want, got)
		}
	}
	var rules []string
	for _, rule := range check.Rules() {
		rules = append(rules, rule.Name)
	}
	for _, name := range []string{"source-address", "same-address", "unused-source"} {
		if !slices.Contains(rules, name) {
			t.Errorf("there is no rule %s any more, whose findings the page repeats", name)
		}
	}
}
