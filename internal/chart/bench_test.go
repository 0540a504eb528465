package chart_test

import (
	"fmt"
	"testing"

	"bulletin/internal/chart"
)

// continent is a map of forty countries, as the opening page of a large report has it.
func continent(t testing.TB, style chart.MapStyle) *chart.Spec {
	var places []place
	for i, c := range [...][2]string{
		{"ALB", "Albania"}, {"AUT", "Austria"}, {"BEL", "Belgium"}, {"BGR", "Bulgaria"}, {"BIH", "Bosnia and Herzegovina"}, {"BLR", "Belarus"},
		{"CHE", "Switzerland"}, {"CYP", "Cyprus"}, {"CZE", "Czechia"}, {"DEU", "Germany"}, {"DNK", "Denmark"}, {"ESP", "Spain"}, {"EST", "Estonia"},
		{"FIN", "Finland"}, {"FRA", "France"}, {"GBR", "United Kingdom"}, {"GRC", "Greece"}, {"HRV", "Croatia"}, {"HUN", "Hungary"}, {"IRL", "Ireland"},
		{"ITA", "Italy"}, {"LTU", "Lithuania"}, {"LUX", "Luxembourg"}, {"LVA", "Latvia"}, {"MDA", "Moldova"}, {"MKD", "North Macedonia"}, {"MLT", "Malta"},
		{"MNE", "Montenegro"}, {"NLD", "Netherlands"}, {"NOR", "Norway"}, {"POL", "Poland"}, {"PRT", "Portugal"}, {"ROU", "Romania"}, {"SRB", "Serbia"},
		{"SVK", "Slovakia"}, {"SVN", "Slovenia"}, {"SWE", "Sweden"}, {"TUR", "Türkiye"}, {"UKR", "Ukraine"}, {"XKX", "Kosovo*"},
	} {
		places = append(places, place{code: c[0], name: c[1], value: float64(37 + i*i*7919%9973)})
	}
	s := mapOf(t, style, places...)
	s.Axis.Unit, s.Map.Dashed = "people", []string{"XKX"}
	if style == chart.Shades {
		s.Axis.Percent = true
		for i := range s.Series[0].Points {
			s.Series[0].Points[i].Value = float64(i * 7919 % 97)
		}
	}
	return s
}

// BenchmarkVersions draws each type in all the forms that a report has it in: as a file, on its page, wide and narrow, and in
// the print edition.
func BenchmarkVersions(b *testing.B) {
	all := append(examples(b), example{"continent", continent(b, chart.Symbols)}, example{"continent-shades", continent(b, chart.Shades)})
	for _, e := range all {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var k chart.Kept
				if _, err := k.File(sheetOf(e.spec)); err != nil {
					b.Fatal(err)
				}
				for i, w := range [...]chart.Width{chart.Wide, chart.Narrow, chart.Wide} {
					if _, err := k.Captioned(e.spec, w, fmt.Sprint("c", i)); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
