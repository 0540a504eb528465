package pdf

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

// openBrowser starts a browser that ends with the test. Where there is none the
// test is skipped, but not where changes are taken in.
func openBrowser(t *testing.T) *Browser {
	t.Helper()
	b, err := Start(t.Context(), "")
	var failure *Failure
	if errors.As(err, &failure) && failure.Message == "no browser was found to print with" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no browser is installed, and CI=true asks for one: install Chromium or Chrome")
		}
		t.Skip("NO BROWSER IS INSTALLED, SO NOTHING WAS PRINTED: install Chromium or Chrome to run these tests")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// job prints the page of testdata/sample.html, changed.
func job(t *testing.T, old, new string) Job {
	t.Helper()
	src, err := os.ReadFile("testdata/sample.html")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(src, []byte(old)) {
		t.Fatalf("the sample has no %q", old)
	}
	page := strings.Replace(string(src), old, new, 1)
	return Job{
		Files: inMemory(map[string]string{"r/print/index.html": page, "uploads/text.png": "text"}),
		Page:  "r/print/index.html", BasePath: "/my%20site/", BaseURL: "https://example.org/my%20site/", Date: day, State: strings.Repeat("ab", 32),
	}
}

// TestPrint prints pages with one browser.
func TestPrint(t *testing.T) {
	b := openBrowser(t)
	t.Run("sample", func(t *testing.T) { testPrintSample(t, b) })
	t.Run("twice", func(t *testing.T) { testPrintTwice(t, b) })
	t.Run("papers", func(t *testing.T) { testPrintPapers(t, b) })
	t.Run("holes", func(t *testing.T) { testPrintHoles(t, b) })
	t.Run("long headings", func(t *testing.T) { testPrintHeadings(t, b) })
	t.Run("moving contents", func(t *testing.T) { testPrintMoving(t, b) })
}

func testPrintSample(t *testing.T, b *Browser) {
	j := job(t, "<h1>", `<script>document.body.textContent = "scripts ran"</script><p><a href="http://[">bad</a> <a href="/elsewhere/">outside</a> <a href="mailto:a@example.org">write</a></p><h1>`)
	var steps []string
	j.Progress = func(step string) { steps = append(steps, step) }
	printed, err := b.Print(j)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(printed.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	if printed.Pages != 4 || f.Pages() != 4 || State(printed.Bytes) != j.State {
		t.Errorf("%d pages, %q", printed.Pages, State(printed.Bytes))
	}
	if diff := cmp.Diff([]string{"loading the page", "printing", "numbering the contents", "printing"}, steps); diff != "" {
		t.Error(diff)
	}
	var urls []string
	for _, l := range f.Links() {
		if l.URL != "" {
			urls = append(urls, l.URL)
		} else if l.To == 0 {
			t.Errorf("%+v leads nowhere", l)
		}
	}
	if diff := cmp.Diff([]string{"mailto:a@example.org", "https://example.org/my%20site/r/other/", "https://example.org/x?y=1"}, urls); diff != "" {
		t.Error(diff)
	}
	j = job(t, "<h1>", "<h1>")
	j.BaseURL = ""
	if printed, err = b.Print(j); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(printed.Bytes, []byte("127.0.0.1")) || bytes.Contains(printed.Bytes, []byte("/r/other/")) {
		t.Error("without an address of the site, a link leads to this machine")
	}
}

// testPrintTwice prints the same page at other times, in other tabs: the same
// bytes come of it.
func testPrintTwice(t *testing.T, b *Browser) {
	var first []byte
	for range 3 {
		printed, err := b.Print(job(t, "<h1>", "<h1>"))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = printed.Bytes
		}
		if !bytes.Equal(first, printed.Bytes) {
			t.Error("the same page gave other bytes")
		}
		time.Sleep(time.Second) // what the browser stamps counts seconds
	}
}

// testPrintHeadings prints headings that go on in the next line: in the outline their
// words stand apart, and nothing else changes.
func testPrintHeadings(t *testing.T, b *Browser) {
	long := strings.TrimSpace(strings.Repeat("how many people travelled down the rivers ", 5))
	printed, err := b.Print(job(t, "<h3>Falls</h3>", "<h3>\n  "+strings.ReplaceAll(long, " the ", "\n<em> the </em>\t")+"<b> \n</b></h3><h3 style='width: 5em'>One&nbsp;river<br> another river</h3>"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(printed.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, h := range f.Outline() {
		titles = append(titles, h.Title)
	}
	want := []string{"Two rivers", "Drina", "Una", long, "One\u00a0river another river", "Žepa (“short”)"}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Error(diff)
	}
}

func testPrintPapers(t *testing.T, b *Browser) {
	for box, paper := range map[string]Paper{"/MediaBox [0 0 594.95996 841.91998]": A4, "/MediaBox [0 0 612 792]": Letter} {
		j := job(t, "<h1>", "<h1>")
		j.Paper = paper
		printed, err := b.Print(j)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(printed.Bytes, []byte(box)); n != 4 {
			t.Errorf("%s: %d pages with %s", paper.Name, n, box)
		}
	}
}

// testPrintHoles prints pages that would have a hole, or lack what readers rely on.
func testPrintHoles(t *testing.T, b *Browser) {
	for _, c := range []struct{ name, old, new, want string }{
		{"a picture that is missing", "<h1>", `<img src="../../uploads/none.png"><h1>`, "r/print/index.html is not complete: the page asks for uploads/none.png, which the site does not have"},
		{"far down", "</html>", `<img loading="lazy" src="../../uploads/none.png"></html>`, "uploads/none.png, which the site does not have"},
		{"no picture", "<h1>", `<img src="../../uploads/text.png"><h1>`, "the picture uploads/text.png cannot be shown"},
		{"another host", "<h1>", `<img src="http://192.0.2.1/x.png"><h1>`, "the page asks for http://192.0.2.1/x.png, which is not of the site"},
		{"another host's style", "<style>", `<link rel="stylesheet" href="https://example.com/x.css"><style>`, "https://example.com/x.css, which is not of the site"},
		{"another port", "<h1>", `<img src="http://127.0.0.1:9/x.png"><h1>`, "http://127.0.0.1:9/x.png, which is not of the site"},
		{"a typeface", "<style>", `<style>@font-face { font-family: Odd; src: url(odd.woff2) } h1 { font-family: Odd }`, "r/print/odd.woff2, which the site does not have"},
		{"of paper alone", "<style>", `<style>@media print { h1 { background: url(/my%20site/paper.png) } }`, "paper.png, which the site does not have"},
		{"no title", "<title>Two rivers – a sample</title>", "<title></title>", "it has no title"},
		{"no language", ` lang="en"`, "", "it has no language"},
		{"contents that lead nowhere", "#drina", "#sava", "its contents lead to #sava, which is on no page"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := b.Print(job(t, c.old, c.new))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// testPrintMoving prints a page whose contents take more room with page numbers,
// so that these change once, and one where they never come to rest.
func testPrintMoving(t *testing.T, b *Browser) {
	printed, err := b.Print(job(t, "section {", "nav a[data-page]::after { content: ''; display: block; height: 150mm } section {"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(printed.Bytes)
	if err != nil || f.Pages() != 5 || f.Targets()["drina"] != 3 {
		t.Errorf("%v, %d pages, want 5: two of them take the contents; the first section is on page %d", err, f.Pages(), f.Targets()["drina"])
	}
	_, err = b.Print(job(t, "section {", "nav a[data-page='2']::after { content: ''; display: block; height: 300mm } section {"))
	if err == nil || !strings.Contains(err.Error(), "are not true after printing it 4 times") {
		t.Errorf("got %v", err)
	}
}

// TestStartFails starts programs that are no browsers.
func TestStartFails(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the programs are scripts of a shell")
	}
	program := func(name, script string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct{ name, path, want, hint string }{
		{"missing", "/nowhere/chromium", "there is no browser /nowhere/chromium", "--browser"},
		{"no program", "testdata/sample.html", "there is no browser testdata/sample.html", "--browser"},
		{"it ends at once", program("ends", "exit 0\n"), "could not be started", "--browser"},
		{"it fails", program("fails", "echo it lacks a library >&2\nexit 7\n"), "could not be started", "it lacks a library"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Start(t.Context(), c.path)
			var failure *Failure
			if !errors.As(err, &failure) || !strings.Contains(err.Error(), c.want) || !strings.Contains(failure.Hint, c.hint) {
				t.Errorf("got %v, hint %q", err, failure.Hint)
			}
			if text := err.Error(); strings.TrimRight(text, ": \n") != text {
				t.Errorf("%q ends before it said what is wrong", text)
			}
		})
	}
	// One that hangs is ended with what it started, when whoever waits for it
	// goes away: what it started last would write a file.
	wrote := filepath.Join(t.TempDir(), "wrote")
	ctx, cancel := context.WithTimeoutCause(t.Context(), time.Second, context.Canceled)
	defer cancel()
	_, err := Start(ctx, program("hangs", "(sleep 3; echo x > "+wrote+") &\nsleep 60\n"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	// The same, when nobody waits for so long.
	if _, err = start(t.Context(), program("hangs", "sleep 60\n"), time.Second); err == nil || !strings.Contains(err.Error(), "it did not answer within 1s") {
		t.Errorf("got %v", err)
	}
	time.Sleep(3 * time.Second)
	if _, err := os.Stat(wrote); err == nil {
		t.Error("what it started lives on")
	}
}

// TestInterrupted ends whoever prints while the browser prints: it goes too, and
// so does its profile.
func TestInterrupted(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	openBrowser(t).Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	b, err := Start(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	j := job(t, "<h1>", "<h1>")
	j.Progress = func(step string) {
		if step == "printing" {
			cancel()
		}
	}
	if _, err = b.Print(j); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	b.Close()
	left, err := os.ReadDir(os.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range left {
		t.Errorf("%s is left", entry.Name())
	}
}

// TestBrowserHangs prints with a browser that takes too long, and then with the same
// again.
func TestBrowserHangs(t *testing.T) {
	b := openBrowser(t)
	j := job(t, "<h1>", "<h1>")
	j.Progress = func(step string) {
		if step == "printing" {
			time.Sleep(2 * time.Second)
		}
	}
	b.limit = 2 * time.Second
	_, err := b.Print(j)
	var failure *Failure
	if !errors.As(err, &failure) || failure.Message != "the browser did not finish within 2s" {
		t.Errorf("got %v", err)
	}
	b.limit = printPatience
	if _, err := b.Print(job(t, "<h1>", "<h1>")); err != nil {
		t.Error(err)
	}
}

// TestBrowserGone prints with a browser that has ended.
func TestBrowserGone(t *testing.T) {
	b := openBrowser(t)
	j := job(t, "<h1>", "<h1>")
	j.Progress = func(step string) {
		if step == "printing" {
			if err := chromedp.FromContext(b.ctx).Browser.Process().Kill(); err != nil {
				t.Error(err)
			}
		}
	}
	_, err := b.Print(j)
	var failure *Failure
	if !errors.As(err, &failure) || failure.Message != "the browser ended while it printed" {
		t.Errorf("got %v", err)
	}
}
