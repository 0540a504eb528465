package render

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// chart draws a chart or table block through its partial template, into w.
func (d *drawing) chart(w *bytes.Buffer, c *site.Chart) error {
	from, around := d.notes.at, d.notes.box(true)
	view, err := d.chartView(c)
	d.notes.box(around)
	if err != nil {
		return err
	}
	w.WriteString(string(d.notes.beside(from)))
	return execute(d.templates.partials, w, "chart", view)
}

// chartView is a chart ready for its template.
func (d *drawing) chartView(c *site.Chart) (*ChartView, error) {
	id := d.uniqueID("chart-" + c.Name)
	d.notes.paragraph()
	v := &ChartView{
		ID: id, Title: d.plainInline(c.Title), Subtitle: c.Subtitle, TableOnly: c.Spec == nil,
		Remarks: c.Remarks, Sources: publishers(c), Downloads: d.downloads(c),
		Data: d.dataLinks(c), Paper: d.paper, NotYet: c.NotYet,
	}
	if !c.NotYet && (c.Spec == nil || !d.paper) {
		v.Table = d.chartTable(c)
	}
	v.Note = d.inline(c.Note)          // stands before the sources
	if d.page.Kind != site.Indicator { // whose table has the source of each row
		v.Marks = d.chartMarks(c.Used)
	}
	if c.Spec == nil {
		return v, nil
	}
	v.Alternative = c.Drawn.Alternative(c.Spec)
	var err error
	if v.Wide, v.Narrow, err = d.picture(c.Spec, &c.Drawn, id); err != nil {
		return nil, fmt.Errorf("drawing the chart %q: %w", c.Title.Plain(), err)
	}
	return v, nil
}

// picture draws a chart for wide and for narrow screens, by what is kept of its drawings.
func (d *drawing) picture(s *chart.Spec, kept *chart.Kept, id string) (wide, narrow template.HTML, err error) {
	if !d.paper { // the print edition draws those of other pages again
		d.charts++
	}
	w, err := kept.Captioned(s, chart.Wide, id)
	if err != nil || d.paper {
		return template.HTML(w), "", err
	}
	n, err := kept.Captioned(s, chart.Narrow, id)
	return template.HTML(w), template.HTML(n), err
}

// uniqueID is an id that the page does not have yet, and takes it.
func (d *drawing) uniqueID(id string) string {
	id = d.within + id
	unique := id
	for n := 2; d.ids[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", id, n)
	}
	d.ids[unique] = true
	return unique
}

// chartTable is the data of a chart, each value leading to its cell.
func (d *drawing) chartTable(c *site.Chart) TableView {
	v := TableView{Caption: c.Title.Marked()}
	if v.Caption == "" {
		v.Caption = c.Subtitle
	}
	v.Rows = make([][]Cell, 0, len(c.Table.Rows))
	for i, h := range c.Table.Head {
		v.Head = append(v.Head, Cell{Text: h, Unit: columnUnit(c.Table.Rows, i), Header: true, Numeric: i > 0 && h != "Counted"})
	}
	for _, row := range c.Table.Rows {
		cells := make([]Cell, 0, len(row))
		for i, datum := range row {
			cells = append(cells, d.datum(c, datum, c.Table.Head[i] != "Counted" && i > 0))
		}
		v.Rows = append(v.Rows, cells)
	}
	return v
}

// columnUnit is what all values of a column are counted in; "" where they
// differ, or there are none.
func columnUnit(rows [][]site.Datum, column int) string {
	unit := ""
	for _, row := range rows {
		one := datumUnit(row[column])
		switch {
		case one == "" || one == unit:
		case unit == "":
			unit = one
		default:
			return ""
		}
	}
	return unit
}

func datumUnit(datum site.Datum) string {
	o := datum.Observation
	switch {
	case datum.Missing:
		return ""
	case datum.Change:
		return "%"
	case o == nil:
		return ""
	case !o.HasValue || o.Indicator.Measure == data.Share || o.Indicator.Measure == data.Change:
		return "%"
	}
	return o.Indicator.Unit.Other
}

func (d *drawing) datum(c *site.Chart, datum site.Datum, numeric bool) Cell {
	d.say(datum.Text)
	cell := Cell{Text: datum.Text, Header: datum.Heading, Numeric: numeric, Missing: datum.Missing, NotYet: datum.Missing && datum.Text == site.NoValueYet}
	if o := datum.Observation; o != nil {
		cell.URL = d.cell(o)
		cell.Estimated = o.Status.Estimated()
		if o.HasValue {
			cell.Machine = o.Value.String()
		}
		if o.Status != 'A' && !datum.Missing {
			cell.Remark = o.Status.Name()
		}
	}
	if datum.Revised {
		cell.Revised = d.revised(c.Page, false, append(slices.Clone(datum.Used), datum.Observation)...)
	}
	if datum.Change {
		cell.Direction = direction(datum.Direction)
	}
	return cell
}

func direction(sign int) string {
	switch {
	case sign > 0:
		return "up"
	case sign < 0:
		return "down"
	}
	return "flat"
}

// chartMarks are the marks of the notes on the sources of observations, each
// once, in the order of their numbers.
func (d *drawing) chartMarks(used []*data.Observation) (marks template.HTML) {
	d.notes.paragraph()
	var numbered []*note
	for _, o := range used {
		if o.Source == nil {
			continue
		}
		entry := d.notes.entry(o.Source)
		if !slices.Contains(numbered, entry) {
			numbered = append(numbered, entry)
		}
	}
	slices.SortFunc(numbered, func(x, y *note) int { return x.number - y.number })
	for _, entry := range numbered {
		marks += d.notes.mark(entry, "")
	}
	return marks
}
