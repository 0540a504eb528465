package opendata_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"bulletin/internal/data"
	"bulletin/internal/opendata"
	"bulletin/internal/sheet"
)

// load loads a site's data; any error fails the test.
func load(t testing.TB, files map[string]string) *data.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["data/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, ps := data.Load(fsys)
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	return set
}

// own is the data of this repository.
func own(t testing.TB) *data.Set {
	t.Helper()
	set, ps := data.Load(os.DirFS("../.."))
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	return set
}

// hostile is a site whose texts files like to change, or spreadsheets to run.
func hostile(t testing.TB) *data.Set {
	t.Helper()
	quoted := func(text string) string {
		out, err := json.Marshal(text) // which YAML reads, too
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	texts := []string{
		"=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2", `say "a", then 'b'`, "two\nlines", "a\ttab", "</script><script>alert(1)</script>", "<!-- ]]> &amp; &#65;",
		"\u2067שלום\u2069", "zero\u200bwidth", "👩‍👩‍👧 e\u0301", strings.Repeat("ž", 10_000), "{{ figure }}", `back\slash`, "_x000D_ _xD800_ _x0041_", "semi;=1", "'=1", `\.`, " led ", "2023", "TRUE", "1e5",
	}
	observations := "observations:\n"
	for i, text := range texts {
		observations += fmt.Sprintf("  - {indicator: arrivals, area: here, period: %d, source: paper, value: %d.50, note: %s}\n", 2000+i, i, quoted(text))
	}
	observations += `  - {indicator: arrivals, area: there, period: 2000-Q1, status: O, note: "=missing"}
  - indicator: arrivals
    area: there
    period: 2001-01..2001-03
    source: paper
    status: P
    value: 10.0
    complete: true
    by:
      age: {children: {value: 4, by: {sex: {girls: 1}}}, adults: {value: 6, source: web, status: E}}
  - {indicator: arrivals, area: there, period: 2002, source: paper, value: 9, by: {sex: {girls: {share: 30.5}}}}
  - {indicator: rate, area: there, period: 2001, source: web, value: -0.5}
  - {indicator: invented, area: nowhere, period: 2001, source: dream, value: 1, by: {mood: {good: 1}}}
`
	return load(t, map[string]string{
		"site.yaml": "title: \"=Title; +1\"\ndescription: \"A \\\"site\\\", </script>\"\nlicense: {name: \"CC BY 4.0\", url: \"https://example.org/by?a=1&b=2\"}\npublisher: {name: \"@desk\", url: \"https://example.org/\", email: desk@example.org}\n",
		"areas.yaml": `areas:
  - {id: here, name: "=HERE()", code: HRE, naming: disputed}
  - {id: there, name: "-There, \"quoted\"", covers: [here]}
  - {id: nowhere, name: Nowhere}
  - {id: unseen, name: Unseen}
groups:
  - {id: both, name: "+Both", members: [here, there]}
  - {id: dreams, name: Dreams, members: [nowhere]}
naming: {disputed: "@name\nof two lines"}
`,
		"dimensions.yaml": "age: {name: =Age, categories: {children: \"-Children\", adults: Adults}}\nsex: {name: Sex, categories: {girls: Girls}}\nmood: {name: Mood, categories: {good: Good}}\n",
		"indicators.yaml": `- {id: arrivals, name: "=Arrivals", unit: {one: "=person a day", other: "+people a day"}, measure: flow, add: all, definition: "@defined\nhere", caveat: "-caveat"}
- {id: rate, name: Rate, unit: {one: per cent, other: per cent}, measure: change}
- {id: invented, name: Invented, unit: {one: a, other: b}, measure: flow, example: true}
`,
		"sources.yaml": `paper: {publisher: "=Desk", title: "+Title", issued: 2023-04, URL: "https://example.org/a?b=c&d=%22", covers: [2023-Q1, 2000], note: "-note"}
web: {publisher: Web, title: Site}
dream: {publisher: Dream, title: Night}
unused: {publisher: Unused, title: Shelf}
`,
		"observations/all.yaml":   observations,
		"published/2023-q1.yaml":  "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: here, period: 2000, value: 9, date: 2023-06-01}\n",
		"revisions.yaml":          "- {indicator: arrivals, area: here, period: 2000, was: 9, now: 1, date: 2023-07-01, reason: First.}\n- {indicator: arrivals, area: here, period: 2000-01..2000-12, was: 1, now: 0.50, date: 2023-08-02, reason: Second.}\n",
		"observations/empty.yaml": "observations: []\n",
	})
}

// wanted are the cells of an observation, as the issue asks for them: worked out here
// from the set alone.
func wanted(set *data.Set, o *data.Observation) map[string]string {
	cells := map[string]string{
		"indicator": o.Indicator.ID, "area": o.Area.ID, "area_name": o.Area.Name, "iso3": o.Area.Code, "period": o.Period.String(),
		"period_start": o.Period.First().String(), "period_end": o.Period.Last().String(), "status": o.Status.String(), "note": o.Note,
	}
	var dimensions, categories []string
	for _, step := range o.Path {
		dimensions, categories = append(dimensions, step.Dimension), append(categories, step.ID)
	}
	cells["dimension"], cells["category"] = strings.Join(dimensions, "/"), strings.Join(categories, "/")
	cells["unit"] = map[bool]string{true: "%", false: o.Indicator.Unit.Other}[o.Indicator.Measure == data.Share || o.Indicator.Measure == data.Change]
	if printed := data.PrintedOf(o); !printed.None {
		cells["value"] = printed.Number.String()
		if printed.Share {
			cells["unit"] = "% of total"
		}
	}
	if o.Source != nil {
		cells["source"] = o.Source.Key
	}
	if o.Complete {
		cells["complete"] = "true"
	}
	if all := set.RevisionsOf(o); len(all) > 0 {
		cells["revised"] = all[len(all)-1].Date.String()
	}
	for name, text := range cells {
		if text == "" {
			delete(cells, name)
		}
	}
	return cells
}

// rowsOf are the rows of a CSV file as maps by head, read by a reader that is not ours
// and freed from their guards. What is empty is left out.
func rowsOf(t testing.TB, src []byte) []map[string]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(src))
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return byHead(all)
}

func byHead(all [][]string) []map[string]string {
	var rows []map[string]string
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, text := range record {
			if text != "" {
				row[all[0][i]] = text
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// fromCSV, fromXLSX and fromJSON read the observations of a part back.
func fromCSV(t testing.TB, set *data.Set, of opendata.Part) []map[string]string {
	t.Helper()
	src, err := opendata.CSV(set, of)
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, src)
	for _, row := range rows {
		for name, text := range row {
			if name != "value" {
				row[name] = sheet.Unguard(text)
			}
		}
	}
	return rows
}

func fromXLSX(t testing.TB, set *data.Set, of opendata.Part) []map[string]string {
	t.Helper()
	all, err := workbook(t, set, of).GetRows("Data", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return byHead(all)
}

func workbook(t testing.TB, set *data.Set, of opendata.Part) *excelize.File {
	t.Helper()
	src, err := opendata.XLSX(set, of)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// object is a JSON file.
type object struct {
	Title, Description, Version, BaseURL   string
	Licence, Publisher                     struct{ Name, URL string }
	Indicators, Areas, Dimensions, Sources []map[string]any
	Observations                           []map[string]any
}

func fromJSON(t testing.TB, set *data.Set, of opendata.Part) ([]map[string]string, object) {
	t.Helper()
	src, err := opendata.JSON(set, "https://example.org/base/", of)
	if err != nil {
		t.Fatal(err)
	}
	var o object
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	if err := d.Decode(&o); err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, member := range o.Observations {
		row := map[string]string{}
		for name, value := range member {
			switch value.(type) {
			case json.Number:
				if name != "value" {
					t.Errorf("%s is a number", name)
				}
			case bool:
				if name != "complete" {
					t.Errorf("%s is a truth", name)
				}
			case string:
				if name == "value" || name == "complete" {
					t.Errorf("%s is a text", name)
				}
			}
			row[name] = fmt.Sprint(value)
		}
		rows = append(rows, row)
	}
	return rows, o
}

// TestFilesHoldTheSet: every format has each observation but examples, with every column.
func TestFilesHoldTheSet(t *testing.T) {
	for name, set := range map[string]*data.Set{"own": own(t), "hostile": hostile(t)} {
		var want []map[string]string
		for _, o := range set.Observations() {
			if !o.Indicator.Example {
				want = append(want, wanted(set, o))
			}
		}
		if len(want) < 25 || len(want) == len(set.Observations()) {
			t.Fatalf("%s: %d of %d observations are no examples", name, len(want), len(set.Observations()))
		}
		if diff := cmp.Diff(want, fromCSV(t, set, opendata.Part{})); diff != "" {
			t.Errorf("%s, CSV: %s", name, diff)
		}
		if diff := cmp.Diff(want, fromXLSX(t, set, opendata.Part{})); diff != "" {
			t.Errorf("%s, XLSX: %s", name, diff)
		}
		rows, _ := fromJSON(t, set, opendata.Part{})
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("%s, JSON: %s", name, diff)
		}
		seen := map[string]bool{}
		for _, row := range want {
			for column := range row {
				seen[column] = true
			}
		}
		if name == "hostile" && len(seen) != len(opendata.Columns()) {
			t.Errorf("only the columns %v have anything in them", seen)
		}
	}
}

// TestPartsMakeTheWhole: each observation stands in the file of its indicator and in that
// of its area, in the same words, and nowhere else.
func TestPartsMakeTheWhole(t *testing.T) {
	for name, set := range map[string]*data.Set{"own": own(t), "hostile": hostile(t)} {
		whole := fromCSV(t, set, opendata.Part{})
		var byIndicator, byArea []map[string]string
		for _, i := range set.Indicators() {
			if i.Example {
				continue
			}
			of := opendata.Part{Indicator: i}
			rows := fromCSV(t, set, of)
			byIndicator = append(byIndicator, rows...)
			json, _ := fromJSON(t, set, of)
			if diff := cmp.Diff(rows, json); diff != "" {
				t.Errorf("%s, %s, JSON: %s", name, i.ID, diff)
			}
			if diff := cmp.Diff(rows, fromXLSX(t, set, of)); diff != "" {
				t.Errorf("%s, %s, XLSX: %s", name, i.ID, diff)
			}
		}
		if diff := cmp.Diff(whole, byIndicator); diff != "" {
			t.Errorf("%s, by indicator: %s", name, diff)
		}
		for _, a := range set.Areas() {
			rows := fromCSV(t, set, opendata.Part{Area: a})
			if slices.ContainsFunc(rows, func(row map[string]string) bool { return row["area"] != a.ID }) {
				t.Errorf("%s: the file of %s has another area", name, a.ID)
			}
			byArea = append(byArea, rows...)
		}
		key := func(row map[string]string) string { return fmt.Sprint(row) }
		order := func(a, b map[string]string) int { return strings.Compare(key(a), key(b)) }
		slices.SortFunc(byArea, order)
		slices.SortFunc(whole, order)
		if diff := cmp.Diff(whole, byArea); diff != "" {
			t.Errorf("%s, by area: %s", name, diff)
		}
	}
}
