package site

import (
	"cmp"
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
)

// changeRow is an area in a chart of changes.
type changeRow struct {
	area      *data.Area
	indicator *data.Indicator
	now, base *data.Observation
	change    figure.Value
	ok        bool // there is a change
}

// chooseChange fills a chart of percentage changes: one bar an area. A bar that
// is cut short, or grows from a small base, has its two counts beside it.
func (a *assembly) chooseChange(c *Chart, t *Text, s *selection) {
	var rows []changeRow
	for _, area := range s.areas {
		r := changeRow{area: area, indicator: s.indicatorFor(a, t, area, 0)}
		r.base = a.look(c, r.indicator, area, s.base, nil)
		r.now = a.look(c, r.indicator, area, s.periods[0], nil)
		r.change, r.ok = figure.ChangeBetween(r.now, r.base, t.Page.scope)
		r.ok = r.ok && r.change.Kind == figure.Change // the axis is in per cent
		rows = append(rows, r)
	}
	sortRows(rows, c.Block.Sort.Value, func(r changeRow) (decimal.Decimal, bool, string) { return r.change.Number, r.ok, r.area.Name }, a)

	now, base := a.Locale.PeriodShort(s.periods[0]), a.Locale.PeriodShort(s.base)
	c.Spec = &chart.Spec{Type: chart.Change, Axis: chart.Axis{Percent: true}, Series: []chart.Series{{Name: "Change"}}}
	c.Table.Head = []string{"Area", base, now, "Change"}
	if s.headline {
		c.Table.Head = []string{"Area", "Counted", base, now, "Change"}
	}
	for _, r := range rows {
		row := chart.Row{Label: r.area.Name}
		point := chart.Point{Missing: true, MissingText: "no comparison"}
		cells := []Datum{{Text: r.area.Name, Heading: true}}
		if s.headline {
			cells = append(cells, Datum{Text: indicatorName(r.indicator)})
		}
		change := Datum{Text: "no comparison", Missing: true, Change: true}
		if r.ok {
			c.Unlike = append(c.Unlike, r.change.Unlike...)
			point = chart.Point{Value: r.change.Number.Float(), Label: r.change.Text, Estimated: r.change.Estimated}
			change = Datum{Text: r.change.Text, Change: true, Direction: r.change.Number.Sign()}
		}
		cells = append(cells, a.datum(r.base), a.datum(r.now), change)
		c.Spec.Rows = append(c.Spec.Rows, row)
		c.Spec.Series[0].Points = append(c.Spec.Series[0].Points, point)
		c.Table.Rows = append(c.Table.Rows, cells)
	}
	small := decimal.FromInt(int64(a.Set.Site.Thresholds.SmallBase))
	for i, cut := range chart.Cut(c.Spec) {
		if r := rows[i]; r.ok && (cut || r.base.Value.Cmp(small) < 0) {
			c.Spec.Rows[i].Note = a.Locale.Number(r.base.Value) + " to " + a.Locale.Number(r.now.Value)
		}
	}
}

func indicatorName(i *data.Indicator) string {
	if i == nil {
		return "no headline"
	}
	return i.Name
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
