package render

import (
	"testing"

	"bulletin/internal/chart"
)

func TestFollowing(t *testing.T) {
	value := chart.Point{Value: 1}
	for _, c := range []struct {
		name   string
		points []chart.Point
		want   int
	}{
		{"none", nil, 0},
		{"all", []chart.Point{value, value, value}, 3},
		{"missing at the end", []chart.Point{value, {Missing: true}}, 0},
		{"a gap", []chart.Point{value, {Missing: true}, value, value}, 2},
		{"a new series", []chart.Point{value, value, {Value: 1, Break: true}, value}, 2},
		{"another definition before", []chart.Point{{Value: 1, Differs: true}, value, value}, 2},
		{"one definition, another than usual", []chart.Point{{Value: 1, Differs: true}, {Value: 1, Differs: true}}, 2},
	} {
		if got := following(c.points); got != c.want {
			t.Errorf("%s: %d, not %d", c.name, got, c.want)
		}
	}
}
