package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// testHostile opens the pages of the hostile site in the browser, on a server that
// forbids nothing: no text runs, which would set a variable, no request leaves, and
// nothing is complained of. A page that has such a text as an element shows that this
// would be seen.
func testHostile(t *testing.T, browser *window) {
	public := filepath.Join(t.TempDir(), "public")
	var stdout, stderr output
	args := []string{"build", "-C", hostileSite(t), "-o", public, "--base-url", "https://example.org/some/where/"}
	if code := run(t.Context(), args, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	fault := filepath.Join(public, "fault")
	if err := os.Mkdir(fault, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(fault, "index.html"), []byte(`<!doctype html><title>A</title><link rel="icon" href="data:,">`+hostileTexts()[18]), 0o666); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.StripPrefix("/some/where", http.FileServerFS(os.DirFS(public))))
	t.Cleanup(server.Close)
	base := server.URL + "/some/where/"
	b := openTab(t, browser, base)
	b.show(screen())
	for _, path := range filesOf(t, public, "index.html") {
		if tame(path) || refreshes(t, filepath.Join(public, path)) {
			continue
		}
		address := base + strings.TrimSuffix(path, "index.html")
		b.do("loading "+address, chromedp.Navigate(address))
		ran := ask[bool](b, `window.hostile !== undefined`)
		found := b.told()
		if path == "fault/index.html" {
			if !ran || len(found) == 0 {
				t.Errorf("a text that runs is not seen: %v, %v", ran, found)
			}
			continue
		}
		if ran {
			t.Errorf("%s: a text runs", path)
		}
		for _, f := range found {
			t.Errorf("%s: %s", path, f)
		}
	}
}

// refreshes tells whether a page is a redirect: the browser would be at another one before
// anything could be asked of it.
func refreshes(t *testing.T, file string) bool {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(src), `<meta http-equiv="refresh"`)
}

// tame tells of the page of an article, a chapter or an indicator that its text would
// do nothing in a browser, whatever became of it.
func tame(path string) bool {
	for _, prefix := range []string{"news/item-", "reports/2024-q1/area-", "data/ind-", "areas/area-"} {
		if rest, is := strings.CutPrefix(path, prefix); is {
			id, _, _ := strings.Cut(rest, "/")
			i, err := strconv.Atoi(id)
			return err == nil && i > 0 && !strings.ContainsAny(hostileTexts()[i], "<>&$`[]\"'")
		}
	}
	return false
}
