package render_test

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html/atom"

	"bulletin/templates"
)

// TestRedirects: an old address leads to the page itself, in one step and from any
// depth, also under a path; /reports/latest/ to the newest edition.
func TestRedirects(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, text := range places() {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys["data/site.yaml"] = &fstest.MapFile{Data: []byte(citeSite)}
	fsys["content/pages/about.md"] = &fstest.MapFile{Data: []byte("---\ntitle: \"About </title><script>x</script>\"\naliases: [/old/, /a/much/deeper/one, /old/index-of-all/, /2019/report.html, /Šid/, /of/index.html, /as.html/]\n---\nWho we are.\n")}
	fsys["content/reports/2022-q4/_index.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Before\nperiod: 2022-Q4\nareas: []\n---\nWords.\n")}
	_, files, _, problems := draft(t, fsys, templates.FS)
	for _, p := range problems {
		t.Log(p)
	}
	for from, to := range map[string]string{
		"old/index.html": "about/", "a/much/deeper/one/index.html": "about/", "old/index-of-all/index.html": "about/", "2019/report.html": "about/",
		"Šid/index.html": "about/", "of/index.html": "about/", "as.html/index.html": "about/", "reports/latest/index.html": "reports/2023-q1/",
	} {
		src, ok := files[from]
		if !ok {
			t.Errorf("%s is missing", from)
			continue
		}
		if strings.Contains(string(src), "<script") {
			t.Errorf("%s: %s", from, src)
		}
		p := read(t, from, src)
		if !p.redirect {
			t.Errorf("%s does not lead on", from)
		}
		links := 0
		for n := range p.root.Descendants() {
			address := ""
			switch {
			case n.DataAtom == atom.A:
				address = attribute(n, "href")
			case n.DataAtom == atom.Meta && attribute(n, "http-equiv") == "refresh":
				_, address, _ = strings.Cut(attribute(n, "content"), "url=")
			case n.DataAtom == atom.Link && attribute(n, "rel") == "canonical":
				if href := attribute(n, "href"); href != "https://example.org/repo/"+to {
					t.Errorf("%s: canonical %s", from, href)
				}
				continue
			default:
				continue
			}
			links++
			if got := path.Join(path.Dir(from), address) + "/"; got != to {
				t.Errorf("%s leads to %s", from, got)
			}
		}
		if links != 2 {
			t.Errorf("%s has %d ways on", from, links)
		}
		if address := "/" + strings.TrimSuffix(from, "index.html") + "<"; strings.Contains(string(files["sitemap.xml"]), address) {
			t.Errorf("%s is in the sitemap", from)
		}
	}
}
