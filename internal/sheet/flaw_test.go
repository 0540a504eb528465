package sheet_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"bulletin/internal/sheet"
)

// TestFlaws: cells without a value are told with their row, whose other cells can be read.
func TestFlaws(t *testing.T) {
	formula := byExcelize(t, func(f *excelize.File) {
		if err := errors.Join(f.SetCellFormula("Sheet1", "B2", "1+1"), f.SetCellValue("Sheet1", "A2", "x")); err != nil {
			t.Fatal(err)
		}
	})
	for _, c := range []struct {
		name string
		src  []byte
		want sheet.Row
	}{
		{"a formula without its value", formula, sheet.Row{Line: 2, Cells: []string{"x"}, Flaws: []sheet.Flaw{{Cell: 1, Message: "the formula was saved without its value"}}}},
		{"an error", sheetOf(t, `<row r="4"><c r="C4" t="e"><v>#DIV/0!</v></c><c r="D4"><v>5</v></c></row>`),
			sheet.Row{Line: 4, Cells: []string{"", "", "", "5"}, Flaws: []sheet.Flaw{{Cell: 2, Text: "#DIV/0!", Message: "the value is the error #DIV/0!"}}}},
	} {
		rows, ps := sheet.ReadXLSX("t.xlsx", c.src, "")
		if len(ps) > 0 || len(rows) != 1 || len(rows[0].Flaws) != 1 || rows[0].Flaws[0].Hint == "" {
			t.Errorf("%s: %+v, %v", c.name, rows, ps)
			continue
		}
		rows[0].Flaws[0].Hint = ""
		if got := rows[0]; got.Line != c.want.Line || !slices.Equal(got.Cells, c.want.Cells) || !slices.Equal(got.Flaws, c.want.Flaws) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
