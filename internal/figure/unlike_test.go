package figure_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
	"bulletin/internal/figure"
)

// seriesWorld is the world with other observations.
func seriesWorld(t testing.TB, observations string) figure.Scope {
	t.Helper()
	s := world(t, "serbia")
	files := fstest.MapFS{}
	for name, f := range worldFiles() {
		if !strings.HasPrefix(name, "data/observations/") {
			files[name] = f
		}
	}
	files["data/observations/a.yaml"] = &fstest.MapFile{Data: []byte("observations:\n" + observations)} // a list may stand at the margin
	set, problems := data.Load(files)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	s.Set = set
	return s
}

// TestUnlike says of comparisons which observations keep them from being like
// with like.
func TestUnlike(t *testing.T) {
	for _, c := range []struct{ name, observations, expression, want string }{
		{"like", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", ""},
		{"a definition in the base", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: {value: 10, status: D, note: a}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", "2022-Q1"},
		{"a definition in the value", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: {value: 20, status: D}}}\n", "arrivals | change", "2023-Q1"},
		{"one definition in both", "- {indicator: arrivals, source: src, status: D, note: Both alike., period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, status: D, note: Both alike., period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", ""},
		{"two definitions", "- {indicator: arrivals, source: src, status: D, note: One., period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, status: D, note: Another., period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", "2023-Q1 2022-Q1"},
		{"an estimate", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: {value: 20, status: E}}}\n", "arrivals | change", ""},
		{"a new series", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: {value: 20, status: B}}}\n", "arrivals | change", "2023-Q1"},
		{"the first of the new series", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: {value: 10, status: B}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", ""},
		{"a break between", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2022-Q3, values: {serbia: {value: 15, status: B}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", "2022-Q3"},
		{"a break between, of another area", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2022-Q3, values: {greece: {value: 15, status: B}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", ""},
		{"a break before", "- {indicator: arrivals, source: src, period: 2021-Q4, values: {serbia: {value: 10, status: B}}}\n- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 15}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", ""},
		{"a break after", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 15}}\n- {indicator: arrivals, source: src, period: 2023-Q2, values: {serbia: {value: 20, status: B}}}\n", "arrivals | change", ""},
		{"a break in a month of the quarter", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023-02, values: {serbia: {value: 15, status: B}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", "2023-02"},
		{"a year that begins the series with the value", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023, values: {serbia: {value: 99, status: B}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", "2023"},
		{"a year that begins the series with the base", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2022, values: {serbia: {value: 99, status: B}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals | change", ""},
		{"backwards in time", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2022-Q3, values: {serbia: {value: 15, status: B}}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "arrivals 2022-Q1 | change 2023-Q1", "2022-Q3"},
		{"a stock on the day of the break", "- {indicator: presence, source: src, period: 2022-03, values: {serbia: {value: 10, status: B}}}\n- {indicator: presence, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "presence | change", ""},
		{"a stock after the break", "- {indicator: presence, source: src, period: 2022-03, values: {serbia: 10}}\n- {indicator: presence, source: src, period: 2022-12-31, values: {serbia: {value: 20, status: B}}}\n- {indicator: presence, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "presence | change", "2022-12-31"},
		{"a multiple", "- {indicator: arrivals, source: src, period: 2022-Q1, values: {serbia: 10}}\n- {indicator: arrivals, source: src, period: 2023-Q1, values: {serbia: {value: 20, status: B}}}\n", "arrivals | times", "2023-Q1"},
		{"shares", "- {indicator: children-share, source: src, period: 2022-Q1, values: {serbia: {value: 10, status: D}}}\n- {indicator: children-share, source: src, period: 2023-Q1, values: {serbia: 20}}\n", "children-share | change", "2022-Q1"},
		{"a sum over areas", "- {indicator: places, source: src, period: 2022-Q1, values: {serbia: {value: 10, status: D, note: n}, montenegro: 3}}\n- {indicator: places, source: src, period: 2023-Q1, values: {serbia: {value: 20, status: D, note: n}, montenegro: {value: 4, status: D}}}\n", "places west | change", "2023-Q1 Montenegro"},
		{"a sum over months", "- {indicator: places, area: serbia, source: src, period: 2022-Q1, value: 9, status: D, note: n}\n- {indicator: places, area: serbia, source: src, period: 2023-01, value: 9, status: D, note: n}\n- {indicator: places, area: serbia, source: src, period: 2023-02, value: 9, status: D, note: n}\n- {indicator: places, area: serbia, source: src, period: 2023-03, value: 9, status: D, note: n}\n", "places | change", ""},
		{"a sum over unlike months", "- {indicator: places, area: serbia, source: src, period: 2022-Q1, value: 9, status: D, note: n}\n- {indicator: places, area: serbia, source: src, period: 2023-01, value: 9, status: D, note: n}\n- {indicator: places, area: serbia, source: src, period: 2023-02, value: 9}\n- {indicator: places, area: serbia, source: src, period: 2023-03, value: 9, status: B}\n", "places | change", "2022-Q1 2023-03"},
		{"a part follows its total", "- {indicator: arrivals, area: serbia, source: src, period: 2022-Q1, value: 10, by: {age: {children: 4}}}\n- {indicator: arrivals, area: serbia, source: src, period: 2022-Q3, value: 10, status: B}\n- {indicator: arrivals, area: serbia, source: src, period: 2023-Q1, value: 10, by: {age: {children: 4}}}\n", "arrivals age=children | change", "2022-Q3"},
		{"a part speaks for itself", "- {indicator: arrivals, area: serbia, source: src, period: 2022-Q1, value: 10, by: {age: {children: 4}}}\n- {indicator: arrivals, area: serbia, source: src, period: 2022-Q3, value: 10, status: B, by: {age: {children: {value: 4, status: A}}}}\n- {indicator: arrivals, area: serbia, source: src, period: 2023-Q1, value: 10, by: {age: {children: 4}}}\n", "arrivals age=children | change", ""},
		{"a total is not its part", "- {indicator: arrivals, area: serbia, source: src, period: 2022-Q1, value: 10}\n- {indicator: arrivals, area: serbia, source: src, period: 2022-Q3, value: 10, by: {age: {children: {value: 4, status: B}}}}\n- {indicator: arrivals, area: serbia, source: src, period: 2023-Q1, value: 10}\n", "arrivals | change", ""},
	} {
		s := seriesWorld(t, c.observations)
		v, problems := evaluate(s, c.expression)
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		var got []string
		for _, o := range v.Unlike {
			got = append(got, o.Period.String())
			if o.Area.Name != "Serbia" {
				got = append(got, o.Area.Name)
			}
		}
		if strings.Join(got, " ") != c.want || v.Definition != (c.want != "") {
			t.Errorf("%s: got %v, marked %v, want %q", c.name, got, v.Definition, c.want)
		}
		if len(v.Used) != 2 {
			continue
		}
		both, ok := figure.ChangeBetween(v.Used[0], v.Used[1], s)
		if !ok || !slices.Equal(both.Unlike, v.Unlike) || both.Definition != v.Definition || both.Base.Cmp(v.Base) != 0 || both.Now.Cmp(v.Now) != 0 {
			t.Errorf("%s: between the two of them: %+v", c.name, both)
		}
	}
}
