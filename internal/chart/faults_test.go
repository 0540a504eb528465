package chart_test

import (
	"io/fs"
	"math"
	"os"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// The faults of go-chart, each with a test that none of them shows here. Those of its raster renderer that need a look
// inside stand in raster_test.go: TestRasterEnds, TestLettersHaveHoles, TestTextHasItsSize.

// types are all types of chart, in the order of their constants.
var types = map[chart.Type]string{
	chart.Change: "change", chart.Bar: "bar", chart.Line: "line", chart.Dumbbell: "dumbbell", chart.Stacked: "stacked",
	chart.Donut: "donut", chart.Multiples: "multiples", chart.Map: "map",
}

// ofType is a chart of a type with a row for each value, in as many series as the type needs.
func ofType(t testing.TB, kind chart.Type, values ...float64) *chart.Spec {
	s := simple(t, kind, values...)
	if kind == chart.Dumbbell {
		s.Series = append(s.Series, chart.Series{Name: "2024", Points: s.Series[0].Points})
	}
	for i := range s.Rows {
		s.Rows[i].Code = balkans[i%len(balkans)].code
	}
	return s
}

// forms draws a chart in each of its forms, and says what cannot be drawn. On a card parts and panels leave their place to
// the words, whatever their values.
func forms(s *chart.Spec) map[string]error {
	out := map[string]error{}
	_, out["wide"] = chart.SVG(s, chart.Wide, "c")
	_, out["narrow"] = chart.SVG(s, chart.Narrow, "c")
	_, out["file"] = chart.File(sheetOf(s))
	_, out["png"] = chart.PNG(sheetOf(s))
	if s.Type != chart.Stacked && s.Type != chart.Multiples {
		_, out["card"] = chart.CardPNG(&chart.Card{Value: "7", Words: "seven", Trend: s})
	}
	return out
}

// TestGoChartFaultTextIsNotEscaped: no word of any chart can end its picture or begin an element.
func TestGoChartFaultTextIsNotEscaped(t *testing.T) {
	const hostile = `</svg><script>alert(1)</script>&"'`
	for kind, name := range types {
		s := ofType(t, kind, 3, 2)
		s.Title, s.Rows[0].Label, s.Series[0].Name, s.Map.Naming = hostile, hostile, hostile, []chart.Naming{{Code: "GRC", Note: hostile}}
		for form, svg := range map[string]string{"page": draw(t, s, chart.Wide), "file": file(t, s)} {
			for _, e := range parsed(t, svg) {
				if e.Name.Local == "script" {
					t.Errorf("%s, %s: a script", name, form)
				}
			}
			if strings.Count(svg, "</svg>") != 1 {
				t.Errorf("%s, %s: the picture ends more than once", name, form)
			}
		}
	}
}

// TestGoChartFaultInlineStyles: a strict Content-Security-Policy holds for pictures in pages and for files.
func TestGoChartFaultInlineStyles(t *testing.T) {
	for _, e := range examples(t) {
		for form, svg := range map[string]string{"wide": draw(t, e.spec, chart.Wide), "narrow": draw(t, e.spec, chart.Narrow), "file": file(t, e.spec)} {
			for _, el := range parsed(t, svg) {
				if el.Name.Local == "style" || attribute(el, "style") != "" {
					t.Errorf("%s, %s: a style at %s", e.name, form, el.Name.Local)
				}
			}
		}
	}
}

// TestGoChartFaultCannotBeReadAloud: every picture has a role, and a title and a description that it is tied to.
func TestGoChartFaultCannotBeReadAloud(t *testing.T) {
	for _, e := range examples(t) {
		for form, svg := range map[string]string{"wide": draw(t, e.spec, chart.Wide), "narrow": draw(t, e.spec, chart.Narrow), "file": file(t, e.spec)} {
			all := parsed(t, svg)
			if attribute(all[0], "role") != "img" || all[1].Name.Local != "title" || all[2].Name.Local != "desc" {
				t.Fatalf("%s, %s: role %q, then %s and %s", e.name, form, attribute(all[0], "role"), all[1].Name.Local, all[2].Name.Local)
			}
			tied := attribute(all[1], "id") + " " + attribute(all[2], "id")
			if form == "file" { // which needs no ids: they would meet those of the page that it is put into
				tied = ""
			}
			if got := attribute(all[0], "aria-labelledby"); got != tied || len(tied) == 1 {
				t.Errorf("%s, %s: labelled by %q, not by %q", e.name, form, got, tied)
			}
			if strings.Contains(svg, "<desc></desc>") || strings.Contains(svg, "></title>") {
				t.Errorf("%s, %s: nothing is said", e.name, form)
			}
		}
	}
}

// TestGoChartFaultNoNumberHangs: what is no number is refused in words, in every type and form, before anything is drawn: a test that hangs fails.
func TestGoChartFaultNoNumberHangs(t *testing.T) {
	for kind, name := range types {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64} {
			s := ofType(t, kind, 3, v, 2)
			if len(s.Validate()) == 0 {
				t.Errorf("%s: %v is taken", name, v)
			}
			for form, err := range forms(s) {
				if err == nil {
					t.Errorf("%s, %s: %v is drawn", name, form, v)
				}
			}
		}
	}
}

// TestGoChartFaultPlainDataFails: equal values, zeros, one value and one of many, and values of very unlike size, are
// drawn in every form or refused in words; an empty chart is refused.
func TestGoChartFaultPlainDataFails(t *testing.T) {
	for kind, name := range types {
		for what, values := range map[string][]float64{
			"flat": {5, 5, 5}, "one": {5}, "zeros": {0, 0}, "one zero": {0}, "unlike": {1e-6, 1, 1e14}, "below": {-5, -5}, "empty": {},
		} {
			s := ofType(t, kind, values...)
			wrong := s.Validate()
			if refusable := what == "empty" || what == "zeros" || what == "one zero" || what == "below"; len(wrong) > 0 && !refusable || what == "empty" && len(wrong) == 0 {
				t.Errorf("%s, %s: %q", name, what, wrong)
			}
			for form, err := range forms(s) {
				if (err != nil) != (len(wrong) > 0) {
					t.Errorf("%s, %s, %s: %v, and the check says %q", name, what, form, err, wrong)
				}
			}
			if len(wrong) == 0 {
				parsed(t, draw(t, s, chart.Wide))
			}
		}
	}
}

// TestGoChartFaultBarsStartAtTheMinimum: a bar twice as long is twice as much, however near the values are.
func TestGoChartFaultBarsStartAtTheMinimum(t *testing.T) {
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		boxes := bars(t, draw(t, simple(t, chart.Bar, 1000, 1001, 500), w), "ch-s1")
		if long, half := boxes[1][2]-boxes[1][0], boxes[2][2]-boxes[2][0]; math.Abs(long/half-2.002) > 0.02 {
			t.Errorf("%d: 1001 is %v times as long as 500", w, long/half)
		}
	}
}

// TestGoChartFaultSharedStateRaces: nothing asks go-chart for its default font, which it loads without a lock, and nothing
// sets a range of another drawing; all else TestSameBytesFromManyWorkers and TestPicturesAreTheSameFromManyWorkers show
// under the race detector.
func TestGoChartFaultSharedStateRaces(t *testing.T) {
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil || len(files) < 50 {
		t.Fatal(len(files), err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, shared := range []string{"GetDefaultFont", "gochart.Chart{", "gochart.BarChart", "gochart.SVG(", "gochart.PNG(", "StyleTextDefaults"} {
			if strings.Contains(string(b), shared) {
				t.Errorf("%s uses go-chart's %s", name, shared)
			}
		}
	}
}

// TestGoChartFaultMeasuringParsesAFont: go-chart takes a fifth of a millisecond for a word. Ours measures one without
// asking for memory.
func TestGoChartFaultMeasuringParsesAFont(t *testing.T) {
	if chart.RaceDetector {
		t.Skip("the race detector allocates")
	}
	n := testing.AllocsPerRun(100, func() { chart.TextWidth("Bosnia and Herzegovina", 14, true) })
	if n > 0 {
		t.Errorf("measuring a word allocates %v times", n)
	}
}
