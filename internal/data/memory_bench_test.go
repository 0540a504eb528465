package data_test

import (
	"runtime"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
)

// BenchmarkRecall loads sites of 60,000 and of 480,000 observations whose files are
// all in the memory.
func BenchmarkRecall(b *testing.B) {
	for _, size := range sizes() {
		b.Run(size.name, func(b *testing.B) {
			m := newMemory()
			data.LoadWith(size.fsys, m)
			bytes := 0
			for _, kept := range m.kept {
				bytes += len(kept)
			}
			before := heap()
			var set *data.Set
			b.ReportAllocs()
			for b.Loop() {
				set, _ = data.LoadWith(size.fsys, m)
				if len(set.Observations()) != size.n {
					b.Fatal(len(set.Observations()))
				}
			}
			b.StopTimer()
			b.ReportMetric(float64(bytes)/1e6, "MB-memory")
			b.ReportMetric((heap()-before)/1e6, "MB-kept")
			runtime.KeepAlive(set)
		})
	}
}

// BenchmarkRecallRecord loads a site with a record of 20,000 cells, all from the
// memory: what a record adds is the difference to the same site without it.
func BenchmarkRecallRecord(b *testing.B) {
	for _, with := range []bool{true, false} {
		fsys, src := recorded()
		name := "without"
		if with {
			name = "with"
			fsys["data/published/2023-q1.yaml"] = &fstest.MapFile{Data: src}
		}
		b.Run(name, func(b *testing.B) {
			m := newMemory()
			data.LoadWith(fsys, m)
			b.ReportAllocs()
			for b.Loop() {
				if set, _ := data.LoadWith(fsys, m); (len(set.Records()) == 1) != with {
					b.Fatal(len(set.Records()))
				}
			}
		})
	}
}
