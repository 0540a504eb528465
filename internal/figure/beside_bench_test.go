package figure_test

import (
	"testing"

	"bulletin/internal/figure"
)

// BenchmarkAround looks at the words next to a figure and a claim: each costs
// under 5 µs.
func BenchmarkAround(b *testing.B) {
	for _, c := range []struct {
		name, area, expression, before, after string
		typed                                 bool
	}{
		{"figure", "serbia", "arrivals", "In the first quarter of the year there were ", " people, most of them men.", false},
		{"change", "serbia", "arrivals | rose", "Arrivals in all of the centres ", " against the year before.", false},
		{"claim", "bulgaria", "arrivals | change", "The number of people detained fell by ", " against the year before.", true},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := world(b, c.area)
			v, problems := evaluate(s, c.expression)
			if problems.Errors() > 0 {
				b.Fatal(problems)
			}
			claim := figure.Claim{Text: v.Text, Before: c.before, After: c.after}
			b.ReportAllocs()
			for b.Loop() {
				if faults := figure.CheckAround(claim, c.typed, v, s); len(faults) > 0 {
					b.Fatal(faults)
				}
			}
		})
	}
}
