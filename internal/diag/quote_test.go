package diag_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bulletin/internal/diag"
)

func TestQuote(t *testing.T) {
	for _, n := range []int{0, 1, 59, 60, 61, 100_000} {
		words := strings.Repeat("š", n)
		got := diag.Quote(words)
		switch {
		case n <= 60 && got != words:
			t.Errorf("%d characters are cut", n)
		case n > 60 && (utf8.RuneCountInString(got) != 60 || !strings.HasSuffix(got, "š…")):
			t.Errorf("%d characters: got %q", n, got)
		case diag.Quote(got) != got:
			t.Errorf("%d characters: cut twice", n)
		}
	}
}

// TestProblemsQuote cuts what a message quotes, and nothing else of it.
func TestProblemsQuote(t *testing.T) {
	long := strings.Repeat("x", 100)
	var ps diag.Problems
	ps.Errorf(diag.Pos{}, 0, "r", "", "100%% of %s: %q on %d, %q", long, long, 3, "y")
	if want := "100% of " + long + `: "` + strings.Repeat("x", 59) + `…" on 3, "y"`; ps[0].Message != want {
		t.Errorf("got %s", ps[0].Message)
	}
}
