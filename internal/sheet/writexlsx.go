package sheet

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// MaxRows is how many rows a table may have in a workbook: a sheet has 2^20, of which one
// is the head.
const MaxRows = excelize.TotalRows - 1

// maxText is how many characters a cell of a workbook may hold, in units of UTF-16.
const maxText = excelize.TotalCellChars

// WriteXLSX writes tables as the sheets of a workbook, in their order: each with a bold
// head that stays in sight and filters the rows. It is an error, which names the cell,
// where a workbook cannot hold a table: above all a text of more than 32,767 characters.
//
// Excelize makes the workbook, and we write the rows into its sheets: its own writer
// drops a text like _xD800_ in silence, puts U+FFFD for a control character, has its
// sheets in the order of a map, and takes five times as long.
func WriteXLSX(w io.Writer, tables ...Table) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // of files that it has not opened
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top"}, NumFmt: textFormat})
	if err != nil {
		return fmt.Errorf("a style of the workbook: %w", err)
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: textFormat})
	if err != nil {
		return fmt.Errorf("a style of the workbook: %w", err)
	}
	f.Pkg.Store("docProps/core.xml", []byte(properties))
	bodies := map[string]*body{}
	for i := range tables {
		t := &tables[i]
		if err := fitsSheet(t, tables[:i]); err != nil {
			return err
		}
		if err := addSheet(f, i, t, head); err != nil {
			return fmt.Errorf("the sheet %q: %w", t.Name, err)
		}
		bodies[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = &body{table: t, headStyle: head, textStyle: text}
	}
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newParts(w, bodies) })
	if err := f.Write(w); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return nil
}

// textFormat is the number of the format "@": what is typed into such a cell is text,
// even if it begins with =.
const textFormat = 49

// properties are those of the document (ECMA-376, part 2, 11): none, instead of the
// author and the date of the library's template.
const properties = `<?xml version="1.0" encoding="UTF-8"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:coreProperties>`

// addSheet adds an empty sheet for a table, with everything but its rows.
func addSheet(f *excelize.File, i int, t *Table, head int) error {
	if i == 0 {
		if err := f.SetSheetName("Sheet1", t.Name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(t.Name); err != nil {
		return err
	}
	for k, width := range t.Widths {
		column, err := excelize.ColumnNumberToName(k + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(t.Name, column, column, math.Min(float64(width), excelize.MaxColumnWidth)); err != nil {
			return err
		}
	}
	err := f.SetPanes(t.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}})
	if err != nil {
		return err
	}
	return f.AutoFilter(t.Name, t.area(), nil)
}

// area is where the cells of a table are: A1:P93441.
func (t *Table) area() string { return "A1:" + CellName(len(t.Head), len(t.Rows)+1) }

// fitsSheet refuses what a workbook cannot hold beside the sheets before it.
func fitsSheet(t *Table, before []Table) error {
	if err := t.check(); err != nil {
		return err
	}
	units := len(utf16.Encode([]rune(t.Name)))
	if units == 0 || units > excelize.MaxSheetNameLength || strings.ContainsAny(t.Name, `:\/?*[]`) || strings.HasPrefix(t.Name, "'") || strings.HasSuffix(t.Name, "'") {
		return fmt.Errorf("%q is no name for a sheet: it has 1 to 31 characters, none of them : \\ / ? * [ ], and no apostrophe at an end", t.Name)
	}
	for _, other := range before {
		if strings.EqualFold(other.Name, t.Name) {
			return fmt.Errorf("two sheets have the name %q", t.Name)
		}
	}
	if len(t.Rows) > MaxRows {
		return fmt.Errorf("the table %q has %d rows, and a sheet holds %d", t.Name, len(t.Rows), MaxRows)
	}
	if len(t.Head) > excelize.MaxColumns {
		return fmt.Errorf("the table %q has %d columns, and a sheet holds %d", t.Name, len(t.Head), excelize.MaxColumns)
	}
	if len(t.Widths) > len(t.Head) {
		return fmt.Errorf("the table %q has widths of %d columns, but %d columns", t.Name, len(t.Widths), len(t.Head))
	}
	return t.fitCells()
}

// fitCells refuses a text that is too long for a cell.
func (t *Table) fitCells() error {
	for k, head := range t.Head {
		if n := tooLong(head); n > 0 {
			return longText(t, CellName(k+1, 1), n)
		}
	}
	for i, row := range t.Rows {
		for k, cell := range row {
			if n := tooLong(cell.Text); n > 0 {
				return longText(t, CellName(k+1, i+2), n)
			}
		}
	}
	return nil
}

func longText(t *Table, cell string, n int) error {
	return fmt.Errorf("the text in cell %s of the sheet %q has %d characters, and a cell of a workbook holds %d: shorten it", cell, t.Name, n, maxText)
}

// tooLong is the length of a text in units of UTF-16, where it is more than a cell
// holds; else 0.
func tooLong(text string) int {
	if len(text) <= maxText {
		return 0
	}
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	if n <= maxText {
		return 0
	}
	return n
}
