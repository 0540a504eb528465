package sheet_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"bulletin/internal/diag"
	"bulletin/internal/sheet"
)

// byExcelize is a workbook as others make it.
func byExcelize(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestReadForeign reads cells as people see them, and exactly.
func TestReadForeign(t *testing.T) {
	type styled struct {
		value  any
		format string
	}
	cases := []struct {
		cell styled
		want string
	}{
		{styled{"shared", ""}, "shared"},
		{styled{1083, ""}, "1083"},
		{styled{1083, "#,##0"}, "1083"},
		{styled{0.1, ""}, "0.1"},
		{styled{0.1 + 0.2, ""}, "0.3"},
		{styled{1e-7, ""}, "0.0000001"},
		{styled{1.5e21, ""}, "1500000000000000000000"},
		{styled{-12.25, "0.00"}, "-12.25"},
		{styled{0.28, "0%"}, "28%"},
		{styled{0.285, "0.0%"}, "28.5%"},
		{styled{0.28 + 1e-17, "0%"}, "28%"},
		{styled{-0.005, "0.0%"}, "-0.5%"},
		{styled{1, "0%"}, "100%"},
		{styled{45016, "yyyy-mm-dd"}, "2023-03-31"},
		{styled{45016, "dd/mm/yyyy"}, "2023-03-31"},
		{styled{45016, `[$-409]mmm\ yy;@`}, "2023-03-31"},
		{styled{45016.5, "yyyy-mm-dd hh:mm"}, "2023-03-31 12:00:00"},
		{styled{1, "yyyy-mm-dd"}, "1900-01-01"},
		{styled{59, "d.m.yy"}, "1900-02-28"},
		{styled{61, "d.m.yy"}, "1900-03-01"},
		{styled{0.5, "h:mm"}, "0.5"},
		{styled{45016, `0 "days"`}, "45016"},
		{styled{45016, "[Red]0"}, "45016"},
		{styled{true, ""}, "true"},
		{styled{false, ""}, "false"},
	}
	src := byExcelize(t, func(f *excelize.File) {
		for i, c := range cases {
			name := sheet.CellName(1, i+1)
			if err := f.SetCellValue("Sheet1", name, c.cell.value); err != nil {
				t.Fatal(err)
			}
			if c.cell.format != "" {
				style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.cell.format})
				if err != nil {
					t.Fatal(err)
				}
				if err := f.SetCellStyle("Sheet1", name, name, style); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
	rows, ps := sheet.ReadXLSX("t.xlsx", src, "")
	if len(ps) > 0 || len(rows) != len(cases) {
		t.Fatalf("%d rows, %v", len(rows), ps)
	}
	for i, c := range cases {
		if got := rows[i].Cells[0]; got != c.want {
			t.Errorf("%v as %q was read as %q, not %q", c.cell.value, c.cell.format, got, c.want)
		}
	}
}

// TestReadLayout: gaps, rich texts, other sheets, hidden ones, a Mac's dates.
func TestReadLayout(t *testing.T) {
	src := byExcelize(t, func(f *excelize.File) {
		day := "yyyy-mm-dd"
		style, styleErr := f.NewStyle(&excelize.Style{CustomNumFmt: &day})
		mac := true
		for _, err := range []error{
			styleErr,
			f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &mac}),
			f.SetCellValue("Sheet1", "A1", "hidden"),
			f.SetSheetVisible("Sheet1", true),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if _, err := f.NewSheet("Shown"); err != nil {
			t.Fatal(err)
		}
		f.SetActiveSheet(1)
		for _, err := range []error{
			f.SetSheetVisible("Sheet1", false),
			f.SetCellRichText("Shown", "C3", []excelize.RichTextRun{{Text: "_x0041_", Font: &excelize.Font{Bold: true}}, {Text: " & b "}}),
			f.SetCellValue("Shown", "E3", 43554),
			f.SetCellStyle("Shown", "E3", "E3", style),
			f.SetCellValue("Shown", "A7", "last"),
			f.SetCellValue("Shown", "D7", ""),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	rows, ps := sheet.ReadXLSX("t.xlsx", src, "")
	if len(ps) > 0 || len(rows) != 2 {
		t.Fatalf("%v, %v", rows, ps)
	}
	if diff := cmp.Diff([]string{"", "", "_x0041_ & b ", "", "2023-03-31"}, rows[0].Cells); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"last"}, rows[1].Cells); diff != "" || rows[1].Line != 7 {
		t.Error(diff, rows[1].Line)
	}
	if at := rows[0].At("t.xlsx", 2).String(); at != "t.xlsx:3:3" || sheet.CellName(rows[0].Cols[2], rows[0].Line) != "C3" {
		t.Errorf("C3 is at %s", at)
	}
	if rows, _ := sheet.ReadXLSX("t.xlsx", src, "Sheet1"); len(rows) != 1 || rows[0].Cells[0] != "hidden" {
		t.Errorf("a hidden sheet that is asked for was read as %v", rows)
	}
}

func TestReadXLSXProblems(t *testing.T) {
	plain := writeXLSX(t, table("Data", "x"), table("Notes", "y"))
	for _, c := range []struct {
		name, sheet          string
		src                  []byte
		place, message, hint string
	}{
		{"no archive", "", []byte("a,b\n"), "t.xlsx", "no workbook", ".csv"},
		{"an old workbook", "", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "t.xlsx", "password", ".xlsx"},
		{"half an archive", "", plain[:len(plain)/2], "t.xlsx", "cannot be read", "save it"},
		{"no such sheet", "Dat", plain, "t.xlsx", `no sheet "Dat"`, `did you mean "Data"?`},
		{"another archive", "", archive(t, "readme.txt", "x"), "t.xlsx", "cannot be read", "spreadsheet"},
		{"an empty sheet", "", byExcelize(t, func(*excelize.File) {}), "t.xlsx", "the sheet is empty", "names the columns"},
		{"a text that is missing", "", sheetOf(t, `<row r="1"><c r="A1" t="s"><v>7</v></c></row>`), "t.xlsx:1:1", "the text of the cell A1 is missing", "save it"},
		{"half a sheet", "", sheetOf(t, `<row r="1"><c r="A1"><v>7</v>`), "t.xlsx", "cannot be read", "save it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := sheet.ReadXLSX("t.xlsx", c.src, c.sheet)
			if len(ps) != 1 {
				t.Fatalf("%d problems: %v", len(ps), ps)
			}
			if p := ps[0]; p.Pos.String() != c.place || !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) || p.Severity != diag.Error {
				t.Errorf("%s: %s: %s\nhint: %s", p.Pos, p.Severity, p.Message, p.Hint)
			}
		})
	}
}

// archive is a zip of pairs: names and texts.
func archive(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(pairs); i += 2 {
		f, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, pairs[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	rootRels = `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRels = `<Relationships><Relationship Id="r" Type="x/worksheet" Target="/xl/worksheets/s.xml"/></Relationships>`
	book     = `<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>`
)

// sheetOf is the least workbook, with rows as they are given. Where they lack their end,
// so does the sheet.
func sheetOf(t testing.TB, rows string) []byte {
	end := ""
	if strings.Count(rows, "<row") == strings.Count(rows, "</row>") {
		end = "</sheetData></worksheet>"
	}
	return archive(t, "_rels/.rels", rootRels, "xl/_rels/workbook.xml.rels", bookRels, "xl/workbook.xml", book, "xl/worksheets/s.xml", "<worksheet><sheetData>"+rows+end)
}

// TestManyErrors: reading stops where nobody would mend more.
func TestManyErrors(t *testing.T) {
	_, ps := sheet.ReadXLSX("t.xlsx", sheetOf(t, `<row>`+strings.Repeat(`<c t="s"><v>7</v></c>`, 11_000)+`</row>`), "")
	if len(ps) != 10_001 || !strings.Contains(ps[len(ps)-1].Message, "what follows was not read") {
		t.Errorf("%d problems", len(ps))
	}
}

// TestBombs: a small file that would become a large one is refused, with little memory.
func TestBombs(t *testing.T) {
	for name, src := range map[string][]byte{
		"one long text":  sheetOf(t, `<row><c t="inlineStr"><is><t>`+strings.Repeat("x", 5<<20)+`</t></is></c></row>`),
		"one long tag":   sheetOf(t, `<row `+strings.Repeat(`a="" `, 1<<20)+`></row>`),
		"far cells":      sheetOf(t, strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 300)),
		"deep elements":  sheetOf(t, strings.Repeat("<a>", 1<<20)+"<row>"),
		"far more cells": sheetOf(t, `<row>`+strings.Repeat(`<c><v>1</v></c>`, 4<<20+1)+`</row>`),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, ps := sheet.ReadXLSX("t.xlsx", src, "")
		runtime.ReadMemStats(&after)
		if len(ps) != 1 || ps[0].Pos.String() != "t.xlsx" {
			t.Errorf("%s: %v", name, ps)
		}
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 2000 {
			t.Errorf("%s: %d MB were allocated for a file of %d kB", name, mb, len(src)>>10)
		}
	}
}

func FuzzReadXLSX(f *testing.F) {
	f.Add(writeXLSX(f, table("T", "=1", "_x0041_")))
	f.Add(byExcelize(f, func(*excelize.File) {}))
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if rows, ps := sheet.ReadXLSX("t.xlsx", src, ""); len(rows) == 0 && len(ps) == 0 {
			t.Error("neither rows nor problems")
		}
	})
}

// FuzzReadSheet is FuzzReadXLSX for what stands in the parts, which are compressed there.
func FuzzReadSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="2"><c r="B2" s="1" t="s"><v>0</v></c><c><v>45016</v></c></row></sheetData></worksheet>`, `<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>`,
		`<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`)
	f.Add(`<a:row r="1"><c r="ZZZZ9" t="d"><v>2023-01-01T00:00:00Z</v></c><c t="str"><f>A1</f><v>_xD800_</v></c></a:row>`, ``, `<xf numFmtId="9"/>`)
	f.Fuzz(func(t *testing.T, cells, texts, styles string) {
		rels := `<Relationships><Relationship Id="r" Type="x/worksheet" Target="s.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="y" Type="x/styles" Target="y.xml"/></Relationships>`
		src := archive(t, "_rels/.rels", rootRels, "xl/_rels/workbook.xml.rels", rels, "xl/workbook.xml", book, "xl/s.xml", cells, "xl/t.xml", texts, "xl/y.xml", styles)
		rows, ps := sheet.ReadXLSX("t.xlsx", src, "")
		if len(rows) == 0 && len(ps) == 0 {
			t.Error("neither rows nor problems")
		}
		line := 0
		for _, row := range rows {
			if row.Line <= line || len(row.Cells) == 0 || row.Cells[len(row.Cells)-1] == "" || len(row.Cols) != len(row.Cells) {
				t.Errorf("the row %d has the cells %q behind line %d", row.Line, row.Cells, line)
			}
			line = row.Line
		}
		for _, p := range ps {
			if p.Message == "" || p.Pos.File == "" {
				t.Errorf("a problem without words or place: %v", fmt.Sprint(p))
			}
		}
	})
}
