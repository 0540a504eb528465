package chart_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// parts are the parts of a whole: five and a rest.
func parts(t testing.TB, values ...float64) *chart.Spec {
	s := simple(t, chart.Donut, values...)
	s.Title = "Share of arrivals"
	for i, name := range []string{"Serbia", "Croatia", "Bosnia and Herzegovina", "Greece", "Romania"} {
		if i < len(values) {
			s.Rows[i].Label = name
		}
	}
	if n := len(values); n > 5 {
		s.Rows[n-1] = chart.Row{Label: "5 others", Rest: true}
	}
	return s
}

func donutExamples(t testing.TB) []example {
	whole := parts(t, 16216, 7884, 5201, 3722, 2528, 6301)
	whole.Whole, whole.WholeNote = "41,852", "arrivals in the first quarter of 2023"
	whole.Series[0].Points[3].Estimated = true
	tiny := parts(t, 9970, 10, 8, 7, 3, 2)
	tiny.Whole, tiny.WholeNote = "10,000", "applications"
	single := parts(t, 346)
	single.Whole, single.WholeNote = "1,234,567,890", "a note of many words that does not fit into the middle of a donut, whatever its size may be"
	return []example{{"donut", whole}, {"donut-tiny", tiny}, {"donut-single", single}}
}

var arcs = regexp.MustCompile(`A([\d.]+) [\d.]+ 0 0 1 ([\d.]+) ([\d.]+)`)

// turns are the angles of the slices of a donut, in turns clockwise from 12 o'clock, in the order of drawing: where each
// begins and ends.
func turns(t testing.TB, svg string) (out [][2]float64) {
	t.Helper()
	var cx, cy float64
	for _, e := range parsed(t, svg) {
		d := attribute(e, "d")
		outer := arcs.FindAllStringSubmatch(d, -1)
		if e.Name.Local != "path" || len(outer) == 0 {
			continue
		}
		var x, y float64
		if _, err := fmt.Sscanf(d, "M%g %gA", &x, &y); err != nil {
			t.Fatalf("%q: %v", d, err)
		}
		if len(out) == 0 {
			cx, cy = x, y+decimal(t, outer[0][1])
		}
		angle := func(x, y float64) float64 {
			a := math.Atan2(x-cx, cy-y) / (2 * math.Pi)
			return a - math.Floor(a+1e-4)
		}
		end := outer[len(outer)-1]
		out = append(out, [2]float64{angle(x, y), angle(decimal(t, end[2]), decimal(t, end[3]))})
	}
	return out
}

// TestSlicesAddUpToATurn: each begins where the one before ends, the first at 12 o'clock, and is as wide as its share.
func TestSlicesAddUpToATurn(t *testing.T) {
	for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
		got := turns(t, draw(t, parts(t, 40, 25, 15, 10, 6, 4), w))
		at := 0.0
		for k, share := range []float64{0.4, 0.25, 0.15, 0.1, 0.06, 0.04} {
			end := math.Mod(at+share, 1)
			if math.Abs(got[k][0]-at) > 0.001 || math.Abs(got[k][1]-end) > 0.001 && math.Abs(got[k][1]-end) < 0.999 {
				t.Errorf("width %d: slice %d goes from %.4f to %.4f turns, not from %.4f to %.4f", w, k+1, got[k][0], got[k][1], at, end)
			}
			at += share
		}
		if len(got) != 6 {
			t.Errorf("width %d: %d slices", w, len(got))
		}
	}
}

func TestDonutOfOne(t *testing.T) {
	svg := draw(t, parts(t, 346), chart.Wide)
	boxes := 0
	for _, e := range parsed(t, svg) {
		if d := attribute(e, "d"); strings.Contains(d, "A") {
			boxes++
			if strings.Count(d, "Z") != 2 || !strings.Contains(d, " 0 0 0 ") {
				t.Errorf("a whole ring is not two circles: %s", d)
			}
		}
	}
	if boxes != 1 || !strings.Contains(svg, ">346 (100%)</text>") || strings.Contains(svg, "ch-gap") {
		t.Errorf("%d slices in %s", boxes, svg)
	}
}

func TestSmallSlices(t *testing.T) {
	svg := draw(t, parts(t, 9970, 10, 8, 7, 3, 2), chart.Narrow)
	for _, want := range []string{">9,970 (99.7%)</text>", ">10 (0.1%)</text>", ">2 (&lt;0.1%)</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s", want)
		}
	}
	if got := len(turns(t, svg)); got != 6 {
		t.Errorf("%d slices", got)
	}
}

// TestWholeIsAsLargeAsItFits: in the middle in the larger of the sizes that fit, and below where none does.
func TestWholeIsAsLargeAsItFits(t *testing.T) {
	for _, c := range []struct{ whole, note, class string }{
		{"41,852", "arrivals", "ch-large ch-strong"},
		{"1,234,567", "arrivals", "ch-medium ch-strong"},
		{"1,234,567,890", "", "ch-strong"},
	} {
		s := parts(t, 5, 3)
		s.Whole, s.WholeNote = c.whole, c.note
		if svg := draw(t, s, chart.Wide); !strings.Contains(svg, `<text class="`+c.class+`"`) {
			t.Errorf("%s is not %s in %s", c.whole, c.class, svg)
		}
	}
}

func TestUnfitDonut(t *testing.T) {
	six := parts(t, 6, 5, 4, 3, 2, 1)
	six.Rows[5].Rest = false
	missing := parts(t, 5, 3)
	missing.Series[0].Points[1] = chart.Point{Missing: true}
	series := parts(t, 5, 3)
	series.Series = append(series.Series, series.Series[0])
	rests := parts(t, 5, 3)
	rests.Rows[0].Rest, rests.Rows[1].Rest = true, true
	for _, c := range []struct {
		spec *chart.Spec
		want string
	}{
		{parts(t, 5, -3), `the value of "Croatia" is negative, and cannot be a part of a whole: choose a bar chart`},
		{parts(t, 0, 0), "there is no whole to cut into slices: every value is zero"},
		{six, `6 slices are too many to tell apart: 5 at most, put the others together as one, "Other"`},
		{missing, `a donut needs every part of the whole, and there is no figure for "Croatia": choose a bar chart`},
		{series, "a donut shows the parts of one whole, and here are 2 series: give one, or choose a stacked chart"},
		{rests, "2 of the slices are a remainder: one at most"},
	} {
		if got := strings.Join(c.spec.Validate(), "; "); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
