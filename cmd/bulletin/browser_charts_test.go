package main

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// testCharts looks at every page that has a chart: the gallery of the guide, which
// has every type, option and hard case, the whole edition and the snapshots. On
// wide and narrow screens, light and dark, in colours that the reader has chosen,
// and on paper, every text of every chart is as large as views says, in its
// drawing, apart from every other text, and in contrast to what is behind it; see
// testdata/browser/charts.js. At 390 pixels and at 320 no text is under 12 pixels.
// testFaults shows that what is wrong is found.
func testCharts(t *testing.T, browser *window, site http.Handler, host string) {
	pages := pagesWithCharts(t, site)
	for _, want := range []string{
		"guide/gallery/", "guide/gallery/bars/", "guide/gallery/lines/", "guide/gallery/multiples/", "guide/gallery/parts/", "guide/gallery/maps/",
		"guide/charts/", "reports/2023-q1/", "reports/2023-q1/croatia/", "snapshots/2024-02/", "snapshots/2025-01/",
	} {
		if !slices.Contains(pages, want) {
			t.Errorf("no chart on %s", want)
		}
	}
	for _, path := range pages {
		if slices.ContainsFunc(ownPages(), func(p ownPage) bool { return p.path == path && p.charts && !p.wide }) {
			continue // testPages looks at it in the same way
		}
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			b := openTab(t, browser, host+"/repo/")
			b.show(screen())
			b.do("loading "+path, chromedp.Navigate(host+"/repo/"+path))
			for _, v := range views() {
				v.Charts = true
				for _, f := range b.look(rules(t), v) {
					t.Error(f)
				}
			}
			for _, f := range b.told() {
				t.Error(f)
			}
		})
	}
}

// pagesWithCharts are the paths below /repo/ of the pages in the sitemap that
// have a chart.
func pagesWithCharts(t *testing.T, site http.Handler) (paths []string) {
	t.Helper()
	get := func(path string) string {
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		if answer.Code != http.StatusOK {
			t.Fatalf("%s is answered with %d", path, answer.Code)
		}
		return answer.Body.String()
	}
	for _, m := range regexp.MustCompile(`<loc>https://example\.org/repo/([^<]*)</loc>`).FindAllStringSubmatch(get("/repo/sitemap.xml"), -1) {
		if strings.Contains(get("/repo/"+m[1]), `<div class="picture"><svg`) {
			paths = append(paths, m[1])
		}
	}
	return paths
}
