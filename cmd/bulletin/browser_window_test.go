package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// patienceWithBrowser is how long anything in the browser may take. It tells a page
// that hangs from one that waits for its turn on a busy machine, and measures nothing.
const patienceWithBrowser = 3 * time.Minute

// window is a browser. A tab that a test has left serves the next one: opening one
// anew costs more than most tests do in it.
type window struct {
	ctx context.Context

	guard sync.Mutex
	free  []*tab
}

// openBrowser starts a browser that ends with the test. Where there is none
// the test is skipped, but not where changes are taken in.
func openBrowser(t testing.TB) *window {
	t.Helper()
	ctx, closeBrowser := startBrowser(t)
	t.Cleanup(closeBrowser)
	return &window{ctx: ctx}
}

// needBrowser skips a test likewise that has the command start a browser of its own, to
// print with, and with -short: a program that waits for another.
func needBrowser(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("printing takes long")
	}
	_, closeBrowser := startBrowser(t)
	closeBrowser()
}

func startBrowser(t testing.TB) (browser context.Context, closeBrowser func()) {
	t.Helper()
	profile, err := os.MkdirTemp("", "bulletin-browser")
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("headless", "new"),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-component-update", true),
		// Pages that were left are not kept.
		chromedp.Flag("disable-features", "Translate,BackForwardCache"),
		// The sandbox refuses to run as root and in most containers, and the
		// pages are our own.
		chromedp.NoSandbox,
		chromedp.UserDataDir(profile),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	closeBrowser = func() {
		cancel()
		stop()
		if err := os.RemoveAll(profile); err != nil {
			t.Logf("the browser's folder stays: %v", err)
		}
	}
	err = chromedp.Do(browser)
	if err != nil {
		closeBrowser()
	}
	if errors.Is(err, exec.ErrNotFound) {
		if os.Getenv("CI") == "true" {
			t.Fatal("no browser is installed, and CI=true asks for one: install Chromium or Chrome")
		}
		t.Skip("NO BROWSER IS INSTALLED, SO NO PAGE WAS LOOKED AT: install Chromium or Chrome to run these tests")
	}
	if err != nil {
		t.Fatalf("starting the browser: %v", err)
	}
	return browser, closeBrowser
}

// idle is a tab that another test has left, or nil.
func (w *window) idle() *tab {
	w.guard.Lock()
	defer w.guard.Unlock()
	if len(w.free) == 0 {
		return nil
	}
	last := len(w.free) - 1
	b := w.free[last]
	w.free = w.free[:last]
	return b
}

// leave takes a tab back that a test is done with, as empty as a new one. One of a
// test that failed may be in any state, and is closed.
func (w *window) leave(b *tab) {
	if b.t.Failed() {
		b.close()
		return
	}
	b.scripts(true)
	b.do("leaving the page", chromedp.Navigate("about:blank"))
	w.guard.Lock()
	defer w.guard.Unlock()
	w.free = append(w.free, b)
}
