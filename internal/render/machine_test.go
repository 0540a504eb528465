package render_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html/atom"

	"bulletin/internal/data"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/templates"
)

// urlset is a sitemap as sitemaps.org 0.9 has it.
type urlset struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []struct {
		Location string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		Modified string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 lastmod"`
	} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
}

// TestSitemap: each page that search engines may show, with the day on which it was
// last changed, where front matter or data tell one.
func TestSitemap(t *testing.T) {
	_, files := load(t, "testdata/revised", templates.FS)
	var got urlset
	if err := xml.Unmarshal(files["sitemap.xml"], &got); err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, u := range got.URLs {
		route, ok := strings.CutPrefix(u.Location, "https://example.org/repo/")
		if _, twice := days[route]; twice || !ok {
			t.Errorf("%s", u.Location)
		}
		if _, err := time.Parse(time.DateOnly, u.Modified); u.Modified != "" && err != nil {
			t.Error(err)
		}
		days[route] = u.Modified
	}
	for route, want := range map[string]string{
		"":                            "2026-12-01", // of the edition
		"reports/":                    "2026-12-01",
		"reports/2023-q1/":            "2026-12-01", // corrected
		"reports/2023-q1/montenegro/": "2026-12-01", // shows the corrected value
		"reports/2023-q1/serbia/":     "2026-12-01", // tells of the correction
		"news/a-story/":               "2026-12-01", // shows it too
		"revisions/":                  "2026-12-01",
		"data/":                       "2026-12-01",
		"data/arrivals/":              "2026-12-01",
		"sources/":                    "",
	} {
		if day, ok := days[route]; !ok || day != want {
			t.Errorf("%q: %q, %v; want %q", route, day, ok, want)
		}
	}
	for name := range files {
		route, page := strings.CutSuffix(name, "index.html")
		if p := read(t, name, files[name]); page && !p.redirect && !strings.HasSuffix(route, "/print/") {
			if _, ok := days[route]; !ok {
				t.Errorf("%s is missing", name)
			}
		}
	}
	if _, ok := days["404.html"]; ok || slices.ContainsFunc(slices.Collect(maps.Keys(days)), func(r string) bool { return strings.Contains(r, "print") }) {
		t.Error("the page for a wrong address, or a print edition, is in it")
	}
}

// TestLongSitemap: a list of more than 50,000 addresses is cut, as the protocol asks.
func TestLongSitemap(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, text := range places() {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys["data/site.yaml"] = &fstest.MapFile{Data: []byte(citeSite)}
	set, problems := data.Load(fsys)
	fail(t, problems)
	s, problems := site.Outline(site.Config{}, set, nil)
	fail(t, problems)
	for n := range 50_001 {
		s.Pages = append(s.Pages, &site.Page{Kind: site.List, Route: fmt.Sprintf("/more/%d/", n)})
	}
	theme, problems := render.LoadTemplates(nil, templates.FS)
	fail(t, problems)
	files := map[string][]byte{}
	for _, o := range render.Rest(s, theme, fsys) {
		if strings.HasPrefix(o.Path, "sitemap") {
			m, problems := o.Make()
			fail(t, problems)
			files[o.Path] = m.Bytes
		}
	}
	var index struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Parts   []string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemap>loc"`
	}
	if err := xml.Unmarshal(files["sitemap.xml"], &index); err != nil {
		t.Fatal(err)
	}
	if want := []string{"https://example.org/repo/sitemap-1.xml", "https://example.org/repo/sitemap-2.xml"}; !slices.Equal(index.Parts, want) {
		t.Fatalf("got %q", index.Parts)
	}
	seen := map[string]bool{}
	for _, part := range index.Parts {
		var list urlset
		if err := xml.Unmarshal(files[path.Base(part)], &list); err != nil || len(list.URLs) > 50_000 || len(list.URLs) == 0 {
			t.Fatalf("%s: %v, %d addresses", part, err, len(list.URLs))
		}
		for _, u := range list.URLs {
			seen[u.Location] = true
		}
	}
	if len(seen) < 50_001 || !seen["https://example.org/repo/more/50000/"] {
		t.Errorf("%d addresses", len(seen))
	}
}

// TestHeads: what the head of every page leads to is there, from wherever it is shown.
func TestHeads(t *testing.T) {
	s, files := load(t, "../..", templates.FS)
	for name, src := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		p := read(t, name, src)
		title, canonical, links := "", "", map[string]string{}
		meta := map[string]string{}
		for n := range p.root.Descendants() {
			switch n.DataAtom {
			case atom.Title:
				if title == "" { // drawings have titles as well
					title = words(n)
				}
			case atom.Link:
				rel, href := attribute(n, "rel"), attribute(n, "href")
				if rel == "canonical" {
					canonical = href
				}
				links[rel] = href
			case atom.Meta:
				meta[attribute(n, "property")+attribute(n, "name")+attribute(n, "media")] = attribute(n, "content")
			}
		}
		if p.redirect {
			to, ok := strings.CutPrefix(canonical, s.Base.String())
			if _, there := files[to+"index.html"]; !ok || !there || meta["robots"] != "noindex" {
				t.Errorf("%s leads to %q", name, canonical)
			}
			continue
		}
		if hidden := meta["robots"] == "noindex"; hidden != (name == "404.html" || strings.HasPrefix(name, "reports/") && strings.HasSuffix(name, "/print/index.html") || strings.Contains(name, "data/example-")) {
			t.Errorf("%s is hidden from search engines: %v", name, hidden)
		}
		if title != meta["og:title"] && title != meta["og:title"]+" – "+meta["og:site_name"] {
			t.Errorf("%s is %q, and shared as %q", name, title, meta["og:title"])
		}
		want := s.Base.String() + strings.TrimSuffix(name, "index.html")
		if strings.HasPrefix(name, "reports/") {
			want = strings.TrimSuffix(want, "print/") // which says what the edition says
		}
		if name == "404.html" {
			want = ""
		}
		if canonical != want || meta["og:url"] != want {
			t.Errorf("%s: canonical %q, og:url %q", name, canonical, meta["og:url"])
		}
		if meta["og:locale"] != "en_GB" || meta["og:title"] == "" || meta["og:site_name"] == "" || meta["og:type"] == "" || meta["twitter:card"] == "" {
			t.Errorf("%s: %v", name, meta)
		}
		for _, rel := range []string{"manifest", "icon", "alternate"} {
			target, _, _ := strings.Cut(links[rel], "?")
			if name == "404.html" {
				target = strings.TrimPrefix(target, s.BasePath())
			} else {
				target = path.Join(path.Dir(name), target)
			}
			if _, ok := files[target]; !ok {
				t.Errorf("%s: %s leads to %q", name, rel, links[rel])
			}
		}
	}
}

// TestColoursOutside: the colours that browsers take from the head, and from the
// manifest, are those of the style sheet.
func TestColoursOutside(t *testing.T) {
	_, files := load(t, "../..", templates.FS)
	var pages []string
	for _, m := range regexp.MustCompile(`--page: (#[0-9a-f]+);`).FindAllStringSubmatch(string(files["assets/site.css"]), 2) {
		colour := m[1]
		if len(colour) == 4 {
			colour = "#" + strings.Repeat(colour[1:2], 2) + strings.Repeat(colour[2:3], 2) + strings.Repeat(colour[3:4], 2)
		}
		pages = append(pages, colour)
	}
	home := string(files["index.html"])
	for i, scheme := range []string{"light", "dark"} {
		if tag := `<meta name="theme-color" content="` + pages[i] + `" media="(prefers-color-scheme: ` + scheme + `)">`; !strings.Contains(home, tag) {
			t.Errorf("the home page has no %s", tag)
		}
	}
	var manifest struct {
		Background string `json:"background_color"`
		Theme      string `json:"theme_color"`
	}
	if err := json.Unmarshal(files["site.webmanifest"], &manifest); err != nil || manifest.Background != pages[0] || manifest.Theme != "#1f5fa8" {
		t.Errorf("%v: %+v", err, manifest)
	}
}

// TestManifest: its addresses hold under any base path, and names stay what they are.
func TestManifest(t *testing.T) {
	for _, title := range []string{"Desk", `A "title" </script> & 'more'`, "A long title of a bulletin that does not fit below an icon", "Überlangertitelohneleerzeichenundohneende"} {
		fsys := fstest.MapFS{}
		for name, text := range places() {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		fsys["data/site.yaml"] = &fstest.MapFile{Data: []byte("title: " + strconv.Quote(title) + "\ndescription: What it is.\naccent: \"#336699\"\n")}
		_, files, _, problems := draft(t, fsys, templates.FS)
		var m struct {
			Name, Description, Lang, Scope, Display string
			Short                                   string `json:"short_name"`
			Start                                   string `json:"start_url"`
			Theme                                   string `json:"theme_color"`
			Icons                                   []struct{ Src, Sizes, Type string }
		}
		if err := json.Unmarshal(files["site.webmanifest"], &m); err != nil {
			t.Fatal(title, err, problems)
		}
		if m.Name != title || m.Description != "What it is." || m.Lang != "en" || m.Start != "./" || m.Scope != "./" || m.Theme != "#336699" || len(m.Icons) != 1 {
			t.Errorf("%+v", m)
		}
		if !strings.HasPrefix(title, m.Short) || m.Short == "" || strings.Contains(m.Short, " ") && len([]rune(m.Short)) > 30 {
			t.Errorf("%q is %q in short", title, m.Short)
		}
		icon, _, _ := strings.Cut(m.Icons[0].Src, "?")
		if _, ok := files[icon]; !ok || strings.HasPrefix(icon, "/") {
			t.Errorf("the icon is %q", m.Icons[0].Src)
		}
	}
}

// TestNextRelease: the day of the next edition stands on the home page, in the list of
// editions and in the newest one, until an edition is as new.
func TestNextRelease(t *testing.T) {
	pages := []string{"index.html", "reports/index.html", editionPage}
	for _, c := range []struct {
		day, published string
		shown          bool
	}{
		{"2023-08-01", "2023-05-02", true},
		{"2023-05-02", "2023-05-02", false}, // that is the newest itself
		{"2023-05-01", "2023-05-02", false},
		{"2023-04-01", "", true}, // after its period
		{"2023-03-31", "", false},
	} {
		front := "title: A report"
		if c.published != "" {
			front += "\npublished: " + c.published
		}
		more := editionWith(front)
		more["data/site.yaml"] = citeSite + "nextRelease: " + c.day + "\n"
		files, _ := made(t, more, nil)
		for _, name := range pages {
			if shown := strings.Contains(files[name], "Next edition"); shown != c.shown {
				t.Errorf("%s, next %s after %s: shown %v", name, c.day, c.published, shown)
			}
		}
		if strings.Contains(files[serbiaPage], "Next edition") || strings.Contains(files["data/index.html"], "Next edition") {
			t.Error("another page shows it")
		}
		if c.shown && !strings.Contains(files["index.html"], `<time datetime="`+c.day+`">`) {
			t.Errorf("%s is not told to machines", c.day)
		}
	}
}
