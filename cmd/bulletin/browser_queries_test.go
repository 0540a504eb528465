package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/profiler"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// sought puts a query into the field at once, and gives what is told of it and what is found.
func sought(b *tab, query string) (told string, found []string) {
	b.t.Helper()
	asked, err := json.Marshal(query)
	if err != nil {
		b.t.Fatal(err)
	}
	told = ask[string](b, fmt.Sprintf(`(() => {
		const field = document.getElementById("query"), found = document.getElementById("found");
		field.value = %s;
		field.dispatchEvent(new Event("input"));
		return found.hidden ? "" : found.querySelector("h2").textContent;
	})()`, asked))
	return told, ask[[]string](b, results)
}

// withIndex is a server of the site whose index of the search has other entries.
func withIndex(t testing.TB, site http.Handler, entries []map[string]any) string {
	t.Helper()
	index := manyPages(t, site, 0)
	index["entries"] = entries
	src, err := json.Marshal(index)
	if err != nil {
		t.Fatal(err)
	}
	made := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/search.json") {
			site.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(src)
	}))
	t.Cleanup(made.Close)
	return made.URL
}

// testSearchQueries asks what people ask: words with and without hyphens, periods in
// several orders, slips of the fingers, and what is no word at all.
func testSearchQueries(t *testing.T, browser *window, site http.Handler) {
	b := searchTab(t, browser, withIndex(t, site, []map[string]any{
		{"t": "Kosovo*", "u": "0/", "n": "XKX kosovo"},
		{"t": "Šid and Đakovica", "u": "1/", "n": "sid"},
		{"t": "Côte d’Ivoire", "u": "2/", "n": "CIV"},
		{"k": 3, "t": "Asylum-seekers", "u": "3/", "d": "January to March 2023", "n": "2023-Q1 first quarter of 2023"},
		{"k": 3, "t": "Pushbacks", "u": "4/", "d": "April to June 2023", "n": "2023-Q2 second quarter of 2023"},
		{"k": 5, "t": "1,641 people", "u": "5/", "d": "24 January 2017"},
		{"k": 3, "t": "Ελλάδα και Србија", "u": "6/"},
		{"k": 3, "t": "صربيا (2023)", "u": "7/", "l": "لاجئون"},
	}), "?q=kosovo")
	b.until("the index has come", `(`+results+`).length > 0`)
	for query, want := range map[string]string{
		"kosovo": "0/", "KOSOVO*": "0/", "sid": "1/", "ŠID": "1/", "dakovica": "1/", "djakovica": "1/", "Đako": "1/",
		"cote": "2/", "cote d'ivoire": "2/", "divoire": "2/",
		"asylum-seekers": "3/", "asylum seekers": "3/", "asylumseekers": "3/", "asylum–seekers": "3/",
		"2023 q1": "3/", "Q1 2023": "3/", "2023-Q1": "3/", "2023q1": "3/", "first quarter 2023": "3/", "march 2023": "3/",
		"push-backs": "4/", "pushbacks": "4/", "Q2 2023 pushbacks": "4/", "1641": "5/", "1,641": "5/",
		"ΕΛΛΆΔΑ": "6/", "ελλαδα": "6/", "СРБИЈА": "6/", "صربيا": "7/", "kosovo kosovo kosovo": "0/",
		"kosovo 😀": "0/", "“kosovo”": "0/", "kos\u200dovo": "0/",
	} {
		if told, got := sought(b, query); strings.Join(got, " ") != want {
			t.Errorf("%q finds %q (%s), want %q", query, got, told, want)
		}
	}
	for _, query := range []string{"\u0301", "😀", ".*", "[", `\`, "(", "$", "-", "“”", "%", "</"} {
		if told, got := sought(b, query); len(got) > 0 || told != "Type letters or numbers" || !ask[bool](b, `!document.getElementById("all").hidden`) {
			t.Errorf("%q finds %q: %q", query, got, told)
		}
	}
	if told, _ := sought(b, strings.Repeat("long ", 2000)); len(told) > 100 || !strings.HasSuffix(told, "…”") {
		t.Errorf("of a long query it tells %q", told)
	}
	told, got := sought(b, "pushbacks nonsense")
	if told != "Nothing has all of “pushbacks nonsense”, 1 result with some of it" || strings.Join(got, " ") != "4/" {
		t.Errorf("where no page has all words: %q, %q", told, got)
	}

	// A name from right to left keeps its brackets, and the words beside it their order.
	sought(b, "صربيا")
	if !ask[bool](b, `getComputedStyle(document.querySelector("#found h3 a")).direction === "rtl" &&
		getComputedStyle(document.querySelector("#found h2 bdi")).direction === "rtl" && getComputedStyle(document.querySelector("#found h2")).direction === "ltr"`) {
		t.Error("a name from right to left is set from left to right, or turns the words around it")
	}

	// A slip of the fingers: the page asks whether another word was meant.
	sought(b, "")
	b.do("going to the field", chromedp.Focus("#query"))
	b.do("typing", chromedp.KeyEvent("pushbcaks"))
	if got := ask[string](b, `document.querySelector(".instead").hidden ? "" : document.querySelector(".instead").textContent`); got != "Did you mean Pushbacks?" {
		t.Errorf("of a slip it says %q", got)
	}
	b.until("it is heard", `document.querySelector("[role=status]").textContent === "Nothing found for “pushbcaks”. Did you mean Pushbacks?"`)
	b.do("taking it", chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	if got := ask[[]string](b, results); strings.Join(got, " ") != "4/" || ask[string](b, `document.activeElement.textContent + document.getElementById("query").value + location.search`) != "PushbacksPushbacks?q=Pushbacks" {
		t.Errorf("what is taken finds %q, and the address says %s", got, ask[string](b, `location.search`))
	}

	// Words that are composed are found while they are, and Escape ends that alone.
	sought(b, "")
	b.do("going to the field", chromedp.Focus("#query"))
	b.do("composing", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		for _, text := range []string{"Π", "Ελ", "Ελλά"} {
			if _, err := chromedp.Call(ctx, input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: 4, SelectionEnd: 4}); err != nil {
				return err
			}
		}
		_, err := chromedp.Call(ctx, input.InsertText, input.InsertTextParams{Text: "Ελλάδα"})
		return err
	}))
	if got := ask[[]string](b, results); strings.Join(got, " ") != "6/" || ask[string](b, `document.getElementById("query").value`) != "Ελλάδα" {
		t.Errorf("a composed word finds %q", got)
	}
	for _, f := range b.told() {
		t.Error(f)
	}
}

// testSearchLost opens the search where its index cannot be had, and takes it up once it can.
func testSearchLost(t *testing.T, browser *window, site http.Handler) {
	lost := true
	asked := make(chan bool, 8)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/search.json") {
			asked <- lost
			if lost {
				lost = false
				w.Header().Set("Content-Type", "application/json")
				_, _ = w.Write([]byte(`{"entries": [`)) // cut off on its way
				return
			}
		}
		site.ServeHTTP(w, r)
	}))
	defer server.Close()
	b := searchTab(t, browser, server.URL, "?q=serbia")
	b.until("it says so", `document.querySelector("#found h2").textContent.includes("could not be loaded")`)
	b.until("it is heard", `document.querySelector("[role=status]").textContent.includes("could not be loaded")`)
	if !ask[bool](b, `document.querySelector("#all a").checkVisibility() && document.querySelectorAll("#found li").length === 0`) {
		t.Error("without an index the list of all is hidden")
	}
	ask[bool](b, `dispatchEvent(new Event("online")), true`)
	b.until("the index is taken up", `(`+results+`)[0] === "areas/serbia/"`)
	if first, second := <-asked, <-asked; !first || second {
		t.Error("the index was not lost and then found")
	}
}

// testSearchWork counts what the script does for a query at 1,000 pages: the times that
// each of its parts is run, and the elements that it makes. Clocks tell other times on
// other machines; this tells whether a query has become dear.
func testSearchWork(t *testing.T, browser *window, site http.Handler) {
	const pages = 1000
	many := manyPages(t, site, pages)
	entries := make([]map[string]any, 0, pages)
	for _, e := range many["entries"].([]any) {
		entries = append(entries, e.(map[string]any))
	}
	host := withIndex(t, site, entries)
	b := searchTab(t, browser, host, "")
	yes := true
	b.do("counting", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		if _, err := chromedp.Call(ctx, profiler.Enable, cdp.Empty{}); err != nil {
			return err
		}
		_, err := chromedp.Call(ctx, profiler.StartPreciseCoverage, profiler.StartPreciseCoverageParams{CallCount: &yes, Detailed: &yes})
		return err
	}))
	b.do("loading", chromedp.Navigate(host+"/repo/search/?q=serbia")) // counted from the first line on
	b.until("the index has come", `(`+results+`).length > 0`)
	count := func() (runs int64) {
		b.do("reading the counts", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			got, err := chromedp.Call(ctx, profiler.TakePreciseCoverage, cdp.Empty{})
			for _, script := range got.Result {
				if !strings.Contains(script.URL, "/search.js") {
					continue
				}
				for _, f := range script.Functions {
					for _, part := range f.Ranges {
						runs += part.Count
					}
				}
			}
			return err
		}))
		return runs
	}
	for _, query := range []string{
		"s", "e", "a", "ser", "serbia", "asylum applications", "people with temporary protection", "2023-Q1", "zzyzx", "zzyzx qqqq", "serbai",
		"a b c d e f g h i j k l m n o p q r s t u v w x y z", strings.Repeat("a", 200), strings.Repeat("a ", 100), "e-e-e-e-e-e-e-e-e-e-e",
	} {
		sought(b, "")
		count()
		told, _ := sought(b, query)
		runs, elements := count(), ask[int](b, `document.querySelectorAll("#found *").length`)
		if runs == 0 {
			t.Fatal("nothing is counted")
		}
		t.Logf("%-20.20s %6d runs, %4d elements: %.60s", query, runs, elements, told)
		if runs > 40*pages || elements > 1000 {
			t.Errorf("for %.40q the script runs its parts %d times, and makes %d elements", query, runs, elements)
		}
	}
	// Of what is found many times no more is made at once than a hundred results.
	sought(b, "e")
	before := ask[int](b, `document.querySelectorAll("#found h3").length`)
	ask[bool](b, `document.querySelector(".found-more").click(), true`)
	if n := ask[int](b, `document.querySelectorAll("#found h3").length`); before != 20 || n != 120 {
		t.Errorf("at first %d are shown, then %d", before, n)
	}
}
