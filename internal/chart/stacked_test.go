package chart_test

import (
	"testing"

	"bulletin/internal/chart"
)

// kinds are nationalities by country: four parts and a rest.
func kinds(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Stacked, Title: "Applications by nationality", Locale: english(t), Axis: chart.Axis{Unit: "people"}}
	for _, name := range []string{"Serbia", "Bulgaria", "Croatia", "Bosnia and Herzegovina", "North Macedonia", "Montenegro"} {
		s.Rows = append(s.Rows, chart.Row{Label: name})
	}
	for _, one := range []struct {
		name   string
		values []float64
	}{
		{"Syria", []float64{2083, 1601, 906, 428, 120, 20}},
		{"Afghanistan", []float64{1495, 1149, 650, 307, 90, 11}},
		{"Pakistan", []float64{951, 731, 413, 196, 0, 8}},
		{"Other", []float64{640, 320, 210, 77, 33, 6}},
	} {
		series := chart.Series{Name: one.name, Rest: one.name == "Other"}
		for _, v := range one.values {
			series.Points = append(series.Points, chart.Point{Value: v})
		}
		s.Series = append(s.Series, series)
	}
	s.Series[1].Points[2].Estimated = true
	return s
}

// hundred are the same as shares, with a part that is missing and a row of zeros.
func hundred(t testing.TB) *chart.Spec {
	s := kinds(t)
	s.Title, s.Hundred = "Applications by nationality, shares", true
	s.Series[2].Points[1] = chart.Point{Missing: true}
	s.Series[0].Points[3].Differs = true
	for j := range s.Series {
		s.Series[j].Points[4] = chart.Point{}
		s.Series[j].Points[5].Missing = true
	}
	return s
}

// five are five parts in one row.
func five(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Stacked, Title: "Decisions", Locale: english(t), Rows: []chart.Row{{Label: "First instance"}, {Label: "Second instance"}}}
	for j, name := range []string{"Refugee status", "Subsidiary protection", "Humanitarian status", "Rejected", "Closed", "Other"} {
		s.Series = append(s.Series, chart.Series{Name: name, Rest: j == 5, Points: []chart.Point{{Value: float64(90 - 11*j)}, {Value: float64(12 + 3*j)}}})
	}
	return s
}

func stackedExamples(t testing.TB) []example {
	return []example{{"stacked", kinds(t)}, {"stacked-hundred", hundred(t)}, {"stacked-five", five(t)}}
}
