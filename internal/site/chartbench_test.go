package site_test

import (
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// BenchmarkChooseChart parses a block and chooses its cells.
func BenchmarkChooseChart(b *testing.B) {
	s, problems := assemble(b, chartSite(), site.Config{})
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	p := page(b, s, "/reports/2023-q1/serbia/")
	for _, c := range []struct{ name, block string }{
		{"change", "type: change\nindicator: arrivals\nareas: three\ntitle: T"},
		{"stacked", "type: stacked\nindicator: asked\nareas: both\nby: nationality\nvalues: percent\ntitle: T"},
		{"line", "type: line\nindicator: arrivals\nareas: three\nperiods: last 60\ntitle: T"},
		{"days", "type: line\nindicator: arrivals\nareas: three\nperiods: 2013-02-01..2023-02-01\ntitle: T"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				s.ChooseChart(p, content.ChartBlock, diag.Pos{File: "x"}, []byte(c.block))
			}
		})
	}
}
