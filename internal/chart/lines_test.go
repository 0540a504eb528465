package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
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
