package chart_test

import (
	"testing"

	"bulletin/internal/chart"
	"bulletin/internal/locale"
)

// place is a row of a map.
type place struct {
	code, name, short string
	value             float64
}

// balkans are ten countries with the figures of the first quarter of 2023.
var balkans = [...]place{
	{"GRC", "Greece", "", 3722}, {"BGR", "Bulgaria", "", 2331}, {"MKD", "North Macedonia", "N. Macedonia", 2040}, {"ALB", "Albania", "", 825},
	{"MNE", "Montenegro", "", 868}, {"XKX", "Kosovo*", "", 237}, {"SRB", "Serbia", "", 16216}, {"ROU", "Romania", "", 2528},
	{"BIH", "Bosnia and Herzegovina", "Bosnia and H.", 5201}, {"HRV", "Croatia", "", 7884},
}

// shares are shares of the same countries.
var shares = [...]float64{61, 34, 8.5, 5, 12, 22, 47, 28, 3, 71}

// mapOf is a map of places.
func mapOf(t testing.TB, style chart.MapStyle, places ...place) *chart.Spec {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	s := &chart.Spec{Type: chart.Map, Title: "Where people arrived", Locale: l, Map: chart.MapLook{Style: style}}
	if style != chart.Locator {
		s.Series = []chart.Series{{}}
	}
	for _, p := range places {
		s.Rows = append(s.Rows, chart.Row{Label: p.name, Short: p.short, Code: p.code})
		if style != chart.Locator {
			s.Series[0].Points = append(s.Series[0].Points, chart.Point{Value: p.value})
		}
	}
	return s
}

func symbolMap(t testing.TB) *chart.Spec {
	s := mapOf(t, chart.Symbols, balkans[:]...)
	s.Title, s.Axis.Unit = "Most new arrivals were in Serbia", "people"
	s.Map.Dashed = []string{"XKX"}
	s.Map.Disclaimer = "The boundaries and names shown on this map do not imply endorsement or acceptance by the publisher."
	return s
}

func shadeMap(t testing.TB) *chart.Spec {
	s := mapOf(t, chart.Shades, balkans[:]...)
	s.Title, s.Axis.Percent = "Share of people from Afghanistan", true
	for i, v := range shares {
		s.Series[0].Points[i].Value = v
	}
	return s
}

// gapMap has everything that a value can be: missing, estimated, not comparable, zero, and rows that are not on the map.
func gapMap(t testing.TB, style chart.MapStyle) *chart.Spec {
	s := mapOf(t, style, balkans[:]...)
	points := s.Series[0].Points
	points[0].Missing = true
	points[1].Estimated = true
	points[2].Estimated, points[2].Differs = true, true
	points[3].Value = 0
	points[8].Differs = true
	points[6].Estimated = style == chart.Shades
	s.Rows = append(s.Rows, chart.Row{Label: "Western Balkan route"})
	s.Series[0].Points = append(points, chart.Point{Value: 145600})
	s.Axis.Unit = "people"
	return s
}

func boundMap(t testing.TB) *chart.Spec {
	s := shadeMap(t)
	s.Map.Bounds = []float64{10, 20, 30, 50}
	return s
}

// changeMap are changes to both sides of zero, one of them none.
func changeMap(t testing.TB) *chart.Spec {
	s := mapOf(t, chart.Shades, balkans[:]...)
	s.Title, s.Axis.Percent, s.Axis.Signed = "Changes against the year before", true, true
	for i, v := range [...]float64{56, 132, 182, 32, -36, 0, -57, 87, 999, 394} {
		s.Series[0].Points[i].Value = v
	}
	s.Series[0].Points[6].Estimated = true
	return s
}

func mapExamples(t testing.TB) []example {
	return []example{
		{"map-symbols", symbolMap(t)}, {"map-shades", shadeMap(t)}, {"map-bounds", boundMap(t)}, {"map-changes", changeMap(t)},
		{"map-symbols-gaps", gapMap(t, chart.Symbols)}, {"map-shades-gaps", gapMap(t, chart.Shades)},
		{"map-locator", mapOf(t, chart.Locator, balkans[3:7]...)},
	}
}
