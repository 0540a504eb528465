package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func testLinks(t *testing.T, browser *window, site http.Handler, host string) {
	t.Run("figures", func(t *testing.T) { testFigures(t, browser, host) })
	t.Run("notes", func(t *testing.T) { testNotes(t, browser, host) })
	t.Run("addresses", func(t *testing.T) { testAddresses(t, browser, site, host) })
}

// arrived is true of a page whose address points to something that is in the
// window, marked, and under nothing else.
const arrived = `(() => {
	const target = document.querySelector(":target");
	if (!target || document.readyState !== "complete") return false;
	const box = (target.cells ? target.cells[0] : target).getBoundingClientRect();
	const top = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + box.height / 2);
	return box.height > 0 && target.contains(top) &&
		getComputedStyle(target).backgroundColor !== getComputedStyle(document.body).backgroundColor &&
		getComputedStyle(target).backgroundColor !== "rgba(0, 0, 0, 0)";
})()`

// testFigures follows figures to their cells, which tell the same number.
func testFigures(t *testing.T, browser *window, host string) {
	b := openTab(t, browser, host)
	for _, v := range []view{views()[0], views()[2]} {
		for _, figure := range []string{
			`.key-figure .value a`,
			`.prose a.figure[href$="#serbia-2022-q1"]`,
			`.prose a.figure[href$="#serbia-2023-q1-age-children"]`,
		} {
			b.show(v)
			b.do("loading the chapter", chromedp.Navigate(host+"/repo/reports/2023-q1/serbia/"))
			number := ask[string](b, fmt.Sprintf(`document.querySelector(%q).textContent`, figure))
			ask[bool](b, fmt.Sprintf(`document.querySelector(%q).click(), true`, figure))
			b.until("the cell of "+number+" shows", `location.pathname.startsWith("/repo/data/") && `+arrived)
			if cell := ask[string](b, `document.querySelector(":target .num").textContent`); cell != number {
				t.Errorf("%s, %s: the cell of %q tells %q", v, figure, number, cell)
			}
		}
	}
}

// testNotes goes from a mark to its note and back.
func testNotes(t *testing.T, browser *window, host string) {
	b := openTab(t, browser, host)
	b.show(views()[2])
	b.do("loading the chapter", chromedp.Navigate(host+"/repo/reports/2023-q1/serbia/"))
	ask[bool](b, `document.querySelector(".prose .mark a").click(), true`)
	b.until("the note shows", `document.querySelector(".notes li:target") && `+arrived)
	ask[bool](b, `document.querySelector(":target .back").click(), true`)
	b.until("the mark shows", `document.querySelector(".mark a:target") && `+arrived)
}

// testAddresses collects the links of all pages of testPages and looks behind
// each.
func testAddresses(t *testing.T, browser *window, site http.Handler, host string) {
	b := openTab(t, browser, host)
	var addresses []string
	for _, page := range ownPages() {
		b.do("loading "+page.name, chromedp.Navigate(host+"/repo/"+page.path))
		addresses = append(addresses, ask[[]string](b, `[...document.links].map((link) => link.href)`)...)
	}
	if len(addresses) < 200 {
		t.Errorf("only %d links", len(addresses))
	}
	for _, f := range deadLinks(t, site, host, addresses) {
		t.Error(f)
	}
}

// deadLinks returns those addresses of the host that lead nowhere, or out of
// the site's subpath.
func deadLinks(t *testing.T, site http.Handler, host string, addresses []string) (found []finding) {
	t.Helper()
	slices.Sort(addresses)
	pages := make(map[string]string)
	for _, address := range slices.Compact(addresses) {
		path, ours := strings.CutPrefix(address, host)
		if !ours {
			continue
		}
		at, err := url.Parse(path)
		if err != nil {
			t.Fatal(err)
		}
		page, known := pages[at.Path]
		if !known {
			recorder := httptest.NewRecorder()
			site.ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), http.MethodGet, at.EscapedPath(), nil))
			if recorder.Code == http.StatusOK {
				page = recorder.Body.String()
			}
			pages[at.Path] = page
		}
		switch {
		case page == "" || !strings.HasPrefix(at.Path, "/repo/"):
			// The page that was not found has links within itself.
			if !strings.HasSuffix(at.Path, "/nowhere/at-all/") {
				found = append(found, finding{"link", path + " is not there"})
			}
		case at.Fragment != "" && !strings.Contains(page, `id="`+at.Fragment+`"`):
			found = append(found, finding{"link", path + ": its page has no such id"})
		}
	}
	return found
}
