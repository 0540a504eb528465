package data_test

import (
	"fmt"
	"strings"
	"testing"

	"bulletin/internal/data"
)

// BenchmarkLoad loads 200 areas × 60 indicators × 40 quarters: 480,000
// observations in 60 files.
func BenchmarkLoad(b *testing.B) {
	var areas, indicators strings.Builder
	areas.WriteString("areas:\n")
	for a := range 200 {
		fmt.Fprintf(&areas, "  - {id: area-%d, name: Area %d}\n", a, a)
	}
	files := map[string]string{"observations/a": ""}
	for i := range 60 {
		fmt.Fprintf(&indicators, "- {id: indicator-%d, name: Indicator %d, unit: {one: person, other: people}, measure: flow}\n", i, i)
		var f strings.Builder
		f.WriteString("observations:\n")
		for p := range 40 {
			fmt.Fprintf(&f, "  - indicator: indicator-%d\n    period: %d-Q%d\n    source: unhcr\n    values:\n", i, 2010+p/4, p%4+1)
			for a := range 200 {
				fmt.Fprintf(&f, "      area-%d: %d\n", a, i*p+a*a)
			}
		}
		files[fmt.Sprintf("observations/%d", i)] = f.String()
	}
	files["areas"], files["indicators"] = areas.String(), indicators.String()
	fsys := base(files)
	b.ReportAllocs()
	for b.Loop() {
		set, ps := data.Load(fsys)
		if len(ps) > 0 || len(set.Observations()) != 480_000 {
			b.Fatalf("%d observations, %v", len(set.Observations()), ps)
		}
	}
}
