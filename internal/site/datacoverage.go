package site

import (
	"cmp"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// mostColumns is how many periods a grid of coverage shows by themselves. Of more
// it shows years.
const mostColumns = 40

// Coverage is what there is of an indicator: its totals, by area and period. Every
// total is in it, whether it has a value or says why not; what nobody entered is a
// gap.
type Coverage struct {
	Areas   []*data.Area // in the order of the set
	Columns []CoverageColumn
	Cells   [][]CoverageCell // by area and column
	Yearly  bool             // columns are calendar years, each with all that ends in it
}

// CoverageColumn is a column of the grid: first years, then quarters, months, days
// and spans, each from the earliest on.
type CoverageColumn struct {
	Period period.Period
	Skips  bool // periods between this one and the one to its left have no column
}

// CoverageCell holds the totals of an area in a column, in order: one at most,
// where columns are no years; none in a gap.
type CoverageCell []*data.Observation

// Coverage is what there is of an indicator. It looks at each observation once.
func (s *Site) Coverage(i *data.Indicator) Coverage {
	var totals []*data.Observation
	periods := map[period.Period]bool{}
	for _, o := range s.ByIndicator(i) {
		if len(o.Path) == 0 {
			totals = append(totals, o)
			periods[o.Period] = true
		}
	}
	c := Coverage{Yearly: len(periods) > mostColumns}
	column := func(o *data.Observation) period.Period {
		if c.Yearly {
			return period.Of(period.Year, o.Period.Last())
		}
		return o.Period
	}
	places := c.columns(totals, column)
	for _, o := range totals { // those of an area follow each other
		if n := len(c.Areas); n == 0 || c.Areas[n-1] != o.Area {
			c.Areas = append(c.Areas, o.Area)
			c.Cells = append(c.Cells, make([]CoverageCell, len(c.Columns)))
		}
		cell := &c.Cells[len(c.Cells)-1][places[column(o)]]
		*cell = append(*cell, o)
	}
	return c
}

// columns fills in the columns, and gives the place of each.
func (c *Coverage) columns(totals []*data.Observation, column func(*data.Observation) period.Period) map[period.Period]int {
	places := map[period.Period]int{}
	for _, o := range totals {
		at := column(o)
		if _, ok := places[at]; !ok {
			places[at] = 0
			c.Columns = append(c.Columns, CoverageColumn{Period: at})
		}
	}
	slices.SortFunc(c.Columns, func(x, y CoverageColumn) int {
		return cmp.Or(cmp.Compare(length(x.Period), length(y.Period)), x.Period.Compare(y.Period))
	})
	for n := range c.Columns {
		at := c.Columns[n].Period
		places[at] = n
		if n > 0 && length(at) != spans {
			before := c.Columns[n-1].Period
			c.Columns[n].Skips = length(before) == length(at) && before.Next() != at
		}
	}
	return places
}

// spans is the length of what is longer than one unit: two months, six days.
const spans = period.UnitDay + 1

// length orders periods by how they are counted: years, quarters, months, days,
// spans.
func length(p period.Period) period.Unit {
	if p.Len() != 1 {
		return spans
	}
	return p.Unit()
}
