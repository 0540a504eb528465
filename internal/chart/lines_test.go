package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

func TestGapsBreakTheLine(t *testing.T) {
	s := simple(t, chart.Line, 1, 2, 3, 4, 5, 6)
	s.Series[0].Points[2].Missing = true
	s.Series[0].Points[4].Missing = true
	svg := draw(t, s, chart.Wide)
	if strings.Count(lines(t, svg)[0], "M") != 1 {
		t.Errorf("one run of two values is drawn as %q", lines(t, svg)[0])
	}
	if got := strings.Count(svg, "<circle"); got != 3 { // two that stand alone, and the end
		t.Errorf("%d dots", got)
	}
	s = simple(t, chart.Line, 1, 2, 3, 4)
	s.Series[0].Points[3].Estimated = true
	svg = draw(t, s, chart.Wide)
	if !strings.Contains(svg, `"ch-s1 ch-est ch-stroke"`) || !strings.Contains(svg, ">4\u00a0e</text>") {
		t.Error("the estimate is not shown as one")
	}
}

// lines are the paths of the group of lines.
func lines(t testing.TB, svg string) (out []string) {
	t.Helper()
	_, rest, _ := strings.Cut(svg, `<g class="ch-lines">`)
	group, _, _ := strings.Cut(rest, "</g>")
	for _, e := range parsed(t, "<g>"+group+"</g>") {
		if e.Name.Local == "path" {
			out = append(out, attribute(e, "d"))
		}
	}
	return out
}

// TestEndLabelsDoNotOverlap draws lines that end anywhere, most of them together.
func TestEndLabelsDoNotOverlap(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		s := &chart.Spec{Type: chart.Line, Title: "Lines", Locale: english(t), Rows: monthRows(2 + random.IntN(40))}
		size := math.Pow(10, random.Float64()*16-1)
		for j := range 1 + random.IntN(12) {
			one := chart.Series{Name: strings.Repeat("Country of a name ", 1+random.IntN(3)) + fmt.Sprint(j)}
			for range s.Rows {
				value := random.Float64() * size * 0.9
				if random.IntN(4) == 0 {
					value = -value
				}
				one.Points = append(one.Points, chart.Point{Value: math.Round(value), Missing: random.IntN(3) == 0, Estimated: random.IntN(9) == 0, Differs: random.IntN(9) == 0, Break: random.IntN(20) == 0})
			}
			one.Points[0].Missing = false
			s.Series = append(s.Series, one)
		}
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			legible(t, fmt.Sprint(len(s.Series), " lines, width ", w), draw(t, s, w))
			if t.Failed() {
				t.FailNow()
			}
		}
		s.Type, s.Free = chart.Multiples, random.IntN(2) == 0
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			legible(t, fmt.Sprint(len(s.Series), " panels, width ", w), draw(t, s, w))
			if t.Failed() {
				t.FailNow()
			}
		}
	}
}

// TestLinesLookDifferent: no two of twelve lines have the same colour and dashes, and five at most have a colour.
func TestLinesLookDifferent(t *testing.T) {
	for _, s := range []*chart.Spec{twelve(t, chart.Line), byYear(t, chart.Line, "Refugees", refugees()), several(t)} {
		seen, grey := map[string]bool{}, 0
		_, rest, _ := strings.Cut(draw(t, s, chart.Wide), `<g class="ch-ends">`)
		for _, e := range parsed(t, "<g>"+strings.TrimSuffix(rest[:strings.LastIndex(rest, "</g>")+4], "</svg>")) {
			if e.Name.Local != "circle" {
				continue
			}
			class := attribute(e, "class")
			if seen[class] {
				t.Errorf("two lines of %s look like %s", s.Title, class)
			}
			seen[class] = true
			if strings.Contains(class, "ch-minor") {
				grey++
			}
		}
		if n := len(s.Series); len(seen) != n || n-grey > 5 {
			t.Errorf("%s: %d ends of %d lines, %d grey", s.Title, len(seen), n, grey)
		}
	}
}

// TestNewSeriesIsMarked: the line is interrupted, the words stand once, and a key explains them.
func TestNewSeriesIsMarked(t *testing.T) {
	s := broken(broken(byYear(t, chart.Line, "Refugees", refugees()[:2]), 4), 6)
	svg := draw(t, s, chart.Wide)
	if got := strings.Count(svg, ">new series</text>"); got != 1 {
		t.Errorf("the words stand %d times", got)
	}
	if !strings.Contains(svg, ">new series: not comparable with what was before</text>") {
		t.Error("no key")
	}
	for _, d := range lines(t, svg) {
		if strings.Count(d, "M") != 3 {
			t.Errorf("a line of three series is drawn as %s", d)
		}
	}
	for i := range s.Series {
		if i > 0 {
			s.Series[i].Points[4].Break, s.Series[i].Points[6].Break = false, false
		}
	}
	if svg := draw(t, s, chart.Wide); strings.Contains(svg, ">new series</text>") || !strings.Contains(svg, `"ch-break ch-stroke"`) {
		t.Error("a new series of one of two lines is marked as that of both, or not at all")
	}
}

// TestLineWithoutValues is named with the reason.
func TestLineWithoutValues(t *testing.T) {
	s := byYear(t, chart.Line, "Refugees", refugees()[:2])
	for i := range s.Rows {
		s.Series[1].Points[i] = chart.Point{Missing: true, MissingText: "not published"}
	}
	for _, kind := range []chart.Type{chart.Line, chart.Multiples} {
		s.Type = kind
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			svg := draw(t, s, w)
			legible(t, "no values", svg)
			if !strings.Contains(svg, "not published</text>") {
				t.Errorf("type %d, width %d: the reason is missing", kind, w)
			}
		}
	}
}

func TestPanelsNeedNames(t *testing.T) {
	s := byYear(t, chart.Multiples, "Refugees", refugees()[:3])
	s.Series[1].Name = ""
	if got, want := fmt.Sprint(s.Validate()), "[panel 2 of 3 has no name: the series of small multiples need one]"; got != want {
		t.Errorf("got %s", got)
	}
	s.Series = slices.Repeat(s.Series[:1], 13)
	if got, want := fmt.Sprint(s.Validate()), "[13 panels are too many: 12 at most]"; got != want {
		t.Errorf("got %s", got)
	}
}

// TestOwnScalesAreSaid: panels on scales of their own say so, and each has its own numbers.
func TestOwnScalesAreSaid(t *testing.T) {
	s := byYear(t, chart.Multiples, "Refugees", refugees())
	for _, free := range []bool{false, true} {
		s.Free = free
		svg := draw(t, s, chart.Wide)
		if strings.Contains(svg, ">Each panel has its own scale</text>") != free {
			t.Errorf("own scales %v: said wrongly", free)
		}
		if zeros, want := strings.Count(svg, ">0</text>"), map[bool]int{false: 3, true: 9}[free]; zeros != want {
			t.Errorf("own scales %v: %d panels have numbers, want %d", free, zeros, want)
		}
	}
}
