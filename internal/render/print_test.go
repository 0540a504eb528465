package render_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/internal/diag"
	"bulletin/templates"
)

const printed = "reports/2023-q1/print/index.html"

// TestPrintOfOwnSite reads the print edition of this repository's own edition:
// everything that its pages say is there, in their order, and can be found.
func TestPrintOfOwnSite(t *testing.T) {
	s, files, _ := judge(t, os.DirFS("../.."), templates.FS) // TestOwnSite fails on problems
	e := s.Editions[0]
	p := read(t, printed, files[printed])
	p.structure(t)

	want := []string{"Overview"}
	for _, section := range e.Sections {
		want = append(want, section.Title)
	}
	var parts []string
	for _, head := range p.withClass("part-head") {
		parts = append(parts, unmarked(descendants(head, atom.H2)[0]))
	}
	if d := cmp.Diff(want, parts); d != "" {
		t.Errorf("the parts in their order: %s", d)
	}
	if d := cmp.Diff(p.headings(), p.contents(t)); d != "" {
		t.Errorf("the headings, and the contents: %s", d)
	}
	for _, link := range p.links {
		if id, inside := strings.CutPrefix(link, "#"); inside && !slices.Contains(p.ids, id) {
			t.Errorf("%s leads to no part of the page", link)
		}
	}
	notes := p.noteNumbers(t)
	if len(notes) < 38 {
		t.Errorf("%d notes, want 38 at least", len(notes))
	}

	sections := p.withClass("print-part")
	for i, section := range e.Sections {
		chapter := read(t, section.Route, files[strings.TrimPrefix(section.Route, "/")+"index.html"])
		part := &reading{name: section.Title, root: sections[i+1]}
		for _, what := range []struct {
			name string
			said func(*reading) []string
		}{
			{"charts", func(r *reading) []string { return texts(r.withClass("chart-title")) }},
			{"notes", (*reading).noteWords},
			{"key figures", func(r *reading) []string { return texts(r.withClass("key-figure")) }},
		} {
			own, copied := what.said(chapter), what.said(part)
			slices.Sort(own) // notes follow each other in another order
			slices.Sort(copied)
			if d := cmp.Diff(own, copied); d != "" {
				t.Errorf("%s: the %s of its page, and in print: %s", section.Title, what.name, d)
			}
		}
	}
	for _, part := range sections {
		r := &reading{root: part}
		words := strings.Join(texts(slices.Concat(r.withClass("part-head"), r.withClass("lead"), r.withClass("prose"))), " ")
		if named := len(r.withClass("naming")) == 1; named != strings.Contains(words, "Kosovo*") {
			t.Errorf("%.40s: the note on the name of Kosovo: %v", words, named)
		}
	}
	for _, never := range []string{"<details class=\"chart", "chart-narrow", "download=", `class="beside`, "style="} {
		if strings.Contains(string(files[printed]), never) {
			t.Errorf("the print edition has %s", never)
		}
	}
}

// TestPrintIsApart holds that search engines find the edition and not its copy.
func TestPrintIsApart(t *testing.T) {
	_, files, _ := judge(t, os.DirFS("../.."), templates.FS)
	page := string(files[printed])
	for _, want := range []string{
		`<meta name="robots" content="noindex">`,
		`<link rel="canonical" href="https://example.org/bulletin/reports/2023-q1/">`,
		`<title>Refugees and migrants on the Balkans route, January to March 2023</title>`,
		`href="../../../reports/2023-q1/print/print.css?v=`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(string(files["sitemap.xml"]), "/reports/2023-q1/print/") {
		t.Error("it is in the sitemap")
	}
	if !strings.Contains(string(files["reports/2023-q1/index.html"]), `href="../../reports/2023-q1/print/"`) {
		t.Error("the edition does not link it")
	}
	for _, want := range []string{`@page sheet-0{@top-right{content:"Overview"}}`, `content:"Bosnia and Herzegovina"`, `.sheet-1{page:sheet-1}`, `content:"example.org/bulletin/reports/2023-q1"`} {
		if !strings.Contains(string(files["reports/2023-q1/print/print.css"]), want) {
			t.Errorf("no %s in its style sheet", want)
		}
	}
}

// TestPrintSaysNothingTwice holds that what is wrong with a text is a problem once,
// though two pages show it.
func TestPrintSaysNothingTwice(t *testing.T) {
	for _, c := range []struct{ name, text, rules string }{
		{"a link", "See [there](/nowhere/).", "link"},
		{"anchors", "See [there](#nowhere) and [there](/reports/2023-q1/#nowhere).\n\n## More\n\nWords.", "link link"},
		{"an image", "![](/uploads/map.png)", "alt-text"},
		{"a level", "## Two\n\nWords.\n\n#### Four\n\nWords.", "heading-level"},
		{"a source", "So it is said [@nobody].", "citation"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, src := range places() {
				fsys[name] = &fstest.MapFile{Data: []byte(src)}
			}
			_, _, plain := judge(t, fsys, templates.FS)
			fsys["content/reports/2023-q1/serbia.md"].Data = append(fsys["content/reports/2023-q1/serbia.md"].Data, "\n"+c.text+"\n"...)
			_, _, problems := judge(t, fsys, templates.FS)
			var rules []string
			for _, p := range problems {
				if slices.Contains(plain, p) {
					continue
				}
				rules = append(rules, p.Rule)
				if p.Pos.File != "content/reports/2023-q1/serbia.md" {
					t.Errorf("%s: %s", p.Pos, p.Message)
				}
			}
			slices.Sort(rules)
			if got := strings.Join(rules, " "); got != c.rules {
				t.Errorf("problems of the rules %q, want %q: %v", got, c.rules, problems)
			}
		})
	}
}

// TestPrintHasNoClash draws sections that are called as parts of the page are, or
// as their ids begin.
func TestPrintHasNoClash(t *testing.T) {
	more := map[string]string{}
	for _, slug := range []string{"overview", "imprint", "revisions", "main", "serbia-note-1", "serbia-mark-1-1", "part-1", "2022-review", "a", "a-b", "print-contents-heading"} {
		more["content/reports/2023-q1/"+slug+".md"] = "---\ntitle: \"Of " + slug + "\"\n---\n## B\n\nOnce [@office].\n\n## B note 1\n\nAgain [@office].\n\n## Note 1\n\nSee [b](a-b.md#b), [a](a.md#b) and [here](#b).\n"
	}
	files, problems := made(t, more, nil)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	p := read(t, printed, []byte(files[printed]))
	p.structure(t)
	for _, want := range []string{`<a href="#a-b_b">b</a>, <a href="#a_b">a</a> and <a href="#a_b">here</a>`, `<h3 id="a-b_b">`, `<h2 id="a-b">`} {
		if !strings.Contains(files[printed], want) {
			t.Errorf("no %s", want)
		}
	}
	if d := cmp.Diff(p.headings(), p.contents(t)); d != "" {
		t.Error(d)
	}
}

// TestPrintAddressIsTaken holds that no section can have the address.
func TestPrintAddressIsTaken(t *testing.T) {
	_, problems := made(t, map[string]string{"content/reports/2023-q1/print.md": "---\ntitle: Print\n---\nWords.\n"}, nil)
	want := diag.Problem{Pos: diag.Pos{File: "content/reports/2023-q1/print.md", Line: 1}, Rule: "route", Hint: "rename the file",
		Message: "the address /reports/2023-q1/print/ is that of a page that Bulletin makes"}
	if !slices.Contains(problems, want) {
		t.Errorf("got %v", problems)
	}
}

// contents are the lines of the contents: level, words and where they lead.
func (p *reading) contents(t *testing.T) (lines []string) {
	t.Helper()
	navs := p.withClass("print-contents")
	if len(navs) != 1 || navs[0].DataAtom != atom.Nav {
		t.Fatalf("%d contents", len(navs))
	}
	for _, li := range descendants(navs[0], atom.Li) {
		level := "2"
		if li.Parent.Parent.DataAtom == atom.Li {
			level = "3"
		}
		link := descendants(li, atom.A)[0]
		if link.Parent != li || li.FirstChild != link {
			t.Errorf("%q is no plain link in its line", unmarked(li))
		}
		lines = append(lines, level+" "+unmarked(link)+" "+attribute(link, "href"))
	}
	return lines
}

// headings are those of the parts, as the contents must have them.
func (p *reading) headings() (lines []string) {
	for _, part := range p.withClass("print-part") {
		for _, h := range descendants(part, atom.H2, atom.H3) {
			if attribute(h, "id") != "" {
				lines = append(lines, h.Data[1:]+" "+unmarked(h)+" #"+attribute(h, "id"))
			}
		}
	}
	return lines
}

// noteNumbers are the numbers of the notes in their order, which is that of their
// first marks and has no gap.
func (p *reading) noteNumbers(t *testing.T) []int {
	t.Helper()
	var listed, marked []int
	for n := range p.root.Descendants() {
		switch {
		case n.DataAtom == atom.Li && attribute(n, "value") != "":
			number, _ := strconv.Atoi(attribute(n, "value"))
			listed = append(listed, number)
		case n.DataAtom == atom.A && attribute(n, "role") == "doc-noteref":
			number, err := strconv.Atoi(unmarked(n))
			if err != nil {
				t.Errorf("the mark %q is no number", unmarked(n))
			}
			if !slices.Contains(marked, number) {
				marked = append(marked, number)
			}
		}
	}
	for i, number := range listed {
		if number != i+1 {
			t.Fatalf("note %d is the %dth", number, i+1)
		}
	}
	if !slices.Equal(listed, marked) {
		t.Errorf("notes %v, marked in the order %v", listed, marked)
	}
	return listed
}

// noteWords are the words of the notes, without the addresses, which stand on
// paper alone.
func (p *reading) noteWords() (all []string) {
	bare := strings.NewReplacer(", .", ".", ", (", " (", " ()", "")
	for n := range p.root.Descendants() {
		if n.DataAtom == atom.Li && attribute(n, "value") != "" {
			all = append(all, bare.Replace(unmarked(n)))
		}
	}
	return all
}

func texts(nodes []*html.Node) (all []string) {
	for _, n := range nodes {
		all = append(all, unmarked(n))
	}
	return all
}

// unmarked is what an element says, but for marks of notes, their copies beside the
// text, their ways back and on, and addresses written out.
func unmarked(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for _, class := range []string{"beside", "rests", "back", "address"} {
			if slices.Contains(strings.Fields(attribute(n, "class")), class) {
				return
			}
		}
		if n.DataAtom == atom.Sup || n.DataAtom == atom.Svg {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for child := range n.ChildNodes() {
			walk(child)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// descendants are the elements of some kinds within another.
func descendants(n *html.Node, kinds ...atom.Atom) (all []*html.Node) {
	for d := range n.Descendants() {
		if slices.Contains(kinds, d.DataAtom) {
			all = append(all, d)
		}
	}
	return all
}
