package chart

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// Whatever the text, its lines fit, nothing of it is lost, and it does not take long.
func TestWrapLosesNothing(t *testing.T) {
	f := font{13, true}
	began := time.Now()
	for _, text := range []string{
		strings.Repeat("WESTERN BALKANS (2022–2023) ", 2000),
		strings.Repeat("Bosnia-Herzegovina/", 20000),
		strings.Repeat("m", 300_000),
		strings.Repeat("e\u0301", 200_000),
		"i" + strings.Repeat("\u0301", 500_000) + "WWWWWWWWWWWWWWWWWWWWWWWWWWW",
		strings.Repeat("中文", 50_000),
		strings.Repeat("\xff\x80", 50_000),
		strings.Repeat(" \n", 100_000) + "a",
	} {
		lines := wrap(text, 100*unit, f)
		without := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if without(strings.Join(lines, "")) != without(text) {
			t.Errorf("%.20q… is not the same in lines", text)
		}
		for _, l := range lines {
			if textWidth(l, f) > 100*unit && utf8.RuneCountInString(l) > 1 {
				t.Errorf("a line of %.20q… is %d wide", text, textWidth(l, f))
			}
		}
	}
	if d := time.Since(began); d > 10*time.Second {
		t.Errorf("wrapping took %v", d)
	}
}

// A chart wraps some dozens of labels, within its fifth of a millisecond.
func BenchmarkWrap(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		wrap("Unaccompanied and separated children among asylum applicants in Bosnia and Herzegovina", 160*unit, font{14, false})
	}
}
