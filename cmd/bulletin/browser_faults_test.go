package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

// fault is something that is done to a good page to see whether it is found.
type fault struct {
	name     string
	old, new string // in the page
	style    string // added to site.css
	script   string // run by the page
	view     int    // of views, in which it shows
	keys     bool   // it shows with the keyboard
	want     []string
}

func faults() []fault {
	const main = `<main id="main" tabindex="-1">`
	return []fault{
		{name: "nothing wrong", keys: true},
		{name: "a console message", script: `console.log("here")`, want: []string{"console"}},
		{name: "an exception", script: `throw new Error("here")`, want: []string{"console"}},
		{name: "words only with scripts", script: `document.querySelector("main").append("more")`, want: []string{"scripts"}},
		{name: "an inline style", old: main, new: main + `<p style="color: red">x</p>`, want: []string{"policy", "style"}},
		{name: "an inline script", old: main, new: main + `<script>1</script>`, want: []string{"policy"}},
		{name: "another host", old: main, new: main + `<img src="http://other.invalid/x.png" alt="">`, want: []string{"policy", "foreign", "request", "image"}},
		{name: "out of the subpath", old: main, new: main + `<img src="/x.png" alt="">`, want: []string{"foreign", "request", "console", "image"}},
		{name: "an image that is none", old: main, new: main + `<img src="../../../assets/site.css" alt="">`, want: []string{"image"}},
		{name: "no language", old: ` lang="en"`, want: []string{"language"}},
		{name: "no title", old: `<title>`, new: `<title></title><meta content="`, want: []string{"title"}},
		{name: "two headings", old: `</h1>`, new: `</h1><h1>Again</h1>`, want: []string{"h1"}},
		{name: "a hidden heading", style: `h1 { display: none }`, want: []string{"h1"}},
		{name: "no landmark", old: main, new: `<div id="main" tabindex="-1">`, want: []string{"main"}},
		{name: "too wide", style: `.lead { width: 400px }`, view: 4, want: []string{"overflow"}},
		{name: "too wide when opened", style: `details table { width: 500px } details .table-box { overflow: visible }`, view: 2, want: []string{"overflow"}},
		{name: "too wide on paper", style: `@media print { h1 { width: 700px } }`, view: 5, want: []string{"overflow"}},
		{name: "pale text", style: `.prose > p { color: #777f }`, view: 1, want: []string{"contrast"}},
		{name: "pale links", style: `main a { color: #888 !important }`, view: 0, want: []string{"contrast"}},
		{name: "pale labels", style: `.chart text { fill: #888 !important }`, view: 2, want: []string{"contrast"}},
		{name: "see-through labels", style: `.chart { opacity: .5 }`, view: 3, want: []string{"contrast"}},
		{name: "light in the dark", style: `@media screen { body { background: #eee; color: #000 } }`, view: 1, want: []string{"scheme", "contrast"}},
		{name: "dark by day", style: `:root { --page: #222; --ink: #fff }`, view: 0, want: []string{"scheme", "contrast"}},
		{name: "grey paper", style: `@media print { body { background: #ddd } }`, view: 6, want: []string{"scheme"}},
		{name: "small text", style: `.prose > p { font-size: 15px }`, view: 2, want: []string{"text size"}},
		{name: "small body", style: `body { font-size: 15px } main { font-size: 17px }`, view: 0, want: []string{"text size"}},
		{name: "small notes on paper", style: `@media print { .notes li { font-size: 6pt } }`, view: 5, want: []string{"print size"}},
		{name: "small labels", style: `svg.chart .ch-small { font-size: 10px !important }`, view: 2, want: []string{"chart text"}},
		{name: "large labels", style: `svg.chart text { font-size: 50px !important }`, view: 0, want: []string{"chart cut", "chart overlap", "contrast"}},
		{name: "a label over another", old: `<text`, new: `<text class="ch-small" x="100" y="60">Over</text><text class="ch-small" x="110" y="66">under</text><text`, want: []string{"chart overlap"}},
		{name: "a label out of its drawing", old: `<text`, new: `<text class="ch-small" x="-60" y="60">Out of it</text><text`, want: []string{"chart cut"}},
		{name: "a label on a mark like it", old: `<text`, new: `<path class="ch-up ch-fill" d="M40 40H240V80H40Z"/><text class="ch-small" x="120" y="65">Blue</text><text`, want: []string{"contrast"}},
		{name: "an id twice", old: `</h1>`, new: `</h1><p id="twice">x</p><p id="twice">y</p>`, want: []string{"id"}},
		{name: "labels in forced colours", style: `@media (forced-colors: active) { .chart text { fill: Canvas !important; stroke: none !important } }`, view: 10, want: []string{"contrast"}},
		{name: "two drawings", style: `svg.chart { display: block !important }`, view: 0, want: []string{"drawing"}},
		{name: "no drawing", style: `svg.chart { display: none !important }`, view: 2, want: []string{"drawing"}},
		{name: "the wide drawing on a phone", style: `.picture .chart-wide { display: block } .picture .chart-narrow { display: none }`, view: 2, want: []string{"drawing", "chart text"}},
		{name: "the narrow drawing on paper", style: `@media print { .picture .chart-wide { display: none !important } .picture .chart-narrow { display: block !important } }`, view: 5, want: []string{"drawing"}},
		{name: "the narrow drawing where there is room", style: `.chart-box { max-width: 520px !important }`, view: 0, want: []string{"drawing"}},
		{name: "notes at the bottom of a picture", style: `.chart-figure { display: grid; grid-template-columns: 670px 1fr } .chart-figure > figcaption { grid-column: 1 / -1 } .chart-foot { align-self: end; height: 100px; overflow: hidden }`, view: 0, want: []string{"notes"}},
		{name: "no picture", old: `class="picture"`, new: `class="painting"`, want: []string{"chart"}},
		{name: "a picture without a role", old: `role="img"`, want: []string{"chart"}},
		{name: "no skip link", style: `.skip { display: none }`, keys: true, want: []string{"keyboard"}},
		{name: "a skip link out of sight", style: `.skip:focus { transform: translateY(-110%) }`, keys: true, want: []string{"keyboard"}},
		{name: "a skip link to nowhere", old: `id="main"`, new: `id="mine"`, keys: true, want: []string{"keyboard"}},
		{name: "text that takes no focus", old: ` tabindex="-1"`, keys: true, want: []string{"keyboard"}},
	}
}

// testFaults proves that the other tests can fail: it spoils a page in one way
// after another, and what is wrong must be found, and be all that is found.
func testFaults(t *testing.T, browser *window, site http.Handler) {
	page := ownPage{path: "reports/2023-q1/key-regional-trends/", charts: true}
	for _, f := range faults() {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			server := httptest.NewServer(spoil(t, site, "/repo/"+page.path, f))
			t.Cleanup(server.Close)
			var rules []string
			found := examine(t, browser, server.URL, page, views()[f.view:f.view+1], f.keys)
			for _, one := range found {
				rules = append(rules, one.Rule)
			}
			for _, want := range f.want {
				if !slices.Contains(rules, want) {
					t.Errorf("%s is not found, but %v", want, found)
				}
			}
			for _, other := range found {
				if !slices.Contains(f.want, other.Rule) {
					t.Errorf("found besides: %s", other)
				}
			}
		})
	}
	t.Run("dead links", func(t *testing.T) {
		addresses := []string{
			"http://host/repo/", "http://host/repo/sources/#main", "https://example.org/elsewhere",
			"http://host/repo/no/", "http://host/sources/", "http://host/repo/sources/#nothing",
		}
		if found := deadLinks(t, site, "http://host", addresses); len(found) != 3 {
			t.Errorf("found %v", found)
		}
	})
}

// spoil serves a site with a fault in one of its pages.
func spoil(t *testing.T, site http.Handler, page string, f fault) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, r)
		body := answer.Body.Bytes()
		switch r.URL.Path {
		case page:
			if !bytes.Contains(body, []byte(f.old)) {
				t.Errorf("the page has no %s", f.old)
			}
			body = bytes.Replace(body, []byte(f.old), []byte(f.new), 1)
			if f.script != "" {
				body = bytes.Replace(body, []byte("</body>"), []byte(`<script src="/repo/fault.js"></script></body>`), 1)
			}
		case "/repo/assets/site.css":
			body = append(body, f.style...)
		case "/repo/fault.js":
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write([]byte(f.script))
			return
		}
		for name, values := range answer.Header() {
			if !strings.HasPrefix(name, "Content-Length") && name != "Last-Modified" {
				w.Header()[name] = values
			}
		}
		w.WriteHeader(answer.Code)
		_, _ = w.Write(body)
	})
}
