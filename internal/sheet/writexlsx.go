package sheet

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// WriteXLSX writes tables as the sheets of a workbook.
func WriteXLSX(w io.Writer, tables ...Table) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for i, t := range tables {
		if err := t.check(); err != nil {
			return err
		}
		if i == 0 {
			if err := f.SetSheetName("Sheet1", t.Name); err != nil {
				return fmt.Errorf("the sheet %q: %w", t.Name, err)
			}
		} else if _, err := f.NewSheet(t.Name); err != nil {
			return fmt.Errorf("the sheet %q: %w", t.Name, err)
		}
		sw, err := f.NewStreamWriter(t.Name)
		if err != nil {
			return fmt.Errorf("the sheet %q: %w", t.Name, err)
		}
		row := make([]any, len(t.Head))
		for k, head := range t.Head {
			row[k] = head
		}
		if err := sw.SetRow("A1", row); err != nil {
			return fmt.Errorf("the sheet %q: %w", t.Name, err)
		}
		for n, r := range t.Rows {
			for k, cell := range r {
				row[k] = cell.Text
			}
			if err := sw.SetRow(CellName(1, n+2), row); err != nil {
				return fmt.Errorf("the sheet %q: %w", t.Name, err)
			}
		}
		if err := sw.Flush(); err != nil {
			return fmt.Errorf("the sheet %q: %w", t.Name, err)
		}
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return nil
}
