package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Form is a workbook that lacks its rows, as excelize makes it: the same for all tables
// of the same names, widths and numbers of columns. Many goroutines may write with one.
type Form struct {
	tables               []Table // that it was made for, without rows
	headStyle, textStyle int
	parts                []formPart
}

// NewForm makes the form for tables like these. It is an error where a workbook cannot
// have such sheets.
func NewForm(tables ...Table) (*Form, error) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // of files that it has not opened
	form := &Form{}
	var err error
	if form.headStyle, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top"}, NumFmt: textFormat}); err != nil {
		return nil, fmt.Errorf("a style of the workbook: %w", err)
	}
	if form.textStyle, err = f.NewStyle(&excelize.Style{NumFmt: textFormat}); err != nil {
		return nil, fmt.Errorf("a style of the workbook: %w", err)
	}
	f.Pkg.Store("docProps/core.xml", []byte(properties))
	for i := range tables {
		t := Table{Name: tables[i].Name, Head: tables[i].Head, Widths: slices.Clone(tables[i].Widths)}
		if err := t.fitsWorkbook(form.tables); err != nil {
			return nil, err
		}
		if err := addSheet(f, i, &t); err != nil {
			return nil, fmt.Errorf("the sheet %q: %w", t.Name, err)
		}
		form.tables = append(form.tables, t)
	}
	made := &formZip{form: form}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return made })
	if err := f.Write(io.Discard); err != nil {
		return nil, fmt.Errorf("writing the workbook: %w", err)
	}
	return form, nil
}

// textFormat is the number of the format "@": what is typed into such a cell is text,
// even if it begins with =.
const textFormat = 49

// properties are those of the document (ECMA-376, part 2, 11): none, instead of the
// author and the date of the library's template.
const properties = `<?xml version="1.0" encoding="UTF-8"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:coreProperties>`

// addSheet adds an empty sheet for a table, with everything but its rows, as if it had
// as many as a sheet may have.
func addSheet(f *excelize.File, i int, t *Table) error {
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
	return f.AutoFilter(t.Name, "A1:"+CellName(len(t.Head), excelize.TotalRows), nil)
}

// fits tells whether tables go into the form.
func (f *Form) fits(tables []Table) bool {
	return slices.EqualFunc(f.tables, tables, func(x, y Table) bool {
		return x.Name == y.Name && len(x.Head) == len(y.Head) && slices.Equal(x.Widths, y.Widths)
	})
}

// formZip takes the parts of a workbook from excelize.
type formZip struct{ form *Form }

// Create begins a part.
func (z *formZip) Create(name string) (io.Writer, error) { return &partWriter{z.form, name}, nil }

// AddFS is never called: a new workbook has nothing of others.
func (z *formZip) AddFS(fs.FS) error { return errors.New("a new workbook has no other files") }

// Close ends the workbook.
func (z *formZip) Close() error { return nil }

// partWriter takes a part, which excelize writes in one piece.
type partWriter struct {
	form *Form
	name string
}

// Write enters the part into the form.
func (p *partWriter) Write(src []byte) (int, error) {
	part, err := p.form.part(p.name, bytes.Clone(src))
	if err != nil {
		return 0, fmt.Errorf("the part %s: %w", p.name, err)
	}
	p.form.parts = append(p.form.parts, part)
	return len(src), nil
}
