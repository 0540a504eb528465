package chart_test

import (
	"testing"

	"bulletin/internal/chart"
)

// pairsOf are the counts of both years as pairs of dots.
func pairsOf(t testing.TB) *chart.Spec {
	s := bothYears(t)
	s.Type, s.Title = chart.Dumbbell, "Both years, in pairs"
	return s
}

// oddPairs are pairs that are near, equal, the other way round, incomplete, estimated or not comparable.
func oddPairs(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Dumbbell, Title: "Pairs of every kind", Locale: english(t), Series: []chart.Series{{Name: "Q1 2022"}, {Name: "Q1 2023"}}}
	for _, c := range []struct {
		name string
		a, b chart.Point
	}{
		{"Near", chart.Point{Value: 500}, chart.Point{Value: 505}},
		{"Near, falling", chart.Point{Value: 520}, chart.Point{Value: 500}},
		{"Equal", chart.Point{Value: 300}, chart.Point{Value: 300}},
		{"Bosnia and Herzegovina, falling", chart.Point{Value: 900}, chart.Point{Value: 100}},
		{"First missing", chart.Point{Missing: true}, chart.Point{Value: 880}},
		{"Second missing", chart.Point{Value: 40}, chart.Point{Missing: true, MissingText: "not collected"}},
		{"Both missing", chart.Point{Missing: true}, chart.Point{Missing: true}},
		{"Estimates", chart.Point{Value: 200, Estimated: true}, chart.Point{Value: 640, Estimated: true}},
		{"Not comparable", chart.Point{Value: 0}, chart.Point{Value: 410, Differs: true}},
	} {
		s.Rows = append(s.Rows, chart.Row{Label: c.name})
		s.Series[0].Points = append(s.Series[0].Points, c.a)
		s.Series[1].Points = append(s.Series[1].Points, c.b)
	}
	return s
}

func dumbbellExamples(t testing.TB) []example {
	return []example{{"dumbbell", pairsOf(t)}, {"dumbbell-odd", oddPairs(t)}}
}
