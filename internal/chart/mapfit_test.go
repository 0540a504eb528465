package chart_test

import (
	"math"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

func TestMapProblems(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*chart.Spec)
		want   string
	}{
		{"unknown code", func(s *chart.Spec) { s.Rows[0].Code = "QQQ1" }, `"Greece" cannot be on a map: "QQQ1" is no country code`},
		{"two letters", func(s *chart.Spec) { s.Rows[0].Code = "GR" }, `"GR" is no country code: it must be one of three letters`},
		{"small letters", func(s *chart.Spec) { s.Rows[0].Code = "grc" }, `"grc" is no country code`},
		{"own code", func(s *chart.Spec) { s.Rows[0].Code = "XWB" }, `"XWB" is a code of your own`},
		{"own code in Q", func(s *chart.Spec) { s.Rows[0].Code = "QNA" }, `"QNA" is a code of your own`},
		{"twice", func(s *chart.Spec) { s.Rows[1].Code = "GRC" }, `"Greece" and "Bulgaria" have the same code, GRC`},
		{"no code", func(s *chart.Spec) {
			for i := range s.Rows {
				s.Rows[i].Code = ""
			}
		}, "no area has a country code"},
		{"two series", func(s *chart.Spec) { s.Series = append(s.Series, s.Series[0]) }, "a map shows one series, not 2"},
		{"share", func(s *chart.Spec) { s.Axis.Percent = true }, "shares cannot be circles"},
		{"below zero", func(s *chart.Spec) { s.Series[0].Points[2].Value = -1 }, `"North Macedonia" has a value below zero`},
		{"style", func(s *chart.Spec) { s.Map.Style = 7 }, "there is no such style of map"},
		{"values elsewhere", func(s *chart.Spec) {
			for i := range s.Rows {
				s.Series[0].Points[i].Missing = i > 0
			}
			s.Rows[0].Code = ""
		}, "no area on the map has a value"},
		{"bounds fall", func(s *chart.Spec) { s.Map.Style, s.Map.Bounds = chart.Shades, []float64{20, 10} }, "the bounds of the classes must rise: 10 does not come after 20"},
		{"bounds equal", func(s *chart.Spec) { s.Map.Style, s.Map.Bounds = chart.Shades, []float64{20, 20} }, "must rise"},
		{"five bounds", func(s *chart.Spec) { s.Map.Style, s.Map.Bounds = chart.Shades, []float64{1, 2, 3, 4, 5} }, "5 bounds make 6 classes"},
		{"bound NaN", func(s *chart.Spec) { s.Map.Style, s.Map.Bounds = chart.Shades, []float64{math.NaN()} }, "not a number"},
		{"bound Inf", func(s *chart.Spec) { s.Map.Style, s.Map.Bounds = chart.Shades, []float64{1, math.Inf(1)} }, "not a number"},
	} {
		s := mapOf(t, chart.Symbols, balkans[:]...)
		c.change(s)
		if wrong := strings.Join(s.Validate(), "; "); !strings.Contains(wrong, c.want) {
			t.Errorf("%s: %q does not say %q", c.name, wrong, c.want)
		}
		if _, err := chart.SVG(s, chart.Wide, "c"); err == nil {
			t.Errorf("%s: drawn all the same", c.name)
		}
	}
	for _, s := range []*chart.Spec{symbolMap(t), shadeMap(t), boundMap(t), mapOf(t, chart.Locator, balkans[0])} {
		if wrong := s.Validate(); len(wrong) > 0 {
			t.Errorf("%s: %v", s.Title, wrong)
		}
	}
}

func TestMapWords(t *testing.T) {
	few := mapOf(t, chart.Symbols, balkans[:3]...)
	even := mapOf(t, chart.Shades, place{"GRC", "Greece", "", 5}, place{"ALB", "Albania", "", 5})
	for _, c := range []struct {
		spec *chart.Spec
		want string
	}{
		{symbolMap(t), "Highest in Serbia (16,216), followed by Croatia (7,884) and Bosnia and Herzegovina (5,201); lowest in Kosovo* (237)."},
		{few, "Highest in Greece (3,722), lowest in North Macedonia (2,040)."},
		{even, "Both areas have the same value, 5."},
		{mapOf(t, chart.Symbols, balkans[0]), "Greece: 3,722."},
		{boundMap(t), "Highest in Croatia (71%), followed by Greece (61%) and Serbia (47%); lowest in Bosnia and Herzegovina (3%). Croatia and Greece are in the highest class, 50% and over."},
		{gapMap(t, chart.Symbols), "Not on the map: Western Balkan route (145,600). No figure for Greece; two values are estimates; two values are not fully comparable."},
		{mapOf(t, chart.Locator, balkans[0]), "Map of Greece and its neighbours, with Greece highlighted."},
		{mapOf(t, chart.Locator, balkans[:2]...), "Map with Greece and Bulgaria highlighted among their neighbours."},
	} {
		if got := chart.Alternative(c.spec); !strings.HasSuffix(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
