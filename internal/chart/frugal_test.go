package chart_test

import (
	"runtime"
	"testing"

	"bulletin/internal/chart"
)

// TestDrawingIsFrugal holds what a drawing asks for in memory, which unlike its time is the same on every machine: a chart
// of bars, changes or lines less than 50 kB, a map ten times that.
func TestDrawingIsFrugal(t *testing.T) {
	if chart.RaceDetector {
		t.Skip("the race detector allocates")
	}
	for _, e := range examples(t) {
		most := uint64(50_000)
		switch e.spec.Type {
		case chart.Change, chart.Bar, chart.Line:
		case chart.Map:
			most = 500_000
		default:
			most = 100_000
		}
		for _, w := range []chart.Width{chart.Wide, chart.Narrow} {
			draw(t, e.spec, w) // the first map unpacks the world
			const times = 20
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for range times {
				if _, err := chart.SVG(e.spec, w, "c1"); err != nil {
					t.Fatal(err)
				}
			}
			runtime.ReadMemStats(&after)
			if got := (after.TotalAlloc - before.TotalAlloc) / times; got > most {
				t.Errorf("%s %d asks for %d bytes, more than %d", e.name, w, got, most)
			}
		}
	}
}
