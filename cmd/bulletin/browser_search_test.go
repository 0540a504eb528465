package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// testSearch searches the site as a reader does, with the keyboard alone and without a
// script; the site lies under a subpath, and nothing from elsewhere is allowed.
func testSearch(t *testing.T, browser *window, site http.Handler, host string) {
	t.Run("keyboard", func(t *testing.T) { testSearchKeyboard(t, browser, host) })
	t.Run("address", func(t *testing.T) { testSearchAddress(t, browser, host) })
	t.Run("look", func(t *testing.T) { testSearchLook(t, browser, host) })
	t.Run("without", func(t *testing.T) { testSearchWithout(t, browser, site, host) })
	t.Run("words", func(t *testing.T) { testSearchWords(t, browser, site) })
	t.Run("queries", func(t *testing.T) { testSearchQueries(t, browser, site) })
	t.Run("lost", func(t *testing.T) { testSearchLost(t, browser, site) })
	t.Run("work", func(t *testing.T) { testSearchWork(t, browser, site) })
	t.Run("keys", func(t *testing.T) { testKeys(t, browser, host) })
}

// searchTab opens the page of the search, and waits until it can be asked.
func searchTab(t testing.TB, browser *window, host, query string) *tab {
	t.Helper()
	b := openTab(t, browser, host+"/repo/")
	b.show(screen())
	b.do("loading", chromedp.Navigate(host+"/repo/search/"+query))
	b.until("the field has the focus", `document.activeElement.id === "query"`)
	return b
}

// results are the addresses of what is found, from the site's root.
const results = `[...document.querySelectorAll("#found ol > li h3 a")].map((a) => a.pathname.replace("/repo/", ""))`

// typed types a query into the field, and gives what is found.
func typed(b *tab, query string) []string {
	b.t.Helper()
	b.do("typing "+query, chromedp.KeyEvent(query))
	b.until("the index has come", `!document.getElementById("found").hidden`)
	return ask[[]string](b, results)
}

// press is a key as a keyboard sends it: the letter comes with the key, and not where
// the page has taken the key for something else. [chromedp.KeyEvent] sends it in any case.
func press(key string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		for _, r := range key {
			for _, k := range kb.Encode(r) {
				if k.Type == kb.KeyChar {
					continue
				}
				if k.Type == kb.KeyDown {
					k.Text = string(r)
				}
				if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, *k); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func testSearchKeyboard(t *testing.T, browser *window, host string) {
	b := searchTab(t, browser, host, "")
	if got := typed(b, "serb"); len(got) < 2 || got[0] != "areas/serbia/" || !slices.Contains(got, "reports/2023-q1/serbia/") {
		t.Errorf("serb finds %q, not the area and its chapter", got)
	}
	b.until("the number is heard", `/^\d+ results for “serb”$/.test(document.querySelector("[role=status]").textContent)`)

	on := func(what string) string {
		t.Helper()
		return ask[string](b, `document.activeElement.id || document.activeElement.textContent`)
	}
	b.do("going down twice", chromedp.KeyEvent(kb.ArrowDown+kb.ArrowDown))
	second := ask[string](b, `document.querySelectorAll("#found ol a")[1].textContent`)
	if got := on("the second"); got != second {
		t.Errorf("two steps down the focus is on %q, not on %q", got, second)
	}
	b.do("going up", chromedp.KeyEvent(kb.ArrowUp+kb.ArrowUp+kb.ArrowUp))
	if got := on("the field"); got != "query" {
		t.Errorf("above the first link the focus is on %q, not in the field", got)
	}
	b.do("going down and back", chromedp.KeyEvent(kb.ArrowDown+kb.Escape))
	if got := ask[string](b, `document.activeElement.id + document.activeElement.value`); got != "queryserb" {
		t.Errorf("Escape leads to %q, not back to the field with its words", got)
	}
	b.do("leaving the field", chromedp.KeyEvent(kb.ArrowDown))
	b.do("calling the field", press("/"))
	if got := ask[string](b, `document.activeElement.id + document.activeElement.value`); got != "queryserb" {
		t.Errorf("/ leads to %q, not to the field", got)
	}
	b.do("leaving the field", chromedp.KeyEvent(kb.ArrowDown))
	b.do("calling the field", chromedp.KeyEvent("k", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	if got := on("the field"); got != "query" {
		t.Errorf("Ctrl+K leads to %q, not to the field", got)
	}
	b.do("typing a slash", chromedp.KeyEvent(kb.End), press("/"))
	if got := ask[string](b, `document.activeElement.value`); got != "serb/" {
		t.Errorf("in the field a slash gives %q", got)
	}
	b.do("clearing", chromedp.KeyEvent(kb.Escape))
	if !ask[bool](b, `document.activeElement.value === "" && document.getElementById("found").hidden && !document.getElementById("all").hidden`) {
		t.Error("Escape in the field does not clear it, and bring back the list of all")
	}

	for query, first := range map[string]string{
		"kosovo": "areas/kosovo/", "xkx": "areas/kosovo/", "New ARRIVALS": "data/arrivals/", "gallery of bars": "guide/gallery/bars/",
	} {
		if got := typed(b, query); len(got) == 0 || got[0] != first {
			t.Errorf("%q finds %q, and not %s first", query, got, first)
		}
		b.do("clearing", chromedp.KeyEvent(kb.Escape))
	}
	if got := typed(b, "zzyzx"); len(got) != 0 || !ask[bool](b, `!document.getElementById("all").hidden`) {
		t.Errorf("nonsense finds %q, or hides the list of all", got)
	}
	b.do("clearing", chromedp.KeyEvent(kb.Escape))

	if got := typed(b, "e"); len(got) != 20 {
		t.Errorf("at first %d are shown of many", len(got))
	}
	b.do("going up to all", chromedp.KeyEvent(kb.Enter)) // to the first
	ask[bool](b, `document.querySelector(".found-more").focus(), true`)
	b.do("asking for all", chromedp.KeyEvent(kb.Enter))
	if got := ask[[]string](b, results); len(got) <= 20 || on("the first that is new") != ask[string](b, `document.querySelectorAll("#found h3 a")[20].textContent`) {
		t.Errorf("all are %d, and the focus is on %q", len(got), on(""))
	}
	for _, f := range b.told() {
		t.Error(f)
	}
}

func testSearchAddress(t *testing.T, browser *window, host string) {
	b := searchTab(t, browser, host, "?q=Kosovo*")
	b.until("what the address asks for is found", `(`+results+`)[0] === "areas/kosovo/"`)
	b.do("asking for something else", chromedp.KeyEvent(kb.Escape))
	typed(b, "romania chapter")
	b.do("clearing", chromedp.KeyEvent(kb.Escape))
	typed(b, "romania")
	b.until("the address tells it", `location.search === "?q=romania"`)
	b.do("opening the first", chromedp.KeyEvent(kb.Enter))
	b.do("opening the first", chromedp.KeyEvent(kb.Enter))
	b.until("the page opens", `location.pathname === "/repo/areas/romania/"`)
	ask[bool](b, `history.back(), true`)
	b.until("the search is as it was", `location.search === "?q=romania" && document.getElementById("query").value === "romania" && (`+results+`)[0] === "areas/romania/"`)
	ask[bool](b, `history.back(), true`)
	b.until("the query before is back", `document.getElementById("query").value === "Kosovo*" && (`+results+`)[0] === "areas/kosovo/"`)
	for _, f := range b.told() {
		t.Error(f)
	}
}

// testSearchLook applies the rules for all pages to what is found.
func testSearchLook(t *testing.T, browser *window, host string) {
	b := searchTab(t, browser, host, "?q=serbia")
	b.until("something is found", `(`+results+`).length > 0`)
	for _, v := range views() {
		for _, f := range b.look(rules(t), v) {
			t.Error(f)
		}
	}
	for _, f := range b.told() {
		t.Error(f)
	}
}

// testSearchWithout opens the page where no script runs, and where there is no index:
// it lists all there is.
func testSearchWithout(t *testing.T, browser *window, site http.Handler, host string) {
	b := openTab(t, browser, host+"/repo/")
	b.scripts(false)
	b.do("loading", chromedp.Navigate(host+"/repo/search/?q=serbia"))
	links := ask[[]string](b, `[...document.querySelectorAll("#all a")].map((a) => a.pathname.replace("/repo/", ""))`)
	for _, want := range []string{"areas/serbia/", "data/arrivals/", "reports/2023-q1/", "reports/2023-q1/serbia/", "snapshots/2025-01/", "guide/", "regions/the-balkans/serbia/"} {
		if !slices.Contains(links, want) {
			t.Errorf("without a script the page does not lead to %s", want)
		}
	}
	if ask[bool](b, `document.querySelector("form").checkVisibility()`) {
		t.Error("without a script there is a form that does nothing")
	}
	for _, v := range views() {
		for _, f := range b.look(rules(t), v) {
			t.Error(f)
		}
	}
	for _, f := range b.told() {
		t.Error(f)
	}

	lost := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/search.json") {
			http.NotFound(w, r)
			return
		}
		site.ServeHTTP(w, r)
	}))
	defer lost.Close()
	b = searchTab(t, browser, lost.URL, "?q=serbia")
	b.until("it says so", `document.querySelector("#found h2").textContent.includes("could not be loaded")`)
	if !ask[bool](b, `document.querySelector("#all a").checkVisibility()`) {
		t.Error("without an index the list of all is hidden")
	}
}

// testSearchWords tries the words of internal/search/testdata/fold.json, each as the
// title of a page: what is typed is compared as package search does it, and shown as it is.
func testSearchWords(t *testing.T, browser *window, site http.Handler) {
	var pairs [][2]string
	src, err := os.ReadFile(filepath.Join("..", "..", "internal", "search", "testdata", "fold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, &pairs); err != nil {
		t.Fatal(err)
	}
	made := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/search.json") {
			site.ServeHTTP(w, r)
			return
		}
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, r)
		var index map[string]any
		if err := json.Unmarshal(answer.Body.Bytes(), &index); err != nil {
			t.Errorf("the index is no JSON: %v", err)
		}
		var entries []map[string]any
		for i, p := range pairs {
			entries = append(entries, map[string]any{"t": p[0], "u": fmt.Sprintf("%d/", i), "l": `<img src=x onerror="document.title='hurt'">`})
		}
		index["entries"] = entries
		w.Header().Set("Content-Type", "application/json")
		if err := json.NewEncoder(w).Encode(index); err != nil {
			t.Errorf("sending the index: %v", err)
		}
	}))
	defer made.Close()
	b := searchTab(t, browser, made.URL, "?q=sid")
	b.until("the index has come", `(`+results+`).length > 0`)
	for i, p := range pairs {
		if p[1] == "" {
			continue
		}
		for _, query := range p {
			asked, err := json.Marshal(query)
			if err != nil {
				t.Fatal(err)
			}
			titles := ask[map[string]string](b, fmt.Sprintf(`(() => {
				const field = document.getElementById("query");
				field.value = %s;
				field.dispatchEvent(new Event("input"));
				return Object.fromEntries([...document.querySelectorAll("#found h3 a")].map((a) => [a.pathname, a.textContent]));
			})()`, asked))
			if got, ok := titles[fmt.Sprintf("/repo/%d/", i)]; !ok || got != p[0] {
				t.Errorf("%q finds %q, and not %q", query, titles, p[0])
			}
		}
	}
	if !ask[bool](b, `document.querySelector("#found img") === null && document.title !== "hurt"`) {
		t.Error("a text became an element")
	}
	for _, f := range b.told() {
		t.Error(f)
	}
}

// BenchmarkSearch types queries on a site of 1,000 and of 10,000 pages, and tells how
// long it takes until what is found is laid out: the query in the middle, and the worst.
//
//	go test ./cmd/bulletin -run xx -bench Search -benchtime 20x
func BenchmarkSearch(b *testing.B) {
	browser, site := openBrowser(b), ownSite(b)
	for _, pages := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			large := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if !strings.HasSuffix(r.URL.Path, "/search.json") {
					site.ServeHTTP(w, r)
					return
				}
				w.Header().Set("Content-Type", "application/json")
				if err := json.NewEncoder(w).Encode(manyPages(b, site, pages)); err != nil {
					b.Errorf("sending the index: %v", err)
				}
			}))
			defer large.Close()
			tab := searchTab(b, browser, large.URL, "?q=serbia")
			tab.until("the index has come", `(`+results+`).length > 0`)
			var middle, worst []float64
			for b.Loop() {
				times := ask[[]float64](tab, `(() => {
					const field = document.getElementById("query"), times = [];
					for (const query of ["s", "ser", "serbia", "a", "asylum applications", "people with temporary protection", "zzyzx"]) {
						field.value = "";
						field.dispatchEvent(new Event("input"));
						const from = performance.now();
						field.value = query;
						field.dispatchEvent(new Event("input"));
						document.body.getBoundingClientRect();
						times.push(performance.now() - from);
					}
					return times.sort((x, y) => x - y);
				})()`)
				middle, worst = append(middle, times[len(times)/2]), append(worst, times[len(times)-1])
			}
			slices.Sort(middle)
			slices.Sort(worst)
			b.ReportMetric(middle[len(middle)/2], "ms/middle")
			b.ReportMetric(worst[len(worst)/2], "ms/worst")
		})
	}
}

// manyPages is the index of a site of so many pages: that of this one, again and again.
func manyPages(t testing.TB, site http.Handler, pages int) map[string]any {
	t.Helper()
	answer := httptest.NewRecorder()
	site.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/repo/search.json", nil))
	var index map[string]any
	if err := json.Unmarshal(answer.Body.Bytes(), &index); err != nil {
		t.Errorf("the index is no JSON: %v", err)
		return nil
	}
	own, ok := index["entries"].([]any)
	if !ok || len(own) == 0 {
		t.Error("the index has no entries")
		return nil
	}
	entries := make([]any, 0, pages)
	for len(entries) < pages {
		entries = append(entries, own[len(entries)%len(own)])
	}
	index["entries"] = entries
	return index
}
