package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// TestWordsOfBars are the text alternatives of the bar family, as a person would say them.
func TestWordsOfBars(t *testing.T) {
	rows := func(s *chart.Spec, names ...string) *chart.Spec {
		for i, name := range names {
			s.Rows[i].Label = name
		}
		return s
	}
	rest := simple(t, chart.Bar, 3, 4, 90)
	rest.Rows[2].Rest = true
	onlyRest := simple(t, chart.Bar, 3)
	onlyRest.Rows[0].Rest = true
	lone := pairs(t, [2]float64{10, 25}, [2]float64{0, 4})
	lone.Series[0].Points[1].Missing = true
	incomplete := pairs(t, [2]float64{10, 25})
	incomplete.Series[0].Points[0].Missing = true
	share := parts(t, 46, 33, 21)
	share.Axis.Percent = true
	whole := parts(t, 60, 30, 10)
	whole.Whole, whole.WholeNote = "100", "people, 2023"
	last := parts(t, 20, 30, 10, 5, 5, 80)
	level := simple(t, chart.Stacked, 6, 3)
	level.Series = append(level.Series, chart.Series{Name: "2024", Points: []chart.Point{{Value: 2}, {Value: 1}}})
	rounded := simple(t, chart.Change, 5, 0, 0)
	rounded.Series[0].Points[2].Label = "little changed"
	hardly := simple(t, chart.Change, 0)
	hardly.Series[0].Points[0].Label = "little changed"
	one := simple(t, chart.Stacked, 27)
	one.Rows[0].Label, one.Series[0].Name = "first quarter of 2023", "Accompanied"
	one.Series = append(one.Series, chart.Series{Name: "Alone", Points: []chart.Point{{Value: 21}}}, chart.Series{Name: "Other", Rest: true, Points: []chart.Point{{Value: 288}}})
	half := rows(simple(t, chart.Stacked, 6, 3), "2022", "2023")
	half.Series[0].Name = "Accompanied"
	half.Series[0].Points[1].Missing = true
	half.Series = append(half.Series, chart.Series{Name: "Alone", Points: []chart.Point{{Value: 4}, {Value: 1}}})
	lacking := simple(t, chart.Bar, 3, 4)
	lacking.Series[0].Points[0].Missing = true
	unlike := pairs(t, [2]float64{1, 2}, [2]float64{2, 2})
	unlike.Type = chart.Bar
	for _, c := range []struct {
		spec *chart.Spec
		want string
	}{
		{rows(simple(t, chart.Change, 12, 8, 3), "Serbia", "Croatia", "Albania"), "All three rise, most of all Serbia (+12%), least Albania (+3%)."},
		{rows(simple(t, chart.Change, -4, -4), "Serbia", "Croatia"), "Both fall, most of all Serbia and Croatia (−4%)."},
		{simple(t, chart.Change, 5, 0), "One of two rises, Row 1 (+5%); one is unchanged."},
		{rounded, "One of three rises, Row 1 (+5%); one is unchanged; one is little changed."},
		{hardly, "Row 1 is little changed."},
		{simple(t, chart.Change, -5), "Row 1 falls (−5%)."},
		{simple(t, chart.Bar, 9, 5, 5), "Row 1 (9) is highest, Row 2 and Row 3 (5) lowest."},
		{simple(t, chart.Bar, 9, 9, 5), "Row 1 and Row 2 (9) are highest, Row 3 (5) lowest."},
		{simple(t, chart.Bar, 9, 8, 7, 6, 5), "Row 1 (9) is highest, followed by Row 2 (8); Row 5 (5) is lowest."},
		{simple(t, chart.Bar, 7, 7, 7), "All are 7."},
		{rest, "Row 2 (4) is highest, Row 1 (3) lowest."},
		{onlyRest, ""},
		{pairs(t, [2]float64{79, 868}, [2]float64{500, 400}, [2]float64{7, 7}), "From 2022 to 2023, one of three rises (Row 1, from 79 to 868), one falls (Row 2, from 500 to 400) and one is unchanged. In 2023 Row 1 (868) is highest, Row 3 (7) lowest."},
		{pairs(t, [2]float64{5, 4}, [2]float64{9, 1}), "From 2022 to 2023, both fall. Row 2 falls most (from 9 to 1). In 2023 Row 1 (4) is highest, Row 2 (1) lowest."},
		{lone, "From 2022 to 2023, the only pair rises (Row 1, from 10 to 25). In 2023 Row 1 (25) is highest, Row 2 (4) lowest. 2022: no figure for Row 2."},
		{incomplete, "2023: Row 1 (25). 2022: no figure for Row 1."},
		{kinds(t), "In total Serbia (5,169) is highest, followed by Bulgaria (3,801); Montenegro (45) is lowest. The largest part in all six is Syria; its share ranges from 40% (Serbia) to 49% (North Macedonia). One value is an estimate."},
		{five(t), "In total First instance (375) is highest, Second instance (117) lowest. The largest named part in First instance is Refugee status, in Second instance Closed."},
		{level, "In total Row 1 (8) is highest, Row 2 (4) lowest. The largest part in both is 2023, with 75%."},
		{share, "The largest part is Serbia with 46%, followed by Croatia 33% and Bosnia and Herzegovina 21%."},
		{whole, "Of 100 people (2023), the largest part is Serbia with 60 (60%), followed by Croatia 30 (30%) and Bosnia and Herzegovina 10 (10%)."},
		{last, "The largest named part is Croatia with 30 (20%), followed by Serbia 20 (13%), Bosnia and Herzegovina 10 (7%), Greece 5 (3%) and Romania 5 (3%); 5 others: 80 (53%)."},
		{parts(t, 1, 1), "The largest parts are Serbia and Croatia with 1 (50%) each."},
		{parts(t, 2, 2, 1), "The largest parts are Serbia and Croatia with 2 (40%) each, followed by Bosnia and Herzegovina 1 (20%)."},
		{one, "The largest named part is Accompanied with 8%, followed by Alone 6%; Other: 86%."},
		{half, "2022: the largest part is Accompanied with 60%, followed by Alone 40%. Accompanied: no figure for 2023."},
		{lacking, "Only Row 2 has a figure, 4. No figure for Row 1."},
		{unlike, "One of two is higher in 2023 than in 2022: Row 1 (2 against 1); one is the same. In 2023 both are 2."},
		{parts(t, 346), "Serbia is all: 346 (100%)."},
	} {
		if got := chart.Alternative(c.spec); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// TestHostileWordsInEveryType: whatever stands in the words of a chart, it stays words.
func TestHostileWordsInEveryType(t *testing.T) {
	const hostile = "</svg><script>alert('1')</script>&\"\x00\x0b\ufffe\xff"
	for _, e := range examples(t) {
		s := e.spec
		s.Title, s.Subtitle, s.Whole, s.WholeNote, s.Map.Disclaimer = hostile, hostile, hostile, hostile, hostile
		for i := range s.Rows {
			s.Rows[i].Label, s.Rows[i].Short, s.Rows[i].Note = hostile, hostile, hostile
		}
		for j := range s.Series {
			s.Series[j].Name, s.Series[j].Short = hostile, hostile
			for i := range s.Series[j].Points {
				s.Series[j].Points[i].Label, s.Series[j].Points[i].MissingText = hostile, hostile
			}
		}
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			svg := draw(t, s, w)
			for _, e := range parsed(t, svg) {
				if e.Name.Local == "script" {
					t.Errorf("a script in %s", svg)
				}
			}
			if strings.Count(svg, "</svg>") != 1 {
				t.Errorf("%s %d: the picture ends more than once", e.name, w)
			}
			legible(t, fmt.Sprint(e.name, " ", w), svg)
		}
	}
}
