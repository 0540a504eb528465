package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// writer is an author with a page of bulletin serve open.
type writer struct {
	*tab
	dir string
}

func (w *writer) write(name, text string) {
	w.t.Helper()
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// wide is an edition that is longer than a screen, with a table that is wider
// than its column, and a chart, whose table lies in details.
func wide(words string) string {
	var b strings.Builder
	b.WriteString("---\ntitle: Two countries\nperiod: 2023-Q1\nareas: [serbia, bulgaria]\n---\n\n" + words + "\n\n")
	b.WriteString("```chart\ntype: bar\nindicator: arrivals\ntitle: Arrivals in two countries\n```\n\n")
	b.WriteString(strings.Repeat("| Acknowledgementswithoutspaces ", 14) + "|\n" + strings.Repeat("|:--", 14) + "|\n" + strings.Repeat("| word ", 14) + "|\n\n")
	b.WriteString(strings.Repeat("A paragraph of words, so that there is something to scroll through.\n\n", 80))
	return b.String()
}

// strict stands between the browser and the server, and lets the page do only what
// the strictest policy allows.
func strict(t *testing.T, target *atomic.Pointer[url.URL]) string {
	t.Helper()
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target.Load()) },
		ModifyResponse: func(r *http.Response) error {
			r.Header.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'")
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(func() {
		server.CloseClientConnections() // streams of events have no end
		server.Close()
	})
	return server.URL
}

const (
	box      = `[...document.querySelectorAll(".table-box")].findLast((box) => box.scrollWidth > box.clientWidth)`
	scrolled = `JSON.stringify([Math.round(scrollY), ` + box + `?.scrollLeft, document.querySelector("main details").open])`
	lead     = `document.querySelector("main").innerText`
	inLayer  = `document.querySelector("bulletin-overlay").shadowRoot`
)

// testReload: an open page keeps up with its site, and the reader keeps the place.
func testReload(t *testing.T, browser *window) {
	w := &writer{openTab(t, browser, "http://127.0.0.1:"), smallSite(t)}
	const page = "content/reports/2023-q1/_index.md"
	w.write(page, wide("The first words."))
	sheet, err := os.ReadFile(filepath.Join(root, "templates", "assets", "site.css"))
	if err != nil {
		t.Fatal(err)
	}
	w.write("templates/assets/site.css", string(sheet))
	address, stop := serving(t, w.dir)
	var target atomic.Pointer[url.URL]
	aim := func(address string) {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		target.Store(&url.URL{Scheme: u.Scheme, Host: u.Host})
	}
	aim(address)
	host := strict(t, &target)
	w.show(views()[0])
	w.do("loading the edition", chromedp.Navigate(host+"/small/reports/2023-q1/"))
	w.until("the page", lead+`.includes("The first words.")`)
	const place = `[1200,150,true]`
	ask[bool](w.tab, `(() => {
		document.querySelector("main details").open = true;
		scrollTo(0, 1200);
		`+box+`.scrollLeft = 150;
		window.stays = true;
		window.bare = 0;
		(function look() {
			if (![...document.querySelectorAll('link[href*="site.css"]')].some((link) => link.sheet)) window.bare++;
			requestAnimationFrame(look);
		})();
		return true;
	})()`)
	if got := ask[string](w.tab, scrolled); got != place {
		t.Fatalf("at %s", got)
	}

	// Another page changes, and then the stylesheet: the page stays.
	w.write("content/pages/about.md", "---\ntitle: About\n---\n\nOther words.\n")
	w.write("templates/assets/site.css", string(sheet)+"\nbody { outline: 7px solid; }\n")
	w.until("the new stylesheet", `getComputedStyle(document.body).outlineWidth === "7px"`)
	w.write("templates/assets/site.css", string(sheet)+"\nbody { outline: 9px solid; }\n")
	w.until("the newest stylesheet alone", `getComputedStyle(document.body).outlineWidth === "9px" && document.querySelectorAll('link[href*="site.css"]').length === 1`)
	if got := ask[string](w.tab, `String(window.stays) + window.bare`); got != "true0" {
		t.Errorf("loaded again for a stylesheet or another page, or without a style meanwhile: %s", got)
	}
	if got := ask[string](w.tab, scrolled); got != place {
		t.Errorf("moved to %s", got)
	}

	// The page itself changes.
	w.write(page, wide("The second words."))
	w.until("the new page", lead+`.includes("The second words.")`)
	w.until("the place", `window.stays === undefined && document.readyState === "complete" && `+scrolled+` === "`+place+`"`)
	w.until("the browser's own scrolling", `history.scrollRestoration === "auto"`)

	// Nobody looks: the page waits until somebody does, and takes no connection.
	looks := func(state string) {
		ask[bool](w.tab, `(() => {
			Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "`+state+`" });
			return document.dispatchEvent(new Event("visibilitychange"));
		})()`)
	}
	looks("hidden")
	w.write(page, wide("The third words."))
	waitFor(t, address+"reports/2023-q1/", "The third words.")
	time.Sleep(200 * time.Millisecond)
	if !ask[bool](w.tab, lead+`.includes("The second words.")`) {
		t.Error("a page in the background was loaded again")
	}
	looks("visible")
	w.until("the new page in the foreground", lead+`.includes("The third words.")`)
	w.until("the place", scrolled+` === "`+place+`"`)

	testOverlay(w)
	for _, f := range w.told() {
		t.Error(f)
	}

	// The server ends, and another takes its place: the page is the same, and stays.
	ask[bool](w.tab, `window.stays = true`)
	stop()
	w.until("word of the end", inLayer+`.querySelector(".gone").checkVisibility()`)
	address, _ = serving(t, w.dir)
	aim(address)
	w.until("the other server", `!`+inLayer+`.querySelector(".gone").checkVisibility()`)
	if !ask[bool](w.tab, `window.stays === true`) {
		t.Error("loaded again for a server that sends the same")
	}
	w.write(page, wide("The last words."))
	w.until("the page of the other server", lead+`.includes("The last words.")`)
}

// testOverlay: problems can be closed and opened with the keyboard, are read out,
// and come back when they are others.
func testOverlay(w *writer) {
	t := w.t
	const (
		about  = "content/pages/about.md"
		open   = inLayer + `.querySelector("dialog").open`
		pill   = inLayer + `.querySelector(".pill")`
		header = inLayer + `.querySelector("h2").innerText`
	)
	warned := "---\ntitle: About\n---\n\nThere were 4,321 people.\n"
	w.write(about, warned)
	w.until("the warning in the corner", pill+`.checkVisibility() && `+pill+`.innerText === "1 warning"`)
	if ask[bool](w.tab, open) {
		t.Error("a warning is laid over the page")
	}
	ask[bool](w.tab, pill+`.focus(), true`)
	w.do("opening it", chromedp.KeyEvent("\r"))
	w.until("the warning", open+` && `+inLayer+`.querySelector("li.warning mark").innerText === "4,321"`)
	w.do("closing it", chromedp.KeyEvent("\x1b"))
	w.until("the page", `!`+open)

	w.write(about, warned+"\n{{ arivals serbia 2023-Q1 }}\n")
	w.until("the error over the page", open+` && `+header+` === "1 error, 1 warning"`)
	if got := ask[string](w.tab, inLayer+`.activeElement.innerText`); got != "Close" {
		t.Errorf("the focus is on %q", got)
	}
	w.do("closing it", chromedp.KeyEvent("\x1b"))
	w.until("the page", `!`+open+` && `+pill+`.innerText === "1 error, 1 warning"`)

	// The same problems once more stay closed; others do not.
	w.write("content/pages/other.md", "---\ntitle: Other\n---\n\nWords.\n")
	time.Sleep(300 * time.Millisecond)
	if ask[bool](w.tab, open) {
		t.Error("what was closed came back")
	}
	w.write(about, warned+"\n{{ arivals serbia 2023-Q1 }} {{ detentoins serbia 2023-Q1 }}\n")
	w.until("the errors over the page", open+` && `+header+` === "2 errors, 1 warning"`)
	w.write(about, "---\ntitle: About\n---\n\nMended.\n")
	w.until("the mended page", `!`+open+` && !`+pill+`.checkVisibility()`)
}

// waitFor asks for an address until its page has the words.
func waitFor(t *testing.T, address, words string) {
	t.Helper()
	for deadline := time.Now().Add(patienceWithBrowser); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if strings.Contains(fetched(t, address), words) {
			return
		}
	}
	t.Fatalf("%s never has %q", address, words)
}

func fetched(t *testing.T, address string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
