package render_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bulletin/templates"
)

// TestOwnHost: a link with the site's own host, written in full, leads within
// the site, wherever that is shown; one to a neighbour on the host leads out.
func TestOwnHost(t *testing.T) {
	dir := t.TempDir()
	files := places()
	files["data/site.yaml"] = "title: Test bulletin\nbaseURL: \"https://example.org/repo/\"\n"
	files["content/pages/links.md"] = "---\ntitle: Links\n---\n[A](https://example.org/repo/data/arrivals/#serbia-2023-q1) <https://example.org/repo/sources/>\n[B](https://example.org/other/) [C](http://EXAMPLE.org/repo/data/) <someone@example.org>\n"
	files["content/pages/regions/north.md"] = "---\nname: North\noverview: North.\nstayInformed: {title: More, links: [{label: Data, url: \"https://example.org/repo/data/\"}, {label: Away, url: \"https://example.org/away/\"}]}\n---\n"
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, made := load(t, dir, templates.FS)
	for page, wants := range map[string][]string{
		"links/index.html": {
			`<a href="../data/arrivals/#serbia-2023-q1">A</a>`, `<a href="../sources/">https://example.org/repo/sources/</a>`,
			`<a href="https://example.org/other/" rel="external noopener">B</a>`, `<a href="../data/">C</a>`,
			`<a href="mailto:someone@example.org">someone@example.org</a>`,
		},
		"regions/north/index.html": {`<a href="../../data/">Data</a>`, `<a href="https://example.org/away/" rel="external noopener">Away</a>`},
	} {
		for _, want := range wants {
			if !strings.Contains(string(made[page]), want) {
				t.Errorf("%s lacks %s", page, want)
			}
		}
	}
}
