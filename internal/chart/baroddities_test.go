package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// fiveBars are five series and a remainder in few rows, with values that are estimated or counted otherwise.
func fiveBars(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Bar, Title: "Five bars a row", Locale: english(t)}
	for _, name := range []string{"Serbia", "Bosnia and Herzegovina", "Croatia"} {
		s.Rows = append(s.Rows, chart.Row{Label: name})
	}
	for j, name := range []string{"Syria", "Afghanistan", "Pakistan", "Türkiye", "Other"} {
		one := chart.Series{Name: name, Rest: name == "Other"}
		for i := range s.Rows {
			one.Points = append(one.Points, chart.Point{Value: float64(310 - 52*j + 170*i), Estimated: i == 1 && j == 2, Differs: i == 2 && j == 1})
		}
		s.Series = append(s.Series, one)
	}
	return s
}

// barOddities are bars with data that a chart of bars is rarely made for.
func barOddities(t testing.TB) []example {
	many := simple(t, chart.Bar)
	for i := range 40 {
		many.Rows = append(many.Rows, chart.Row{Label: fmt.Sprint("Area ", i+1), Rest: i == 39})
		many.Series[0].Points = append(many.Series[0].Points, chart.Point{Value: float64((40 - i) * (40 - i) * 13)})
	}
	names := simple(t, chart.Bar, 12, 7)
	names.Rows[0].Label = strings.Repeat("Authority of the Republic for ", 7)[:200]
	names.Rows[1].Label = strings.Repeat("Aufenthaltsbewilligung", 10)[:200]
	below := simple(t, chart.Bar, 120, 30, 0, -45, -80)
	below.Series[0].Points[1].Differs = true
	range6 := simple(t, chart.Bar, 1000000, 1)
	twice := simple(t, chart.Bar, -5, 12, -900)
	twice.Series = append(twice.Series, chart.Series{Name: "2024", Points: []chart.Point{{Value: 3}, {Value: -1000}, {Missing: true, MissingText: "not collected before 2025"}}})
	falls := simple(t, chart.Change, -5, -12.5, -40)
	gaps := quarter(t)
	gaps.Rows[9].Label = "Greece"
	gaps.Series[0].Points[9].MissingText = "no comparison: counted differently in 2022"
	gaps.Series[0].Points[5].Differs = true
	rises := simple(t, chart.Change, 900, 880, 12, 11, 10, 9, 8)
	for i := range 2 {
		rises.Rows[i].Note = fmt.Sprint("from ", 10+i, " to 100")
	}
	return []example{
		{"bar-one", simple(t, chart.Bar, 16216)}, {"bar-zero", simple(t, chart.Bar, 0, 0, 0)}, {"bar-equal", simple(t, chart.Bar, 7, 7, 7)},
		{"bar-negative", below}, {"bar-range", range6}, {"bar-below-two", twice}, {"bar-names", names}, {"bar-many", many},
		{"change-falls", falls}, {"change-gaps", gaps}, {"change-rises", rises},
	}
}

// oddities are charts with odd data, of every type of bars. No golden picture is kept of them.
func oddities(t testing.TB) []example {
	all := barOddities(t)
	near := pairsOf(t)
	for i := range near.Rows {
		near.Series[0].Points[i].Value = 1000000 + float64(i)
		near.Series[1].Points[i].Value = 1000003 - float64(i)
	}
	below := oddPairs(t)
	for i := range below.Rows {
		below.Series[0].Points[i].Value -= 600
		below.Series[1].Points[i].Value -= 600
		below.Rows[i].Label += strings.Repeat(" and one more", i)
	}
	below.Series[0].Name = strings.Repeat("First quarter of 2022 ", 5)
	zero := kinds(t)
	for j := range zero.Series {
		for i := range zero.Rows {
			zero.Series[j].Points[i] = chart.Point{Missing: i == 2 && j == 1}
		}
	}
	long := hundred(t)
	for j := range long.Series {
		long.Series[j].Name = strings.Repeat(long.Series[j].Name+" and others ", 9)
	}
	two := parts(t, 1, 1)
	many := parts(t, 5, 5, 5, 1, 1, 83)
	many.Rows[3].Label, many.Rows[4].Label = strings.Repeat("Unaccompanied children ", 8), strings.Repeat("x", 200)
	share := parts(t, 46, 33, 21)
	share.Axis.Percent = true
	return append(all, []example{
		{"dumbbell-near", near}, {"dumbbell-below", below}, {"stacked-zero", zero}, {"stacked-long", long},
		{"donut-two", two}, {"donut-names", many}, {"donut-share", share},
	}...)
}

func TestOddBarsAreLegible(t *testing.T) {
	for _, e := range oddities(t) {
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			legible(t, fmt.Sprint(e.name, " ", w), draw(t, e.spec, w))
		}
	}
}

// TestManyRows: a chart of a million rows is refused at once, and the most that are drawn stay within bounds.
func TestManyRows(t *testing.T) {
	for _, kind := range []chart.Type{chart.Change, chart.Bar, chart.Dumbbell, chart.Stacked} {
		s := &chart.Spec{Type: kind, Title: "Rows", Locale: english(t), Rows: make([]chart.Row, 1000000), Series: []chart.Series{{Points: make([]chart.Point, 1000000)}}}
		if kind == chart.Dumbbell {
			s.Series = append(s.Series, s.Series[0])
		}
		const want = `1000000 rows are too many to read: 100 at most; choose some of them, or put the smaller ones together as one, "Other"`
		if got := strings.Join(s.Validate(), "; "); got != want {
			t.Errorf("type %d: %q", kind, got)
		}
		s.Rows = s.Rows[:100]
		for j := range s.Series {
			s.Series[j].Points = s.Series[j].Points[:100]
			for i := range s.Series[j].Points {
				s.Series[j].Points[i].Value = float64(i * (j + 1))
			}
		}
		if svg := draw(t, s, chart.Narrow); len(svg) > 100000 {
			t.Errorf("type %d: %d bytes", kind, len(svg))
		}
	}
}

// oneBar is the commonest chart: one series, a bar a row, with a value that is missing, estimates and a remainder.
func oneBar(t testing.TB) *chart.Spec {
	s := simple(t, chart.Bar, 1083, 346, 239, 0, 815)
	s.Title, s.Subtitle, s.Axis.Unit = "Most came from Bangladesh", "Asylum applications, first quarter of 2023", "applications"
	for i, name := range []string{"Bangladesh", "Syria", "Pakistan", "Türkiye", "Other nationalities"} {
		s.Rows[i].Label = name
	}
	s.Rows[4].Rest = true
	s.Series[0].Points[2].Estimated = true
	s.Series[0].Points[3] = chart.Point{Missing: true}
	return s
}
