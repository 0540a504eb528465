package sheet

import (
	"strconv"

	"bulletin/internal/diag"
)

// Row is a row of a file, as it was read.
type Row struct {
	Cells []string
	Line  int    // the row of the file, from 1; of CSV, the line where it begins
	Cols  []int  // of each cell: of CSV, the character where it begins in its line, from 1; of XLSX, the number of the column, from 1
	Flaws []Flaw // of XLSX, the cells that hold no value to be read: they are empty in Cells, or lacking
	lines []int  // of CSV, the line of each cell, where a cell before it has several
}

// Flaw says why there is no value in a cell: it has an error, or a formula that was saved
// without what comes of it.
type Flaw struct {
	Cell          int    // its index in [Row.Cells], which may be shorter
	Text          string // what stands there: "#N/A"; "" without anything
	Message, Hint string
}

// At is the place of a cell. For a cell that the row lacks, it is that of the row.
func (r Row) At(file string, cell int) diag.Pos {
	pos := diag.Pos{File: file, Line: r.Line}
	if cell < 0 || cell >= len(r.Cols) {
		return pos
	}
	pos.Col = r.Cols[cell]
	if r.lines != nil {
		pos.Line = r.lines[cell]
	}
	return pos
}

// rule is the rule under which what cannot be read is reported.
const rule = "table"

// CellName is what spreadsheets call a cell: B7 for column 2, row 7.
func CellName(column, row int) string {
	var letters []byte
	for ; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return string(letters) + strconv.Itoa(row)
}
