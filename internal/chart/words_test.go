package chart_test

import (
	"testing"

	"bulletin/internal/chart"
)

func TestAlternative(t *testing.T) {
	gaps := simple(t, chart.Line, 1, 2, 3, 4, 5, 6, 7, 8)
	for _, i := range []int{1, 2, 3, 5} {
		gaps.Series[0].Points[i].Missing = true
	}
	for _, c := range []struct {
		spec *chart.Spec
		want string
	}{
		{quarter(t), "Seven of nine rise, most of all Montenegro (+999%, 79 to 868); two fall, most of all Romania (−57%). No comparison for Greece; one value is an estimate."},
		{bothYears(t), "Seven of nine are higher in Q1 2023 than in Q1 2022, most of all Croatia (7,884 against 1,033); two are lower, most of all Romania (2,528 against 5,843). In Q1 2023, the highest is Serbia (16,216), the lowest Kosovo* (237). Q1 2022: no figure for Greece. One value is an estimate."},
		{outcomes(t), "First instance: Other 37%, Negative 35% and Positive 28%; Second instance: Negative 90%, Positive 6% and Other 4%."},
		{simple(t, chart.Change, 12), "Row 1 rises (+12%)."},
		{simple(t, chart.Change, 0, 0), "Both are unchanged."},
		{simple(t, chart.Change, 5, 0, -5), "One of three rises: Row 1 (+5%); one falls: Row 3 (−5%); one is unchanged."},
		{simple(t, chart.Bar, 5), "Row 1: 5."},
		{simple(t, chart.Bar, 5, 5), "Both are 5."},
		{simple(t, chart.Line, 5), "5 in Row 1."},
		{simple(t, chart.Line, 5, 5), "From Row 1 to Row 2, the figure stayed at 5."},
		{simple(t, chart.Line, 5, 1, 9), "From Row 1 to Row 3, the figure rose from 5 to 9, by 80%. It was highest at the end and lowest in Row 2 (1)."},
		{gaps, "From Row 1 to Row 8, the figure rose from 1 to 8, by a factor of 8. No figure for Row 2 to Row 4 and Row 6."},
	} {
		if got := chart.Alternative(c.spec); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
