package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// manyAreas writes a site of 30 areas in a group, the first with a chapter in each of
// twelve editions and a course of 240 months, and returns its folder.
func manyAreas(t *testing.T) string {
	t.Helper()
	var areas, cells strings.Builder
	var members []string
	for n := range 30 {
		id := fmt.Sprintf("land-%02d", n)
		members = append(members, id)
		fmt.Fprintf(&areas, "  - {id: %s, name: Land %d}\n", id, n)
		fmt.Fprintf(&cells, "  - {indicator: beds, area: %s, period: 2023, source: office, value: %d}\n", id, 10+n)
	}
	for n := range 240 {
		fmt.Fprintf(&cells, "  - {indicator: arrivals, area: land-00, period: %d-%02d, source: office, value: %d}\n", 2004+n/12, n%12+1, 100+n*n%97)
	}
	files := map[string]string{
		"data/site.yaml":           "title: Lands\ndescription: Many lands.\nlanguage: en\nbaseURL: https://example.org/\n",
		"data/areas.yaml":          "areas:\n" + areas.String() + "groups:\n  - {id: all, name: All lands, members: [" + strings.Join(members, ", ") + "]}\n",
		"data/indicators.yaml":     "- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow}\n- {id: beds, name: Beds, unit: {one: bed, other: beds}, measure: stock, add: areas}\n",
		"data/sources.yaml":        "office: {publisher: Office, title: Count, issued: 2024, URL: https://example.org/count, covers: [2004, 2023]}\n",
		"data/observations/a.yaml": "observations:\n" + cells.String(),
	}
	for n := range 12 {
		edition := fmt.Sprintf("content/reports/%d-q%d/", 2021+n/4, n%4+1)
		files[edition+"_index.md"] = fmt.Sprintf("---\ntitle: Report\nperiod: %d-Q%d\nareas: [land-00]\n---\n\nWords.\n", 2021+n/4, n%4+1)
		files[edition+"land-00.md"] = "---\ntitle: Land 0\narea: land-00\n---\n\nWords.\n"
	}
	site := t.TempDir()
	for name, text := range files {
		path := filepath.Join(site, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return site
}

// testAreas reads the pages of areas under a subpath, without a script and with the
// keyboard alone: long lists open, a figure leads to its row in the data, a note to its
// source; no screen is too narrow, and paper has everything.
func testAreas(t *testing.T, browser *window) {
	public := filepath.Join(t.TempDir(), "public")
	var stdout, stderr output
	args := []string{"build", "-C", manyAreas(t), "-o", public, "--base-url", "https://example.org/some/where/"}
	if code := run(t.Context(), args, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	server := httptest.NewServer(http.StripPrefix("/some/where", http.FileServerFS(os.DirFS(public))))
	t.Cleanup(server.Close)
	base := server.URL + "/some/where/"
	b := openTab(t, browser, base)
	b.show(screen())
	b.scripts(false)
	open := func(path string) {
		t.Helper()
		b.do("loading "+path, chromedp.Navigate(base+path))
	}
	reach := func(what string) {
		t.Helper()
		for range 300 {
			if ask[bool](b, `document.activeElement.matches(`+"`"+what+"`"+`)`) {
				return
			}
			b.do("pressing Tab", chromedp.KeyEvent(kb.Tab))
		}
		t.Fatalf("Tab does not lead to %s", what)
	}
	seen := func(what string) int {
		t.Helper()
		return ask[int](b, `Array.from(document.querySelectorAll(`+"`"+what+"`"+`)).filter(n => n.checkVisibility({ contentVisibilityAuto: true }) && n.getClientRects().length).length`)
	}

	open("areas/land-00/")
	chapters := `[aria-labelledby="chapters"] li`
	if n := seen(chapters); n != 6 {
		t.Errorf("%d chapters are seen at first", n)
	}
	reach(`[aria-labelledby="chapters"] summary`)
	b.do("pressing Enter", chromedp.KeyEvent(kb.Enter))
	if n := seen(chapters); n != 12 {
		t.Errorf("%d chapters are seen in all", n)
	}
	b.do("loading anew", chromedp.Navigate("about:blank"))
	open("areas/land-00/")
	reach(".readings .newest > a")
	b.do("pressing Enter", chromedp.KeyEvent(kb.Enter))
	b.until("the row of the figure", `location.pathname === "/some/where/data/arrivals/" && document.querySelector(":target")?.id === "land-00-2023-12"`)
	reach(".cover-grid tbody th a")
	b.do("pressing Enter", chromedp.KeyEvent(kb.Enter))
	b.until("the area", `location.pathname === "/some/where/areas/land-00/"`)

	for path, want := range map[string]map[string]int{
		"areas/":         {".readings tbody tr": 30},
		"areas/land-00/": {".readings tbody tr": 2, chapters: 12},
		"areas/all/":     {".comparison tbody tr": 30, ".comparison tfoot tr": 1, ".area-facts a": 30},
	} {
		open(path)
		if n := ask[int](b, `Array.from(document.querySelectorAll(".readings td:not(:last-child) data, .comparison tbody data")).filter(n => !n.closest("td").querySelector(".mark a")).length`); n > 0 {
			t.Errorf("%s: %d figures show no source", path, n)
		}
		for _, width := range []int64{1280, 390, 320} {
			b.show(view{Width: width, Media: "screen", Scheme: "light"})
			if n := ask[int](b, `document.documentElement.scrollWidth`); n > int(width) {
				t.Errorf("%s is %d pixels wide on a screen of %d", path, n, width)
			}
		}
		b.show(view{Width: 658, Media: "print", Scheme: "light"})
		for what, n := range want {
			if got := seen(what); got != n {
				t.Errorf("%s: %d of %s on paper, want %d", path, got, what, n)
			}
		}
		if n := seen("summary"); n > 0 {
			t.Errorf("%s: %d handles of disclosures on paper", path, n)
		}
		b.show(screen())
	}
	for _, f := range b.told() {
		t.Error(f)
	}
}
