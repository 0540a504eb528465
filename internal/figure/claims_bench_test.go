package figure_test

import (
	"testing"

	"bulletin/internal/figure"
)

// BenchmarkClaim checks claims that agree: each costs under 5 µs.
func BenchmarkClaim(b *testing.B) {
	for _, c := range []struct{ name, area, expression, before, text, after string }{
		{"same", "serbia", "arrivals", "", "16,216", ""},
		{"count", "serbia", "arrivals", "In the quarter, ", "16,216 new arrivals", " were registered."},
		{"words", "kosovo", "arrivals", "", "fifty-four people", ""},
		{"change", "serbia", "arrivals | change", "", "an increase of 56%", ""},
		{"outside", "bulgaria", "arrivals | change", "The number of people detained fell by ", "36%", " against the year before."},
		{"hedge", "bulgaria", "arrivals | change", "", "fell by more than 35 per cent", ""},
		{"fraction", "serbia", "children-share", "", "about a quarter of the children", ""},
		{"multiple", "montenegro", "arrivals | rose", "", "rose more than tenfold", ""},
		{"counts", "albania", "arrivals | rose", "", "rose by 182.1% (from 84 to 237)", ""},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := world(b, c.area)
			v, problems := evaluate(s, c.expression)
			if problems.Errors() > 0 {
				b.Fatal(problems)
			}
			claim := figure.Claim{Text: c.text, Before: c.before, After: c.after, Len: len(c.text)}
			b.ReportAllocs()
			for b.Loop() {
				if problems := figure.CheckClaim(claim, v, s); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
	}
}
