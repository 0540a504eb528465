package sheet_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"bulletin/internal/sheet"
)

func TestGuard(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Serbia", "Serbia"},
		{"a-b=c", "a-b=c"},
		{"=1+1", "'=1+1"},
		{"+49 30 1234", "'+49 30 1234"},
		{"-2", "'-2"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"＝1", "'＝1"},
		{"－1", "'－1"},
		{"\t=1", "'\t'=1"},
		{"\r=1", "'\r'=1"},
		{"  =1", "  '=1"},
		{"\u00a0=1", "\u00a0'=1"},
		{"\ufeff=1", "\ufeff'=1"},
		{`"=1`, `"'=1`},
		{"a;=1", "a;'=1"},
		{"a; =1", "a; '=1"},
		{"a\n=1", "a\n'=1"},
		{"'=1", "''=1"},
		{"''=1", "'''=1"},
		{"' =1", "' =1"},
		{"'quoted'", "'quoted'"},
		{"a;'-1;'b", "a;''-1;'b"},
		{"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
		{"'", "'"},
		{"\xff=1", "\xff=1"},
	} {
		got := sheet.Guard(c.text)
		if got != c.want {
			t.Errorf("Guard(%q) = %q, want %q", c.text, got, c.want)
		}
		if back := sheet.Unguard(got); back != c.text {
			t.Errorf("Unguard(%q) = %q, want %q", got, back, c.text)
		}
	}
}

// TestUnguardForeign: what was never guarded loses the apostrophe of people, and no other.
func TestUnguardForeign(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"'=1", "=1"}, {"'abc", "'abc"}, {"=1", "=1"}, {"it's -1", "it's -1"}, {"'-1;'-2", "-1;-2"},
	} {
		if got := sheet.Unguard(c.text); got != c.want {
			t.Errorf("Unguard(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// formulae are the cells that a spreadsheet would run, if it parts cells at a semicolon
// as if there were no quotes: the worst that a reader can do. It is written without
// Guard's state, by cutting the text apart.
func formulae(text string) []string {
	var found []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";\t\r\n", r) }) {
		part = strings.TrimLeft(part, "\" \u00a0\ufeff\v\f")
		if part != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(part)[0]) {
			found = append(found, part)
		}
	}
	return found
}

func FuzzGuard(f *testing.F) {
	for _, seed := range []string{"=1", "'=1", "a;'+b", "\t\r\n='", `;"=1`, "\xff'=", "''", "a;\u00a0@x", "\r\n-"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		guarded := sheet.Guard(text)
		if back := sheet.Unguard(guarded); back != text {
			t.Errorf("Unguard(Guard(%q)) = %q, of %q", text, back, guarded)
		}
		if found := formulae(guarded); len(found) > 0 {
			t.Errorf("Guard(%q) = %q begins %q", text, guarded, found)
		}
	})
}

// TestGuardedFile: a file that Excel opens with semicolons as it does in Germany begins no
// formula, whatever stands in it.
func TestGuardedFile(t *testing.T) {
	texts := []string{"=1", `";=1`, "x;\"=1\"", "a,b;=1", "line\n=1", "\"\n\"=1", "a;;=1", "=HYPERLINK(\"https://example.org\";\"x\")"}
	var table sheet.Table
	table.Head = []string{"a", "b"}
	for _, text := range texts {
		table.Rows = append(table.Rows, []sheet.Cell{sheet.Text("x"), sheet.Text(text)})
	}
	src := writeCSV(t, table)
	r := csv.NewReader(strings.NewReader(src))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = ';', true, -1
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range all {
		for _, field := range record {
			if found := formulae(field); len(found) > 0 {
				t.Errorf("with semicolons, %q begins %q", field, found)
			}
		}
	}
}
