package site_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// ofIndicator is a site with one indicator of a name, and these observations:
// "serbia 2023-Q1 value: 5".
func ofIndicator(t *testing.T, name string, observations ...string) (*site.Site, *site.Page) {
	t.Helper()
	var cells, areas strings.Builder
	known := map[string]bool{}
	for _, o := range observations {
		at := strings.SplitN(o, " ", 3)
		if !known[at[0]] {
			known[at[0]] = true
			fmt.Fprintf(&areas, "  - {id: %s, name: %s}\n", at[0], strings.ToUpper(at[0]))
		}
		fmt.Fprintf(&cells, "  - {indicator: arrivals, area: %s, period: %s, source: census, accept: {jump: made up}, %s}\n", at[0], at[1], at[2])
	}
	set, problems := data.Load(fstest.MapFS{
		"data/site.yaml":           {Data: []byte("title: Test\n")},
		"data/areas.yaml":          {Data: []byte("areas:\n" + areas.String())},
		"data/dimensions.yaml":     {Data: []byte("age: {name: Age, categories: {children: Children, adults: Adults}}\n")},
		"data/indicators.yaml":     {Data: []byte(fmt.Sprintf("- {id: arrivals, name: %q, unit: {one: person, other: people}, measure: flow, definition: People.}\n", name))},
		"data/sources.yaml":        {Data: []byte("census: {publisher: Office, title: Count, issued: 2027}\n")},
		"data/observations/a.yaml": {Data: []byte("observations:\n" + cells.String())},
	})
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	s, found := site.Assemble(site.Config{}, set, nil)
	if found.Errors() > 0 {
		t.Fatal(found)
	}
	p, _ := s.Page("/data/arrivals/")
	return s, p
}

// TestIndicatorChart: the chart is of the type that suits what there is.
func TestIndicatorChart(t *testing.T) {
	years := func(area string, n int) (all []string) {
		for y := range n {
			all = append(all, fmt.Sprintf("%s %d value: %d", area, 2010+y, 100+y))
		}
		return all
	}
	var many []string
	for n := range 15 {
		many = append(many, years(fmt.Sprintf("a%02d", n), 4)...)
	}
	const hostile = `{{ x }} *a* [b](c) <script> "d" & \ ` + "`e` #f"
	for _, c := range []struct {
		name, indicator string
		observations    []string
		want            string // type, title, rows and series; "" for none
	}{
		{"nothing", "A", nil, ""},
		{"one value", "A", []string{"x 2020 value: 1"}, ""},
		{"lines", "A", years("x", 4), "line: A by year: 4, 1"},
		{"a gap in a line", "A", append(years("x", 4), "x 2016 value: 5"), "line: A by year: 7, 1"},
		{"periods of one area", "A", years("x", 3), "bar: A, X: 3, 1"},
		{"areas of one period", "A", []string{"x 2020 value: 1", "y 2020 value: 2", "y 2021 status: O, note: Lost."}, "bar: A by area: 2, 1"},
		{"beside the year before", "A", []string{"x 2019 value: 1", "y 2020 value: 2", "x 2020 value: 3"}, "bar: A by area: 2, 2"},
		{"parts of one value", "A", []string{"x 2020 value: 9, by: {age: {children: 4, adults: 5}}"}, "bar: A by age, X, 2020: 2, 1"},
		{"as many lines as can be told apart", "A", many, "line: A by year: 4, 12"},
		{"a hostile name", hostile, years("x", 4), "line: " + hostile + " by year: 4, 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			observations := c.observations
			if observations == nil {
				observations = []string{"x 2020 status: O, note: Lost."}
			}
			s, p := ofIndicator(t, c.indicator, observations...)
			got := ""
			if chart := s.IndicatorChart(p); chart != nil {
				got = fmt.Sprintf("%s: %s: %d, %d", chart.Block.Type.Value, chart.Title.Plain(), len(chart.Spec.Rows), len(chart.Spec.Series))
			}
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestCoverage: every total has its cell, what is not there is a gap, and of very
// many periods there are years.
func TestCoverage(t *testing.T) {
	s, p := ofIndicator(t, "A", "x 2019-Q1 value: 1, by: {age: {children: 1}}", "x 2019-Q3 value: 2", "x 2019 value: 5", "y 2019-Q1 status: O, note: Lost.", "y 2019-01..2019-02 value: 3")
	c := s.Coverage(p.Indicator)
	var columns []string
	for _, column := range c.Columns {
		columns = append(columns, fmt.Sprintf("%s %v", column.Period, column.Skips))
	}
	if got, want := strings.Join(columns, ", "), "2019 false, 2019-Q1 false, 2019-Q3 true, 2019-01..2019-02 false"; got != want || c.Yearly {
		t.Errorf("got the columns %s, want %s", got, want)
	}
	cells := ""
	for n := range c.Areas {
		cells += c.Areas[n].ID
		for _, cell := range c.Cells[n] {
			cells += fmt.Sprint(len(cell))
		}
	}
	if cells != "x1110y0101" {
		t.Errorf("got the cells %s", cells)
	}
	var months []string
	for n := range 41 {
		months = append(months, fmt.Sprintf("x %d-%02d value: %d", 2020+n/12, 1+n%12, 100+n))
	}
	s, p = ofIndicator(t, "A", months...)
	c = s.Coverage(p.Indicator)
	if !c.Yearly || len(c.Columns) != 4 || len(c.Cells[0][0]) != 12 || len(c.Cells[0][3]) != 5 {
		t.Errorf("41 months are not told by years: %+v", c.Columns)
	}
}
