package site

import (
	"strconv"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// place is a cell of the data that a chart asks for.
type place struct {
	indicator int // into the selection's indicators
	area      *data.Area
	period    period.Period
	path      []data.CategoryRef
	other     bool // the remainder of the breakdown, not an observation
}

// axis is one row or one series of a chart: a name, and what it fixes of the
// place.
type axis struct {
	label, short, tick string
	fix                func(*place)
}

// name is what a series is called in a legend and at the head of a column,
// where space is short.
func (x axis) name() string {
	if x.short != "" {
		return x.short
	}
	return x.label
}

// arrangement says what the rows of a chart are.
type arrangement int

const (
	seriesByPeriod arrangement = iota // bars: rows are areas (or, for one area, indicators or periods)
	seriesByArea                      // lines: rows are periods, a line for each area and indicator
	categories                        // a breakdown: rows are the categories of one area, or series are
)

// chooseSeries fills a chart whose cells are observations themselves.
func (a *assembly) chooseSeries(c *Chart, t *Text, s *selection, how arrangement) {
	rows, series := a.axes(s, how)
	if len(series) == 0 {
		return // no category has a value
	}
	kind := chart.Bar
	if how == seriesByArea {
		kind = chart.Line
	}
	first := place{area: s.areas[0], period: s.periods[0]}
	grid := make([][]gridCell, len(rows))
	for i, row := range rows {
		for _, column := range series {
			at := first
			row.fix(&at)
			column.fix(&at)
			grid[i] = append(grid[i], a.cell(c, t, s, at))
		}
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	if how != seriesByArea && !rowsArePeriods(s, how) {
		sortRows(order, c.Block.Sort.Value, func(i int) (decimal.Decimal, bool, string) {
			last := grid[i][len(series)-1]
			return last.number, last.ok && !last.other, rows[i].label
		}, a)
	}

	c.Spec = &chart.Spec{Type: kind, Axis: chart.Axis{Percent: a.percent(c, grid)}}
	c.Table.Head = append(c.Table.Head, rowHeading(s, how))
	for _, column := range series {
		c.Spec.Series = append(c.Spec.Series, chart.Series{Name: column.name()})
		c.Table.Head = append(c.Table.Head, column.name())
	}
	for x, i := range order {
		row := rows[i]
		c.Spec.Rows = append(c.Spec.Rows, chart.Row{Label: row.label, Short: row.short, Tick: row.tick, X: float64(x), Rest: grid[i][0].other})
		cells := []Datum{{Text: row.label, Heading: true}}
		for n, cell := range grid[i] {
			c.Spec.Series[n].Points = append(c.Spec.Series[n].Points, cell.point)
			cells = append(cells, cell.datum)
		}
		c.Table.Rows = append(c.Table.Rows, cells)
	}
}

// gridCell is a chosen cell.
type gridCell struct {
	number decimal.Decimal
	ok     bool
	share  bool // it is in per cent
	other  bool
	point  chart.Point
	datum  Datum
}

// cell looks a place up.
func (a *assembly) cell(c *Chart, t *Text, s *selection, at place) gridCell {
	indicator := s.indicatorFor(a, t, at.area, at.indicator)
	if at.other {
		total := a.look(c, indicator, at.area, at.period, nil)
		if total != nil {
			if rest, ok := a.Set.Remainder(total, s.by.ID); ok {
				text := figure.WrittenNumber(indicator, rest, a.Locale)
				return gridCell{number: rest, ok: true, other: true, share: indicator.Measure == data.Share, point: chart.Point{Value: rest.Float(), Label: text}, datum: Datum{Text: text}}
			}
		}
		return gridCell{other: true, point: a.point(nil), datum: a.datum(nil)}
	}
	o := a.look(c, indicator, at.area, at.period, at.path)
	number, share, ok := amount(o)
	return gridCell{number: number, ok: ok, share: share, point: a.point(o), datum: a.datum(o)}
}

// percent tells whether the cells are in per cent. One axis cannot show both
// those and counts.
func (a *assembly) percent(c *Chart, grid [][]gridCell) bool {
	shares, counts := 0, 0
	for _, row := range grid {
		for _, cell := range row {
			switch {
			case !cell.ok:
			case cell.share:
				shares++
			default:
				counts++
			}
		}
	}
	if shares > 0 && counts > 0 && c.Block.Kind == content.ChartBlock {
		a.problems.Errorf(c.Block.Pos, c.Block.Len, "chart", "make two charts, or a table", "counts and percentages stand side by side, which one axis cannot show")
	}
	return shares > 0 && counts == 0
}

// axes arranges a selection as rows and series.
func (a *assembly) axes(s *selection, how arrangement) (rows, series []axis) {
	areas, indicators, periods := a.areaAxis(s), a.indicatorAxis(s), a.periodAxis(s.periods)
	switch {
	case how == seriesByArea:
		return periods, cross(areas, indicators)
	case how == categories && len(areas) == 1 && len(periods) == 1:
		return a.categoryAxis(s), indicators
	case how == categories && len(areas) == 1:
		return periods, a.categoryAxis(s)
	case how == categories:
		return areas, a.categoryAxis(s)
	case len(areas) > 1:
		return areas, cross(periods, indicators)
	case len(indicators) > 1:
		return indicators, periods
	}
	return periods, areas
}

func rowsArePeriods(s *selection, how arrangement) bool {
	if how == categories {
		return len(s.areas) == 1 && len(s.periods) > 1
	}
	return len(s.areas) == 1 && len(s.indicators) < 2
}

func rowHeading(s *selection, how arrangement) string {
	switch {
	case how == seriesByArea || rowsArePeriods(s, how):
		return "Period"
	case how == categories && len(s.areas) == 1:
		return s.by.Name
	case len(s.areas) > 1:
		return "Area"
	}
	return "Counted"
}

// cross is every pair of two axes; an axis of one is left out of the names.
func cross(x, y []axis) []axis {
	var all []axis
	for _, p := range x {
		for _, q := range y {
			both := axis{label: p.label + ", " + q.label, fix: func(at *place) { p.fix(at); q.fix(at) }}
			switch {
			case len(y) == 1:
				both.label, both.short = p.label, p.short
			case len(x) == 1:
				both.label, both.short = q.label, q.short
			}
			all = append(all, both)
		}
	}
	return all
}

func (a *assembly) areaAxis(s *selection) []axis {
	var all []axis
	for _, area := range s.areas {
		all = append(all, axis{label: area.Name, fix: func(at *place) { at.area = area }})
	}
	return all
}

// indicatorAxis has one entry under headline: each area brings its own.
func (a *assembly) indicatorAxis(s *selection) []axis {
	if s.headline {
		return []axis{{label: "Headline figure", fix: func(*place) {}}}
	}
	var all []axis
	for n, i := range s.indicators {
		all = append(all, axis{label: i.Name, fix: func(at *place) { at.indicator = n }})
	}
	return all
}

// categoryAxis is the categories that any selected observation is split by,
// and the rest where it can be known.
func (a *assembly) categoryAxis(s *selection) []axis {
	var all []axis
	other := false
	for _, category := range s.by.Categories {
		path := []data.CategoryRef{{Dimension: s.by.ID, ID: category.ID}}
		used := false
		for _, i := range s.indicators {
			for _, area := range s.areas {
				for _, p := range s.periods {
					total, ok := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: p})
					if !ok {
						continue
					}
					_, found := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: p, Categories: data.CategoriesKey(path)})
					used = used || found
					rest, known := a.Set.Remainder(total, s.by.ID)
					other = other || known && rest.Sign() > 0
				}
			}
		}
		if used {
			all = append(all, axis{label: category.Name, fix: func(at *place) { at.path = path }})
		}
	}
	if other && len(all) > 0 {
		all = append(all, axis{label: "Other", fix: func(at *place) { at.other = true }})
	}
	return all
}

// periodAxis names periods, with a tick where a line's axis wants one: at each
// year's beginning, or, over two years and less, at each quarter's.
func (a *assembly) periodAxis(periods []period.Period) []axis {
	long := len(periods) > 0 && periods[len(periods)-1].Last()-periods[0].First() > 2*366
	var all []axis
	for _, p := range periods {
		x := axis{label: a.Locale.Period(p), short: a.Locale.PeriodShort(p), fix: func(at *place) { at.period = p }}
		year, month, _ := p.First().Civil()
		switch {
		case p.Unit() == period.Year, long && month == 1:
			x.tick = strconv.Itoa(year)
		case !long && (month-1)%3 == 0:
			x.tick = x.short
		}
		all = append(all, x)
	}
	return all
}
