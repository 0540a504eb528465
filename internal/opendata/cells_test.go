package opendata_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"bulletin/internal/data"
	"bulletin/internal/opendata"
	"bulletin/internal/sheet"
)

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
	src, err := opendata.NewMaker(set).CSV(of)
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
	src, err := opendata.NewMaker(set).XLSX(of)
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
	src, err := opendata.NewMaker(set).JSON("https://example.org/base/", of)
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
