package chart_test

import (
	"fmt"
	"math"
	"strconv"
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

func TestEndLabelsDoNotOverlap(t *testing.T) {
	s := simple(t, chart.Line, 5, 5)
	one := s.Series[0]
	s.Series = nil
	for i := range 12 {
		one.Name = fmt.Sprint("Country number ", i)
		s.Series = append(s.Series, one)
	}
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		_, rest, _ := strings.Cut(draw(t, s, w), `<g class="ch-ends">`)
		last := math.Inf(-1)
		for _, e := range parsed(t, "<g>"+strings.TrimSuffix(rest, "</svg>")) {
			if e.Name.Local != "text" {
				continue
			}
			y, err := strconv.ParseFloat(attribute(e, "y"), 64)
			if err != nil || y-last < 13 {
				t.Errorf("width %d: a label at %v below one at %v", w, y, last)
			}
			last = y
		}
	}
}
