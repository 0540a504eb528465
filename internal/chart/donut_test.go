package chart_test

import (
	"testing"

	"bulletin/internal/chart"
)

// parts are the parts of a whole: five and a rest.
func parts(t testing.TB, values ...float64) *chart.Spec {
	s := simple(t, chart.Donut, values...)
	s.Title = "Share of arrivals"
	for i, name := range []string{"Serbia", "Croatia", "Bosnia and Herzegovina", "Greece", "Romania"} {
		if i < len(values) {
			s.Rows[i].Label = name
		}
	}
	if n := len(values); n > 5 {
		s.Rows[n-1] = chart.Row{Label: "5 others", Rest: true}
	}
	return s
}

func donutExamples(t testing.TB) []example {
	whole := parts(t, 16216, 7884, 5201, 3722, 2528, 6301)
	whole.Whole, whole.WholeNote = "41,852", "arrivals in the first quarter of 2023"
	whole.Series[0].Points[3].Estimated = true
	tiny := parts(t, 9970, 10, 8, 7, 3, 2)
	tiny.Whole, tiny.WholeNote = "10,000", "applications"
	single := parts(t, 346)
	single.Whole, single.WholeNote = "1,234,567,890", "a note of many words that does not fit into the middle of a donut, whatever its size may be"
	return []example{{"donut", whole}, {"donut-tiny", tiny}, {"donut-single", single}}
}
