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
		{quarter(t), "7 rise and 2 fall. The largest rise is Montenegro (+999%, 79 to 868), the largest fall is Romania (−57%). No figure for Greece; one value is an estimate."},
		{bothYears(t), "Q1 2022: highest Serbia (10,373), lowest Montenegro (79); Q1 2023: highest Serbia (16,216), lowest Kosovo* (237). Q1 2022: no figure for Greece; one value is an estimate."},
		{outcomes(t), "Positive: highest First instance (28%); Negative: highest Second instance (90%); Other: highest First instance (37%)."},
		{simple(t, chart.Change, 12), "Row 1 (+12%)."},
		{simple(t, chart.Change, 0, 0), "2 are unchanged."},
		{simple(t, chart.Change, 5, 0, -5), "1 rises, 1 falls and 1 is unchanged. The largest rise is Row 1 (+5%), the largest fall is Row 3 (−5%)."},
		{simple(t, chart.Bar, 5), "Row 1 (5)."},
		{simple(t, chart.Bar, 5, 5), "All are 5."},
		{simple(t, chart.Line, 5), "5 in Row 1."},
		{simple(t, chart.Line, 5, 5), "Unchanged at 5 from Row 1 to Row 2."},
		{simple(t, chart.Line, 5, 1, 9), "From 5 in Row 1 to 9 in Row 3, highest with 9 in Row 3, lowest with 1 in Row 2."},
		{gaps, "From 1 in Row 1 to 8 in Row 8, highest with 8 in Row 8, lowest with 1 in Row 1. No figure for Row 2 to Row 4 and Row 6."},
	} {
		if got := chart.Alternative(c.spec); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
