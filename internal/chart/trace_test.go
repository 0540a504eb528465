package chart_test

import (
	"math/rand/v2"
	"testing"

	"bulletin/internal/chart"
)

// million is a line of a million values with gaps, new series and estimates.
func million(t testing.TB, kind chart.Type) *chart.Spec {
	const n = 1_000_000
	s := &chart.Spec{Type: kind, Title: "A million", Locale: english(t), Rows: make([]chart.Row, n), Series: []chart.Series{{Name: "Values", Points: make([]chart.Point, n)}}}
	random := rand.New(rand.NewPCG(3, 4))
	for i := range n {
		s.Rows[i] = chart.Row{Label: "Row", Tick: "Row", X: float64(i + 1)}
		s.Series[0].Points[i] = chart.Point{Value: 1000 + random.NormFloat64()*200, Missing: i/50_000 == 7 || i%97 == 0, Break: i == 700_000 || i%1000 == 999, Estimated: i > 900_000}
	}
	return s
}

// TestMillion: a line of a million values is drawn with bounded output. BenchmarkMillion tells how long it takes.
func TestMillion(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	s := million(t, chart.Line)
	svg := draw(t, s, chart.Wide)
	if len(svg) > 120_000 {
		t.Errorf("%d bytes", len(svg))
	}
	parsed(t, svg)
	legible(t, "a million", svg)
	s.Type = chart.Multiples
	if svg := draw(t, s, chart.Narrow); len(svg) > 120_000 {
		t.Errorf("%d bytes of panels", len(svg))
	}
	svg2, err := chart.Spark(s.Series[0].Points, "A million", "s")
	if err != nil || len(svg2) > 20_000 {
		t.Errorf("%d bytes of a spark line, %v", len(svg2), err)
	}
}

func BenchmarkMillion(b *testing.B) {
	s := million(b, chart.Line)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := chart.SVG(s, chart.Wide, "c1"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestReductionKeepsExtremes: whatever the values, what is drawn of each column of pixels reaches from its lowest to its
// highest value, begins and ends where they do, and has at most four corners, eight where a new series begins.
func TestReductionKeepsExtremes(t *testing.T) {
	type column struct{ low, high, first, last, corners int }
	columns := func(corners []chart.Corner) map[int]column {
		out := map[int]column{}
		for _, c := range corners {
			one, ok := out[c.Column]
			if !ok {
				one = column{low: c.Y, high: c.Y, first: c.Row}
			}
			out[c.Column] = column{min(one.low, c.Y), max(one.high, c.Y), one.first, c.Row, one.corners + 1}
		}
		return out
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		points := wander(random, 1+random.IntN(30_000))
		drawn, all := chart.Trace(points, 600)
		breaks := map[int]bool{}
		for _, c := range all {
			if points[c.Row].Break {
				breaks[c.Column] = true
			}
		}
		got, want := columns(drawn), columns(all)
		if len(got) != len(want) {
			t.Fatalf("%d values: %d columns of %d", len(points), len(got), len(want))
		}
		for x, w := range want {
			g, most := got[x], 4
			if breaks[x] {
				most = 8
			}
			if g.corners > most {
				t.Fatalf("%d values, column %d: %d corners", len(points), x, g.corners)
			}
			w.corners = g.corners
			if g != w {
				t.Fatalf("%d values, column %d: drawn %+v, want %+v", len(points), x, g, w)
			}
		}
	}
}

// TestReductionKeepsGaps: a line is interrupted between two columns of pixels where a value between them is missing or a
// new series begins, and only there; what leads to or from an estimate is drawn as one.
func TestReductionKeepsGaps(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		points := wander(random, 1+random.IntN(30_000))
		drawn, _ := chart.Trace(points, 600)
		for i, c := range drawn {
			if i == 0 || c.Column == drawn[i-1].Column {
				continue
			}
			before, apart := drawn[i-1].Row, points[c.Row].Break
			for row := before + 1; row < c.Row; row++ {
				apart = apart || points[row].Missing
			}
			if c.Opens != apart {
				t.Fatalf("%d values: from row %d to %d: interrupted %v, want %v", len(points), before, c.Row, c.Opens, apart)
			}
			if points[c.Row].Estimated && !c.Estimated || !apart && points[before].Estimated && !c.Estimated {
				t.Fatalf("%d values: the way from row %d to %d is not drawn as an estimate", len(points), before, c.Row)
			}
		}
	}
}

// TestFewValuesAreExact: a line with no more than four values a column is drawn as it is.
func TestFewValuesAreExact(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		drawn, all := chart.Trace(wander(random, 1+random.IntN(1800)), 600)
		if len(drawn) != len(all) {
			t.Fatalf("%d of %d values are drawn", len(drawn), len(all))
		}
	}
}

// wander is a random walk with leaps, gaps, new series and estimates.
func wander(random *rand.Rand, n int) []chart.Point {
	points := make([]chart.Point, n)
	value, missing := 0.0, false
	for i := range points {
		value += random.NormFloat64()
		if random.IntN(300) == 0 {
			missing = !missing
		}
		points[i] = chart.Point{Value: value, Missing: missing || random.IntN(200) == 0, Break: random.IntN(400) == 0, Estimated: random.IntN(100) == 0}
		if random.IntN(500) == 0 {
			points[i].Value += random.NormFloat64() * 100
		}
	}
	return points
}
