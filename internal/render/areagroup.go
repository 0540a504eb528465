package render

import (
	"fmt"
	"math"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// mostCompared is how many members of a group a comparison shows at once: the others
// are in a disclosure.
const mostCompared = 12

// comparisons set the members of a group side by side.
func (d *drawing) comparisons(group *data.Area) []ComparisonView {
	var all []ComparisonView
	for _, c := range d.site.Comparisons(group) {
		all = append(all, d.comparison(group, &c))
	}
	return all
}

func (d *drawing) comparison(group *data.Area, c *site.Comparison) ComparisonView {
	defer d.notes.box(d.notes.box(true))
	l := d.site.Locale
	v := ComparisonView{
		ID: d.uniqueID("compared-" + c.Indicator.ID), Indicator: Link{Text: c.Indicator.Name, URL: d.link(site.IndicatorRoute(c.Indicator))},
		Period: upperFirst(l.Period(c.Period)), Unit: unitWords(c.Indicator), Remark: c.Unsummed,
	}
	if c.Indicator.Measure == data.Stock {
		v.Period = "End of " + l.PeriodInText(c.Period)
	}
	d.say(v.Indicator.Text, v.Remark)
	full := 0.0
	for _, row := range c.Rows {
		if row.Now != nil {
			full = max(full, drawnValue(row.Now))
		}
	}
	bars := full > 0 && !slices.ContainsFunc(c.Rows, func(row site.Compared) bool { return row.Now != nil && drawnValue(row.Now) < 0 })
	for _, row := range c.Rows {
		if row.Now == nil {
			v.Lacking = append(v.Lacking, d.lacking(row))
			continue
		}
		d.notes.paragraph()
		one := ComparedRow{Area: d.areaLink(row.Area), Value: d.comparedValue(row.Now)}
		if bars {
			one.Bar = barLength(drawnValue(row.Now), full)
		}
		v.Rows = append(v.Rows, one)
	}
	v.Rows, v.More = folded(v.Rows, mostCompared)
	v.Total = d.compared(group, c)
	return v
}

// lacking names a member without a value, leading to what says so, if anything does:
// "Serbia (not collected)".
func (d *drawing) lacking(row site.Compared) Link {
	l := d.areaLink(row.Area)
	if row.Absent != nil {
		l.URL = d.cell(row.Absent)
		if row.Absent.Status != data.Missing {
			l.Text += " (" + row.Absent.Status.Name() + ")"
		}
	}
	return l
}

// comparedValue is a value of a comparison, its status below it.
func (d *drawing) comparedValue(o *data.Observation) Cell {
	end := d.areaEnd(o)
	end.Value.Remark = end.Status
	return end.Value
}

// compared is the last line of a comparison: the group's own value, or the sum.
func (d *drawing) compared(group *data.Area, c *site.Comparison) *ComparedRow {
	switch {
	case c.Own != nil:
		return &ComparedRow{Area: Link{Text: group.Name + ", as published"}, Value: d.comparedValue(c.Own)}
	case c.Summed:
		row := &ComparedRow{Area: Link{Text: "Sum of all " + d.number(len(c.Rows))}, Value: Cell{
			Text: c.Written(d.site), Machine: c.Sum.String(), Numeric: true, Estimated: c.Estimated(), Revised: d.revised(d.page, false, c.Used...),
		}}
		if c.Estimated() {
			row.Value.Remark = "with estimates"
		}
		return row
	}
	return nil
}

// unitWords are what an indicator counts: "people", "%".
func unitWords(i *data.Indicator) string {
	if i.Measure == data.Share || i.Measure == data.Change {
		return "%"
	}
	return i.Unit.Other
}

// drawnValue is the number of an observation, for a drawing.
func drawnValue(o *data.Observation) float64 {
	if o.HasValue {
		return o.Value.Float()
	}
	return o.Share.Float()
}

// barLength is how long the bar of a value is, of 100, in tenths: at least half of
// one, so that it is seen; none of zero.
func barLength(value, full float64) string {
	if value == 0 {
		return ""
	}
	tenths := max(5, int(math.Round(value/full*1000)))
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}
