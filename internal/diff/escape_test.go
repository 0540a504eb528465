package diff_test

import (
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/diff"
)

func TestEscape(t *testing.T) {
	for _, wrote := range nasty() {
		inert(t, wrote, diff.Escape(wrote))
	}
}

// TestNothingRefers has signs that GitHub looks for in finished text, where
// escaping is no help: they are kept from what follows.
func TestNothingRefers(t *testing.T) {
	refers := regexp.MustCompile(`(?i)@[a-z0-9]|#[0-9]|gh-[0-9]|:[a-z0-9+_-]+:|://|www\.[a-z]|@[a-z]`)
	for _, wrote := range nasty() {
		got := regexp.MustCompile(`&#(\d+);`).ReplaceAllStringFunc(diff.Escape(wrote), func(entity string) string {
			if entity == "&#8203;" {
				return "\u200b"
			}
			for r := range rune(128) {
				if entity == "&#"+strings.TrimLeft(decimalOf(r), "0")+";" {
					return string(r)
				}
			}
			t.Fatalf("unknown %s", entity)
			return ""
		})
		if refers.MatchString(got) {
			t.Errorf("%q reads %q", wrote, got)
		}
	}
}

func decimalOf(r rune) string { return string([]rune{'0' + r/100, '0' + r/10%10, '0' + r%10}) }

// FuzzEscape holds for every text what TestEscape does for some.
func FuzzEscape(f *testing.F) {
	for _, wrote := range nasty() {
		f.Add(wrote)
	}
	f.Fuzz(func(t *testing.T, wrote string) { inert(t, wrote, diff.Escape(wrote)) })
}
