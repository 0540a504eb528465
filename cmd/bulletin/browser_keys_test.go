package main

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// testKeys goes to the search by key, from a page that lies deep under a subpath.
func testKeys(t *testing.T, browser *window, host string) {
	b := openTab(t, browser, host+"/repo/")
	b.show(screen())
	open := func(path string) {
		t.Helper()
		b.do("loading", chromedp.Navigate(host+"/repo/"+path))
		b.until("the page", `document.readyState === "complete"`)
		ask[bool](b, `(window.here = true)`)
	}
	// stays tells whether keys leave the page as it is: no other comes within two frames
	// and a turn of the events.
	stays := func(what string, modifiers chromedp.Modifier, key string) {
		t.Helper()
		b.do("pressing "+what, chromedp.KeyEvent(key, chromedp.KeyModifiers(modifiers)))
		if !ask[bool](b, `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.here === true), 50))))`) {
			t.Errorf("%s leads elsewhere", what)
		}
	}
	deep := "reports/2023-q1/serbia/"
	open(deep)
	if got := ask[string](b, `document.querySelector(".site-search").getAttribute("aria-keyshortcuts")`); got != "Control+K" {
		t.Errorf("the link to the search names the keys %q", got)
	}
	stays("a slash", 0, "/") // a character alone is no command: WCAG 2.2, 2.1.4
	stays("k", 0, "k")
	stays("Ctrl+Shift+K", chromedp.ModifierCtrl|chromedp.ModifierShift, "K")
	stays("Ctrl+Alt+K", chromedp.ModifierCtrl|chromedp.ModifierAlt, "k")
	stays("Ctrl+J", chromedp.ModifierCtrl, "j")
	b.do("pressing Ctrl+K", chromedp.KeyEvent("k", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	b.until("the search opens, ready for words", `location.pathname === "/repo/search/" && document.activeElement.id === "query"`)
	ask[bool](b, `history.back(), true`)
	b.until("back leads back", `location.pathname === "/repo/`+deep+`"`)

	open("data/arrivals/")
	ask[bool](b, `document.querySelector(".table-tools input").focus(), true`)
	stays("Ctrl+K in a field", chromedp.ModifierCtrl, "k")
	stays("a slash in a field", 0, "/")

	// Without the script the link is there, and says nothing of keys.
	b.scripts(false)
	b.do("loading", chromedp.Navigate(host+"/repo/"+deep))
	if !ask[bool](b, `!document.querySelector(".site-search").hasAttribute("aria-keyshortcuts")`) {
		t.Error("without a script the link promises keys")
	}
	b.do("loading", chromedp.Navigate(host+"/repo/"+deep))
	for range 40 {
		if ask[bool](b, `document.activeElement.matches(".site-search")`) {
			break
		}
		b.do("pressing Tab", chromedp.KeyEvent(kb.Tab))
	}
	b.do("opening the link", chromedp.KeyEvent(kb.Enter))
	b.until("the link leads to the search", `location.pathname === "/repo/search/"`)
	b.scripts(true)
	for _, f := range b.told() {
		t.Error(f)
	}
}
