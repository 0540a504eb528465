package opendata

import (
	"bytes"

	"bulletin/internal/data"
	"bulletin/internal/sheet"
)

// XLSX is a workbook of three sheets: "Data" with the observations of a part,
// "Definitions" with its indicators and the notes on names of its areas, "Sources".
func XLSX(set *data.Set, of Part) ([]byte, error) {
	e := named(set, of)
	sources := sourceTable(e.sources)
	sources.Widths = []int{24, 36, 60, 10, 10, 60, 24, 60}
	var out bytes.Buffer
	if err := sheet.WriteXLSX(&out, table(set, of), definitions(e), sources); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
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
