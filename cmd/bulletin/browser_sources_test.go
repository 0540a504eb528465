package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// testSources looks at the page of sources on a narrow screen: the periods of a part
// begin below its label, and both further in than the area that the part is of.
func testSources(t *testing.T, browser *window, host string) {
	b := openTab(t, browser, host+"/repo/")
	b.show(view{Width: 390, Media: "screen", Scheme: "light"})
	b.do("loading", chromedp.Navigate(host+"/repo/sources/"))
	const astray = `(() => {
		for (const d of document.querySelectorAll("details")) d.open = true;
		const left = e => e.getClientRects()[0].left;
		let parts = 0, found = [];
		for (const part of document.querySelectorAll(".resting .part")) {
			parts++;
			const label = part.querySelector(".of"), cells = part.querySelector(".cells"), area = part.parentElement.querySelector("li:not(.part) .of");
			const below = cells.getBoundingClientRect().top >= label.getBoundingClientRect().bottom;
			if (below && left(cells) !== left(label) || left(label) < left(area) + 8) found.push(part.textContent);
		}
		return parts === 0 ? ["there is no part"] : found;
	})()`
	for _, part := range ask[[]string](b, astray) {
		t.Errorf("%q is not indented with its area's parts", part)
	}
	ask[bool](b, `(() => { for (const e of document.querySelectorAll(".resting .part")) e.style.padding = "0"; return true })()`)
	if found := ask[[]string](b, astray); len(found) == 0 {
		t.Error("without its indent no part is found astray")
	}
}
