package chart_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// pairsOf are the counts of both years as pairs of dots.
func pairsOf(t testing.TB) *chart.Spec {
	s := bothYears(t)
	s.Type, s.Title = chart.Dumbbell, "Both years, in pairs"
	return s
}

// oddPairs are pairs that are near, equal, the other way round, incomplete, estimated or not comparable.
func oddPairs(t testing.TB) *chart.Spec {
	s := &chart.Spec{Type: chart.Dumbbell, Title: "Pairs of every kind", Locale: english(t), Series: []chart.Series{{Name: "Q1 2022"}, {Name: "Q1 2023"}}}
	for _, c := range []struct {
		name string
		a, b chart.Point
	}{
		{"Near", chart.Point{Value: 500}, chart.Point{Value: 505}},
		{"Near, falling", chart.Point{Value: 520}, chart.Point{Value: 500}},
		{"Equal", chart.Point{Value: 300}, chart.Point{Value: 300}},
		{"Bosnia and Herzegovina, falling", chart.Point{Value: 900}, chart.Point{Value: 100}},
		{"First missing", chart.Point{Missing: true}, chart.Point{Value: 880}},
		{"Second missing", chart.Point{Value: 40}, chart.Point{Missing: true, MissingText: "not collected"}},
		{"Both missing", chart.Point{Missing: true}, chart.Point{Missing: true}},
		{"Estimates", chart.Point{Value: 200, Estimated: true}, chart.Point{Value: 640, Estimated: true}},
		{"Not comparable", chart.Point{Value: 0}, chart.Point{Value: 410, Differs: true}},
	} {
		s.Rows = append(s.Rows, chart.Row{Label: c.name})
		s.Series[0].Points = append(s.Series[0].Points, c.a)
		s.Series[1].Points = append(s.Series[1].Points, c.b)
	}
	return s
}

func dumbbellExamples(t testing.TB) []example {
	return []example{{"dumbbell", pairsOf(t)}, {"dumbbell-odd", oddPairs(t)}}
}

// circles are the circles of a class, as x, y.
func circles(t testing.TB, svg, class string) (at [][2]float64) {
	t.Helper()
	for _, e := range parsed(t, svg) {
		if e.Name.Local == "circle" && attribute(e, "class") == class+" ch-fill" {
			at = append(at, centre(t, e))
		}
	}
	return at
}

func centre(t testing.TB, e xml.StartElement) [2]float64 {
	return [2]float64{decimal(t, attribute(e, "cx")), decimal(t, attribute(e, "cy"))}
}

// pairs is a dumbbell of pairs of values.
func pairs(t testing.TB, values ...[2]float64) *chart.Spec {
	s := &chart.Spec{Type: chart.Dumbbell, Title: "Pairs", Locale: english(t), Series: []chart.Series{{Name: "2022"}, {Name: "2023"}}}
	for i, v := range values {
		s.Rows = append(s.Rows, chart.Row{Label: fmt.Sprint("Row ", i+1)})
		s.Series[0].Points = append(s.Series[0].Points, chart.Point{Value: v[0]})
		s.Series[1].Points = append(s.Series[1].Points, chart.Point{Value: v[1]})
	}
	return s
}

// TestArrowsPointToTheSecond: the head of an arrow is nearer to the second dot, and points to it.
func TestArrowsPointToTheSecond(t *testing.T) {
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		svg := draw(t, pairs(t, [2]float64{100, 900}, [2]float64{800, 200}), w)
		up, down := bars(t, svg, "ch-up"), bars(t, svg, "ch-down")
		first := circles(t, svg, "ch-base ch-hollow")
		rise, fall := circles(t, svg, "ch-up"), circles(t, svg, "ch-down")
		if len(up) != 1 || len(down) != 1 || len(first) != 2 || len(rise) != 1 || len(fall) != 1 {
			t.Fatalf("width %d: %d and %d heads, %d, %d and %d dots", w, len(up), len(down), len(first), len(rise), len(fall))
		}
		if gap := rise[0][0] - up[0][2]; gap < 5 || gap > 6 {
			t.Errorf("width %d: the head of the rise ends %v px before its dot", w, gap)
		}
		if gap := down[0][0] - fall[0][0]; gap < 5 || gap > 6 {
			t.Errorf("width %d: the head of the fall ends %v px before its dot", w, gap)
		}
		if !strings.Contains(svg, fmt.Sprintf(`<path class="ch-up ch-fill" d="M%v %v`, up[0][2], rise[0][1])) {
			t.Errorf("width %d: the tip of the rise is not on the side of its dot", w)
		}
	}
}

func TestDotsStandAtTheirValues(t *testing.T) {
	svg := draw(t, pairs(t, [2]float64{0, 500}, [2]float64{250, 1000}), chart.Wide)
	first, second := circles(t, svg, "ch-base ch-hollow"), circles(t, svg, "ch-up")
	zero := first[0][0]
	for _, c := range []struct{ got, want float64 }{
		{second[0][0] - zero, (second[1][0] - zero) / 2},
		{first[1][0] - zero, (second[1][0] - zero) / 4},
	} {
		if math.Abs(c.got-c.want) > 0.1 {
			t.Errorf("a dot stands %v px from zero, not %v", c.got, c.want)
		}
	}
}

// TestValuesStandOutside: the value of the left dot ends before it, the value of the right one begins behind it, however
// near they are.
func TestValuesStandOutside(t *testing.T) {
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		svg := draw(t, pairs(t, [2]float64{0, 1000}, [2]float64{501, 500}, [2]float64{500, 503}), w)
		boxes, _, _ := textBoxes(t, svg)
		find := func(text string) textBox {
			for _, b := range boxes {
				if b.text == text {
					return b
				}
			}
			t.Fatalf("no %q", text)
			return textBox{}
		}
		first := circles(t, svg, "ch-base ch-hollow")
		falls := circles(t, svg, "ch-down")
		if left, right := find("500"), find("501"); left.right > falls[0][0]-5.5 || right.left < first[1][0]+5.5 {
			t.Errorf("width %d: %v and %v beside the dots at %v and %v", w, left, right, falls[0][0], first[1][0])
		}
	}
}

func TestPairsThatLackSomething(t *testing.T) {
	svg := draw(t, oddPairs(t), chart.Wide)
	for _, want := range []string{">unchanged</text>", ">no figure for Q1 2022</text>", ">not collected for Q1 2023</text>", ">no figure</text>", ">640\u00a0e</text>", ">410\u00a0d</text>", ">e: estimate</text>", ">d: not fully comparable</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s", want)
		}
	}
	if got := strings.Count(svg, ">300</text>"); got != 1 {
		t.Errorf("an unchanged value is written %d times", got)
	}
	if got := len(circles(t, svg, "ch-base ch-hollow ch-dotted")); got != 2 { // and the key
		t.Errorf("%d dotted dots", got)
	}
}

// TestPeriodsAreNamed: above the dots of the first row, or where that is too tight above the chart, with marks.
func TestPeriodsAreNamed(t *testing.T) {
	boxes, _, _ := textBoxes(t, draw(t, pairs(t, [2]float64{100, 900}), chart.Wide))
	dots := circles(t, draw(t, pairs(t, [2]float64{100, 900}), chart.Wide), "ch-up")
	named := false
	for _, b := range boxes {
		named = named || b.text == "2023" && math.Abs((b.left+b.right)/2-dots[0][0]) < 1
	}
	if !named {
		t.Error("the second period is not named above its dot")
	}
	if near := draw(t, pairs(t, [2]float64{500, 500}, [2]float64{3, 4}), chart.Narrow); len(circles(t, near, "")) != 0 && !strings.Contains(near, `<g class="ch-legend"><circle`) {
		t.Error("the periods of near dots have no legend")
	}
}

var upright = regexp.MustCompile(`M([\d.]+) ([\d.]+)V([\d.]+)`)

// TestZeroLineIsNotBehindWords: beside a dot near zero, on either side of it, the line stops for the words.
func TestZeroLineIsNotBehindWords(t *testing.T) {
	near := pairs(t, [2]float64{16000, 10000}, [2]float64{441, 825}, [2]float64{1300, 2500}, [2]float64{9000, 12000})
	for name, s := range map[string]*chart.Spec{"wide": near, "below zero": pairs(t, [2]float64{-16000, 10000}, [2]float64{-5000, -2500}, [2]float64{9000, 12000})} {
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			svg := draw(t, s, w)
			boxes, _, _ := textBoxes(t, svg)
			_, line, _ := strings.Cut(svg, `<g class="ch-zero">`)
			line, _, _ = strings.Cut(line, "/>")
			pieces := upright.FindAllStringSubmatch(line, -1)
			for _, piece := range pieces {
				x, from, to := decimal(t, piece[1]), decimal(t, piece[2]), decimal(t, piece[3])
				for _, b := range boxes {
					if b.left < x && x < b.right && b.top < to && from < b.bottom-3 {
						t.Errorf("%s, width %d: the line at %v from %v to %v is behind %v", name, w, x, from, to, b)
					}
				}
			}
			if len(pieces) < 2 {
				t.Errorf("%s, width %d: the line is in %d pieces", name, w, len(pieces))
			}
		}
	}
}
