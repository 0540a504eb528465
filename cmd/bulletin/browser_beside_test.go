package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// testBeside looks at the notes beside the text: they stand beside their marks, on
// nothing else, where there is room for them, and nowhere else.
func testBeside(t *testing.T, browser *window, host string) {
	rules, err := os.ReadFile(filepath.Join("testdata", "browser", "beside.js"))
	if err != nil {
		t.Fatal(err)
	}
	look := func(b *tab, width int64, media string, beside bool) []finding {
		b.show(view{Width: width, Media: media, Scheme: "light"})
		return ask[[]finding](b, fmt.Sprintf(`(%s)({width: %d, media: %q, beside: %t})`, rules, width, media, beside))
	}
	for _, path := range []string{
		"reports/2023-q1/", "reports/2023-q1/serbia/", "reports/2023-q1/romania/", "reports/2023-q1/key-regional-trends/",
		"reports/2023-q1/bosnia-and-herzegovina/", "snapshots/2025-01/", "guide/sources/",
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			b := openTab(t, browser, host+"/repo/")
			b.show(screen())
			b.do("loading", chromedp.Navigate(host+"/repo/"+path))
			for _, width := range []int64{1280, 1440, 1600, 1759, 1920, 2560} {
				for _, f := range look(b, width, "screen", true) {
					t.Errorf("at %d px: %s", width, f)
				}
			}
			for _, f := range append(look(b, 1279, "screen", false), look(b, 390, "screen", false)...) {
				t.Error(f)
			}
			for _, f := range look(b, 1600, "print", false) {
				t.Errorf("on paper: %s", f)
			}
			// Without the rules of the theme that keep notes apart, they are not.
			if path != "reports/2023-q1/key-regional-trends/" {
				return
			}
			for style, want := range map[string]string{
				"clear: none !important; position: absolute": "lies on the one above",
				"position: absolute; left: 20rem":            "lies on \"",
				"margin-top: 9rem !important":                "stands far from its mark",
				"margin-right: -40rem !important":            "reaches out of the page",
				"display: none !important":                   "none is shown",
			} {
				ask[bool](b, fmt.Sprintf(`(() => { for (const n of document.querySelectorAll(".beside")) n.style.cssText = %q; return true })()`, style))
				if found := fmt.Sprint(look(b, 1280, "screen", true)); !strings.Contains(found, want) {
					t.Errorf("with %q nothing is found that %s: %s", style, want, found)
				}
			}
		})
	}
}
