package opendata

import (
	"bytes"
	"fmt"

	"bulletin/internal/data"
	"bulletin/internal/sheet"
)

// XLSX is a workbook of three sheets: "Data" with the observations of a part,
// "Definitions" with its indicators and the notes on names of its areas, "Sources". What
// is more than a sheet holds goes on in "Data 2". It is an error where a text is longer
// than a cell may hold: see [sheet.WriteXLSX].
func (m *Maker) XLSX(of Part) ([]byte, error) {
	m.ask(of)
	if of == (Part{}) {
		return m.part(nil).xlsx()
	}
	return m.workbook(of)
}

// Begin begins the workbook of all observations, which takes as long as all their other
// files, beside the goroutine that asks for those.
func (m *Maker) Begin() {
	all := m.part(nil)
	go func() {
		defer func() { _ = recover() }() // whoever asks for the workbook meets the panic again
		_, _ = all.xlsx()                // and the error
	}()
}

// workbook is the observations of a part as a workbook.
func (s *shared) workbook(of Part) ([]byte, error) {
	tables := workbookTables(s.tableOf(of), s.named(of))
	write := sheet.WriteXLSX
	if len(tables) == usualTables {
		form, err := s.form()
		if err != nil {
			return nil, err
		}
		write = form.Write
	}
	var out bytes.Buffer
	if err := write(&out, tables...); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// usualTables is how many sheets a workbook has whose data go into one.
const usualTables = 3

// workbookTables are the sheets of a workbook.
func workbookTables(observations sheet.Table, e entries) []sheet.Table {
	sources := sourceTable(e.sources)
	sources.Widths = []int{24, 36, 60, 10, 10, 60, 24, 60}
	return append(pages(observations, sheet.MaxRows), definitions(e), sources)
}

// pages are the tables of at most so many rows that a table makes: "Data", "Data 2".
func pages(t sheet.Table, most int) []sheet.Table {
	all := []sheet.Table{t}
	for rows := t.Rows; len(rows) > most; {
		all[len(all)-1].Rows = rows[:most]
		rows = rows[most:]
		next := t
		next.Name, next.Rows = fmt.Sprintf("%s %d", t.Name, len(all)+1), rows
		all = append(all, next)
	}
	return all
}

// definitions are the indicators, and the areas that have a note on their name.
func definitions(e entries) sheet.Table {
	t := columns("Definitions", "kind", "id", "name", "definition", "unit", "measure", "may_be_summed", "caveat")
	t.Widths = []int{10, 28, 36, 80, 16, 10, 14, 80}
	for _, i := range e.indicators {
		unit := i.Unit.Other
		if i.Measure == data.Share || i.Measure == data.Change {
			unit = percent
		}
		add(&t, "indicator", i.ID, i.Name, i.Definition, unit, i.Measure.String(), summed(i.Add), i.Caveat)
	}
	for _, a := range e.areas {
		if a.Note != "" {
			add(&t, "area", a.ID, a.Name, "", "", "", "", a.Note)
		}
	}
	return t
}

// summed says over what values may be summed.
func summed(a data.Add) string {
	switch a {
	case data.AddAreas:
		return "over areas"
	case data.AddPeriods:
		return "over periods"
	case data.AddAll:
		return "over areas and periods"
	}
	return "no"
}
