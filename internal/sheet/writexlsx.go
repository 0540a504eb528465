package sheet

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
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
// Whoever writes many workbooks makes a [Form] for them.
func WriteXLSX(w io.Writer, tables ...Table) error {
	form, err := NewForm(tables...)
	if err != nil {
		return err
	}
	return form.Write(w, tables...)
}

// Write writes tables as WriteXLSX does: it is an error where the form is not theirs.
//
// Excelize made the form, and we write the rows into its sheets: its own writer drops a
// text like _xD800_ in silence, puts U+FFFD for a control character, has its sheets in
// the order of a map, and takes five times as long.
func (f *Form) Write(w io.Writer, tables ...Table) error {
	if !f.fits(tables) {
		return fmt.Errorf("the form is for %d tables of other names or columns", len(f.tables))
	}
	for i := range tables {
		if err := tables[i].fitsSheet(); err != nil {
			return err
		}
	}
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		p, err := press(w)
		return pressing{p}, err
	})
	for i := range f.parts {
		if err := f.write(archive, &f.parts[i], tables); err != nil {
			return fmt.Errorf("writing the part %s of the workbook: %w", f.parts[i].name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return nil
}

// write writes a part.
func (f *Form) write(archive *zip.Writer, p *formPart, tables []Table) error {
	if p.gaps == nil {
		header := p.header // which the archive changes
		w, err := archive.CreateRaw(&header)
		if err != nil {
			return err
		}
		_, err = w.Write(p.pressed)
		return err
	}
	w, err := archive.Create(p.name)
	if err != nil {
		return err
	}
	for _, g := range p.gaps {
		t := &tables[g.table]
		if _, err := io.WriteString(w, g.before); err != nil {
			return err
		}
		if g.rows {
			b := body{table: t, headStyle: f.headStyle, textStyle: f.textStyle}
			if err := b.write(w); err != nil {
				return err
			}
		} else if _, err := io.WriteString(w, strconv.Itoa(len(t.Rows)+1)); err != nil {
			return err
		}
	}
	_, err = io.WriteString(w, p.rest)
	return err
}

// fitsWorkbook refuses what cannot be a sheet beside those of the tables before it.
func (t *Table) fitsWorkbook(before []Table) error {
	units := len(utf16.Encode([]rune(t.Name)))
	if units == 0 || units > excelize.MaxSheetNameLength || strings.ContainsAny(t.Name, `:\/?*[]`) || strings.HasPrefix(t.Name, "'") || strings.HasSuffix(t.Name, "'") {
		return fmt.Errorf("%q is no name for a sheet: it has 1 to 31 characters, none of them : \\ / ? * [ ], and no apostrophe at an end", t.Name)
	}
	for _, other := range before {
		if strings.EqualFold(other.Name, t.Name) {
			return fmt.Errorf("two sheets have the name %q", t.Name)
		}
	}
	if len(t.Head) == 0 {
		return fmt.Errorf("the table %q has no columns", t.Name)
	}
	if len(t.Head) > excelize.MaxColumns {
		return fmt.Errorf("the table %q has %d columns, and a sheet holds %d", t.Name, len(t.Head), excelize.MaxColumns)
	}
	if len(t.Widths) > len(t.Head) {
		return fmt.Errorf("the table %q has widths of %d columns, but %d columns", t.Name, len(t.Widths), len(t.Head))
	}
	return nil
}

// fitsSheet refuses what a sheet cannot hold.
func (t *Table) fitsSheet() error {
	if err := t.check(); err != nil {
		return err
	}
	if len(t.Rows) > MaxRows {
		return fmt.Errorf("the table %q has %d rows, and a sheet holds %d", t.Name, len(t.Rows), MaxRows)
	}
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
