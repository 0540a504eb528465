package site_test

import (
	"testing"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

func TestCellRoute(t *testing.T) {
	for _, c := range []struct {
		period, want string
		path         []data.CategoryRef
	}{
		{"2023-Q1", "/data/arrivals/#serbia-2023-q1", nil},
		{"2023-01-31", "/data/arrivals/#serbia-2023-01-31", nil},
		{"2022-Q3..2023-Q1", "/data/arrivals/#serbia-2022-q3-to-2023-q1", nil},
		{"2023", "/data/arrivals/#serbia-2023-age-children-sex-girls", []data.CategoryRef{{Dimension: "age", ID: "children"}, {Dimension: "sex", ID: "girls"}}},
	} {
		p, err := period.Parse(c.period)
		if err != nil {
			t.Fatal(err)
		}
		o := &data.Observation{Indicator: &data.Indicator{ID: "arrivals"}, Area: &data.Area{ID: "serbia"}, Period: p, Path: c.path}
		if got := site.CellRoute(o); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
		if got := site.IndicatorRoute(o.Indicator) + "#" + site.CellID(o); got != c.want {
			t.Errorf("in parts: got %s, want %s", got, c.want)
		}
		if got := "../" + string(site.AppendCell(nil, o)); got != ".."+c.want {
			t.Errorf("from a page: got %s, want ..%s", got, c.want)
		}
	}
}
