package chart_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

var moves = regexp.MustCompile(`[MHVLZ][^MHVLZ]*`)

// outline is the box around every piece of a path.
func outline(t testing.TB, d string) (boxes [][4]float64) {
	t.Helper()
	var x, y float64
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("%q in %q", s, d)
		}
		return v
	}
	for _, m := range moves.FindAllString(d, -1) {
		a, b, _ := strings.Cut(m[1:], " ")
		switch m[0] {
		case 'M', 'L':
			x, y = number(a), number(b)
		case 'H':
			x = number(a)
		case 'V':
			y = number(a)
		}
		if m[0] == 'M' {
			boxes = append(boxes, [4]float64{x, y, x, y})
		}
		box := &boxes[len(boxes)-1]
		*box = [4]float64{min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)}
	}
	return boxes
}

// bars are the boxes of the filled marks of a class.
func bars(t testing.TB, svg, class string) [][4]float64 {
	t.Helper()
	for _, e := range parsed(t, svg) {
		if e.Name.Local == "path" && attribute(e, "class") == class+" ch-fill" {
			return outline(t, attribute(e, "d"))
		}
	}
	return nil
}

func TestBarsStartAtZero(t *testing.T) {
	boxes := bars(t, draw(t, simple(t, chart.Bar, 100, 101, 50), chart.Wide), "ch-s1")
	if len(boxes) != 3 {
		t.Fatalf("%d bars", len(boxes))
	}
	length := func(i int) float64 { return boxes[i][2] - boxes[i][0] }
	if boxes[0][0] != boxes[1][0] || boxes[0][0] != boxes[2][0] {
		t.Errorf("bars start at %v, %v, %v", boxes[0][0], boxes[1][0], boxes[2][0])
	}
	if r := length(0) / length(2); math.Abs(r-2) > 0.01 {
		t.Errorf("100 is drawn %v times as long as 50", r)
	}
}

func TestNegativeBars(t *testing.T) {
	boxes := bars(t, draw(t, simple(t, chart.Bar, -12, 24), chart.Wide), "ch-s1")
	if boxes[0][2] != boxes[1][0] {
		t.Errorf("-12 ends at %v, 24 starts at %v", boxes[0][2], boxes[1][0])
	}
	if r := (boxes[1][2] - boxes[1][0]) / (boxes[0][2] - boxes[0][0]); math.Abs(r-2) > 0.01 {
		t.Errorf("24 is drawn %v times as long as -12", r)
	}
}

func TestOutlierIsCut(t *testing.T) {
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		svg := draw(t, quarter(t), w)
		up, down := bars(t, svg, "ch-up"), bars(t, svg, "ch-down")
		if len(down) != 2 {
			t.Fatalf("%d bars fall", len(down))
		}
		if long := down[1][2] - down[1][0]; long < float64(w)/20 {
			t.Errorf("width %d: the bar of −57%% is %v px long", w, long)
		}
		if len(up) != 2*3+4 { // two cut into three pieces, four whole, one estimated and so apart
			t.Errorf("width %d: %d pieces rise", w, len(up))
		}
		if !strings.Contains(svg, ">79 to 868</text>") || !strings.Contains(svg, ">+999%</text>") || !strings.Contains(svg, "bar cut short") {
			t.Errorf("width %d: the words of the cut bar are missing", w)
		}
		if !strings.Contains(svg, ">no figure</text>") {
			t.Errorf("width %d: the missing value is not shown", w)
		}
		if !strings.Contains(svg, ">+32%\u00a0e</text>") || !strings.Contains(svg, "ch-hatch") {
			t.Errorf("width %d: the estimate is not shown as one", w)
		}
	}
	if svg := draw(t, simple(t, chart.Change, 100, 60, 30, 20, -10), chart.Wide); strings.Contains(svg, "bar cut short") {
		t.Error("100 is cut beside 60")
	}
}

func TestCut(t *testing.T) {
	s := quarter(t)
	got := fmt.Sprint(chart.Cut(s))
	if want := "[true true false false false false false false false false]"; got != want {
		t.Errorf("cut %s, want %s", got, want)
	}
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{[]float64{999, 89, 18, 11, 5, -1, -8, -17, -31, -57}, "[true false false false false false false false false false]"},
		{[]float64{-900, 10, 12, -8}, "[true false false false]"},
		{[]float64{100, 50, 30, 10}, "[false false false false]"},
		{[]float64{500, 5}, "[false false]"}, // of two, neither is the rule
		{[]float64{5, 0, 0}, "[false false false]"},
		{nil, "[]"},
	} {
		if got := fmt.Sprint(chart.Cut(simple(t, chart.Change, c.values...))); got != c.want {
			t.Errorf("%v: cut %s, want %s", c.values, got, c.want)
		}
	}
	if got := chart.Cut(&chart.Spec{Rows: make([]chart.Row, 1)}); got[0] {
		t.Error("a bar without a series is cut")
	}
}

func TestLabelsWrapWhole(t *testing.T) {
	s := simple(t, chart.Bar, 5, 7)
	s.Rows[0].Label = "Bosnia and Herzegovina"
	s.Rows[1].Label = strings.Repeat("Aufenthaltsbewilligung", 9)
	svg := draw(t, s, chart.Narrow)
	if !strings.Contains(svg, ">Bosnia and</text>") || !strings.Contains(svg, ">Herzegovina</text>") {
		t.Error("the label of Bosnia and Herzegovina does not wrap")
	}
	if got := strings.Count(strings.Join(texts(svg), ""), "ligung"); got != 9 {
		t.Errorf("%d of 9 parts of a long word are left", got)
	}
}

var textElement = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)

func texts(svg string) (out []string) {
	for _, m := range textElement.FindAllStringSubmatch(svg, -1) {
		out = append(out, m[1])
	}
	return out
}
