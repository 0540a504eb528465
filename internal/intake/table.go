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
}

// row is a row of a table; of JSON, an object.
type row struct {
	sheet.Row
	places []diag.Pos // of JSON: those of its cells
}

// Read reads a table. The name of its file tells by its ending what it is: .csv, .tsv,
// .xlsx or .json. Rows that cannot be read are problems, and the error is of the options.
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
		delimiter := byte(',')
		switch {
		case o.Separator == "semicolon":
			delimiter = ';'
		case o.Separator == "tab" || ending == ".tsv" && o.Separator == "":
			delimiter = '\t'
		}
		if rows, ps = sheet.ReadDelimited(name, src, delimiter); delimiter == ',' && rows == nil {
			parted(ps, src)
		}
	case ".xlsx":
		t.book = true
		rows, ps = sheet.ReadXLSX(name, src, o.Sheet)
	case ".json":
		ps = t.readJSON(src)
	default:
		return nil, nil, &UsageError{diag.Quote(name) + " is no table that can be read", "save it as .csv, .xlsx or .json"}
	}
	for _, r := range rows {
		t.rows = append(t.rows, row{Row: r})
	}
	if ending != ".json" && len(ps) == 0 {
		ps = t.behead(o.Head)
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

// parted tells in the hints how a file is read whose cells commas do not part.
func parted(ps diag.Problems, src []byte) {
	first, _, _ := strings.Cut(string(src[:min(len(src), 1<<16)]), "\n")
	for i := range ps {
		switch {
		case !strings.Contains(ps[i].Message, "not by commas"):
		case strings.Contains(first, ";"):
			ps[i].Hint = "read it with --separator semicolon"
		case strings.Contains(first, "\t"):
			ps[i].Hint = "read it with --separator tab"
		}
	}
}

// behead takes the row of heads, and what stands above it, from the rows.
func (t *Table) behead(at int) (ps diag.Problems) {
	for i, r := range t.rows {
		if at == 0 || r.Line == at {
			t.head, t.rows = r, t.rows[i+1:]
			for k, text := range t.head.Cells {
				t.head.Cells[k] = strings.TrimSpace(text)
			}
			return nil
		}
	}
	ps.Errorf(diag.Pos{File: t.name}, 0, rule, "name the row that holds the heads of the columns with --head", "the table has no row %d", max(at, 1))
	return ps
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
