package period_test

import (
	"math"
	"testing"

	"bulletin/internal/period"
)

// TestParts: a period is the same when it was taken apart and put together again,
// also one that lies before those that can be written.
func TestParts(t *testing.T) {
	all := []period.Period{{}, parse(t, "1900").YearBefore(), parse(t, "1900-01-01").Previous(), parse(t, "2199-12-31").Next()}
	for _, s := range []string{"2023", "2023-Q1", "2023-12", "1950-06-04", "2024-01..2024-02", "2022-Q4..2023-Q1", "1900-01-01..2199-12-31"} {
		all = append(all, parse(t, s))
	}
	for _, p := range all {
		if again, ok := period.FromParts(p.Parts()); !ok || again != p {
			t.Errorf("%s: got %s, %v", p, again, ok)
		}
	}
	for _, c := range []struct {
		unit        period.Unit
		first, last int32
	}{
		{0, 1, 1}, {period.Year, 2024, 2023}, {period.Year, -1, 5}, {period.Month, 0, 120_000}, {period.Quarter, 5, 40_000}, {period.UnitDay + 1, 0, 0},
		{period.UnitDay, math.MinInt32, 0}, {period.UnitDay, 0, math.MaxInt32},
	} {
		if p, ok := period.FromParts(c.unit, c.first, c.last); ok {
			t.Errorf("%v: got %s", c, p)
		}
	}
}
