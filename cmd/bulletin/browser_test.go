package main

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestBrowser looks at the repository's own site in a browser, as a reader does:
// published under a subpath, on a server that allows nothing from elsewhere.
// All its tests share one browser, and testFaults shows that they can fail.
func TestBrowser(t *testing.T) {
	browser := openBrowser(t)
	site := ownSite(t)
	server := httptest.NewServer(site)
	t.Cleanup(server.Close)

	t.Run("pages", func(t *testing.T) { testPages(t, browser, server.URL) })
	t.Run("beside", func(t *testing.T) { testBeside(t, browser, server.URL) })
	t.Run("sources", func(t *testing.T) { testSources(t, browser, server.URL) })
	t.Run("table", func(t *testing.T) { testTable(t, browser, site, server.URL) })
	t.Run("areas", func(t *testing.T) { testAreas(t, browser) })
	t.Run("links", func(t *testing.T) { testLinks(t, browser, site, server.URL) })
	t.Run("search", func(t *testing.T) { testSearch(t, browser, site, server.URL) })
	t.Run("text", func(t *testing.T) { testText(t, browser, site, server.URL) })
	t.Run("charts", func(t *testing.T) { testCharts(t, browser, site, server.URL) })
	t.Run("faults", func(t *testing.T) { testFaults(t, browser, site) })
	t.Run("pictures", func(t *testing.T) { testPictures(t, browser, site, server.URL) })
	t.Run("files", func(t *testing.T) { testFiles(t, browser) })
	t.Run("serve", func(t *testing.T) { testServe(t, browser) })
	t.Run("reload", func(t *testing.T) { testReload(t, browser) })
	t.Run("hostile", func(t *testing.T) { testHostile(t, browser) })
}

// patienceWithBrowser is how long anything in the browser may take.
const patienceWithBrowser = 60 * time.Second

// openBrowser starts a browser that ends with the test. Where there is none
// the test is skipped, but not where changes are taken in.
func openBrowser(t testing.TB) context.Context {
	t.Helper()
	profile, err := os.MkdirTemp("", "bulletin-browser")
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("headless", "new"),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-component-update", true),
		// The sandbox refuses to run as root and in most containers, and the
		// pages are our own.
		chromedp.NoSandbox,
		chromedp.UserDataDir(profile),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, closeBrowser := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(func() {
		closeBrowser()
		stop()
		if err := os.RemoveAll(profile); err != nil {
			t.Logf("the browser's folder stays: %v", err)
		}
	})
	err = chromedp.Do(browser)
	if errors.Is(err, exec.ErrNotFound) {
		if os.Getenv("CI") == "true" {
			t.Fatal("no browser is installed, and CI=true asks for one: install Chromium or Chrome")
		}
		t.Skip("NO BROWSER IS INSTALLED, SO NO PAGE WAS LOOKED AT: install Chromium or Chrome to run these tests")
	}
	if err != nil {
		t.Fatalf("starting the browser: %v", err)
	}
	return browser
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
