package render

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/locale"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

func TestCellText(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"Serbia":                   "Serbia",
		"Kosovo*":                  "Kosovo*",
		"=1+1":                     "'=1+1",
		"=cmd|' /C calc'!A0":       "'=cmd|' /C calc'!A0",
		"+381 11":                  "'+381 11",
		"-2":                       "'-2",
		"@SUM(A1)":                 "'@SUM(A1)",
		"\t=1":                     "'=1",
		"\r=1":                     "'=1",
		"\u00a0=1":                 "'=1",
		"＝1":                       "'＝1",
		"a;=1":                     "a;'=1",
		"a; =1":                    "a; '=1",
		"a = b - c":                "a = b - c",
		"two\nlines\r\nand a\ttab": "two lines and a tab",
		"'=1":                      "''=1",
	} {
		if got := cellText(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestFigures: one observation a row, exact values, nothing that a spreadsheet
// runs, and a file that reads back.
func TestFigures(t *testing.T) {
	quarter, err := period.Parse("2023-Q1")
	if err != nil {
		t.Fatal(err)
	}
	number := func(text string) decimal.Decimal {
		d, err := decimal.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	people := &data.Indicator{ID: "arrivals", Name: "=HYPERLINK(1)", Unit: data.Unit{One: "person", Other: "people"}}
	rate := &data.Indicator{ID: "rate", Name: "Rate", Measure: data.Change}
	office := &data.Source{Publisher: "Office, \"the\" one", Title: "-Count", Issued: "2023-04", URL: "https://example.org/?a=1&b=2"}
	evil := &data.Area{ID: "evil", Name: "@evil;=1", Code: "XAA"}
	value := &data.Observation{Indicator: people, Area: evil, Period: quarter, HasValue: true, Value: number("16216"), Status: 'E', Source: office, Note: "one\ntwo"}
	fall := &data.Observation{Indicator: rate, Area: evil, Period: quarter, HasValue: true, Value: number("-12.5"), Status: 'A', Source: office}
	part := &data.Observation{Indicator: people, Area: evil, Period: quarter, HasShare: true, Share: number("28"), Status: 'A', Path: []data.CategoryRef{{Dimension: "age", ID: "children"}}}
	gap := &data.Observation{Indicator: people, Area: evil, Period: quarter, Status: 'O', Note: "+ none"}
	c := &site.Chart{Used: []*data.Observation{value, fall, part}, Table: site.Table{Rows: [][]site.Datum{
		{{Text: "evil", Heading: true}, {Observation: fall}, {Observation: gap, Missing: true}, {Text: "+56%", Change: true}},
		{{Text: "again", Heading: true}, {Observation: fall}, {Text: "no figure", Missing: true}},
	}}}
	got := figures(&site.Site{Set: &data.Set{}}, c)

	body, marked := bytes.CutPrefix(got, []byte("\xef\xbb\xbf"))
	if !marked || bytes.Count(body, []byte("\n")) != bytes.Count(body, []byte("\r\n")) {
		t.Errorf("no byte-order mark, or a bare line end:\n%q", got)
	}
	rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	source := "Office, \"the\" one, -Count, 2023-04, https://example.org/?a=1&b=2"
	for i, want := range [][]string{
		{"indicator", "area", "code", "period", "category", "value", "unit", "status", "source", "note", "revised"},
		{"Rate", "'@evil;'=1", "XAA", "2023-Q1", "", "-12.5", "%", "A", source, "", ""},
		{"'=HYPERLINK(1)", "'@evil;'=1", "XAA", "2023-Q1", "", "", "people", "O", "", "'+ none", ""},
		{"'=HYPERLINK(1)", "'@evil;'=1", "XAA", "2023-Q1", "", "16216", "people", "E", source, "one two", ""},
		{"'=HYPERLINK(1)", "'@evil;'=1", "XAA", "2023-Q1", "children", "28", "% of the total", "A", "", "", ""},
	} {
		if i >= len(rows) || !slices.Equal(rows[i], want) {
			t.Errorf("row %d: got %q, want %q", i, rows[min(i, len(rows)-1)], want)
		}
	}
	if len(rows) != 5 {
		t.Errorf("%d rows:\n%s", len(rows), strings.ReplaceAll(string(body), "\r", ""))
	}
}

func TestFileSize(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for bytes, want := range map[int]string{
		0: "", 1: "1\u00a0kB", 1_000: "1\u00a0kB", 1_001: "2\u00a0kB", 999_000: "999\u00a0kB", 999_001: "1.0\u00a0MB", 1_260_000: "1.3\u00a0MB",
	} {
		if got := fileSize(l, bytes); got != want {
			t.Errorf("%d bytes: got %q, want %q", bytes, got, want)
		}
	}
}

// FuzzHarmless holds texts that are taken as they are to what would come of them.
func FuzzHarmless(f *testing.F) {
	for _, text := range []string{"", " ", "a b", " a", "a ", "a  b", "=1", "a;b", "é", "a\tb", "a = b", "\x7f"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := mended(text); harmless(text) && got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	})
}
