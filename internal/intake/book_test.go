package intake_test

import (
	"bytes"
	"strings"
	"testing"

	"bulletin/internal/intake"
	"bulletin/internal/sheet"
)

// TestWorkbook: a sheet that is named, numbers that are numbers, and problems that name
// their cells.
func TestWorkbook(t *testing.T) {
	cells := func(texts ...string) (row []sheet.Cell) {
		for _, text := range texts {
			row = append(row, sheet.Text(text))
		}
		return row
	}
	var book bytes.Buffer
	if err := sheet.WriteXLSX(&book,
		sheet.Table{Name: "Notes", Head: []string{"About"}, Rows: [][]sheet.Cell{cells("nothing")}},
		sheet.Table{Name: "Counts", Head: []string{"Country", "2022", "2023"}, Rows: [][]sheet.Cell{
			{sheet.Text("Serbia"), sheet.Number("868"), sheet.Number("12.3")},
			{sheet.Text("Kosovo*"), sheet.Number("0.1"), sheet.Text("=1+1")},
		}}); err != nil {
		t.Fatal(err)
	}
	o := intake.Options{Sheet: "Counts", Map: "area: Country", Wide: "period", Set: "indicator: gain, source: office", Empty: []string{"=1+1"}}
	plan, ps, err := small().bring(t, "in/t.xlsx", book.Bytes(), o)
	if err != nil || len(ps) > 0 || plan.Added != 3 || plan.Empty != 1 {
		t.Fatalf("%v\n%s%+v", err, told(ps), plan)
	}
	if text := string(plan.Files[0].Text); !strings.Contains(text, "values: {serbia: 868, kosovo: 0.1}") || !strings.Contains(text, "value: 12.3}") {
		t.Errorf("%s", text)
	}
	o.Empty = nil
	_, ps, err = small().bring(t, "in/t.xlsx", book.Bytes(), o)
	if want := "in/t.xlsx:3:3: cell Counts!C3: \"=1+1\" is no number ["; err != nil || !strings.HasPrefix(told(ps), want) {
		t.Errorf("%v\n%swant %s", err, told(ps), want)
	}
	o.Sheet = "Cuonts"
	if _, ps, err = small().bring(t, "in/t.xlsx", book.Bytes(), o); err != nil || len(ps) != 1 || ps[0].Hint == "" {
		t.Errorf("an unknown sheet: %v\n%s", err, told(ps))
	}
	if _, ps, err = small().bring(t, "in/t.xlsx", []byte("area,value\n"), intake.Options{}); err != nil || len(ps) == 0 {
		t.Errorf("no workbook: %v\n%s", err, told(ps))
	}
}
