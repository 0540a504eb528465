package sheet

import (
	"bytes"

	"github.com/xuri/excelize/v2"

	"bulletin/internal/diag"
)

// ReadXLSX reads a sheet of a workbook: the one with the name, or the first where the
// name is empty. Rows without any cell are left out. Numbers are the shortest decimals
// that Excel's floats stand for, dates are 2023-03-31, percentages 28%, truths true and
// false; of a formula it is the value that was saved with it.
func ReadXLSX(name string, src []byte, sheetName string) ([]Row, diag.Problems) {
	var ps diag.Problems
	f, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{UnzipSizeLimit: 1 << 28, UnzipXMLSizeLimit: 1 << 28})
	if err != nil {
		ps.Errorf(diag.Pos{File: name}, 0, rule, "", "the workbook cannot be read: %v", err)
		return nil, ps
	}
	defer func() { _ = f.Close() }()
	if sheetName == "" {
		sheetName = f.GetSheetName(0)
	}
	all, err := f.GetRows(sheetName, excelize.Options{RawCellValue: true})
	if err != nil {
		ps.Errorf(diag.Pos{File: name}, 0, rule, "", "the workbook cannot be read: %v", err)
		return nil, ps
	}
	var rows []Row
	for i, cells := range all {
		row := Row{Cells: cells, Line: i + 1}
		for k := range cells {
			row.Cols = append(row.Cols, k+1)
		}
		if len(cells) > 0 {
			rows = append(rows, row)
		}
	}
	return rows, ps
}
