package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

func TestValidate(t *testing.T) {
	series := func(n, points int) (out []chart.Series) {
		for i := range n {
			out = append(out, chart.Series{Name: fmt.Sprint(i), Points: make([]chart.Point, points)})
		}
		return out
	}
	for _, c := range []struct {
		name   string
		change func(*chart.Spec)
		want   string
	}{
		{"NaN", func(s *chart.Spec) { s.Series[0].Points[1].Value = math.NaN() }, `the value of "Row 2" in the series "2023" is not a number`},
		{"Inf", func(s *chart.Spec) { s.Series[0].Points[0].Value = math.Inf(-1) }, `the value of "Row 1" in the series "2023" is not a number`},
		{"huge", func(s *chart.Spec) { s.Series[0].Points[0].Value = 1e300 }, `the value of "Row 1" in the series "2023" is too large to draw`},
		{"no rows", func(s *chart.Spec) { s.Rows, s.Series[0].Points = nil, nil }, "there is nothing to draw: the chart has no rows"},
		{"no series", func(s *chart.Spec) { s.Series = nil }, "there is nothing to draw: the chart has no series"},
		{"all missing", func(s *chart.Spec) {
			s.Series[0].Points = []chart.Point{{Missing: true}, {Missing: true, Value: math.NaN()}}
		}, "there is nothing to draw: every value is missing"},
		{"ragged", func(s *chart.Spec) { s.Series[0].Points = s.Series[0].Points[:1] }, `the series "2023" has 1 values for 2 rows`},
		{"title", func(s *chart.Spec) { s.Title = "" }, "a chart needs a title"},
		{"language", func(s *chart.Spec) { s.Locale = nil }, "the chart has no language"},
		{"two changes", func(s *chart.Spec) { s.Type, s.Series = chart.Change, series(2, 2) }, "a change chart shows one series, not 2"},
		{"six bars", func(s *chart.Spec) { s.Series = series(6, 2) }, "6 bars for each row are too many to compare: 5 at most; show fewer, or choose small multiples"},
		{"thirteen lines", func(s *chart.Spec) { s.Type, s.Series = chart.Line, series(13, 2) }, "13 lines are too many to tell apart: 12 at most; show fewer, or put some together"},
		{"thirteen parts", func(s *chart.Spec) { s.Type, s.Series = chart.Stacked, series(13, 2) }, "13 series are too many to tell apart: 12 at most; show fewer, or put some together"},
		{"type", func(s *chart.Spec) { s.Type = 9 }, "there is no such type of chart"},
		{"order", func(s *chart.Spec) { s.Type, s.Rows[0].X, s.Rows[1].X = chart.Line, 2, 1 }, `the rows of a line must be in order: "Row 2" does not come after "Row 1"`},
		{"position", func(s *chart.Spec) { s.Type, s.Rows[0].X = chart.Line, math.NaN() }, `the position of "Row 1" is not a number`},
	} {
		s := simple(t, chart.Bar, 1, 2)
		c.change(s)
		if got := strings.Join(s.Validate(), "; "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if _, err := chart.SVG(s, chart.Wide, "c"); err == nil {
			t.Errorf("%s: drawn", c.name)
		}
		if got := chart.Alternative(s); got != "" {
			t.Errorf("%s: said %q", c.name, got)
		}
	}
	if wrong := simple(t, chart.Line, 1).Validate(); len(wrong) > 0 {
		t.Errorf("one point refused: %v", wrong)
	}
}
