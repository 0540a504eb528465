package intake

import (
	"path"
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/sheet"
)

// Table is a head and rows, with their places.
type Table struct {
	name string
	book bool // a workbook, whose cells have names
	of   string
	head row
	rows []row

	others []string      // the sheets of a workbook that were not read
	ps     diag.Problems // of rows that could not be read
}

// row is a row of a table; of JSON, an object.
type row struct {
	sheet.Row
	places []diag.Pos // of JSON: those of its cells
}

// Read reads a table. The name of its file tells by its ending what it is: .csv, .tsv,
// .xlsx or .json. With problems there is no table; those of single rows are told with the
// others of its plan. The error is of the options.
func Read(name string, src []byte, o Options) (*Table, diag.Problems, error) {
	t := &Table{name: name, of: o.Sheet}
	var rows []sheet.Row
	var ps diag.Problems
	ending := strings.ToLower(path.Ext(name))
	if err := o.fit(ending); err != nil {
		return nil, nil, err
	}
	switch ending {
	case ".csv", ".tsv", ".txt":
		rows, ps = t.readCSV(src, o, ending)
	case ".xlsx":
		t.book = true
		if rows, ps = sheet.ReadXLSX(name, src, o.Sheet); o.Sheet == "" {
			t.others = sheet.Sheets(src)
			t.others = t.others[min(1, len(t.others)):] // all but the first, which is read
		}
	case ".json":
		ps = t.readJSON(src)
	default:
		return nil, nil, &UsageError{diag.Quote(name) + " is no table that can be read", "save it as .csv, .xlsx or .json"}
	}
	for _, r := range rows {
		t.rows = append(t.rows, row{Row: r})
	}
	if ending != ".json" && len(ps) == 0 {
		ps = t.behead(o.Head, o.HeadEnd)
	}
	return t, ps, nil
}

// fit refuses options that the kind of file has no use for.
func (o Options) fit(ending string) error {
	switch {
	case o.Sheet != "" && ending != ".xlsx":
		return &UsageError{"--sheet names a sheet of a workbook, and this is no .xlsx file", "leave it out"}
	case o.Separator != "" && (ending == ".xlsx" || ending == ".json"):
		return &UsageError{"--separator says what parts the cells of a CSV file", "leave it out"}
	case o.Head != 0 && ending == ".json":
		return &UsageError{"--head says which row of a table holds its heads, and JSON names each value", "leave it out"}
	case o.Decimal != "" && o.Decimal == o.Thousands, o.Decimal == "" && o.Thousands == "point":
		return &UsageError{"one sign cannot both group digits and begin decimals", "as in --thousands point --decimal comma"}
	}
	return nil
}

// cell is the text of a cell, without space around it; "" where the row is shorter.
func (r row) cell(col int) string {
	if col < 0 || col >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[col])
}

// at is the place of a cell.
func (t *Table) at(r row, col int) diag.Pos {
	if r.places != nil {
		if col >= 0 && col < len(r.places) && r.places[col].Line > 0 {
			return r.places[col]
		}
		return diag.Pos{File: t.name, Line: r.Line}
	}
	pos := r.At(t.name, col)
	if t.book && pos.Col == 0 && col >= 0 {
		pos.Col = col + 1
	}
	return pos
}

// called is the name of a cell of a workbook, before a message: "B7: ".
func (t *Table) called(r row, col int) string {
	if !t.book || col < 0 {
		return ""
	}
	name := sheet.CellName(t.at(r, col).Col, r.Line)
	if t.of != "" {
		name = t.of + "!" + name
	}
	return "cell " + name + ": "
}

// report adds a problem of a cell.
func (t *Table) report(ps *diag.Problems, r row, col int, hint, format string, args ...any) {
	text, _, _ := strings.Cut(r.cell(col), "\n")
	ps.Errorf(t.at(r, col), utf8.RuneCountInString(text), rule, hint, "%s%s", t.called(r, col), diag.Messagef(format, args...))
}
