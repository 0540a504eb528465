package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// ownPage is a page of the repository's site that stands for its kind.
type ownPage struct {
	name   string
	path   string // below /repo/
	charts bool   // it has one at least
	gone   bool   // it is answered with 404
	wide   bool   // its charts are wide on every screen, and scroll
}

func ownPages() []ownPage {
	return []ownPage{
		{name: "home", path: "", charts: true},
		{name: "edition", path: "reports/2023-q1/", charts: true},
		{name: "chapter", path: "reports/2023-q1/serbia/", charts: true},
		{name: "section", path: "reports/2023-q1/key-regional-trends/", charts: true},
		{name: "snapshot", path: "snapshots/2024-02/", charts: true},
		{name: "region", path: "regions/the-balkans/"},
		{name: "article", path: "news/2017-01-24-push-backs-into-serbia/"},
		{name: "standing page", path: "methodology/"},
		{name: "data", path: "data/"},
		{name: "guide", path: "guide/data/"},
		{name: "indicator", path: "data/asylum-applications/", charts: true},
		{name: "areas", path: "areas/", charts: true},
		{name: "area", path: "areas/serbia/", charts: true},
		{name: "group", path: "areas/western-balkans/", charts: true},
		{name: "sources", path: "sources/"},
		{name: "print edition", path: "reports/2023-q1/print/", charts: true, wide: true},
		{name: "not found", path: "reports/2023-q1/nowhere/at-all/", gone: true},
	}
}

// views are the ways in which each page is looked at. 320 pixels are a desk's
// screen at 400 %, where a chart has become narrower than it was drawn, for 360. At 710
// pixels a chart has 653, at 723 it has 665: too few and just enough for its wide
// drawing. An A4 page of 210 mm with the theme's margins of 18 mm has 174 mm, or 658 pixels.
func views() []view {
	return []view{
		{Width: 1280, Media: "screen", Scheme: "light", Drawing: "wide", Label: 12},
		{Width: 1280, Media: "screen", Scheme: "dark", Drawing: "wide", Label: 12},
		{Width: 390, Media: "screen", Scheme: "light", Drawing: "narrow", Label: 12},
		{Width: 390, Media: "screen", Scheme: "dark", Drawing: "narrow", Label: 12},
		{Width: 320, Media: "screen", Scheme: "light", Drawing: "narrow", Label: 12},
		{Width: 658, Media: "print", Scheme: "light", Drawing: "wide", Label: 28. / 3},
		{Width: 658, Media: "print", Scheme: "dark", Drawing: "wide", Label: 28. / 3},
		{Width: 360, Media: "screen", Scheme: "light", Drawing: "narrow", Label: 12},
		{Width: 710, Media: "screen", Scheme: "light", Drawing: "narrow", Label: 12},
		{Width: 723, Media: "screen", Scheme: "light", Drawing: "wide", Label: 12},
		{Width: 1280, Media: "screen", Scheme: "light", Drawing: "wide", Label: 12, Forced: true},
		{Width: 390, Media: "screen", Scheme: "dark", Drawing: "narrow", Label: 12, Forced: true},
		{Width: 320, Media: "screen", Scheme: "dark", Drawing: "narrow", Label: 12},
	}
}

func screen() view { return views()[0] }

// rules are those that testdata/browser/look.js applies in the page, with those
// of charts.js to its charts.
func rules(t *testing.T) string {
	t.Helper()
	var src [2]string
	for i, name := range []string{"look.js", "charts.js"} {
		text, err := os.ReadFile(filepath.Join("testdata", "browser", name))
		if err != nil {
			t.Fatal(err)
		}
		src[i] = string(text)
	}
	return "(view) => (" + src[0] + ")(view, " + src[1] + ")"
}

func testPages(t *testing.T, browser *window, host string) {
	for _, page := range ownPages() {
		t.Run(page.name, func(t *testing.T) {
			t.Parallel()
			for _, f := range examine(t, browser, host, page, views(), true) {
				t.Error(f)
			}
		})
	}
}

// examine looks at a page in some views, with and without scripts and, where it
// is told to, with the keyboard, and returns what is wrong with it.
func examine(t *testing.T, browser *window, host string, page ownPage, views []view, keys bool) (found []finding) {
	t.Helper()
	address := host + "/repo/" + page.path
	b := openTab(t, browser, host+"/repo/")
	if page.gone {
		b.missing(address)
	}
	b.show(screen())
	b.do("loading "+address, chromedp.Navigate(address))
	if keys {
		found = keyboard(b)
	}
	for _, v := range views {
		v.Charts = page.charts
		if page.wide {
			v.Drawing = "wide"
		}
		found = append(found, b.look(rules(t), v)...)
	}
	b.show(screen())
	return append(append(found, withoutScripts(b, address)...), b.told()...)
}

// keyboard presses Tab at the top of a page: the skip link comes first and
// shows itself, and leads to the text.
func keyboard(b *tab) (found []finding) {
	b.t.Helper()
	b.do("pressing Tab", chromedp.KeyEvent(kb.Tab))
	if !ask[bool](b, `(() => {
		const link = document.activeElement, box = link.getBoundingClientRect();
		return link.matches("a[href='#main']") && box.top >= 0 && box.left >= 0 && box.width > 24 && box.height > 24;
	})()`) {
		found = append(found, finding{"keyboard", "Tab does not lead to a skip link that is seen, but to " + ask[string](b, `document.activeElement.outerHTML.slice(0, 80)`)})
		return found
	}
	b.do("pressing Enter", chromedp.KeyEvent(kb.Enter))
	if !ask[bool](b, `document.activeElement === document.querySelector("main")`) {
		found = append(found, finding{"keyboard", "the skip link does not lead to main"})
	}
	b.do("pressing Tab", chromedp.KeyEvent(kb.Tab))
	if !ask[bool](b, `!document.querySelector("main a") || document.querySelector("main").contains(document.activeElement)`) {
		found = append(found, finding{"keyboard", "behind the skip link Tab does not go on in main"})
	}
	return found
}

// withoutScripts compares the words of a page with those that it has when no
// script runs.
func withoutScripts(b *tab, address string) []finding {
	b.t.Helper()
	if !ask[bool](b, `document.scripts.length > 0`) {
		return nil
	}
	// Controls that a script brings are comfort: what they stand beside is complete.
	const words = `(() => {
		for (const tools of document.querySelectorAll(".table-tools")) tools.remove();
		for (const button of document.querySelectorAll(".observations th button")) button.replaceWith(button.textContent);
		return document.body.innerText;
	})()`
	with := ask[string](b, words)
	b.scripts(false)
	b.do("loading without scripts", chromedp.Navigate(address))
	without := ask[string](b, words)
	b.scripts(true)
	if with != without {
		return []finding{{"scripts", "the words differ where no script runs"}}
	}
	return nil
}
