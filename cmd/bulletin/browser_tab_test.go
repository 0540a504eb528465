package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// finding is one thing that is wrong with a page.
type finding struct{ Rule, Detail string }

func (f finding) String() string { return f.Rule + ": " + f.Detail }

// tab is one page of the browser. What the page reports while it is open is
// kept.
type tab struct {
	t     testing.TB
	ctx   context.Context
	close context.CancelFunc
	base  string // the address under which every request must lie

	guard sync.Mutex
	found []finding
	gone  string // an address that may be answered with 404
}

// openTab gives a test a tab of its own until it ends.
func openTab(t testing.TB, browser *window, base string) *tab {
	t.Helper()
	b := browser.idle()
	if b == nil {
		b = newTab(t, browser)
	}
	b.serve(t, base)
	t.Cleanup(func() { browser.leave(b) })
	return b
}

func newTab(t testing.TB, browser *window) *tab {
	t.Helper()
	b := &tab{t: t}
	b.ctx, b.close = chromedp.NewContext(browser.ctx)
	if err := chromedp.Do(b.ctx); err != nil {
		t.Fatalf("opening a tab: %v", err)
	}
	if err := chromedp.Listen(b.ctx, b.heard); err != nil {
		t.Fatalf("listening to a tab: %v", err)
	}
	b.do("giving a tab the focus beside others", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		return err
	}))
	return b
}

// serve gives the tab to a test. What was heard before is not the test's.
func (b *tab) serve(t testing.TB, base string) {
	b.guard.Lock()
	defer b.guard.Unlock()
	b.t, b.base, b.gone, b.found = t, base, "", nil
}

// missing allows an address to be answered with 404.
func (b *tab) missing(address string) {
	b.guard.Lock()
	defer b.guard.Unlock()
	b.gone = address
}

// heard takes what the browser tells about the page.
func (b *tab) heard(event any) {
	b.guard.Lock()
	defer b.guard.Unlock()
	report := func(rule, format string, args ...any) {
		b.found = append(b.found, finding{rule, fmt.Sprintf(format, args...)})
	}
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		report("console", "console.%s", e.Type)
	case *runtime.EventExceptionThrown:
		report("console", "exception: %s", e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		switch {
		case strings.Contains(e.Entry.Text, "Content Security Policy"):
			report("policy", "%s", e.Entry.Text)
		case b.gone != "" && e.Entry.URL == b.gone:
		default:
			report("console", "%s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.base) {
			report("foreign", "%s is asked for", e.Request.URL)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 && e.Response.URL != b.gone {
			report("request", "%d for %s", e.Response.Status, e.Response.URL)
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			report("request", "%s: %s", e.Type, e.ErrorText)
		}
	}
}

// told returns what was heard since it was asked last.
func (b *tab) told() []finding {
	b.guard.Lock()
	defer b.guard.Unlock()
	found := b.found
	b.found = nil
	return found
}

// do takes steps in the page, and ends the test when one fails.
func (b *tab) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patienceWithBrowser)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
}

// ask has an expression or a promise of JavaScript evaluated in the page.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patienceWithBrowser)
	defer cancel()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", short(expression), err)
	}
	return answer
}

// until waits for an expression to be true in the page, through reloads.
func (b *tab) until(what, expression string) {
	b.t.Helper()
	var last error
	for deadline := time.Now().Add(patienceWithBrowser); time.Now().Before(deadline); time.Sleep(25 * time.Millisecond) {
		ctx, cancel := context.WithDeadline(b.ctx, deadline)
		var is bool
		is, last = chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
		cancel()
		if last == nil && is {
			return
		}
	}
	b.t.Fatalf("not within %v: %s (%v)", patienceWithBrowser, what, last)
}

func short(text string) string {
	if len(text) > 200 {
		return text[:200] + "…"
	}
	return text
}

// view is how a page is shown.
type view struct {
	Width   int64   `json:"width"` // in CSS pixels
	Scheme  string  `json:"scheme"`
	Media   string  `json:"media"`
	Drawing string  `json:"drawing"` // of the two of a chart
	Label   float64 `json:"label"`   // the least size of a chart's text, in CSS pixels
	Charts  bool    `json:"charts"`  // there must be one
	Forced  bool    `json:"forced"`  // the reader has chosen the colours
}

func (v view) String() string {
	text := fmt.Sprintf("%d px, %s, %s", v.Width, v.Media, v.Scheme)
	if v.Forced {
		text += ", forced colours"
	}
	return text
}

func (b *tab) show(v view) {
	b.t.Helper()
	forced := "none"
	if v.Forced {
		forced = "active"
	}
	b.do("setting the view", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		size := emulation.SetDeviceMetricsOverrideParams{Width: v.Width, Height: 900, DeviceScaleFactor: 1}
		if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, size); err != nil {
			return err
		}
		media := emulation.SetEmulatedMediaParams{Media: v.Media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: v.Scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
			{Name: "forced-colors", Value: forced},
		}}
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media)
		return err
	}))
}

// scripts switches those of the page on or off.
func (b *tab) scripts(on bool) {
	b.t.Helper()
	b.do("switching scripts", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	}))
}

// look applies the rules of testdata/browser/look.js to the page.
func (b *tab) look(rules string, v view) []finding {
	b.t.Helper()
	b.show(v)
	asked, err := json.Marshal(v)
	if err != nil {
		b.t.Fatal(err)
	}
	found := ask[[]finding](b, fmt.Sprintf("(%s)(%s)", rules, asked))
	for i := range found {
		found[i].Detail += " (" + v.String() + ")"
	}
	return found
}
