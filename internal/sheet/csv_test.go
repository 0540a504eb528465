package sheet_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diag"
	"bulletin/internal/sheet"
)

func writeCSV(t testing.TB, table sheet.Table) string {
	t.Helper()
	var out bytes.Buffer
	if err := sheet.WriteCSV(&out, table); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// hostile are texts that files like to change.
func hostile() []string {
	return []string{
		"", " ", "plain", " led and trailed ", "a,b", `"quoted"`, `a "b" c`, "line\nline", "line\r\nline", "lone\rreturn", "tab\ttab", `\.`, `a\b`,
		"=cmd|' /C calc'!A0", "+1", "-2", "@SUM(A1)", "'=1", "semi;=1", "\ufeffmark", "</script><!-- ]]> &amp; &#65;", "_x0041_", "_x005F_x0041_", "_xD800_", "_x0041_x0042_", "_x000D_",
		"\u202bright to left\u202c", "zero\u200bwidth", "👩‍👩‍👧 e\u0301 𝒳", "007", "1e5", "TRUE", "2023-03", strings.Repeat("ž", 10_000), "{{ figure }}",
	}
}

func TestWriteCSV(t *testing.T) {
	table := sheet.Table{Head: []string{"id", "value", "note"}, Rows: [][]sheet.Cell{
		{sheet.Text("a"), sheet.Number("-2.50"), sheet.Text("-2.50")},
		{sheet.Text("b, c"), sheet.Text(""), sheet.Text("x\ny")},
	}}
	want := "id,value,note\r\na,-2.50,'-2.50\r\n\"b, c\",,\"x\ny\"\r\n"
	if diff := cmp.Diff(want, writeCSV(t, table)); diff != "" {
		t.Error(diff)
	}
	if got := writeCSV(t, sheet.Table{Head: []string{"a"}, Rows: [][]sheet.Cell{{sheet.Text("")}}}); got != "a\r\n\"\"\r\n" {
		t.Errorf("a single empty cell is written as %q", got)
	}
}

func TestWriteCSVRefuses(t *testing.T) {
	row := func(cells ...sheet.Cell) sheet.Table {
		return sheet.Table{Name: "T", Head: []string{"a", "b"}, Rows: [][]sheet.Cell{cells}}
	}
	for _, c := range []struct {
		table sheet.Table
		want  string
	}{
		{row(sheet.Text("x")), "row 1: it has 1 cells under 2 heads"},
		{row(sheet.Text("x"), sheet.Text("\xff")), `row 1, column "b": "\xff" is not UTF-8`},
		{row(sheet.Text("x"), sheet.Text("a\x00")), `row 1, column "b": "a\x00" has a NUL`},
		{row(sheet.Number("1e5"), sheet.Text("")), `row 1, column "a": "1e5" is no number`},
		{row(sheet.Number("=1"), sheet.Text("")), `"=1" is no number`},
		{row(sheet.Number("1."), sheet.Text("")), `"1." is no number`},
		{sheet.Table{Name: "T"}, "no columns"},
	} {
		if err := sheet.WriteCSV(&bytes.Buffer{}, c.table); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got the error %v, want %q", err, c.want)
		}
	}
	if err := sheet.WriteCSV(failing{}, row(sheet.Text("x"), sheet.Text("y"))); !errors.Is(err, errFull) {
		t.Errorf("a full disk gives %v", err)
	}
}

var errFull = errors.New("the disk is full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

// TestCSVOfOthers reads what is written by a reader that is not ours.
func TestCSVOfOthers(t *testing.T) {
	table := sheet.Table{Head: []string{"n", "text"}}
	for i, text := range hostile() {
		table.Rows = append(table.Rows, []sheet.Cell{sheet.Number(fmt.Sprint(i)), sheet.Text(text)})
	}
	r := csv.NewReader(strings.NewReader(writeCSV(t, table)))
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range hostile() {
		want := strings.ReplaceAll(sheet.Guard(text), "\r\n", "\n") // as that reader gives all line ends
		if got := all[i+1][1]; got != want {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}

func TestReadCSVAgain(t *testing.T) {
	table := sheet.Table{Head: []string{"a", "b"}}
	for _, text := range hostile() {
		table.Rows = append(table.Rows, []sheet.Cell{sheet.Text(text), sheet.Text("x")})
	}
	rows, ps := sheet.ReadCSV("t.csv", []byte(writeCSV(t, table)))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	for i, text := range hostile() {
		if got := rows[i+1].Cells[0]; got != text {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}

func TestReadCSV(t *testing.T) {
	src := "\ufeffarea,value,note\r\nšid,1,\"two\nlines, \"\"one\"\" note\"\nx,\"2\",y"
	rows, ps := sheet.ReadCSV("t.csv", []byte(src))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	var cells [][]string
	var places []string
	for _, row := range rows {
		cells = append(cells, row.Cells)
		for i := range row.Cells {
			places = append(places, row.At("t.csv", i).String())
		}
	}
	if diff := cmp.Diff([][]string{{"area", "value", "note"}, {"šid", "1", "two\nlines, \"one\" note"}, {"x", "2", "y"}}, cells); diff != "" {
		t.Error(diff)
	}
	want := []string{"t.csv:1:1", "t.csv:1:6", "t.csv:1:12", "t.csv:2:1", "t.csv:2:5", "t.csv:2:7", "t.csv:4:1", "t.csv:4:3", "t.csv:4:7"}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Error(diff)
	}
	if at := rows[1].At("t.csv", 7).String(); at != "t.csv:2" {
		t.Errorf("a cell that a row lacks is at %s", at)
	}
}

// TestPlaceBehindLines: a cell behind one of several lines has a line of its own.
func TestPlaceBehindLines(t *testing.T) {
	rows, ps := sheet.ReadCSV("t.csv", []byte("a,b\n\"1\n2\",c\n"))
	if len(ps) > 0 || len(rows) != 2 {
		t.Fatal(rows, ps)
	}
	if at := rows[1].At("t.csv", 1).String(); at != "t.csv:3:4" {
		t.Errorf("the second cell is at %s", at)
	}
}

func TestReadCSVProblems(t *testing.T) {
	for _, c := range []struct{ name, src, place, message, hint string }{
		{"ragged, too few", "a,b\r\n1\r\n", "t.csv:2", "the row has 1 cell, but the first has 2", "write an empty cell"},
		{"ragged, too many", "a,b\r\n1,2,3\r\n", "t.csv:2:5", "the row has 3 cells, but the first has 2", "with a comma in it in quotes"},
		{"an empty line", "a,b\r\n\r\n1,2\r\n", "t.csv:2:1", "the line is empty", "remove it"},
		{"a bare quote", "a,b\r\n1,2\"x\r\n", "t.csv:2:4", "a quote stands within a cell", "quotes"},
		{"text behind a quote", "a,b\r\n\"1\"x,2\r\n", "t.csv:2:4", "text stands behind the closing quote", "twice"},
		{"an open quote", "a,b\r\n1,\"2\r\n3,4\r\n", "t.csv:2:3", "the quote is never closed", "close it"},
		{"a lone carriage return", "a,b\r1,2\r", "t.csv:1:4", "a carriage return stands alone", "line ends"},
		{"NUL", "a,b\r\n1,\x002\r\n", "t.csv:2:3", "NUL", "UTF-8"},
		{"not UTF-8", "a,b\r\n\xe9,2\r\n", "t.csv:2:1", "UTF-8", "save it as CSV UTF-8"},
		{"UTF-16", "\xff\xfea\x00", "t.csv", "UTF-16", "save it as CSV UTF-8"},
		{"semicolons", "a;b\r\n1;2\r\n", "t.csv:1:1", "parted by semicolons", "save it with commas"},
		{"tabs", "a\tb\r\n1\t2\r\n", "t.csv:1:1", "parted by tabs", "save it with commas"},
		{"empty", "", "t.csv", "the file is empty", "names the columns"},
		{"a workbook", "PK\x03\x04…", "t.csv", "a workbook", ".xlsx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := sheet.ReadCSV("t.csv", []byte(c.src))
			if len(ps) == 0 {
				t.Fatal("nothing was found")
			}
			if p := ps[0]; p.Pos.String() != c.place || !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) || p.Severity != diag.Error {
				t.Errorf("%s: %s: %s\nhint: %s", p.Pos, p.Severity, p.Message, p.Hint)
			}
		})
	}
}

// TestReadCSVFindsAll: every row that does not fit is named, and those that do are read.
func TestReadCSVFindsAll(t *testing.T) {
	rows, ps := sheet.ReadCSV("t.csv", []byte("a,b\n1\n1,2\n1,2,3\nx\"y,2\n3,4\n"))
	if len(ps) != 3 || len(rows) != 3 {
		t.Errorf("read %d rows with %d problems", len(rows), len(ps))
	}
}

// TestReadCSVBounded: a file of nothing but ends is refused before it fills the memory.
func TestReadCSVBounded(t *testing.T) {
	for name, c := range map[string]struct{ src, message string }{
		"commas":  {strings.Repeat(",", 1<<20), "too large"},
		"rows":    {strings.Repeat("a\n", 3<<20), "too large"},
		"nothing": {strings.Repeat("\n", 1<<20), "10000 problems, and what follows was not read"},
	} {
		rows, ps := sheet.ReadCSV("t.csv", []byte(c.src))
		if len(rows) != 0 || len(ps) == 0 || len(ps) > 10_001 || !strings.Contains(ps[len(ps)-1].Message, c.message) {
			t.Errorf("%s: %d rows, %d problems", name, len(rows), len(ps))
		}
	}
}

func TestReadDelimited(t *testing.T) {
	for delimiter, src := range map[byte]string{';': "a;b\n\"1;2\";3,5\n", '\t': "a\tb\n\"1\t2\"\t3;5\n"} {
		rows, ps := sheet.ReadDelimited("t.csv", []byte(src), sheet.Dialect{Delimiter: delimiter})
		if len(ps) > 0 || len(rows) != 2 || len(rows[1].Cells) != 2 || !strings.HasPrefix(rows[1].Cells[0], "1"+string(delimiter)) {
			t.Errorf("%q was read as %v, %v", src, rows, ps)
		}
	}
}

// TestDialect: titles above the first row need not be as wide, and empty lines are left
// out; the places are those of the file.
func TestDialect(t *testing.T) {
	const src = "A title, \"and no more\n\na,b\n\n1,2\r\n\r\n"
	rows, ps := sheet.ReadDelimited("t.csv", []byte(src), sheet.Dialect{First: 3, Gaps: true})
	if len(ps) > 0 || len(rows) != 2 || rows[0].Line != 3 || rows[0].Cells[1] != "b" || rows[1].Line != 5 {
		t.Errorf("%+v, %v", rows, ps)
	}
	if rows, ps = sheet.ReadDelimited("t.csv", []byte(src), sheet.Dialect{First: 9}); len(rows)+len(ps) > 0 {
		t.Errorf("behind the end: %+v, %v", rows, ps)
	}
	if rows, ps = sheet.ReadDelimited("t.csv", []byte("a;b\n1;2;3\n"), sheet.Dialect{Delimiter: ';'}); len(rows) != 1 || len(ps) != 1 || !strings.Contains(ps[0].Hint, "with a semicolon in it") {
		t.Errorf("%+v, %v", rows, ps)
	}
}

func FuzzCSV(f *testing.F) {
	for _, text := range hostile() {
		f.Add(text, "x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		table := sheet.Table{Head: []string{"one", a}, Rows: [][]sheet.Cell{{sheet.Text(a), sheet.Text(b)}, {sheet.Text(b), sheet.Number("1.50")}}}
		var out bytes.Buffer
		if err := sheet.WriteCSV(&out, table); err != nil {
			return // what cannot be written is refused: see TestWriteCSVRefuses
		}
		rows, ps := sheet.ReadCSV("t.csv", out.Bytes())
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		var got [][]string
		for _, row := range rows {
			got = append(got, row.Cells)
		}
		if diff := cmp.Diff([][]string{{"one", a}, {a, b}, {b, "1.50"}}, got); diff != "" {
			t.Errorf("%s\nof %q", diff, out.String())
		}
	})
}

func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "a;b", "\"a\n", "a\r", "\"a\"b,c\n\n", "\ufeff\"\"", ",,,\n,,"} {
		f.Add([]byte(seed), byte(','))
	}
	f.Fuzz(func(t *testing.T, src []byte, delimiter byte) {
		if !slices.Contains([]byte(",;\t"), delimiter) {
			delimiter = ','
		}
		rows, ps := sheet.ReadDelimited("t.csv", src, sheet.Dialect{Delimiter: delimiter})
		if len(rows) == 0 && len(ps) == 0 {
			t.Error("neither rows nor problems")
		}
		for _, row := range rows {
			if len(row.Cells) != len(rows[0].Cells) || len(row.Cols) != len(row.Cells) || row.Line < 1 {
				t.Errorf("a row of %d cells at line %d under %d heads", len(row.Cells), row.Line, len(rows[0].Cells))
			}
		}
		for _, p := range ps {
			if p.Pos.File != "t.csv" || p.Message == "" {
				t.Errorf("a problem without a place or a message: %v", p)
			}
		}
	})
}

// TestNumberAboveText: a text is guarded below a number of the same digits, too, and one
// that needs quotes below itself.
func TestNumberAboveText(t *testing.T) {
	var out bytes.Buffer
	rows := [][]sheet.Cell{{sheet.Number("-5")}, {sheet.Text("-5")}, {sheet.Number("-5")}, {sheet.Text("a")}, {sheet.Text("a")}, {sheet.Text("a,b")}, {sheet.Text("a,b")}, {sheet.Text("a")}}
	if err := sheet.WriteCSV(&out, sheet.Table{Name: "T", Head: []string{"n"}, Rows: rows}); err != nil {
		t.Fatal(err)
	}
	if want := "n\r\n-5\r\n'-5\r\n-5\r\na\r\na\r\n\"a,b\"\r\n\"a,b\"\r\na\r\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}
