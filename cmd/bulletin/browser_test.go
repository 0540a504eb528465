package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBrowser looks at the repository's own site in a browser, as a reader does:
// published under a subpath, on a server that allows nothing from elsewhere.
// All its tests share one browser, and testFaults shows that they can fail. With -short
// only serve is tried, where most happens at once.
func TestBrowser(t *testing.T) {
	t.Parallel()
	browser := openBrowser(t)
	part := func(name string, test func(t *testing.T)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t)
		})
	}
	part("serve", func(t *testing.T) { testServe(t, browser) })
	part("reload", func(t *testing.T) { testReload(t, browser) })
	if testing.Short() {
		return
	}
	site := ownSite(t)
	server := httptest.NewServer(site)
	t.Cleanup(server.Close)

	part("pages", func(t *testing.T) { testPages(t, browser, server.URL) })
	part("charts", func(t *testing.T) { testCharts(t, browser, site, server.URL) })
	part("faults", func(t *testing.T) { testFaults(t, browser, site) })
	part("beside", func(t *testing.T) { testBeside(t, browser, server.URL) })
	part("sources", func(t *testing.T) { testSources(t, browser, server.URL) })
	part("table", func(t *testing.T) { testTable(t, browser, site, server.URL) })
	part("areas", func(t *testing.T) { testAreas(t, browser) })
	part("links", func(t *testing.T) { testLinks(t, browser, site, server.URL) })
	part("search", func(t *testing.T) { testSearch(t, browser, site, server.URL) })
	part("text", func(t *testing.T) { testText(t, browser, site, server.URL) })
	part("pictures", func(t *testing.T) { testPictures(t, browser, site, server.URL) })
	part("files", func(t *testing.T) { testFiles(t, browser) })
	part("hostile", func(t *testing.T) { testHostile(t, browser) })
}

// ownSite builds the site of this repository and returns a server of it under
// /repo/. What is not there is answered with the site's own page for that.
func ownSite(t testing.TB) http.Handler {
	t.Helper()
	public := filepath.Join(t.TempDir(), "public")
	var stdout, stderr output
	args := []string{"build", "-C", filepath.Join("..", ".."), "-o", public, "--base-url", "https://example.org/repo/"}
	if code := run(t.Context(), args, &stdout, &stderr); code != done {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	missing, err := os.ReadFile(filepath.Join(public, "404.html"))
	if err != nil {
		t.Fatal(err)
	}
	files := http.StripPrefix("/repo", http.FileServerFS(os.DirFS(public)))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		name, below := strings.CutPrefix(r.URL.Path, "/repo/")
		info, err := os.Stat(filepath.Join(public, filepath.FromSlash(name)))
		if err == nil && info.IsDir() {
			_, err = os.Stat(filepath.Join(public, filepath.FromSlash(name), "index.html"))
		}
		if !below || err != nil {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			_, _ = w.Write(missing)
			return
		}
		files.ServeHTTP(w, r)
	})
}
