package check_test

import (
	"math/big"
	"strings"
	"testing"
)

// TestFiguresReckonedAgain works out every figure of this site a second time,
// as the test of claims does, and compares the numbers for machines.
func TestFiguresReckonedAgain(t *testing.T) {
	own := readOwnSite(t)
	base := own.check(own.data)
	seen := map[string]int{}
	for _, p := range base.site.Pages {
		for _, text := range p.Texts() {
			for _, e := range text.Markdown.Expressions {
				v := text.Value(e)
				if e.Literal || v.Failed || v.Machine == "" { // the words of a period, or a list
					continue
				}
				w, err := evaluateAgain(base.set, base.cells, p, e.Source)
				if err != nil {
					t.Fatalf("%s: %v", e.Pos, err)
				}
				if w.none {
					t.Errorf("%s: {{ %s }} reads %s, and this test finds none", e.Pos, e.Source, v.Text)
					continue
				}
				_, fraction, _ := strings.Cut(v.Machine, ".")
				step := big.NewRat(1, 1)
				for range fraction {
					step.Quo(step, big.NewRat(10, 1))
				}
				if got := nearest(w.number, step).FloatString(len(fraction)); got != v.Machine {
					t.Errorf("%s: {{ %s }} is %s, and this test reckons %s", e.Pos, e.Source, v.Machine, got)
				}
				seen[w.kind]++
				if len(v.Used) > 1 && !v.HasBase && w.kind == "count" {
					seen["sum"]++
				}
			}
		}
	}
	t.Log(seen)
	for _, kind := range []string{"count", "share", "change", "points", "times", "sum"} {
		if seen[kind] == 0 {
			t.Errorf("no figure of the sort %s", kind)
		}
	}
}
