package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strconv"
	"testing"

	sheets "bulletin/internal/sheet"
)

// hostileData reads the open data with the standard library: names and notes are the
// same to the character, but for the apostrophes with which CSV guards formulae.
func hostileData(t *testing.T, public string) {
	var object struct {
		Observations []map[string]any `json:"observations"`
	}
	if err := json.Unmarshal(readFile(t, public, "data/observations.json"), &object); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(readFile(t, public, "data/observations.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	head := rows[0]
	column := func(name string) int { return slices.Index(head, name) }
	if len(rows)-1 != len(object.Observations) || len(rows) < 3*len(hostileTexts()) {
		t.Fatalf("%d rows, %d objects", len(rows)-1, len(object.Observations))
	}
	texts := hostileTexts()
	for i, row := range rows[1:] {
		area, err := strconv.Atoi(row[column("area")][len("area-"):])
		if err != nil {
			t.Fatal(err)
		}
		note := row[column("note")]
		if note == "" { // that of a part
			continue
		}
		want := map[string]string{"area_name": texts[area], "note": texts[area], "unit": row[column("unit")]}
		if row[column("indicator")] == "ind-0" && area == 0 && row[column("period")] == "2024-Q1" {
			want["note"] = longNote()
		}
		for name, want := range want {
			cell := row[column(name)]
			if name != "unit" && sheets.Unguard(cell) != want {
				t.Errorf("%s of row %d is %q, want %q", name, i+2, cell, want)
			}
			if got, _ := object.Observations[i][name].(string); got != sheets.Unguard(cell) {
				t.Errorf("%s of object %d is %q, in the CSV %q", name, i, got, cell)
			}
		}
	}
}

// hostileIndex reads the search index and the manifest.
func hostileIndex(t *testing.T, public string) {
	var index struct {
		Entries []struct {
			Title   string `json:"t"`
			Address string `json:"u"`
		} `json:"entries"`
	}
	if err := json.Unmarshal(readFile(t, public, "search.json"), &index); err != nil {
		t.Fatal(err)
	}
	titles := map[string]string{}
	for _, e := range index.Entries {
		titles[e.Address] = e.Title
	}
	for i, text := range hostileTexts() {
		for _, address := range []string{"areas/area-", "data/ind-", "news/item-"} {
			address += strconv.Itoa(i) + "/"
			if oneLine(titles[address]) != oneLine(text) {
				t.Errorf("%s is found as %q, not as %q", address, titles[address], text)
			}
		}
	}
	var manifest struct{ Name, Description string }
	if err := json.Unmarshal(readFile(t, public, "site.webmanifest"), &manifest); err != nil {
		t.Fatal(err)
	}
	if want := hostileTexts()[12]; manifest.Name != want || manifest.Description != want {
		t.Errorf("the manifest has %q and %q", manifest.Name, manifest.Description)
	}
}
