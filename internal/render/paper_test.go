package render_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/templates"
)

// TestPrintShowsAddresses holds that a reader of paper has the address of what
// notes lead to, once each: of a source, and of a link in a remark.
func TestPrintShowsAddresses(t *testing.T) {
	files, problems := made(t, map[string]string{"content/reports/2023-q1/more.md": "---\ntitle: More\n---\nOnce [@office, p. 4]. Said[^a], and [here](https://example.org/here/).\n\n[^a]: See [there](https://example.org/%D0%B8/there/) and <https://example.org/plain>.\n"}, nil)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	page := files[printed]
	i := strings.Index(page, `aria-label="Notes: More"`)
	if i < 0 {
		t.Fatal("no notes")
	}
	notes := page[i:]
	for _, want := range []string{", p.\u00a04, <span class=\"address\">", `there</a> (<span class="address">example.org/<wbr>и/<wbr>there</span>)`, `>https://example.org/plain</a>.`} {
		if strings.Count(notes, want) != 1 {
			t.Errorf("%d times %s in %.1500s", strings.Count(notes, want), want, notes)
		}
	}
	if text := page[:i]; strings.Contains(text, "here</span>") {
		t.Error("a link in the text is followed by its address")
	}
	if strings.Contains(files["reports/2023-q1/more/index.html"], `class="address">example.org/<wbr>`) {
		t.Error("a page of the screen shows addresses")
	}
}

// TestPaperOnly holds that what only paper needs is published with a print edition,
// and not without.
func TestPaperOnly(t *testing.T) {
	for _, c := range []struct {
		name    string
		edition bool
	}{{"with an edition", true}, {"without", false}} {
		t.Run(c.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, src := range places() {
				if c.edition || !strings.HasPrefix(name, "content/reports/") {
					fsys[name] = &fstest.MapFile{Data: []byte(src)}
				}
			}
			_, files, _ := judge(t, fsys, templates.FS)
			for _, name := range []string{printed, "assets/print.css", "assets/fonts/print/inter-latin-400-normal.woff2"} {
				if _, there := files[name]; there != c.edition {
					t.Errorf("%s is there: %v", name, there)
				}
			}
			for _, name := range []string{"assets/site.css", "assets/fonts/inter-latin-wght-normal.woff2"} {
				if files[name] == nil {
					t.Errorf("no %s", name)
				}
			}
		})
	}
}

// TestPaperStateWithoutAddress holds that a print edition has the same state wherever
// the site is published, and another where it says something else.
func TestPaperStateWithoutAddress(t *testing.T) {
	drawn := func(address, words string) (state, page string) {
		t.Helper()
		fsys := fstest.MapFS{}
		for name, src := range places() {
			fsys[name] = &fstest.MapFile{Data: []byte(src)}
		}
		fsys["data/site.yaml"] = &fstest.MapFile{Data: []byte("title: Test bulletin\nbaseURL: \"" + address + "\"\n")}
		fsys["content/reports/2023-q1/more.md"] = &fstest.MapFile{Data: []byte("---\ntitle: More\n---\n" + words + " [@office]. See [Serbia](serbia.md) and [all sources](/sources/).\n")}
		_, files, facts, problems := draft(t, fsys, templates.FS)
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		for _, f := range facts {
			if f != nil && f.State != nil {
				state = f.State()
			}
		}
		return state, string(files[printed])
	}
	first, page := drawn("https://example.org/small/", "Words")
	if len(first) != 64 || !strings.Contains(page, "example.org/small/") {
		t.Fatalf("the state %q of a page without its address:\n%s", first, page)
	}
	for _, address := range []string{"https://example.net/", ""} {
		if got, _ := drawn(address, "Words"); got != first {
			t.Errorf("at %q it has another state", address)
		}
	}
	if got, _ := drawn("https://example.org/small/", "Other words"); got == first {
		t.Error("with other words it has the same state")
	}
}
