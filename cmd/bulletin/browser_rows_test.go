package main

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tableTab opens a table, and waits for its controls.
func tableTab(t *testing.T, browser *window, host, address string) *tab {
	t.Helper()
	b := openTab(t, browser, host+"/repo/")
	b.show(screen())
	b.do("loading", chromedp.Navigate(host+"/repo/data/arrivals/"+address))
	b.until("the controls", `document.querySelector(".table-tools") !== null`)
	return b
}

// counted is what the table says of itself.
func counted(b *tab) string {
	b.t.Helper()
	return ask[string](b, `document.querySelector(".table-count").textContent`)
}

// testTableLook applies the rules for all pages to a table that is filtered and sorted,
// and to one that shows nothing.
func testTableLook(t *testing.T, browser *window, host string) {
	for _, address := range []string{"?area=serbia&sort=-value", "?q=zzyzx"} {
		b := tableTab(t, browser, host, address)
		for _, v := range views() {
			for _, f := range b.look(rules(t), v) {
				t.Errorf("%s: %v", address, f)
			}
		}
		for _, f := range b.told() {
			t.Errorf("%s: %v", address, f)
		}
	}
}

// testTableAddress opens addresses that tell of things that are not there, and goes back
// from a row that the filter hid.
func testTableAddress(t *testing.T, browser *window, host string) {
	// What rows should be seen, told of rows in JavaScript.
	const serbia, value = `r.cells[0].dataset.id === "serbia"`, `document.querySelector("#serbia-2018 data")`
	b := tableTab(t, browser, host, "")
	plain, written := ask[string](b, value+".value"), ask[string](b, value+".textContent")
	for address, want := range map[string][2]string{
		"?area=nowhere&sort=-bogus#%":           {"true", ""},
		"?area=serbia&q=%F0%9F":                 {"false", ""},
		"?sort=period#nowhere":                  {"true", ", by period, oldest first"},
		"?area=serbia&q=" + plain:               {serbia + ` && r.querySelector("data").value === "` + plain + `"`, ""},
		"?area=serbia&q=" + written:             {serbia + ` && r.querySelector("data").value === "` + plain + `"`, ""},
		"?area=serbia&sort=-area#serbia-2018":   {serbia, ", by area, Z to A"},
		"?area=serbia&sort=area#greece-2023-q1": {"true", ", by area, A to Z"},
		"?q=greece+2023-Q1":                     {`r.id === "greece-2023-q1"`, ""},
		"?area=serbia&period=2018&q":            {`r.id === "serbia-2018"`, ""},
	} {
		b := tableTab(t, browser, host, address)
		wrong := ask[[]string](b, `Array.from(document.querySelectorAll(".observations tbody tr")).filter((r) => r.hidden === (`+want[0]+`)).map((r) => r.id)`)
		if told := counted(b); len(wrong) > 0 || !strings.HasSuffix(told, "observations"+want[1]) {
			t.Errorf("%s: %q; seen or hidden against what was asked: %q", address, told, wrong)
		}
		for _, f := range b.told() {
			t.Errorf("%s: %v", address, f)
		}
	}
	b = tableTab(t, browser, host, "?area=serbia")
	ask[bool](b, `(location.hash = "#greece-2023-q1", true)`)
	b.until("the row that was hidden", `document.querySelector("#greece-2023-q1").checkVisibility()`)
	b.until("the address tells nothing of a filter", `location.search === ""`)
	ask[bool](b, `history.back(), true`)
	b.until("the filter is back", `location.search === "?area=serbia" && !document.querySelector("#greece-2023-q1").checkVisibility() &&
		document.querySelector(".table-tools select").value === "serbia"`)
	for _, f := range b.told() {
		t.Error(f)
	}
}

// rowOf is a row of the table of observations in the page as it is sent.
var rowOf = regexp.MustCompile(`(?m)^(?:<tbody>\n)?<tr id="[^"]*" class="depth-.*</tr>$`)

// withRows is a server of the site whose table of arrivals has other rows.
func withRows(t *testing.T, site http.Handler, rows func(own []string) []string) string {
	t.Helper()
	answer := httptest.NewRecorder()
	site.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/repo/data/arrivals/", nil))
	page := answer.Body.String()
	own := rowOf.FindAllString(page, -1)
	if len(own) < 50 {
		t.Fatalf("the page has %d rows", len(own))
	}
	own[0] = strings.TrimPrefix(own[0], "<tbody>\n")
	before, rest, _ := strings.Cut(page, own[0])
	_, after, _ := strings.Cut(rest, own[len(own)-1])
	page = before + strings.Join(rows(own), "\n") + after
	made := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/repo/data/arrivals/" {
			site.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	}))
	t.Cleanup(made.Close)
	return made.URL
}

// testTableWords filters by the words of internal/search/testdata/fold.json: the table
// compares as the search does.
func testTableWords(t *testing.T, browser *window, site http.Handler) {
	var pairs [][2]string
	src, err := os.ReadFile(filepath.Join("..", "..", "internal", "search", "testdata", "fold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, &pairs); err != nil {
		t.Fatal(err)
	}
	note := regexp.MustCompile(`<td class="note">.*?</td>`)
	b := tableTab(t, browser, withRows(t, site, func(own []string) (rows []string) {
		for i, p := range pairs {
			row := note.ReplaceAllLiteralString(own[i], `<td class="note">`+html.EscapeString(p[0])+`</td>`)
			rows = append(rows, row)
		}
		return rows
	}), "")
	for i, p := range pairs {
		if p[1] == "" {
			continue
		}
		asked, err := json.Marshal(p[1])
		if err != nil {
			t.Fatal(err)
		}
		if !ask[bool](b, fmt.Sprintf(`(() => {
			const field = document.querySelector(".table-tools input");
			field.value = %s;
			field.dispatchEvent(new Event("input"));
			return !document.querySelectorAll(".observations tbody tr")[%d].hidden;
		})()`, asked, i)) {
			t.Errorf("%q does not find %q", p[1], p[0])
		}
	}
	for _, f := range b.told() {
		t.Error(f)
	}
}

// testTableLarge opens a table of 2,000 rows: so many as can be laid out at once are
// shown, the others on request, by an address and on paper.
func testTableLarge(t *testing.T, browser *window, site http.Handler) {
	const rows = 2000
	id := regexp.MustCompile(`^<tr id="[^"]*"`)
	host := withRows(t, site, func(own []string) (all []string) {
		for i := range rows {
			all = append(all, id.ReplaceAllLiteralString(own[i%len(own)], `<tr id="row-`+strconv.Itoa(i)+`"`))
		}
		return all
	})
	b := tableTab(t, browser, host, "")
	seen := func(want int, told string) {
		t.Helper()
		if n := ask[int](b, `document.querySelectorAll(".observations tbody tr:not([hidden])").length`); n != want || counted(b) != told {
			t.Errorf("%d rows are seen, want %d; it says %q, want %q", n, want, counted(b), told)
		}
	}
	seen(500, "All 2,000 observations; the first 500 are shown")
	ask[bool](b, `document.querySelector(".observations th:nth-child(4) button").focus(), true`)
	b.do("sorting", chromedp.KeyEvent(kb.Enter))
	seen(500, "All 2,000 observations, by value, largest first; the first 500 are shown")
	if !ask[bool](b, `document.activeElement === document.querySelector(".observations th:nth-child(4) button")`) {
		t.Error("sorting loses the focus")
	}
	if !ask[bool](b, `(() => {
		const values = Array.from(document.querySelectorAll(".observations tbody tr"), (r) => r.querySelector("data")?.value ?? -1).map(Number);
		return values.every((v, i) => i === 0 || values[i - 1] >= v) && values.at(-1) === -1;
	})()`) {
		t.Error("the rows are not in the order of their values, with the missing last")
	}
	ask[bool](b, `document.querySelector(".table-more").focus(), true`)
	b.do("asking for all", chromedp.KeyEvent(kb.Enter))
	seen(rows, "All 2,000 observations, by value, largest first")
	if got := ask[int](b, `document.activeElement.rowIndex`); got != 501 {
		t.Errorf("the focus is on row %d, not on the first that is new", got)
	}

	// The head stays above what is read, and nothing that is reached lies beneath it.
	if !ask[bool](b, `(() => {
		const row = document.querySelectorAll(".observations tbody tr")[300], head = document.querySelector(".observations th");
		row.scrollIntoView();
		const top = head.getBoundingClientRect();
		return Math.abs(top.top) < 1 && row.getBoundingClientRect().top >= top.bottom - 1;
	})()`) {
		t.Error("the head of the table goes out of sight, or hides the row that is gone to")
	}

	b.do("loading a row", chromedp.Navigate(host+"/repo/data/arrivals/?area=serbia#row-1900"))
	b.until("the row far below", `document.querySelector("#row-1900")?.checkVisibility() && Math.abs(document.querySelector("#row-1900").getBoundingClientRect().top) < innerHeight`)
	b.do("loading", chromedp.Navigate(host+"/repo/data/arrivals/?q=serbia"))
	b.until("the filter", `document.querySelector(".observations tr[hidden]") !== null`)
	b.show(view{Width: 1280, Media: "print", Scheme: "light"})
	if n := ask[int](b, `Array.from(document.querySelectorAll(".observations tbody tr")).filter((r) => r.getClientRects().length).length`); n != rows {
		t.Errorf("on paper there are %d rows", n)
	}
	if ask[bool](b, `document.querySelector(".table-more").checkVisibility() || document.querySelector(".table-none").checkVisibility()`) {
		t.Error("a control is printed")
	}
	for _, f := range b.told() {
		t.Error(f)
	}
}
