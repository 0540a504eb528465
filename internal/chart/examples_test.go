package chart_test

import (
	"fmt"
	"slices"
	"testing"

	"bulletin/internal/chart"
)

// quarter is the comparison of two years over ten countries: far outliers, an estimate and a missing value.
func quarter(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Change, Title: "Seven of nine rise", Locale: english(t), Series: []chart.Series{{Name: "Change"}}}
	for _, c := range []struct {
		name, note string
		value      float64
	}{
		{"Montenegro", "79 to 868", 999}, {"Croatia", "", 663}, {"Kosovo*", "84 to 237", 182}, {"Bosnia and Herzegovina", "", 132}, {"Albania", "", 87},
		{"Serbia", "", 56}, {"North Macedonia", "", 32}, {"Bulgaria", "", -36}, {"Romania", "", -57}, {"Greece", "", 0},
	} {
		s.Rows = append(s.Rows, chart.Row{Label: c.name, Note: c.note})
		s.Series[0].Points = append(s.Series[0].Points, chart.Point{Value: c.value, Missing: c.name == "Greece", Estimated: c.name == "North Macedonia"})
	}
	return s
}

// bothYears are the counts behind quarter.
func bothYears(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Bar, Title: "Both years", Locale: english(t), Series: []chart.Series{{Name: "Q1 2022"}, {Name: "Q1 2023"}}}
	for _, c := range []struct {
		name         string
		before, then float64
	}{
		{"Serbia", 10373, 16216}, {"Croatia", 1033, 7884}, {"Bosnia and Herzegovina", 2241, 5201}, {"Greece", 0, 3722}, {"Romania", 5843, 2528},
		{"Bulgaria", 3663, 2331}, {"North Macedonia", 1546, 2040}, {"Montenegro", 79, 868}, {"Albania", 441, 825}, {"Kosovo*", 84, 237},
	} {
		s.Rows = append(s.Rows, chart.Row{Label: c.name})
		s.Series[0].Points = append(s.Series[0].Points, chart.Point{Value: c.before, Missing: c.name == "Greece"})
		s.Series[1].Points = append(s.Series[1].Points, chart.Point{Value: c.then, Estimated: c.name == "North Macedonia"})
	}
	return s
}

// several are four lines with a gap and estimates.
func several(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Line, Title: "Four countries", Locale: english(t)}
	for i := range 12 {
		s.Rows = append(s.Rows, chart.Row{Label: fmt.Sprint("Month ", i+1)})
	}
	for j, name := range []string{"Serbia", "Bosnia and Herzegovina", "North Macedonia", "Kosovo*"} {
		one := chart.Series{Name: name}
		for i := range 12 {
			one.Points = append(one.Points, chart.Point{Value: float64(300 - 60*j + (i*37*(j+2))%90), Missing: j == 1 && i > 3 && i < 7, Estimated: j == 2 && i > 8})
		}
		s.Series = append(s.Series, one)
	}
	return s
}

// outcomes are three series of shares.
func outcomes(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Bar, Title: "Decisions", Locale: english(t), Axis: chart.Axis{Percent: true}, Rows: []chart.Row{{Label: "First instance"}, {Label: "Second instance"}}}
	for j, name := range []string{"Positive", "Negative", "Other"} {
		values := [][2]float64{{28, 6}, {35, 90}, {37, 4}}[j]
		s.Series = append(s.Series, chart.Series{Name: name, Points: []chart.Point{{Value: values[0]}, {Value: values[1]}}})
	}
	return s
}

// example is a chart that tests draw; its golden pictures are testdata/NAME-WIDTH.svg.
type example struct {
	name string
	spec *chart.Spec
}

// examples are those of every type. Each type keeps its own in a file of its own.
func examples(t testing.TB) []example {
	return slices.Concat(barExamples(t), dumbbellExamples(t), stackedExamples(t), donutExamples(t), lineExamples(t), mapExamples(t))
}

// revised is quarter with two values that were revised, one of them an estimate.
func revised(t testing.TB) *chart.Spec {
	s := quarter(t)
	for i := range s.Rows {
		p := &s.Series[0].Points[i]
		p.Revised = s.Rows[i].Label == "Montenegro" || p.Estimated
	}
	return s
}

func barExamples(t testing.TB) []example {
	return []example{{"change", quarter(t)}, {"change-revised", revised(t)}, {"bar-one", oneBar(t)}, {"bar-two", bothYears(t)}, {"bar-three", outcomes(t)}, {"bar-five", fiveBars(t)}}
}
