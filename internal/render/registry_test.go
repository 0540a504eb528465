package render_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/check"
	"bulletin/internal/site"
	"bulletin/templates"
)

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
	s, files, _, problems := draft(t, os.DirFS(dir), builtin)
	if problems.Errors() > 0 {
		fail(t, problems)
	}
	return s, files
}

// TestTitlesAreText: what looks like markup in the registry is text wherever a
// source is named.
func TestTitlesAreText(t *testing.T) {
	const title = `<b>Count</b> *one* [a](b) { arrivals } &amp; "q" </cite><script>x</script> [other] @other =1+1`
	files := changed(t, map[string]string{"data/sources.yaml": "census:\n  publisher: '<i>Office</i> { x }} *y*'\n  title: '" + title + "'\n  issued: 2023-04\n  URL: \"https://example.org/count?a=1&b=[2]\"\n  note: '<b>note</b> *one* [a](b) { y }}'\n" +
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
		case ".svg", ".xml", ".bib":
			if strings.Contains(string(src), "<b>") || strings.Contains(string(src), "<i>Office") {
				t.Errorf("%s holds markup", name)
			}
		case ".csv":
			if name == "data/sources.csv" { // in columns of their own
				if want := `<i>Office</i> { x }} *y*,"` + strings.ReplaceAll(title, `"`, `""`) + `"`; !strings.Contains(string(src), want) {
					t.Errorf("%s lacks %s: %s", name, want, src)
				}
				continue
			}
			if words := strings.ReplaceAll(string(src), `""`, `"`); strings.Contains(words, "Office") && !strings.Contains(words, "<i>Office</i> { x }} *y*, "+title) {
				t.Errorf("%s: the source is not as it is in the registry: %s", name, src)
			}
		}
	}
	if named < 5 {
		t.Errorf("only %d pages name the source", named)
	}
	page := string(files[sourcesFile])
	for _, want := range []string{`&lt;b&gt;note&lt;/b&gt; *one* [a](b) { y }}`, `href="https://example.org/count?a=1&amp;b=%5B2%5D"`} {
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
