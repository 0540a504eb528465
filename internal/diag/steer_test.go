package diag_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
)

func TestUnclosed(t *testing.T) {
	const ltr, rtl, first, end = "\u2066", "\u2067", "\u2068", "\u2069"
	for _, c := range []struct {
		text string
		at   int // -1: nothing is wrong
	}{
		{"", -1},
		{"a" + rtl + "b" + end + "c", -1},
		{first + ltr + "x" + end + rtl + end + end, -1},
		{rtl + "two\nlines" + end, -1},
		{rtl + "\n" + end, -1},
		{"a" + rtl + "b", 1},
		{"a" + rtl + "b" + first + "c" + end, 1},
		{"a" + end, 1},
		{rtl + "x" + end + end, 7},
		{"a" + rtl + "b\n\nc" + end, 1},
		{"a" + rtl + "b\r\n \t\r\nc" + end, 1},
		{"a\n\n\n" + rtl + "b" + end, -1},
		{rtl + "a\n", 0},
	} {
		got, found := diag.Unclosed(c.text)
		if want := c.at >= 0; found != want || found && got.Offset != c.at {
			t.Errorf("%+q: got %v, %v; want %d", c.text, got, found, c.at)
		}
	}
}

// TestSteeringFindsWhatSteers compares with a look at each character, at every place
// within eight bytes.
func TestSteeringFindsWhatSteers(t *testing.T) {
	for _, odd := range []string{"", "\n", "\t", "\x00", "\x1f", "~", "\x7f", "\u0080", "\u009f", "\u00a0", "é", "–", "\u202a", "\u202e", "\u202f", "\u2066", "\ufeff", "\xff", "𝄞"} {
		for before := range 20 {
			for after := range 10 {
				text := strings.Repeat("a", before) + odd + strings.Repeat("z", after) + odd
				want := strings.IndexFunc(text, func(r rune) bool { return diag.Steers(r) && r != '\n' && r != '\t' })
				if got := diag.Steering([]byte(text)); got != want {
					t.Errorf("%q: %d, want %d", text, got, want)
				}
			}
		}
	}
}
