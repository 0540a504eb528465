package check_test

import (
	"strings"
	"testing"

	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// TestLinkHints: a link by a file is mended by a file, one by an address by an
// address.
func TestLinkHints(t *testing.T) {
	for link, want := range map[string]string{
		"serbai.md":                "/content/reports/2023-q1/serbia.md",
		"/reports/2023-q1/serbai/": "/reports/2023-q1/serbia/",
	} {
		files := base()
		const report = "content/reports/2023-q1/_index.md"
		files[report] = strings.Replace(files[report], "serbia.md", link, 1)
		problems := run(t, files)
		if len(problems) != 1 || problems[0].Hint != `did you mean "`+want+`"?` {
			t.Errorf("%s: got %v", link, problems)
		}
	}
}

// TestTemplateLinks: what many pages have from one template is said once, with
// the place that the page finds for it.
func TestTemplateLinks(t *testing.T) {
	at := diag.Pos{File: "templates/base.html", Line: 3, Col: 5}
	page := func(route string) *site.Facts {
		return &site.Facts{
			Page: &site.Page{Route: route}, IDs: map[string]bool{"main": true}, Twice: []string{"main"},
			Links: []site.LinkFact{
				{Text: "{{.Root}}nope/", Target: site.Target{Route: "/nope/"}},
				{Text: "{{.Root}}b/", Target: site.Target{Route: "/b/", Fragment: "main"}},
				{Text: "{{.Root}}b/#top", Target: site.Target{Route: "/b/", Fragment: "top"}},
				{Text: "{{.Root}}assets/a.css", Target: site.Target{Route: "/assets/a.css"}, Loads: true},
				{Text: "{{.Root}}assets/b.css", Target: site.Target{Route: "/assets/b.css"}, Loads: true},
				{Text: "mailto:", Fault: "names nobody", Remedy: "name somebody"},
			},
			Names:  []site.NameFact{{Attribute: "for", ID: "mian"}},
			Images: []site.ImageFact{{Src: "{{.Root}}x.png", AltHint: "write one"}},
			Find:   func(string) (diag.Pos, int) { return at, 4 },
		}
	}
	problems := check.Pages(assembled(t, base()), []*site.Facts{page("/b/"), nil, page("/a/")}, []string{"a/index.html", "b/index.html", "assets/a.css"})
	var got []string
	for _, p := range problems {
		if p.Pos != at || p.Len != 4 || p.Hint == "" || !strings.HasSuffix(p.Message, " (on /a/ and 1 more)") {
			t.Errorf("got %+v", p)
		}
		got = append(got, p.Rule+": "+strings.TrimSuffix(p.Message, " (on /a/ and 1 more)"))
	}
	want := []string{
		`link: the link "{{.Root}}nope/" leads nowhere: the site has no /nope/`,
		`link: the link "mailto:" names nobody`,
		`link: for names the id "mian", and the page has none such`,
		`link: the id "main" stands twice on the page, and a link leads to the first only`,
		`missing-file: the file "{{.Root}}assets/b.css" is not there: the site has no /assets/b.css`,
		`alt-text: the image "{{.Root}}x.png" has no text alternative`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestNowhere: what has no line in any file is said once as well.
func TestNowhere(t *testing.T) {
	page := func(route, file string) *site.Facts {
		return &site.Facts{
			Page: &site.Page{Route: route}, Links: []site.LinkFact{{Text: "x", Target: site.Target{Route: "/x/"}}},
			Find: func(string) (diag.Pos, int) { return diag.Pos{File: file}, 0 },
		}
	}
	problems := check.Pages(assembled(t, base()), []*site.Facts{page("/a/", "content/pages/a.md"), page("/b/", "content/pages/b.md")}, nil)
	if len(problems) != 1 || problems[0].Pos.File != "content/pages/a.md" || !strings.HasSuffix(problems[0].Message, "(on /a/ and 1 more)") {
		t.Errorf("got %v", problems)
	}
}

// TestAddressesInData: an address that stands in data/sources.yaml is mended
// there, whatever pages show it.
func TestAddressesInData(t *testing.T) {
	files := base()
	files["data/sources.yaml"] += "own:\n  publisher: Office\n  title: Own\n  issued: 2023-04\n  URL: \"https://bulletin.test/nope/\"\n"
	s := assembled(t, files)
	page := func(route string) *site.Facts {
		return &site.Facts{
			Page: &site.Page{Route: route}, Links: []site.LinkFact{{Text: "https://bulletin.test/nope/", Target: site.Target{Route: "/nope/"}}},
			Find: func(string) (diag.Pos, int) { return diag.Pos{File: "content/pages/a.md"}, 0 },
		}
	}
	problems := check.Pages(s, []*site.Facts{page("/a/"), page("/b/")}, nil)
	if want := (diag.Pos{File: "data/sources.yaml", Line: 6, Col: 8}); len(problems) != 1 || problems[0].Pos != want || problems[0].Len != 29 || !strings.HasSuffix(problems[0].Message, "(on /a/ and 1 more)") {
		t.Errorf("got %v", problems)
	}
}

// TestLinksIntoContestedPage: where a page has the address of one that Bulletin
// makes, the links into that one are not its author's, and only the address is
// reported.
func TestLinksIntoContestedPage(t *testing.T) {
	files := base()
	files["content/pages/sources.md"] = "---\ntitle: Mine\n---\nWords.\n"
	parsed, found := assembling(t, files)
	if len(found) != 1 || found[0].Rule != "route" {
		t.Fatalf("got %v", found)
	}
	mine, _ := parsed.Page("/sources/")
	home, _ := parsed.Page("/")
	facts := []*site.Facts{
		{Page: mine, IDs: map[string]bool{"main": true}},
		{Page: home, IDs: map[string]bool{"main": true}, Links: []site.LinkFact{{Text: "sources/#source-office", Target: site.Target{Route: "/sources/", Fragment: "source-office"}}}},
	}
	for _, p := range check.Pages(parsed, facts, []string{"index.html", "sources/index.html"}) {
		if p.Rule == "link" {
			t.Errorf("got %v", p)
		}
	}
}
