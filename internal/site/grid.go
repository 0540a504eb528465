package site

import (
	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
)

// mostSeries is how many series any chart can have.
const mostSeries = 12

// gridCell is a chosen cell.
type gridCell struct {
	number decimal.Decimal
	ok     bool
	share  bool // it is in per cent
	other  bool // it is a remainder
	point  chart.Point
	datum  Datum
}

// chooseGrid fills a chart whose cells are observations themselves: bars,
// lines, small multiples, a map.
func (a *assembly) chooseGrid(c *Chart, s *selection) {
	l := a.layout(s)
	if len(l.series) == 0 || len(l.rows) == 0 || !a.fewSeries(c, s, l, len(l.series)) {
		return // no category has a value, or too many series
	}
	grid := a.grid(c, s, l)
	order := make([]int, len(l.rows))
	for i := range order {
		order[i] = i
	}
	if !l.overTime && !s.is("line", "multiples", "map") {
		sortRows(order, s.order(l), func(i int) (decimal.Decimal, bool, string) {
			last := grid[i][len(l.series)-1]
			return last.number, last.ok && !last.other, l.rows[i].label
		}, a)
	}
	c.Spec = &chart.Spec{Type: specType(s.kind()), Axis: chart.Axis{Percent: a.percent(c, grid), Signed: s.signed(), Unit: s.unit()}, Free: c.Block.Scale.Value == "free"}
	c.Table.Head = append(c.Table.Head, l.heading)
	c.Table.Units = append(c.Table.Units, "")
	for _, column := range l.series {
		name := column.name()
		c.Spec.Series = append(c.Spec.Series, chart.Series{Name: name, Rest: column.other, Points: make([]chart.Point, 0, len(order))})
		c.Table.Head = append(c.Table.Head, name)
		c.Table.Units = append(c.Table.Units, pick(column.unit != "", column.unit, s.unit()))
	}
	c.Spec.Rows, c.areas = make([]chart.Row, 0, len(order)), make([]*data.Area, 0, len(order))
	c.Table.Rows = make([][]Datum, 0, len(order))
	for _, i := range order {
		row := l.rows[i]
		r := chart.Row{Label: row.label, Short: row.short, Tick: row.tick, X: row.x, Rest: row.other}
		if row.area != nil {
			r.Code = mapCode(row.area)
		}
		c.Spec.Rows, c.areas = append(c.Spec.Rows, r), append(c.areas, row.area)
		cells := append(make([]Datum, 0, 1+len(grid[i])), Datum{Text: row.label, Heading: true})
		for n, cell := range grid[i] {
			c.Spec.Series[n].Points = append(c.Spec.Series[n].Points, cell.point)
			cells = append(cells, cell.datum)
		}
		c.Table.Rows = append(c.Table.Rows, cells)
	}
	if s.is("line", "multiples") {
		a.markBreaks(c)
	}
}

// specType is the kind of drawing by the word of a block.
func specType(word string) chart.Type {
	switch word {
	case "change":
		return chart.Change
	case "bar":
		return chart.Bar
	case "line":
		return chart.Line
	case "dumbbell":
		return chart.Dumbbell
	case "stacked":
		return chart.Stacked
	case "donut":
		return chart.Donut
	case "multiples":
		return chart.Multiples
	case "map":
		return chart.Map
	}
	return 0
}

// fewSeries refuses more series than any chart can show, at the field that
// makes them.
func (a *assembly) fewSeries(c *Chart, s *selection, l layout, n int) bool {
	if n <= mostSeries || c.Block.Kind == content.TableBlock {
		return true
	}
	what := "series"
	switch s.kind() {
	case "line":
		what = "lines"
	case "multiples":
		what = "panels"
	case "bar":
		what = "bars for each row"
	}
	a.refuse(l.maker, "name fewer, or make several charts, or a table", "%d %s are too many to tell apart: %d at most", n, what, mostSeries)
	return false
}

// grid looks up every cell of a layout.
func (a *assembly) grid(c *Chart, s *selection, l layout) [][]gridCell {
	first := place{area: s.areas[0], period: s.periods[0], path: s.part}
	grid := make([][]gridCell, len(l.rows))
	for i, row := range l.rows {
		grid[i] = make([]gridCell, 0, len(l.series))
		for _, column := range l.series {
			at := first
			row.fix(&at)
			column.fix(&at)
			grid[i] = append(grid[i], a.cell(c, s, at))
		}
	}
	return grid
}

// cell looks a place up.
func (a *assembly) cell(c *Chart, s *selection, at place) gridCell {
	indicator := s.indicatorFor(a, at.area, at.indicator)
	if at.other {
		total := a.look(c, indicator, at.area, at.period, s.part)
		if total != nil {
			if rest, ok := a.Set.Remainder(total, s.by.ID); ok {
				text, used := figure.WrittenNumber(indicator, rest, a.Locale), append(a.Set.Parts(total, s.by.ID), total)
				return gridCell{
					number: rest, ok: true, other: true, share: indicator.Measure == data.Share,
					point: chart.Point{Value: rest.Float(), Label: text, Revised: s.page.RestsOnRevised(used...)}, datum: Datum{Text: text, Used: used},
				}
			}
		}
		return gridCell{other: true, point: a.point(nil), datum: a.datum(nil)}
	}
	o := a.look(c, indicator, at.area, at.period, at.path)
	number, share, ok := amount(o)
	point := a.point(o)
	point.Revised = s.page.RestsOnRevised(o)
	return gridCell{number: number, ok: ok, share: share, point: point, datum: a.datum(o)}
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
		at, hint := where(c.Block, []content.Scalar{c.Block.By, c.Block.Type}), "make two charts, or a table"
		if c.Block.By.Value == "" {
			at = where(c.Block, c.Block.Indicators)
		} else {
			hint += "; or type: stacked with values: percent"
		}
		a.refuse(at, hint, "counts and percentages stand side by side, which one axis cannot show")
	}
	return shares > 0 && counts == 0
}

// unit is what a chart counts, where all of it is counted in one: "people".
func (s *selection) unit() string {
	if s.headline {
		return ""
	}
	for _, i := range s.indicators {
		if i.Unit != s.indicators[0].Unit {
			return ""
		}
	}
	return unitOf(s.indicators[0])
}

// unitOf is what an indicator counts: "people", or "%".
func unitOf(i *data.Indicator) string {
	if perCent(i) {
		return "%"
	}
	return i.Unit.Other
}

// markBreaks notes where a new series begins on a line that runs over time:
// with the point itself, or with one that is not shown between it and the one
// before.
func (a *assembly) markBreaks(c *Chart) {
	for n := range c.Spec.Series {
		var before *data.Observation
		for i, row := range c.Table.Rows {
			o := row[n+1].Observation
			if o == nil || row[n+1].Missing {
				continue
			}
			if before != nil && a.breaksBetween(before, o) {
				c.Spec.Series[n].Points[i].Break = true
			}
			before = o
		}
	}
}
