package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// pictured is what testdata/browser/picture.js tells of a page.
type pictured struct {
	Charts   int       `json:"charts"`
	Seen     []string  `json:"seen"` // "fill #1f5fa8", "stroke-dasharray 7 4"
	Findings []finding `json:"findings"`
}

// testPictures compares the charts of all pages with their files: the stylesheet in the one and the rules in the other
// must come to the same look. What the pages show of it must be varied enough to tell.
func testPictures(t *testing.T, browser *window, site http.Handler, host string) {
	script, err := os.ReadFile(filepath.Join("testdata", "browser", "picture.js"))
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	site.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/repo/sitemap.xml", nil))
	addresses := regexp.MustCompile(`<loc>https://example\.org(/repo/[^<]*)</loc>`).FindAllStringSubmatch(answer.Body.String(), -1)
	if len(addresses) < 20 {
		t.Fatalf("%d pages in the sitemap", len(addresses))
	}
	b := openTab(t, browser, host)
	b.show(screen())
	charts, seen := 0, map[string]bool{}
	for _, address := range addresses {
		page := httptest.NewRecorder()
		site.ServeHTTP(page, httptest.NewRequest(http.MethodGet, address[1], nil))
		if !strings.Contains(page.Body.String(), "chart-figure") {
			continue
		}
		b.do("loading "+address[1], chromedp.Navigate(host+address[1]))
		got := ask[pictured](b, "("+string(script)+")()")
		charts += got.Charts
		for _, look := range got.Seen {
			seen[look] = true
		}
		for _, f := range got.Findings {
			t.Errorf("%s: %s", address[1], f)
		}
	}
	if charts < 10 {
		t.Errorf("only %d charts have a file beside them", charts)
	}
	for _, look := range []string{
		"fill #1f5fa8", "fill none", "fill-opacity 0.18", "stroke none", "stroke-width 2.2", "stroke-dasharray 7 4", "stroke-linecap round",
		"shape-rendering crispedges", "paint-order stroke", "font-size 13", "font-size 14",
	} {
		if !seen[look] {
			t.Errorf("no chart of the site shows %q, so that nothing compares it", look)
		}
	}
}
