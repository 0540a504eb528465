package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// testServe writes as an author does, with a page of bulletin serve open.
func testServe(t *testing.T, browser *window) {
	dir := smallSite(t)
	b := openTab(t, browser, "http://127.0.0.1:")
	b.show(views()[0])
	b.do("loading the chapter", chromedp.Navigate(served(t, dir)+"reports/2023-q1/bulgaria/"))

	const (
		words   = `[...document.querySelectorAll("main data")].map((data) => data.innerText).join(" ")`
		overlay = `(() => {
			for (const element of document.body.children) {
				const section = element.shadowRoot?.querySelector("dialog[open]");
				if (section && section.querySelector("h2").checkVisibility() && document.elementFromPoint(innerWidth / 2, innerHeight / 2) === element) {
					return section.innerText;
				}
			}
			return "";
		})()`
	)
	b.until("the page", words+`.includes("2,331")`)
	if got := ask[string](b, overlay); got != "" {
		t.Errorf("problems over a good page: %s", got)
	}

	data := filepath.Join(dir, "data", "observations", "2023-Q1.yaml")
	change := func(old, new string) {
		t.Helper()
		src, err := os.ReadFile(data)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), old) {
			t.Fatalf("%s has no %q", data, old)
		}
		if err := os.WriteFile(data, []byte(strings.Replace(string(src), old, new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}

	change("bulgaria: 2331", "bulgaria: 2442")
	b.until("the new number", words+`.includes("2,442") && !`+words+`.includes("2,331")`)

	change("bulgaria: 2442", "bulgaria: 24x2")
	b.until("the problem over the page", overlay+` !== ""`)
	problem := ask[string](b, overlay)
	for _, want := range []string{"data/observations/2023-Q1.yaml:7:17", "24x2", "write digits, with"} {
		if !strings.Contains(problem, want) {
			t.Errorf("the problem lacks %q:\n%s", want, problem)
		}
	}
	if got := ask[string](b, words); !strings.Contains(got, "2,442") {
		t.Errorf("the last good page is gone:\n%s", got)
	}

	change("bulgaria: 24x2", "bulgaria: 2553")
	b.until("the mended page", words+`.includes("2,553") && `+overlay+` === ""`)

	// A claim in words that the new number makes wrong is shown as well.
	change("serbia: 16216", "serbia: 16217")
	b.until("the claim over the page", overlay+`.includes("content/reports/2023-q1/serbia.md:10:")`)
	change("serbia: 16217", "serbia: 16216")
	b.until("the page without a problem", overlay+` === ""`)
}

// served starts bulletin serve on a site, and returns its address.
func served(t *testing.T, dir string) string {
	t.Helper()
	address, _ := serving(t, dir)
	return address
}

// serving starts bulletin serve on a site, and comes back when it is built. It ends with the test, or when it is
// stopped before.
func serving(t *testing.T, dir string) (address string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	var stdout, stderr output
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "-C", dir, "--addr", "127.0.0.1:0"}, &stdout, &stderr)
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		if code := <-ended; code != done {
			t.Errorf("exit code %d: %s", code, stderr.String())
		}
	})
	t.Cleanup(stop)
	for deadline := time.Now().Add(patienceWithBrowser); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if _, rest, ok := strings.Cut(stdout.String(), "serving "); ok {
			if address, rest, ok := strings.Cut(rest, " "); ok && strings.Contains(rest, " written, ") {
				return address, stop
			}
		}
	}
	t.Fatalf("does not start: %s%s", stdout.String(), stderr.String())
	return "", stop
}
