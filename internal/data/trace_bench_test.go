package data_test

import (
	"testing"

	"bulletin/internal/data"
)

// medium is 60,000 observations.
func medium() *data.Set {
	set, _ := data.Load(scale(50, 30, 40))
	return set
}

// BenchmarkDigestAll takes the digest of 60,000 observations, as a set does once:
// the second in each round of two is with places.
func BenchmarkDigestAll(b *testing.B) {
	fsys := scale(50, 30, 40)
	for _, places := range []bool{false, true} {
		name := "values"
		if places {
			name = "places"
		}
		b.Run(name, func(b *testing.B) {
			sets := make([]*data.Set, 8)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%len(sets) == 0 {
					b.StopTimer()
					for k := range sets {
						sets[k] = loaded(b, fsys, 60_000)
					}
					b.StartTimer()
				}
				sets[i%len(sets)].Digest(data.Dep{Kind: data.OnObservations}, places)
			}
		})
	}
}

// BenchmarkDigestCell takes the digest of one cell after the other.
func BenchmarkDigestCell(b *testing.B) {
	cellsOf(b, func(b *testing.B, set *data.Set, cells []data.Cell) {
		i := 0
		for b.Loop() {
			set.Digest(data.Dep{Kind: data.OnCell, Cell: cells[i%len(cells)]}, true)
			i++
		}
	})
}

// BenchmarkDigestCells takes one digest of 64 cells, as for the parts of a page.
func BenchmarkDigestCells(b *testing.B) {
	cellsOf(b, func(b *testing.B, set *data.Set, cells []data.Cell) {
		all := make([]data.Dep, len(cells))
		for i, c := range cells {
			all[i] = data.Dep{Kind: data.OnCell, Cell: c}
		}
		i := 0
		for b.Loop() {
			set.DigestAll(all[i:i+64], true)
			i = (i + 64) % len(all)
		}
	})
}

// BenchmarkTracedLookup finds 4,096 cells through a trace: those that it has seen,
// and those that are new to it.
func BenchmarkTracedLookup(b *testing.B) {
	cellsOf(b, func(b *testing.B, set *data.Set, cells []data.Cell) {
		var trace data.Trace
		traced := set.Traced(&trace)
		for _, c := range cells {
			traced.Lookup(c)
		}
		b.Run("seen", func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				traced.Lookup(cells[i%64])
				i++
			}
		})
		b.Run("unseen", func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				if i%len(cells) == 0 {
					traced = set.Traced(&data.Trace{})
				}
				traced.Lookup(cells[i%len(cells)])
				i++
			}
		})
	})
}

// BenchmarkDeps lists what was asked: 200 cells and what stands around them.
func BenchmarkDeps(b *testing.B) {
	set := medium()
	b.ReportAllocs()
	for b.Loop() {
		var trace data.Trace
		traced := set.Traced(&trace)
		for i := range 200 {
			o := set.Observations()[i*271%60_000]
			traced.Lookup(o.Cell())
			traced.Breaks(o)
		}
		if len(trace.Deps()) != 400 {
			b.Fatal(len(trace.Deps()))
		}
	}
}
