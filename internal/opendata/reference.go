package opendata

import (
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/sheet"
)

// Register is a table of what observations refer to.
type Register string

// The registers, in the order in which the descriptor has them.
const (
	Indicators Register = "indicators" // by id
	Areas      Register = "areas"      // by id, groups too
	Dimensions Register = "dimensions" // by dimension and category
	Sources    Register = "sources"    // by key
)

// Registers lists them all.
func Registers() []Register { return []Register{Indicators, Areas, Dimensions, Sources} }

// Path is where the table lies, below the root of the site.
func (r Register) Path() string { return "data/" + string(r) + ".csv" }

// Reference is a register as CSV.
func (m *Maker) Reference(r Register) ([]byte, error) {
	m.ask(Part{})
	return tableCSV(m.entries().table(r))
}

// table is the table of a register.
func (e entries) table(r Register) sheet.Table {
	switch r {
	case Indicators:
		return indicatorTable(e.indicators)
	case Areas:
		return areaTable(e.areas)
	case Dimensions:
		return dimensionTable(e.dimensions)
	default:
		return sourceTable(e.sources)
	}
}

// columns makes a table of texts.
func columns(name string, head ...string) sheet.Table { return sheet.Table{Name: name, Head: head} }

// add adds a row of texts.
func add(t *sheet.Table, texts ...string) {
	row := make([]sheet.Cell, len(texts))
	for i, text := range texts {
		row[i].Text = text
	}
	t.Rows = append(t.Rows, row)
}

func indicatorTable(all []*data.Indicator) sheet.Table {
	t := columns("Indicators", "id", "name", "definition", "unit_one", "unit_other", "measure", "add", "caveat", "of")
	for _, i := range all {
		of := ""
		if i.Of != nil && !i.Of.Example {
			of = i.Of.ID
		}
		add(&t, i.ID, i.Name, i.Definition, i.Unit.One, i.Unit.Other, i.Measure.String(), i.Add.String(), i.Caveat, of)
	}
	return t
}

func areaTable(all []*data.Area) sheet.Table {
	t := columns("Areas", "id", "name", "iso3", "kind", "members", "covers", "note")
	for _, a := range all {
		kind := "area"
		if a.Group {
			kind = "group"
		}
		add(&t, a.ID, a.Name, a.Code, kind, strings.Join(a.Members, " "), strings.Join(a.Covers, " "), a.Note)
	}
	return t
}

func dimensionTable(all []*data.Dimension) sheet.Table {
	t := columns("Dimensions", "dimension", "category", "dimension_name", "category_name")
	for _, d := range all {
		for _, c := range d.Categories {
			add(&t, d.ID, c.ID, d.Name, c.Name)
		}
	}
	return t
}

func sourceTable(all []*data.Source) sheet.Table {
	t := columns("Sources", "id", "publisher", "title", "issued", "accessed", "url", "covers", "note")
	for _, s := range all {
		var covers []string
		for _, p := range s.Covers {
			covers = append(covers, p.String())
		}
		add(&t, s.Key, s.Publisher, s.Title, s.Issued, s.Accessed, s.URL, strings.Join(covers, " "), s.Note)
	}
	return t
}
