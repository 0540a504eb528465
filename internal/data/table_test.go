package data

import (
	"testing"

	"bulletin/internal/period"
)

// TestTableSpreads counts the steps to each of 4,800 and of 480,000 cells: what
// makes a query's time independent of the size of the set.
func TestTableSpreads(t *testing.T) {
	for _, size := range []struct{ areas, indicators int }{{20, 6}, {200, 60}} {
		for _, days := range []period.Day{1, 7, 90, 365} {
			var all []*Observation
			for i := range size.indicators {
				indicator := &Indicator{order: int32(i)}
				for a := range size.areas {
					area := &Area{order: int32(a)}
					for p := range period.Day(40) {
						first := 14_600 + p*days
						p, ok := period.FromParts(period.UnitDay, int32(first), int32(first+days-1))
						if !ok {
							t.Fatal(first)
						}
						all = append(all, &Observation{Indicator: indicator, Area: area, Period: p})
					}
				}
			}
			keys := make([]key, len(all))
			table := newTable(keys, false, len(all))
			for i, o := range all {
				keys[i] = cellKey(o)
				table.add(keys[i], int32(i))
			}
			mask := uint64(len(table.slots) - 1)
			most, sum := 0, 0
			for i, o := range all {
				steps := 1
				for at := cellKey(o).hash() & mask; table.slots[at] != int32(i+1); at = (at + 1) & mask {
					steps++
				}
				most, sum = max(most, steps), sum+steps
			}
			if most > 100 || sum > 2*len(all) {
				t.Errorf("%d cells of %d days: %d steps at most, %d in all", len(all), days, most, sum)
			}
		}
	}
}
