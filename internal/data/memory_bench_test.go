package data_test

import (
	"runtime"
	"testing"

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
