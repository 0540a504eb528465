package opendata

import (
	"bytes"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/sheet"
)

// Columns are those of observations, in order.
func Columns() []string {
	return []string{"indicator", "area", "area_name", "iso3", "period", "period_start", "period_end", "dimension", "category",
		"value", "unit", "status", "source", "note", "revised", "complete"}
}

// observationTable is a table under Columns.
func observationTable(rows [][]sheet.Cell) sheet.Table {
	return sheet.Table{
		Name: "Data", Head: Columns(), Rows: rows,
		Widths: []int{24, 20, 24, 6, 12, 12, 12, 16, 20, 12, 14, 7, 20, 40, 12, 9},
	}
}

// table is observations, one a row.
func (s *shared) table(all []*data.Observation) sheet.Table {
	revised := s.days()
	t := observationTable(make([][]sheet.Cell, len(all)))
	width := len(t.Head)
	cells := make([]sheet.Cell, width*len(all))
	var texts rowTexts
	for i, o := range all {
		row := cells[width*i : width*i : width*(i+1)]
		at := texts.period(o.Period)
		texts.part(o.Path)
		number := sheet.Cell{Text: value(o)}
		number.Number = number.Text != ""
		complete := ""
		if o.Complete {
			complete = "true"
		}
		t.Rows[i] = append(row,
			sheet.Text(o.Indicator.ID), sheet.Text(o.Area.ID), sheet.Text(o.Area.Name), sheet.Text(o.Area.Code),
			sheet.Text(at.name), sheet.Text(at.start), sheet.Text(at.end), sheet.Text(texts.dimension), sheet.Text(texts.category),
			number, sheet.Text(unit(o)), sheet.Text(o.Status.String()), sheet.Text(key(o.Source)), sheet.Text(o.Note),
			sheet.Text(revised.of(o)), sheet.Text(complete),
		)
	}
	return t
}

// rowTexts are texts of a row that others mostly have, too.
type rowTexts struct {
	periods             map[period.Period]periodTexts
	path                []data.CategoryRef
	dimension, category string
}

// periodTexts are those of a period.
type periodTexts struct{ name, start, end string }

// period are the texts of a period.
func (t *rowTexts) period(p period.Period) periodTexts {
	texts, ok := t.periods[p]
	if !ok {
		if t.periods == nil {
			t.periods = map[period.Period]periodTexts{}
		}
		texts = periodTexts{p.String(), p.First().String(), p.Last().String()}
		t.periods[p] = texts
	}
	return texts
}

// part sets dimension and category to those of a path. Observations of a kind share
// theirs.
func (t *rowTexts) part(path []data.CategoryRef) {
	if len(path) != len(t.path) || len(path) > 0 && &path[0] != &t.path[0] {
		t.path = path
		t.dimension, t.category = steps(path)
	}
}

// steps are the dimensions of a path and its categories, from the outermost breakdown
// in: "age/sex" and "uasc/girls".
func steps(path []data.CategoryRef) (dimension, category string) {
	switch len(path) {
	case 0:
		return "", ""
	case 1:
		return path[0].Dimension, path[0].ID
	}
	dimensions, categories := make([]string, len(path)), make([]string, len(path))
	for i, step := range path {
		dimensions[i], categories[i] = step.Dimension, step.ID
	}
	return strings.Join(dimensions, "/"), strings.Join(categories, "/")
}

// value is the number of an observation, or of its share; "" where there is none.
func value(o *data.Observation) string {
	switch {
	case o.HasValue:
		return o.Value.String()
	case o.HasShare:
		return o.Share.String()
	}
	return ""
}

// The units that are no word of an indicator.
const (
	percent        = "%"
	percentOfTotal = "% of total" // of the observation that this one is a part of, where the count is not known
)

// unit is what a value counts, in the plural.
func unit(o *data.Observation) string {
	switch {
	case o.HasShare && !o.HasValue:
		return percentOfTotal
	case o.Indicator.Measure == data.Share || o.Indicator.Measure == data.Change:
		return percent
	}
	return o.Indicator.Unit.Other
}

func key(s *data.Source) string {
	if s == nil {
		return ""
	}
	return s.Key
}

// days are the days of the last revisions, by cell.
type days map[revisedCell]string

// revisedCell is a cell with the stretch of time that counts: see data.Cell.
type revisedCell struct {
	indicator, area, categories string
	first, last                 period.Day
}

// revisionDays finds the days of all revisions; nil where there are none.
func revisionDays(set *data.Set) days {
	var all days
	for _, r := range set.Revisions() { // the earliest first
		indicator, ok := set.Indicator(r.Cell.Indicator)
		if !ok {
			continue
		}
		if all == nil {
			all = days{}
		}
		cell := revisedCell{indicator.ID, r.Cell.Area, r.Cell.Categories, r.Cell.Period.First(), r.Cell.Period.Last()}
		if indicator.Measure == data.Stock {
			cell.first = cell.last
		}
		all[cell] = r.Date.String()
	}
	return all
}

// of is the day of an observation's last revision, or "".
func (d days) of(o *data.Observation) string {
	if len(d) == 0 {
		return ""
	}
	first, last := o.Stretch()
	return d[revisedCell{o.Indicator.ID, o.Area.ID, data.CategoriesKey(o.Path), first, last}]
}

// CSV is the observations of a part as CSV.
func (m *Maker) CSV(of Part) ([]byte, error) {
	m.ask(of)
	f, err := m.csvOf(of)
	return f.src, err
}

// tableCSV is a table as CSV.
func tableCSV(t sheet.Table) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(120 * len(t.Rows)) // about as much as an observation takes
	if err := sheet.WriteCSV(&out, t); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
