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
	inTime := func(s *chart.Spec, names ...string) *chart.Spec {
		for i, name := range names {
			s.Rows[i].Label, s.Rows[i].X = name, float64(i+1)
		}
		return s
	}
	children := inTime(simple(t, chart.Bar, 258, 92), "February 2024", "January 2025")
	children.Axis.Unit = "children"
	years := kinds(t)
	years.Rows = years.Rows[:4]
	for j := range years.Series {
		years.Series[j].Points = years.Series[j].Points[:4]
	}
	instances := pairs(t, [2]float64{35, 90}, [2]float64{28, 6})
	instances.Type, instances.Axis.Percent = chart.Bar, true
	rows(instances, "Negative", "Positive")
	instances.Series[0].Name, instances.Series[1].Name = "First-instance decisions", "Second-instance decisions"
	borders := rows(simple(t, chart.Stacked, 1324, 0), "Serbia", "North Macedonia")
	borders.Series[0].Name = "Hungary"
	borders.Series = append(borders.Series, chart.Series{Name: "Croatia", Points: []chart.Point{{Value: 317}, {}}}, chart.Series{Name: "Serbia", Points: []chart.Point{{}, {Value: 634}}})
	hundred := rows(simple(t, chart.Stacked, 8), "Q1 2023")
	hundred.Hundred, hundred.Axis.Percent, hundred.Series[0].Name = true, true, "Children"
	hundred.Series = append(hundred.Series, chart.Series{Name: "Other", Rest: true, Points: []chart.Point{{Value: 92}}})
	full := parts(t, 346)
	full.Whole, full.WholeNote = "346", "reports, 2024"
	why := rows(simple(t, chart.Bar, 1, 2, 3, 4, 5), "Serbia", "Croatia", "Albania", "Greece", "Kosovo*")
	for i, text := range []string{"suppressed", "", "suppressed"} {
		why.Series[0].Points[i] = chart.Point{Missing: true, MissingText: text}
	}
	part := kinds(t)
	part.Series[0].Points[1] = chart.Point{Missing: true, MissingText: "suppressed"}
	part.Series[2].Points[1] = chart.Point{Missing: true, MissingText: "suppressed"}
	part.Series[2].Points[5] = chart.Point{Missing: true}
	balance := simple(t, chart.Bar, 24, 0, -31)
	balance.Axis.Percent, balance.Axis.Signed = true, true
	numbered := rows(parts(t, 620, 380), "Category 1", "Category 2")
	for _, c := range []struct {
		spec *chart.Spec
		want string
	}{
		{children, "From February 2024 to January 2025, the number of children fell from 258 to 92, by 64%."},
		{inTime(simple(t, chart.Bar, 32494, 59726, 9714, 4292, 12758), "2018", "2019", "2020", "2021", "2022"), "From 2018 to 2022, the figure fell from 32,494 to 12,758, by 61%. It was highest in 2019 (59,726) and lowest in 2021 (4,292)."},
		{inTime(years, "2021", "2022", "2023", "2024"), "From 2021 to 2024, the total fell from 5,169 to 1,008, by 80%. The largest part in all four is Syria; its share ranges from 40% (2021) to 42% (2024). One value is an estimate."},
		{instances, "First-instance decisions: Negative 35% and Positive 28%; Second-instance decisions: Negative 90% and Positive 6%."},
		{borders, "Serbia (1,641): Hungary 1,324 and Croatia 317; North Macedonia (634): all Serbia."},
		{hundred, "Children 8% and Other 92%."},
		{full, "Of 346 reports (2024): all Serbia."},
		{why, "The highest is Kosovo* (5), the lowest Greece (4). Suppressed for Serbia and Albania; no figure for Croatia."},
		{part, "In total, the highest is Serbia (5,169), the lowest North Macedonia (243). The largest part in all four is Syria; its share ranges from 40% (Serbia) to 49% (North Macedonia). Syria: suppressed for Bulgaria; Pakistan: suppressed for Bulgaria, no figure for Montenegro. One value is an estimate."},
		{balance, "One of three rises: Row 1 (+24%); one falls: Row 3 (−31%); one is unchanged."},
		{numbered, "Category 1 – 620 (62%) and Category 2 – 380 (38%)."},
		{rows(simple(t, chart.Change, 12, 8, 3), "Serbia", "Croatia", "Albania"), "All three rise, most of all Serbia (+12%), least Albania (+3%)."},
		{rows(simple(t, chart.Change, -4, -4), "Serbia", "Croatia"), "Both fall, most of all Serbia and Croatia (−4%)."},
		{simple(t, chart.Change, 5, 0), "One of two rises: Row 1 (+5%); one is unchanged."},
		{rounded, "One of three rises: Row 1 (+5%); one is unchanged; one is little changed."},
		{hardly, "Row 1 is little changed."},
		{simple(t, chart.Change, -5), "Row 1 falls (−5%)."},
		{simple(t, chart.Bar, 9, 5, 5), "The highest is Row 1 (9), the lowest Row 2 and Row 3 (5)."},
		{simple(t, chart.Bar, 9, 9, 5), "The highest are Row 1 and Row 2 (9), the lowest Row 3 (5)."},
		{simple(t, chart.Bar, 9, 8, 7, 6, 5), "The highest is Row 1 (9), followed by Row 2 (8); the lowest is Row 5 (5)."},
		{simple(t, chart.Bar, 7, 7, 7), "All are 7."},
		{rest, "The highest is Row 2 (4), the lowest Row 1 (3)."},
		{onlyRest, ""},
		{pairs(t, [2]float64{79, 868}, [2]float64{500, 400}, [2]float64{7, 7}), "From 2022 to 2023, one of three rises (Row 1, from 79 to 868), one falls (Row 2, from 500 to 400) and one is unchanged. In 2023, the highest is Row 1 (868), the lowest Row 3 (7)."},
		{pairs(t, [2]float64{5, 4}, [2]float64{9, 1}), "From 2022 to 2023, both fall. Row 2 falls most (from 9 to 1). In 2023, the highest is Row 1 (4), the lowest Row 2 (1)."},
		{lone, "From 2022 to 2023, the only pair rises (Row 1, from 10 to 25). In 2023, the highest is Row 1 (25), the lowest Row 2 (4). 2022: no figure for Row 2."},
		{incomplete, "2023: Row 1 (25). 2022: no figure for Row 1."},
		{kinds(t), "In total, the highest is Serbia (5,169), followed by Bulgaria (3,801); the lowest is Montenegro (45). The largest part in all six is Syria; its share ranges from 40% (Serbia) to 49% (North Macedonia). One value is an estimate."},
		{five(t), "First instance (375): Refugee status 90, Subsidiary protection 79, Humanitarian status 68, Rejected 57, Closed 46 and Other 35; Second instance (117): Closed 24, Rejected 21, Humanitarian status 18, Subsidiary protection 15, Refugee status 12 and Other 27."},
		{level, "Row 1 (8): 2023 – 6 and 2024 – 2; Row 2 (4): 2023 – 3 and 2024 – 1."},
		{share, "Serbia 46%, Croatia 33% and Bosnia and Herzegovina 21%."},
		{whole, "Of 100 people (2023): Serbia 60 (60%), Croatia 30 (30%) and Bosnia and Herzegovina 10 (10%)."},
		{last, "Croatia 30 (20%), Serbia 20 (13%), Bosnia and Herzegovina 10 (7%), Greece 5 (3%), Romania 5 (3%) and 5 others 80 (53%)."},
		{parts(t, 1, 1), "Serbia 1 (50%) and Croatia 1 (50%)."},
		{parts(t, 2, 2, 1), "Serbia 2 (40%), Croatia 2 (40%) and Bosnia and Herzegovina 1 (20%)."},
		{one, "Of 336: Accompanied 27 (8%), Alone 21 (6%) and Other 288 (86%)."},
		{half, "2022 (10): Accompanied 6 and Alone 4. Accompanied: no figure for 2023."},
		{lacking, "Only Row 2 has a figure, 4. No figure for Row 1."},
		{unlike, "One of two is higher in 2023 than in 2022: Row 1 (2 against 1); one is the same. In 2023, both are 2."},
		{parts(t, 346), "All Serbia, 346."},
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
