package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Cell is a text, or a number.
type Cell struct {
	Text   string
	Number bool // Text is an exact decimal, -?\d+(\.\d+)?, and to be a number in a spreadsheet
}

// Table is a head and rows, all of one width.
type Table struct {
	Name   string // of the sheet in a workbook: 1 to 31 characters, without : \ / ? * [ ]
	Head   []string
	Rows   [][]Cell
	Widths []int // of the columns in a workbook, in characters; those that it lacks have the usual one
}

// Text is a cell with a text.
func Text(text string) Cell { return Cell{Text: text} }

// Number is a cell with a decimal, as package decimal writes it.
func Number(digits string) Cell { return Cell{Text: digits, Number: true} }

// check refuses what no file could hold: a row of another width than the head, a text
// that is not UTF-8 or has a NUL, a number that is none.
func (t *Table) check() error {
	if len(t.Head) == 0 {
		return fmt.Errorf("the table %q has no columns", t.Name)
	}
	for i, head := range t.Head {
		if err := checkText(head); err != nil {
			return fmt.Errorf("the table %q, head of column %d: %w", t.Name, i+1, err)
		}
	}
	for i, row := range t.Rows {
		if len(row) != len(t.Head) {
			return fmt.Errorf("the table %q, row %d: it has %d cells under %d heads", t.Name, i+1, len(row), len(t.Head))
		}
		for k, cell := range row {
			if err := cell.check(); err != nil {
				return fmt.Errorf("the table %q, row %d, column %q: %w", t.Name, i+1, t.Head[k], err)
			}
		}
	}
	return nil
}

func (c Cell) check() error {
	if c.Number && !isNumber(c.Text) {
		return fmt.Errorf("%q is no number", c.Text)
	}
	return checkText(c.Text)
}

func checkText(text string) error {
	switch {
	case !utf8.ValidString(text):
		return fmt.Errorf("%q is not UTF-8", text)
	case strings.IndexByte(text, 0) >= 0:
		return fmt.Errorf("%q has a NUL character", text)
	}
	return nil
}

// isNumber tells whether a text is -?\d+(\.\d+)?.
func isNumber(text string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return digits(whole) && (!point || digits(fraction))
}

func digits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}
