package main

import (
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// shownRows tells in JavaScript which rows of the table are seen, as they stand:
// "Serbia|2018|16165".
const shownRows = `Array.from(document.querySelectorAll(".observations tbody tr")).filter(r => r.getClientRects().length)
	.map(r => [r.cells[0].textContent, r.cells[1].dataset.id, r.querySelector("data")?.value ?? ""].join("|"))`

// testTable sorts and filters the table of observations with the keyboard alone,
// under a subpath, and looks at it where no script runs, and on paper.
func testTable(t *testing.T, browser *window, site http.Handler, host string) {
	t.Run("keyboard", func(t *testing.T) { testTableKeyboard(t, browser, host) })
	t.Run("look", func(t *testing.T) { testTableLook(t, browser, host) })
	t.Run("address", func(t *testing.T) { testTableAddress(t, browser, host) })
	t.Run("words", func(t *testing.T) { testTableWords(t, browser, site) })
	t.Run("large", func(t *testing.T) { testTableLarge(t, browser, site) })
}

func testTableKeyboard(t *testing.T, browser *window, host string) {
	address := host + "/repo/data/arrivals/"
	b := openTab(t, browser, host+"/repo/")
	b.show(screen())
	b.scripts(false)
	b.do("loading without scripts", chromedp.Navigate(address))
	plain := ask[[]string](b, shownRows)
	if n := ask[int](b, `document.querySelectorAll(".table-tools, .observations button, .observations [aria-sort]").length`); len(plain) < 50 || n != 0 {
		t.Fatalf("without a script there are %d rows and %d controls", len(plain), n)
	}
	b.scripts(true)
	b.do("loading", chromedp.Navigate(address))
	b.until("the controls", `document.querySelector(".table-tools") !== null`)
	if rows := ask[[]string](b, shownRows); strings.Join(rows, "\n") != strings.Join(plain, "\n") {
		t.Error("the table is not as it is without a script")
	}
	status := func(want string) {
		t.Helper()
		if got := ask[string](b, `document.querySelector(".table-tools [role=status]").textContent`); got != want {
			t.Errorf("the status says %q, want %q", got, want)
		}
	}
	all := fmt.Sprintf("All %d observations", len(plain))
	status(all)

	// Tab leads to every control, and each has a name.
	press := func(keys ...string) {
		t.Helper()
		for _, key := range keys {
			b.do("pressing "+key, chromedp.KeyEvent(key))
		}
	}
	reach := func(what string) {
		t.Helper()
		for range 200 {
			if ask[bool](b, `document.activeElement.matches(`+"`"+what+"`"+`)`) {
				return
			}
			press(kb.Tab)
		}
		t.Fatalf("Tab does not lead to %s", what)
	}
	reach(".table-tools select")
	press(kb.ArrowDown, kb.ArrowDown)
	rows, second := ask[[]string](b, shownRows), ask[string](b, `document.activeElement.selectedOptions[0].text`)
	of := slices.DeleteFunc(slices.Clone(plain), func(row string) bool { return !strings.HasPrefix(row, second+"|") })
	if len(of) == 0 || !slices.Equal(rows, of) {
		t.Errorf("of the second area, %s, these are seen: %q, want %q", second, rows, of)
	}
	status(fmt.Sprintf("%d of %d observations", len(of), len(plain)))
	b.until("the address tells it", `location.search === "?area=" + document.activeElement.value`)
	reach(".table-tools input")
	_, rest, _ := strings.Cut(of[0], "|")
	period, _, _ := strings.Cut(rest, "|")
	press(strings.Split(period, "")...)
	if rows := ask[[]string](b, shownRows); !slices.Contains(rows, of[0]) || len(rows) > len(of) {
		t.Errorf("of %s are seen: %q", period, rows)
	}
	press("x")
	status(fmt.Sprintf("0 of %d observations", len(plain)))
	if !ask[bool](b, `document.querySelector(".table-none").checkVisibility() && !document.querySelector(".observations").checkVisibility()`) {
		t.Error("where no row fits an empty table stands")
	}
	reach(".table-reset")
	press(kb.Enter)
	status(all)
	if !ask[bool](b, `document.activeElement.matches(".table-tools select")`) {
		t.Error("the focus is lost")
	}
	b.until("the address tells nothing more", `location.search === ""`)

	// The head of a column sorts: from the largest down, up, and not at all.
	reach(".observations th:nth-child(4) button")
	press(kb.Enter)
	sorted := func(want string) {
		t.Helper()
		if got := ask[string](b, `document.querySelector(".observations th:nth-child(4)").getAttribute("aria-sort") ?? "none"`); got != want {
			t.Errorf("the column is sorted %s, want %s", got, want)
		}
	}
	sorted("descending")
	ordered := func(direction float64) {
		t.Helper()
		rows := ask[[]string](b, shownRows)
		last := math.Inf(int(-direction))
		for _, row := range rows {
			value := row[strings.LastIndex(row, "|")+1:]
			n, err := strconv.ParseFloat(value, 64)
			switch {
			case value == "":
				n = math.Inf(int(direction)) // what is missing comes last either way
			case err != nil:
				t.Errorf("%s: %v", row, err)
			}
			if direction*n < direction*last {
				t.Errorf("%s stands behind %g", row, last)
			}
			last = n
		}
		if len(rows) != len(plain) {
			t.Errorf("sorted there are %d rows, want %d", len(rows), len(plain))
		}
	}
	ordered(-1)
	press(" ")
	sorted("ascending")
	ordered(1)
	status(all + ", by value, smallest first")
	press(kb.Enter)
	sorted("none")
	if rows := ask[[]string](b, shownRows); strings.Join(rows, "\n") != strings.Join(plain, "\n") {
		t.Error("sorted no more, the table is not as it was")
	}

	// A shared address brings back what was chosen; the row that it points to is seen,
	// and paper has all rows.
	b.do("loading an address", chromedp.Navigate(address+"?area=serbia&sort=-value"))
	b.until("the filter", `document.querySelector(".observations tr[hidden]") !== null`)
	if rows := ask[[]string](b, shownRows); len(rows) < 2 || len(rows) >= len(plain) || slices.ContainsFunc(rows, func(row string) bool { return !strings.HasPrefix(row, "Serbia|") }) {
		t.Errorf("the address brings %q", rows)
	}
	b.show(view{Width: 1280, Media: "print", Scheme: "light"})
	if rows := ask[[]string](b, shownRows); len(rows) != len(plain) {
		t.Errorf("on paper there are %d rows, want %d", len(rows), len(plain))
	}
	b.show(screen())
	ask[bool](b, `(() => { location.hash = "#greece-2023-q1"; return true })()`)
	b.until("the row", `document.querySelector("#greece-2023-q1").getClientRects().length > 0`)
	for _, f := range b.told() {
		t.Error(f)
	}
}
