package diag_test

import (
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
