package chart

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever the text, its lines fit, and nothing of it is lost. Words of this length would take hours if wrapping looked at
// them again for every line.
func TestWrapLosesNothing(t *testing.T) {
	f := font{13, true}
	many := 10_000
	if raceDetector {
		many = 1000
	}
	for _, text := range []string{
		strings.Repeat("WESTERN BALKANS (2022–2023) ", many/5),
		strings.Repeat("Bosnia-Herzegovina/", 2*many),
		strings.Repeat("m", 30*many),
		strings.Repeat("e\u0301", 20*many),
		"i" + strings.Repeat("\u0301", 50*many) + "WWWWWWWWWWWWWWWWWWWWWWWWWWW",
		strings.Repeat("中文", 5*many),
		strings.Repeat("\xff\x80", 5*many),
		strings.Repeat(" \n", 10*many) + "a",
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
}

// A chart wraps some dozens of labels, within its fifth of a millisecond.
func BenchmarkWrap(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		wrap("Unaccompanied and separated children among asylum applicants in Bosnia and Herzegovina", 160*unit, font{14, false})
	}
}
