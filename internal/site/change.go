package site

import (
	"cmp"
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
)

// pair is a row that compares two periods.
type pair struct {
	axis      axis
	indicator *data.Indicator
	now, base *data.Observation
	change    figure.Value
	ok        bool // there is a change
}

// pairs looks up the two periods of each row: of the areas, or, for one area,
// of its categories or its indicators.
func (a *assembly) pairs(c *Chart, s *selection) ([]pair, layout) {
	l := a.layout(s)
	if len(s.indicators) < 2 && s.by == nil {
		l.rows, l.heading = a.areaAxis(s), "Area"
	}
	var rows []pair
	for _, row := range l.rows {
		at := place{area: s.areas[0], period: s.periods[0], path: s.part}
		row.fix(&at)
		if at.other {
			continue // a remainder of two years is no one thing
		}
		r := pair{axis: row, indicator: s.indicatorFor(a, at.area, at.indicator)}
		r.base = a.look(c, r.indicator, at.area, s.base, at.path)
		r.now = a.look(c, r.indicator, at.area, s.periods[0], at.path)
		r.change, r.ok = figure.ChangeBetween(r.now, r.base, s.page.scope)
		if r.ok {
			c.Unlike = append(c.Unlike, r.change.Unlike...)
		}
		rows = append(rows, r)
	}
	return rows, l
}

// pairHead begins the table of a chart that compares two periods.
func (a *assembly) pairHead(c *Chart, s *selection, heading string) {
	unit := s.unit()
	c.Table.Head, c.Table.Units = []string{heading}, []string{""}
	if s.headline {
		c.Table.Head, c.Table.Units = append(c.Table.Head, "Counted"), append(c.Table.Units, "")
	}
	c.Table.Head = append(c.Table.Head, a.Locale.PeriodShort(s.base), a.Locale.PeriodShort(s.periods[0]))
	c.Table.Units = append(c.Table.Units, unit, unit)
}

// pairCells are the first cells of a row: its name, what is counted, and both
// values.
func (a *assembly) pairCells(s *selection, r pair) []Datum {
	cells := []Datum{{Text: r.axis.label, Heading: true}}
	if s.headline {
		cells = append(cells, Datum{Text: indicatorName(r.indicator)})
	}
	return append(cells, a.datum(r.base), a.datum(r.now))
}

// chooseChange fills a chart of percentage changes: one bar an area. A bar that
// is cut short, or grows from a small base, has its two counts beside it.
func (a *assembly) chooseChange(c *Chart, s *selection) {
	rows, l := a.pairs(c, s)
	for i := range rows {
		rows[i].ok = rows[i].ok && rows[i].change.Kind == figure.Change // the axis is in per cent
	}
	sortRows(rows, s.order(l), func(r pair) (decimal.Decimal, bool, string) { return r.change.Number, r.ok, r.axis.label }, a)
	c.Spec = &chart.Spec{Type: chart.Change, Axis: chart.Axis{Percent: true, Unit: s.unit()}, Series: []chart.Series{{Name: "Change"}}}
	a.pairHead(c, s, l.heading)
	c.Table.Head, c.Table.Units = append(c.Table.Head, "Change"), append(c.Table.Units, "%")
	for _, r := range rows {
		point := chart.Point{Missing: true, MissingText: "no comparison"}
		change := Datum{Text: "no comparison", Missing: true, Change: true}
		if r.ok {
			point = chart.Point{Value: r.change.Number.Float(), Label: r.change.Text, Estimated: r.change.Estimated, Differs: len(r.change.Unlike) > 0, Revised: s.page.RestsOnRevised(r.change.Used...)}
			change = Datum{Text: r.change.Text, Change: true, Direction: r.change.Number.Sign(), Used: r.change.Used}
		}
		c.Spec.Rows, c.areas = append(c.Spec.Rows, chart.Row{Label: r.axis.label}), append(c.areas, r.axis.area)
		c.Spec.Series[0].Points = append(c.Spec.Series[0].Points, point)
		c.Table.Rows = append(c.Table.Rows, append(a.pairCells(s, r), change))
	}
	small := decimal.FromInt(int64(a.Set.Site.Thresholds.SmallBase))
	for i, cut := range chart.Cut(c.Spec) {
		r := rows[i]
		if r.ok && (cut || r.base.Value.Cmp(small) < 0 || nearlyAll(r)) {
			c.Spec.Rows[i].Note = a.Locale.Number(r.base.Value) + " to " + a.Locale.Number(r.now.Value)
		}
	}
}

// nearlyAll tells whether a fall rounds to 100 per cent though something is left.
func nearlyAll(r pair) bool {
	rounded, ok := r.change.Number.Round(0)
	return ok && rounded.Cmp(decimal.FromInt(-100)) == 0 && r.now.Value.Sign() != 0
}

// chooseDumbbell fills a chart of two periods: two dots a row.
func (a *assembly) chooseDumbbell(c *Chart, s *selection) {
	rows, l := a.pairs(c, s)
	if len(rows) == 0 {
		return // no category has a value
	}
	sortRows(rows, s.order(l), func(r pair) (decimal.Decimal, bool, string) {
		d, _, ok := amount(r.now)
		return d, ok, r.axis.label
	}, a)
	a.pairHead(c, s, l.heading)
	n := len(c.Table.Head)
	c.Spec = &chart.Spec{Type: chart.Dumbbell, Axis: chart.Axis{Signed: s.signed(), Unit: s.unit()}, Series: []chart.Series{{Name: c.Table.Head[n-2]}, {Name: c.Table.Head[n-1]}}}
	var grid [][]gridCell
	for _, r := range rows {
		c.Spec.Rows, c.areas = append(c.Spec.Rows, chart.Row{Label: r.axis.label}), append(c.areas, r.axis.area)
		var cells []gridCell
		for i, o := range []*data.Observation{r.base, r.now} {
			point := a.point(o)
			point.Revised = s.page.RestsOnRevised(o)
			number, share, ok := amount(o)
			cells = append(cells, gridCell{number: number, ok: ok, share: share})
			c.Spec.Series[i].Points = append(c.Spec.Series[i].Points, point)
		}
		grid = append(grid, cells)
		c.Table.Rows = append(c.Table.Rows, a.pairCells(s, r))
	}
	c.Spec.Axis.Percent = a.percent(c, grid)
}

func indicatorName(i *data.Indicator) string {
	if i == nil {
		return "no headline"
	}
	return i.Name
}

// order is the word by which rows are sorted: that of sort:, or, of categories
// that the block names, as given.
func (s *selection) order(l layout) string {
	if word := s.block.Sort.Value; word != "" || !l.byCategory || !s.named() {
		return word
	}
	return "given"
}

// sortRows orders the rows of a chart: by value from the largest, the default;
// by name; or as given. Rows without a value come last.
func sortRows[R any](rows []R, order string, key func(R) (value decimal.Decimal, ok bool, name string), a *assembly) {
	if order == "given" {
		return
	}
	slices.SortStableFunc(rows, func(x, y R) int {
		v, vok, vname := key(x)
		w, wok, wname := key(y)
		switch {
		case order == "name":
			return a.Locale.Compare(vname, wname)
		case vok != wok:
			if vok {
				return -1
			}
			return 1
		}
		return cmp.Or(w.Cmp(v), a.Locale.Compare(vname, wname))
	})
}
