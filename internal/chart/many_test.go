package chart_test

import (
	"runtime"
	"sync"
	"testing"

	"bulletin/internal/chart"
)

// TestManyCharts draws what a large site has, 20,000 charts from several workers, of all types, wide, narrow and as
// files: the memory that is in use at the end is that after the first tenth. Run with -short, it draws 2,000.
func TestManyCharts(t *testing.T) {
	many := 20_000
	if testing.Short() || chart.RaceDetector {
		many = 2_000
	}
	all := examples(t)
	drawFrom := func(first, past int) {
		const workers = 4
		var wait sync.WaitGroup
		for w := range workers {
			wait.Go(func() {
				for n := first + w; n < past; n += workers {
					if err := drawOne(all[n%len(all)].spec, n/len(all)); err != nil {
						t.Errorf("%s: %v", all[n%len(all)].name, err)
						return
					}
				}
			})
		}
		wait.Wait()
	}
	drawFrom(0, many/10)
	before := inUse()
	drawFrom(many/10, many)
	if grown := inUse() - before; grown > 1<<20 {
		t.Errorf("%d charts left %d bytes behind", many-many/10, grown)
	}
}

// drawOne draws a chart in one of its three forms. Most maps are passed over: they take longer than the rest together.
func drawOne(s *chart.Spec, turn int) error {
	var err error
	switch {
	case s.Type == chart.Map && turn%8 > 2:
	case turn%3 == 0:
		_, err = chart.SVG(s, chart.Wide, "c1")
	case turn%3 == 1:
		_, err = chart.SVG(s, chart.Narrow, "c1")
	default:
		_, err = chart.File(sheetOf(s))
	}
	return err
}

// inUse is how many bytes are still reachable. Pools let go of what they hold at the second collection.
func inUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
