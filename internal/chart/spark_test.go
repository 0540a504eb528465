package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bulletin/internal/chart"
)

// sparks are the spark lines that tests draw; the golden pictures are testdata/spark/NAME.svg.
func sparks(t testing.TB) map[string][]chart.Point {
	west, _ := detections()
	gaps := holed(t, chart.Line).Series[0].Points
	return map[string][]chart.Point{
		"line": series("", west...).Points, "flat": series("", 5, 5, 5).Points, "zero": series("", 0, 0).Points, "one": series("", 5).Points,
		"two": series("", 5, 7).Points, "below": series("", -5, -9, -7).Points, "gaps": gaps, "ends": append(gaps[:3:3], append(series("", 1, 3, 2).Points, gaps[:2]...)...),
		"huge": series("", -1e15, 1e15, 0).Points, "tiny": series("", 1e-300, 2e-300).Points,
	}
}

func TestSpark(t *testing.T) {
	for name, points := range sparks(t) {
		b, err := chart.Spark(points, "From 1 to 2", "s-"+name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		svg := string(b)
		all := parsed(t, svg)
		if attribute(all[0], "class") != "chart spark" || attribute(all[0], "role") != "img" || attribute(all[0], "aria-labelledby") != attribute(all[1], "id") {
			t.Errorf("%s: not an image with a name: %s", name, svg)
		}
		if !strings.Contains(svg, `<title id="s-`+name+`-title">From 1 to 2</title>`) {
			t.Errorf("%s: no name in %s", name, svg)
		}
		if !strings.Contains(svg, "<circle") || strings.Contains(svg, "<text") {
			t.Errorf("%s: no dot, or words in %s", name, svg)
		}
		for _, e := range all {
			if e.Name.Local == "circle" {
				x, y := decimal(t, attribute(e, "cx")), decimal(t, attribute(e, "cy"))
				if x < 3 || x > 77 || y < 3 || y > 17 {
					t.Errorf("%s: a dot at %v, %v", name, x, y)
				}
			}
		}
		compareGolden(t, "spark/"+name+".svg", strings.ReplaceAll(svg, "><", ">\n<")+"\n")
	}
}

// TestFlatSpark: what does not move is in the middle.
func TestFlatSpark(t *testing.T) {
	for _, value := range []float64{5, 0, -5, 1e15, 1e-300} {
		b, err := chart.Spark(series("", value, value).Points, "Flat", "s")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), `cy="10"`) {
			t.Errorf("%v: %s", value, b)
		}
	}
}

func TestSparkRefuses(t *testing.T) {
	for _, c := range []struct {
		points        []chart.Point
		label, prefix string
		want          string
	}{
		{nil, "Trend", "s", "there is no value"},
		{[]chart.Point{{Missing: true, Value: math.NaN()}}, "Trend", "s", "there is no value"},
		{series("", 1, math.NaN()).Points, "Trend", "s", "value 2 is not a number that can be drawn"},
		{series("", math.Inf(1)).Points, "Trend", "s", "value 1 is not a number that can be drawn"},
		{series("", 1e16).Points, "Trend", "s", "value 1 is not a number that can be drawn"},
		{series("", 1).Points, "", "s", "it needs a label, which is read aloud"},
		{series("", 1).Points, "Trend", "1", `"1" cannot begin an id`},
	} {
		if _, err := chart.Spark(c.points, c.label, c.prefix); err == nil || err.Error() != "draw a spark line: "+c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	b, err := chart.Spark(series("", 1, 2).Points, `</svg><script>"&`, "s")
	if err != nil || strings.Contains(string(b), "<script") || strings.Count(string(b), "</svg>") != 1 {
		t.Errorf("%s, %v", b, err)
	}
}

func BenchmarkSpark(b *testing.B) {
	points := sparks(b)["line"]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := chart.Spark(points, "Trend", "s"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWordsInColourCanBeRead: the names of lines are in their colours, darker or lighter where those are too faint.
func TestWordsInColourCanBeRead(t *testing.T) {
	css := sheet(t)
	for _, heading := range []string{":root {", ":root:not([data-theme=\"light\"]) {", ":root[data-theme=\"dark\"] {", "@media print {"} {
		colours := palette(t, css, heading)
		for i := 1; i <= 5; i++ {
			name := fmt.Sprint("text-", i)
			if got := contrast(t, colours[name], colours["ground"]); got < 4.5 {
				t.Errorf("%s: %s has %.2f:1 against the ground", heading, name, got)
			}
		}
	}
}
