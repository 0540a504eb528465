package data_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// scale is a site of so many areas, indicators and quarters, with a file of
// observations for each indicator.
func scale(areas, indicators, quarters int) fstest.MapFS {
	var areaList, indicatorList strings.Builder
	areaList.WriteString("areas:\n")
	for a := range areas {
		fmt.Fprintf(&areaList, "  - {id: area-%d, name: Area %d}\n", a, a)
	}
	files := map[string]string{"observations/a": ""}
	for i := range indicators {
		fmt.Fprintf(&indicatorList, "- {id: indicator-%d, name: Indicator %d, unit: {one: person, other: people}, measure: flow}\n", i, i)
		var f strings.Builder
		f.WriteString("observations:\n")
		for p := range quarters {
			fmt.Fprintf(&f, "  - indicator: indicator-%d\n    period: %d-Q%d\n    source: unhcr\n    values:\n", i, 2010+p/4, p%4+1)
			for a := range areas {
				fmt.Fprintf(&f, "      area-%d: %d\n", a, i*p+a*a)
			}
		}
		files[fmt.Sprintf("observations/%d", i)] = f.String()
	}
	files["areas"], files["indicators"] = areaList.String(), indicatorList.String()
	return base(files)
}

// detailed is scale with all that rules look at: values that add up over areas and
// periods, a group, years beside their quarters, a note, and three parts by age and
// sex to each value.
func detailed(areas, indicators, quarters int) fstest.MapFS {
	fsys := scale(areas, indicators, quarters)
	for name, f := range fsys {
		switch {
		case name == "data/indicators.yaml":
			f.Data = bytes.ReplaceAll(f.Data, []byte("measure: flow"), []byte("measure: flow, add: all"))
		case name == "data/areas.yaml":
			f.Data = append(f.Data, "groups: [{id: both, name: Both, members: [area-0, area-1]}]\n"...)
		case strings.HasPrefix(name, "data/observations/"):
			f.Data = split(f.Data)
		}
	}
	return fsys
}

// split gives each value of a file three parts.
func split(src []byte) []byte {
	var b strings.Builder
	for line := range strings.Lines(string(src)) {
		area, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		n, err := strconv.Atoi(value)
		if !ok || err != nil {
			b.WriteString(line)
			continue
		}
		n = 1000 + n%89
		fmt.Fprintf(&b, "%s: {value: %d, by: {age: {children: {value: %d, by: {sex: {girls: %d}}}, adults: %d}}}\n", area, n, n/2, n/4, n/3)
	}
	return []byte(b.String())
}

// small and large are 4,800 and 480,000 observations: the second is 200 areas
// × 60 indicators × 40 quarters, the size that the program is made for.
func small() fstest.MapFS { return scale(20, 6, 40) }
func large() fstest.MapFS { return scale(200, 60, 40) }

func loaded(b *testing.B, fsys fstest.MapFS, want int) *data.Set {
	b.Helper()
	set, ps := data.Load(fsys)
	if len(ps) > 0 || len(set.Observations()) != want {
		b.Fatalf("%d observations, %v", len(set.Observations()), ps)
	}
	return set
}

// size is a site of so many observations.
type size struct {
	name string
	fsys fstest.MapFS
	n    int
}

func sizes() []size {
	return []size{{"60000", scale(50, 30, 40), 60_000}, {"detailed", detailed(50, 8, 40), 64_000}, {"480000", large(), 480_000}}
}

// BenchmarkLoad reads sites of 60,000 and of 480,000 observations, each file once,
// and says how much of the memory is still in use when it is done.
func BenchmarkLoad(b *testing.B) {
	for _, size := range sizes() {
		b.Run(size.name, func(b *testing.B) {
			before := heap()
			var set *data.Set
			b.ReportAllocs()
			for b.Loop() {
				set = loaded(b, size.fsys, size.n)
			}
			b.StopTimer()
			b.ReportMetric(float64(size.n)*float64(b.N)/b.Elapsed().Seconds(), "observations/s")
			b.ReportMetric((heap()-before)/1e6, "MB-kept")
			runtime.KeepAlive(set)
		})
	}
}

func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// BenchmarkLookup finds cells all over a set. Its time does not grow with the
// set but for the caches of the processor.
func BenchmarkLookup(b *testing.B) {
	cellsOf(b, func(b *testing.B, set *data.Set, cells []data.Cell) {
		i := 0
		for b.Loop() {
			if _, ok := set.Lookup(cells[i%len(cells)]); !ok {
				b.Fatal(cells[i%len(cells)])
			}
			i++
		}
	})
}

// BenchmarkLookupOne finds the same few cells again and again: the work alone,
// without the memory.
func BenchmarkLookupOne(b *testing.B) {
	cellsOf(b, func(b *testing.B, set *data.Set, cells []data.Cell) {
		i := 0
		for b.Loop() {
			if _, ok := set.Lookup(cells[i%8]); !ok {
				b.Fatal(cells[i%8])
			}
			i++
		}
	})
}

// BenchmarkHistory lists series of 40 quarters all over a set.
func BenchmarkHistory(b *testing.B) {
	cellsOf(b, func(b *testing.B, set *data.Set, cells []data.Cell) {
		i := 0
		for b.Loop() {
			c := cells[i%len(cells)]
			if len(set.History(c.Indicator, c.Area, c.Categories)) != 40 {
				b.Fatal(c)
			}
			i++
		}
	})
}

// cellsOf runs a benchmark over the small and the large site, with cells
// scattered over each.
func cellsOf(b *testing.B, run func(*testing.B, *data.Set, []data.Cell)) {
	for _, size := range []struct {
		fsys fstest.MapFS
		n    int
	}{{small(), 4_800}, {large(), 480_000}} {
		set := loaded(b, size.fsys, size.n)
		cells := make([]data.Cell, 0, 4_096)
		for i := range cap(cells) {
			o := set.Observations()[i*7_919%size.n]
			cells = append(cells, data.Cell{Indicator: o.Indicator.ID, Area: o.Area.ID, Period: o.Period})
		}
		b.Run(fmt.Sprint(size.n), func(b *testing.B) {
			b.ReportAllocs()
			run(b, set, cells)
		})
	}
}

// TestEveryCellIsFound asks a set for all that it holds, and for what it lacks.
func TestEveryCellIsFound(t *testing.T) {
	set, ps := data.Load(small())
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	never, err := period.Parse("2031-Q1")
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range set.Observations() {
		c := o.Cell()
		if got, ok := set.Lookup(c); !ok || got != o {
			t.Fatalf("%v: got %v", c, got)
		}
		c.Period = never
		if got, ok := set.Lookup(c); ok {
			t.Fatalf("%v: got %s", c, got.Pos)
		}
		if i%40 > 0 {
			continue
		}
		history := set.History(c.Indicator, c.Area, "")
		for k, h := range history {
			if h != set.Observations()[i+k] {
				t.Fatalf("history of %s, %s: %s at %d", c.Indicator, c.Area, h.Period, k)
			}
		}
		if len(history) != 40 {
			t.Fatalf("history of %s, %s: %d", c.Indicator, c.Area, len(history))
		}
	}
}
