package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"bulletin/internal/sheet"
)

func writeXLSX(t testing.TB, tables ...sheet.Table) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := sheet.WriteXLSX(&out, tables...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// table is one column of texts.
func table(name string, texts ...string) sheet.Table {
	t := sheet.Table{Name: name, Head: []string{"text", "n"}, Widths: []int{30}}
	for i, text := range texts {
		t.Rows = append(t.Rows, []sheet.Cell{sheet.Text(text), sheet.Number(fmt.Sprint(i))})
	}
	return t
}

// TestXLSXOfOthers reads with excelize what we write: every text as it was, and a text
// even where it looks like a formula; numbers as numbers.
func TestXLSXOfOthers(t *testing.T) {
	src := writeXLSX(t, table("Data", append(hostile(), "\x01", "\ufffe")...), table("Other – 2", "x"))
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Data", "Other – 2"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	for i, want := range append(hostile(), "\x01", "\ufffe") {
		name := sheet.CellName(1, i+2)
		got, err := f.GetCellValue("Data", name)
		if err != nil || got != want {
			t.Errorf("%s is %q, %v, not %q", name, got, err, want)
		}
		if formula, err := f.GetCellFormula("Data", name); err != nil || formula != "" {
			t.Errorf("%s has the formula %q, %v", name, formula, err)
		}
		if kind, err := f.GetCellType("Data", name); want != "" && (err != nil || kind != excelize.CellTypeInlineString) {
			t.Errorf("%s has the type %v, %v", name, kind, err)
		}
		if kind, err := f.GetCellType("Data", sheet.CellName(2, i+2)); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("the number in row %d has the type %v, %v", i+2, kind, err)
		}
	}
	panes, err := f.GetPanes("Data")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head does not stay: %+v, %v", panes, err)
	}
	if width, err := f.GetColWidth("Data", "A"); err != nil || width != 30 {
		t.Errorf("the first column has the width %v, %v", width, err)
	}
	style, err := f.GetCellStyle("Data", "A1")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := f.GetStyle(style); err != nil || s.Font == nil || !s.Font.Bold {
		t.Errorf("the head is not bold: %+v, %v", s, err)
	}
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm._FilterDatabase" && name.Scope == "Data" {
			return
		}
	}
	t.Error("the rows have no filter")
}

// TestTextOnEditing: a text that looks like a formula is in a cell for text, so that it
// is none after somebody has edited it.
func TestTextOnEditing(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(writeXLSX(t, table("T", "=1", "plain"))))
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]int{"A2": 49, "A3": 0} {
		id, err := f.GetCellStyle("T", cell)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != want {
			t.Errorf("%s has the format %d, %v, not %d", cell, style.NumFmt, err, want)
		}
	}
}

func TestReadXLSXAgain(t *testing.T) {
	src := writeXLSX(t, table("First", hostile()...), table("Second", "x", "\x01\x1f", "\uffff"))
	for name, texts := range map[string][]string{"": hostile(), "First": hostile(), "Second": {"x", "\x01\x1f", "\uffff"}} {
		rows, ps := sheet.ReadXLSX("t.xlsx", src, name)
		if len(ps) > 0 || len(rows) != len(texts)+1 {
			t.Fatalf("%d rows, %v", len(rows), ps)
		}
		for i, text := range texts {
			if row := rows[i+1]; row.Cells[0] != text || row.Cells[1] != fmt.Sprint(i) || row.Line != i+2 {
				t.Errorf("%q was read as %q in row %d", text, row.Cells, row.Line)
			}
		}
	}
}

// TestXLSXSame: the same tables give the same bytes, on every run and side by side.
func TestXLSXSame(t *testing.T) {
	tables := []sheet.Table{table("Data", hostile()...), table("Definitions", "a"), table("Sources", "b", "c")}
	want := writeXLSX(t, tables...)
	var side sync.WaitGroup
	for range 8 {
		side.Go(func() {
			var out bytes.Buffer
			if err := sheet.WriteXLSX(&out, tables...); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("%d bytes, %v; before %d", out.Len(), err, len(want))
			}
		})
	}
	side.Wait()
	archive, err := zip.NewReader(bytes.NewReader(want), int64(len(want)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("%s has the time %s", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(r); err != nil || bytes.Contains(text, []byte("dcterms")) {
			t.Errorf("%s has a date: %s, %v", f.Name, text, err)
		}
	}
}

func TestWriteXLSXRefuses(t *testing.T) {
	long := table("Notes", "short", strings.Repeat("x", 32_768))
	full := table("Notes", strings.Repeat("𝒳", 16_383)+"x") // 32,767 units
	many := table("Rows")
	many.Rows = make([][]sheet.Cell, sheet.MaxRows+1)
	for i := range many.Rows {
		many.Rows[i] = []sheet.Cell{{}, {}}
	}
	for _, c := range []struct {
		name   string
		tables []sheet.Table
		want   string
	}{
		{"a long text", []sheet.Table{long}, `cell A3 of the sheet "Notes" has 32768 characters`},
		{"many rows", []sheet.Table{many}, "a sheet holds 1048575"},
		{"one name twice", []sheet.Table{table("Data"), table("data")}, "two sheets"},
		{"no name", []sheet.Table{table("")}, "no name for a sheet"},
		{"a bad name", []sheet.Table{table("a/b")}, "no name for a sheet"},
		{"a long name", []sheet.Table{table(strings.Repeat("n", 32))}, "no name for a sheet"},
		{"an apostrophe", []sheet.Table{table("'a")}, "no name for a sheet"},
		{"a NUL", []sheet.Table{table("A", "\x00")}, "NUL"},
	} {
		if err := sheet.WriteXLSX(io.Discard, c.tables...); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got the error %v, want %q", c.name, err, c.want)
		}
	}
	rows, ps := sheet.ReadXLSX("t.xlsx", writeXLSX(t, full), "")
	if len(ps) > 0 || rows[1].Cells[0] != full.Rows[0][0].Text {
		t.Errorf("a text as long as a cell is not read back: %v", ps)
	}
	if err := sheet.WriteXLSX(failing{}, table("A", "x")); !errors.Is(err, errFull) {
		t.Errorf("a full disk gives %v", err)
	}
}

// TestForm: one form writes many workbooks as each would be written alone, and refuses
// tables that are not like those it was made for.
func TestForm(t *testing.T) {
	form, err := sheet.NewForm(table("A"), table("B"))
	if err != nil {
		t.Fatal(err)
	}
	for _, texts := range [][]string{nil, {"x"}, hostile()} {
		var out bytes.Buffer
		if err := form.Write(&out, table("A", texts...), table("B", "y")); err != nil {
			t.Fatal(err)
		}
		if want := writeXLSX(t, table("A", texts...), table("B", "y")); !bytes.Equal(out.Bytes(), want) {
			t.Errorf("%d rows: %d bytes; alone they are %d", len(texts), out.Len(), len(want))
		}
	}
	if err := form.Write(io.Discard, table("A"), table("C")); err == nil || !strings.Contains(err.Error(), "other names") {
		t.Errorf("a table of another name: %v", err)
	}
}

func FuzzXLSX(f *testing.F) {
	for _, text := range append(hostile(), "_x0001__x0001_", "__x0041_", "_X0041_", "&#13;\r") {
		f.Add(text, "-0.50")
	}
	f.Fuzz(func(t *testing.T, text, number string) {
		cells := []sheet.Cell{sheet.Text("first"), sheet.Text(text), {Text: number, Number: true}, sheet.Text("last")}
		var out bytes.Buffer
		if err := sheet.WriteXLSX(&out, sheet.Table{Name: "T", Head: []string{"a", "b", "c", "d"}, Rows: [][]sheet.Cell{cells}}); err != nil {
			return // refused: see TestWriteXLSXRefuses
		}
		rows, ps := sheet.ReadXLSX("t.xlsx", out.Bytes(), "T")
		if len(ps) > 0 || len(rows) != 2 {
			t.Fatalf("%d rows, %v", len(rows), ps)
		}
		got := rows[1].Cells
		if got[0] != "first" || got[1] != text || got[3] != "last" || len(number) < 16 && got[2] != number {
			t.Errorf("%q and %q were read as %q", text, number, got)
		}
	})
}

// BenchmarkWriteXLSX writes as many rows as the largest site that is measured has.
func BenchmarkWriteXLSX(b *testing.B) {
	large := sheet.Table{Name: "Data", Head: strings.Split("abcdefghijklmnop", "")}
	for i := range 93_440 {
		row := make([]sheet.Cell, len(large.Head))
		for k := range row {
			row[k] = sheet.Text(fmt.Sprintf("a text %d %d", i%100, k))
		}
		row[9] = sheet.Number(fmt.Sprint(i))
		row[13], row[14], row[15] = sheet.Cell{}, sheet.Cell{}, sheet.Cell{}
		large.Rows = append(large.Rows, row)
	}
	var size int
	b.ReportAllocs()
	for b.Loop() {
		size = len(writeXLSX(b, large))
	}
	b.ReportMetric(float64(size), "file-bytes")
}
