package data_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// recorded is a site of 20,000 observations, and a record of them all.
func recorded() (fsys fstest.MapFS, record []byte) {
	fsys = scale(50, 10, 40)
	var b strings.Builder
	b.WriteString("edition: 2023-q1\ncells:\n")
	for i := range 10 {
		for p := range 40 {
			for a := range 50 {
				fmt.Fprintf(&b, "  - {indicator: indicator-%d, area: area-%d, period: %d-Q%d, value: %d, date: 2023-06-01}\n", i, a, 2010+p/4, p%4+1, i*p+a*a)
			}
		}
	}
	return fsys, []byte(b.String())
}

// BenchmarkReadRecord reads a record of 20,000 cells, as bulletin publish writes it.
func BenchmarkReadRecord(b *testing.B) {
	fsys, src := recorded()
	set := loaded(b, fsys, 20_000)
	b.ReportAllocs()
	for b.Loop() {
		r, ps := set.ReadRecord("data/published/2023-q1.yaml", src)
		if len(ps) > 0 || len(r.Entries) != 20_000 {
			b.Fatalf("%d entries, %v", len(r.Entries), ps)
		}
	}
}
