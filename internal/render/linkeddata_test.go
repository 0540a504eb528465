package render_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"bulletin/templates"
)

const datasetPage = "data/arrivals/index.html"

// TestDatasets: an indicator's page says what Google asks of a dataset (Search Central,
// structured data, Dataset): its required fields, and what there is of the recommended.
func TestDatasets(t *testing.T) {
	_, files := load(t, "testdata/revised", templates.FS)
	set := read(t, datasetPage, files[datasetPage]).linkedNode(t, "Dataset")
	for name, want := range map[string]string{
		"name": "New arrivals", "url": "https://example.org/repo/data/arrivals/", "identifier": "https://example.org/repo/data/arrivals/",
		"isAccessibleForFree": "true", "datePublished": "2023-05-02", "dateModified": "2026-12-01", "temporalCoverage": "2022-01-01/2023-03-31",
	} {
		if got := fmt.Sprint(set[name]); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	for path, version := range map[string]any{"data/arrivals/arrivals.json": set["version"], "data/observations.json": wholeOf(t, files)["version"], "data/datapackage.json": wholeOf(t, files)["version"]} {
		var file struct{ Version string }
		if err := json.Unmarshal(files[path], &file); err != nil {
			t.Fatal(err)
		}
		if file.Version != version || !strings.HasPrefix(file.Version, "2026.12.1+") {
			t.Errorf("%s is of version %q, its page of %q", path, file.Version, version)
		}
	}
	var formats []string
	for _, file := range set["distribution"].([]any) {
		f := file.(map[string]any)
		formats = append(formats, fmt.Sprint(f["encodingFormat"], " ", f["contentUrl"]))
	}
	const at = " https://example.org/repo/data/arrivals/arrivals."
	if want := []string{"text/csv" + at + "csv", "application/json" + at + "json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" + at + "xlsx"}; !slices.Equal(formats, want) {
		t.Errorf("files: %q", formats)
	}
	if words := fmt.Sprint(set["keywords"]); !strings.Contains(words, "New arrivals") || !strings.Contains(words, "Age") {
		t.Errorf("keywords: %s", words)
	}
	catalog := read(t, "data/index.html", files["data/index.html"]).linkedNode(t, "DataCatalog")
	part := set["includedInDataCatalog"].(map[string]any)
	if part["@id"] != catalog["@id"] || part["name"] != catalog["name"] {
		t.Errorf("%v is not in %v", part, catalog["@id"])
	}
	whole := wholeOf(t, files)
	if whole["@id"] != set["isPartOf"].(map[string]any)["@id"] || len(whole["distribution"].([]any)) != 4 {
		t.Errorf("the whole is %v", whole)
	}
}

// wholeOf is the whole set as a dataset.
func wholeOf(t *testing.T, files map[string][]byte) map[string]any {
	t.Helper()
	catalog := read(t, "data/index.html", files["data/index.html"]).linkedNode(t, "DataCatalog")
	return catalog["dataset"].([]any)[0].(map[string]any)
}

// TestDescriptionsOfDatasets: from 50 to 5,000 characters, whatever an author wrote.
func TestDescriptionsOfDatasets(t *testing.T) {
	base := places()["data/indicators.yaml"]
	for _, definition := range []string{"X", strings.Repeat("word ", 4000), strings.Repeat("ж", 9000), "Is it?", `</script> "quoted" \ {{ x }}`} {
		files, _ := made(t, map[string]string{"data/indicators.yaml": strings.Replace(base, "People who came.", strconv.Quote(strings.TrimSpace(definition)), 1)}, nil)
		for _, name := range []string{datasetPage, "data/index.html"} {
			p := read(t, name, []byte(files[name]))
			node := p.linkedNode(t, "Dataset")
			if catalog := p.linkedNode(t, "DataCatalog"); catalog != nil {
				node = catalog["dataset"].([]any)[0].(map[string]any)
			}
			words := fmt.Sprint(node["description"])
			if n := utf8.RuneCountInString(words); n < 50 || n > 5000 {
				t.Errorf("%.20q: %s: %d characters", definition, name, n)
			}
			if name == datasetPage && !strings.HasPrefix(words, strings.TrimSpace(definition)[:1]) {
				t.Errorf("%.20q: %.80q", definition, words)
			}
		}
	}
}

// TestDatasetsOfNothing: no dataset of invented figures, no cover of time without a
// value, no address where the site has none.
func TestDatasetsOfNothing(t *testing.T) {
	base := places()
	files, _ := made(t, map[string]string{
		"data/indicators.yaml": base["data/indicators.yaml"] + "- {id: empty, name: Empty, unit: {one: case, other: cases}, measure: flow, definition: Nothing yet.}\n" +
			"- {id: invented, name: Invented, unit: {one: case, other: cases}, measure: flow, definition: Not true., example: true}\n",
	}, nil)
	empty := read(t, "empty", []byte(files["data/empty/index.html"])).linkedNode(t, "Dataset")
	for _, name := range []string{"temporalCoverage", "spatialCoverage", "distribution", "url", "identifier", "datePublished", "dateModified", "license"} {
		if empty[name] != nil {
			t.Errorf("%s: %v", name, empty[name])
		}
	}
	if empty["creator"].(map[string]any)["name"] != "Test bulletin" {
		t.Errorf("made by %v", empty["creator"])
	}
	if graph := read(t, "invented", []byte(files["data/invented/index.html"])).linkedGraph(t); graph != nil {
		t.Errorf("invented: %v", graph)
	}
	if strings.Contains(files["data/index.html"], `"name":"Invented"`) {
		t.Error("the catalogue has invented figures")
	}
}
