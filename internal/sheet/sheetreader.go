package sheet

import (
	"archive/zip"
	"encoding/xml"
	"strconv"
	"strings"

	"bulletin/internal/diag"
)

// sheetReader reads the rows of a sheet (ECMA-376, part 1, 18.3.1).
type sheetReader struct {
	*workbook
	file  string
	rows  []Row
	ps    diag.Problems
	cells int // those between others included

	row, column int // of the cell, from 1
	cell        cell
	within      string // the element v or f
}

// cell is a cell while it is read.
type cell struct {
	open    bool
	kind    string // its attribute t
	style   int
	value   []byte // of its element v
	valued  bool
	formula bool
	text    textReader // of its element is
}

func (s *sheetReader) read(f *zip.File) error { return s.tokens(f, s.token) }

func (s *sheetReader) token(t xml.Token) error {
	var err error
	switch t := t.(type) {
	case xml.StartElement:
		err = s.start(t)
	case xml.EndElement:
		err = s.end(t.Name.Local)
	case xml.CharData:
		if s.cell.open && s.within == "v" {
			s.cell.value = append(s.cell.value, t...)
		}
	}
	if s.cell.open {
		s.cell.text.token(t)
	}
	return err
}

func (s *sheetReader) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		s.row++
		if n, err := strconv.Atoi(attribute(t, "r")); err == nil && n >= s.row && n <= MaxRows+1 {
			s.row = n
		}
		s.column = 0
	case "c":
		s.column++
		if n, ok := columnOf(attribute(t, "r")); ok && n >= s.column {
			s.column = n
		}
		style, err := strconv.Atoi(attribute(t, "s"))
		if err != nil {
			style = 0
		}
		s.cell = cell{open: true, kind: attribute(t, "t"), style: style, value: s.cell.value[:0]}
	case "v":
		s.within, s.cell.valued = "v", true
	case "f":
		s.within, s.cell.formula = "f", true
	}
	return nil
}

func (s *sheetReader) end(name string) error {
	switch name {
	case "v", "f":
		s.within = ""
	case "c":
		s.cell.open = false
		if text := s.text(); len(s.ps) < maxProblems {
			return s.keep(text)
		}
		return errProblems
	}
	return nil
}

// columnOf is the number of the column in a reference such as B7.
func columnOf(reference string) (int, bool) {
	n := 0
	for i := 0; i < len(reference) && i < 4; i++ {
		c := reference[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		n = 26*n + int(c-'a') + 1
	}
	return n, n > 0 && n <= maxColumns
}

// maxColumns is how many columns a sheet has.
const maxColumns = 1 << 14

// text is what stands in the cell.
func (s *sheetReader) text() string {
	c, value := &s.cell, string(s.cell.value)
	if c.formula && !c.valued {
		s.flaw("", "the formula was saved without its value", "open the workbook in a spreadsheet and save it")
		return ""
	}
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(s.shared) {
			if c.valued {
				s.ps.Errorf(s.pos(), 0, rule, "open the workbook in a spreadsheet and save it", "the text of the cell %s is missing", CellName(s.column, s.row))
			}
			return ""
		}
		return s.shared[i]
	case "inlineStr":
		return c.text.text()
	case "str":
		return unescape(value)
	case "b":
		return strconv.FormatBool(truth(strings.TrimSpace(value)))
	case "e":
		value = strings.TrimSpace(value)
		s.flaw(value, "the value is the error "+value, "correct what it is calculated from, or leave the cell empty")
		return ""
	case "d":
		return isoDay(value)
	}
	if value == "" {
		return ""
	}
	return s.shown(strings.TrimSpace(value), c.style)
}

// pos is the place of the cell.
func (s *sheetReader) pos() diag.Pos { return diag.Pos{File: s.file, Line: s.row, Col: s.column} }

// here is the row of the cell.
func (s *sheetReader) here() *Row {
	if len(s.rows) == 0 || s.rows[len(s.rows)-1].Line != s.row {
		s.rows = append(s.rows, Row{Line: s.row})
	}
	return &s.rows[len(s.rows)-1]
}

// flaw notes that there is no value in the cell.
func (s *sheetReader) flaw(text, message, hint string) {
	r := s.here()
	r.Flaws = append(r.Flaws, Flaw{s.column - 1, text, message, hint})
	s.cells++
}

// keep keeps a text in its row and column.
func (s *sheetReader) keep(text string) error {
	if s.cells > maxCells { // of flaws
		return errTooLarge
	}
	if text == "" {
		return nil
	}
	r := s.here()
	if s.cells += s.column - len(r.Cells); s.cells > maxCells {
		return errTooLarge
	}
	for len(r.Cells) < s.column {
		r.Cells = append(r.Cells, "")
		r.Cols = append(r.Cols, len(r.Cells))
	}
	r.Cells[s.column-1] = text
	return nil
}
