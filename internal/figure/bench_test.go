package figure_test

import (
	"testing"

	"bulletin/internal/figure"
)

// BenchmarkEvaluate works out parsed figures: each costs under 2 µs.
func BenchmarkEvaluate(b *testing.B) {
	for _, c := range []struct{ name, area, expression string }{
		{"plain", "serbia", "arrivals"},
		{"category", "romania", "arrivals nationality=syria"},
		{"change", "serbia", "arrivals | change"},
		{"sum", "serbia", "landings"},
		{"top", "romania", "arrivals | top 3 nationality"},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := world(b, c.area)
			e, problems := figure.Parse(c.expression, at)
			if len(problems) > 0 {
				b.Fatal(problems)
			}
			b.ReportAllocs()
			for b.Loop() {
				if v, problems := e.Evaluate(s); len(problems) > 0 || v.Text == "" {
					b.Fatal(v, problems)
				}
			}
		})
	}
}

// BenchmarkParse reads the words of a figure.
func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := figure.Parse("arrivals romania 2023-Q1 nationality=syria | change previous", at); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
