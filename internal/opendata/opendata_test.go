package opendata_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/opendata"
	"bulletin/internal/sheet"
)

func TestPath(t *testing.T) {
	set := hostile(t)
	arrivals, _ := set.Indicator("arrivals")
	here, _ := set.Area("here")
	for want, of := range map[string]opendata.Part{
		"data/observations.csv": {}, "data/arrivals/arrivals.csv": {Indicator: arrivals}, "areas/here/here.csv": {Area: here},
	} {
		if got := of.Path("csv"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestWorkbook: the sheets, in order, and what they say beside the data.
func TestWorkbook(t *testing.T) {
	set := hostile(t)
	arrivals, _ := set.Indicator("arrivals")
	f := workbook(t, set, opendata.Part{Indicator: arrivals})
	if diff := cmp.Diff([]string{"Data", "Definitions", "Sources"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	rows, err := f.GetRows("Definitions")
	if err != nil {
		t.Fatal(err)
	}
	want := []map[string]string{
		{"kind": "indicator", "id": "arrivals", "name": "=Arrivals", "definition": "@defined\nhere", "unit": "+people a day", "measure": "flow", "may_be_summed": "over areas and periods", "caveat": "-caveat"},
		{"kind": "area", "id": "here", "name": "=HERE()", "caveat": "@name\nof two lines"},
	}
	if diff := cmp.Diff(want, byHead(rows)); diff != "" {
		t.Error(diff)
	}
	if rows, err = f.GetRows("Sources"); err != nil || len(rows) != 3 || rows[1][0] != "paper" || rows[2][0] != "web" {
		t.Errorf("%q, %v", rows, err)
	}
}

func TestPages(t *testing.T) {
	table := sheet.Table{Name: "Data", Head: []string{"n"}}
	for i := range 7 {
		table.Rows = append(table.Rows, []sheet.Cell{sheet.Number(fmt.Sprint(i))})
	}
	for most, want := range map[int]string{10: "Data 7", 7: "Data 7", 3: "Data 3, Data 2 3, Data 3 1"} {
		var got []string
		next := 0
		for _, page := range opendata.Pages(table, most) {
			got = append(got, fmt.Sprintf("%s %d", page.Name, len(page.Rows)))
			for _, row := range page.Rows {
				if row[0].Text != fmt.Sprint(next) {
					t.Errorf("row %s stands at %d", row[0].Text, next)
				}
				next++
			}
		}
		if strings.Join(got, ", ") != want || next != 7 {
			t.Errorf("of %d rows at most: %v", most, got)
		}
	}
}

// TestLongText: what a workbook cannot hold is an error that names the cell, and the other
// formats have it.
func TestLongText(t *testing.T) {
	set := load(t, map[string]string{
		"site.yaml": "title: T\n", "areas.yaml": "areas: [{id: a-a, name: A}]\n", "sources.yaml": "s: {publisher: P, title: T}\n",
		"indicators.yaml":     "- {id: i, name: I, unit: {one: x, other: y}, measure: flow}\n",
		"observations/o.yaml": "observations: [{indicator: i, area: a-a, period: 2023, source: s, value: 1, note: " + strings.Repeat("x", 40_000) + "}]\n",
	})
	if _, err := opendata.NewMaker(set).XLSX(opendata.Part{}); err == nil || !strings.Contains(err.Error(), `cell N2 of the sheet "Data" has 40000 characters`) {
		t.Errorf("got %v", err)
	}
	if rows := fromCSV(t, set, opendata.Part{}); len(rows) != 1 || len(rows[0]["note"]) != 40_000 {
		t.Errorf("CSV has %d rows", len(rows))
	}
}

// TestBare: a site that says next to nothing has files all the same.
func TestBare(t *testing.T) {
	set := load(t, map[string]string{"site.yaml": "title: 数据\n", "areas.yaml": "areas: []\n", "indicators.yaml": "- {id: i, name: I, measure: share}\n", "sources.yaml": "s: {publisher: P, title: T}\n", "observations/none.yaml": "observations: []\n"})
	d := describe(t, set)
	if d.Name != "data" || d.Version[:6] != "0.0.0+" || d.Created != "" || len(d.Licenses) != 0 || len(d.Resources) != 10 {
		t.Errorf("%+v", d)
	}
	if rows, o := fromJSON(t, set, opendata.Part{}); len(rows) != 0 || o.Title != "数据" {
		t.Errorf("%v, %+v", rows, o)
	}
	if f := workbook(t, set, opendata.Part{}); len(f.GetSheetList()) != 3 {
		t.Errorf("%v", f.GetSheetList())
	}
}

// TestAsked: what a file depends on is told in few questions, and none about each cell.
func TestAsked(t *testing.T) {
	set := hostile(t)
	arrivals, _ := set.Indicator("arrivals")
	here, _ := set.Area("here")
	for name, c := range map[string]struct {
		of   opendata.Part
		want []string
	}{
		"indicator": {opendata.Part{Indicator: arrivals}, []string{"indicator arrivals", "records", "revisions"}},
		"area":      {opendata.Part{Area: here}, []string{"series arrivals here", "series rate here", "records", "revisions"}},
		"all":       {opendata.Part{}, []string{"observations", "sources", "records", "revisions"}},
	} {
		var trace data.Trace
		traced := set.Traced(&trace)
		for _, make := range []func() ([]byte, error){
			func() ([]byte, error) { return opendata.NewMaker(set).Asking(traced).CSV(c.of) },
			func() ([]byte, error) { return opendata.NewMaker(set).Asking(traced).XLSX(c.of) },
			func() ([]byte, error) { return opendata.NewMaker(set).Asking(traced).JSON("", c.of) },
		} {
			if _, err := make(); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for _, d := range trace.Deps() {
			got = append(got, d.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestSame: the same bytes every time.
func TestSame(t *testing.T) {
	for name, make := range map[string]func(*data.Set) ([]byte, error){
		"csv":        func(s *data.Set) ([]byte, error) { return opendata.NewMaker(s).CSV(opendata.Part{}) },
		"xlsx":       func(s *data.Set) ([]byte, error) { return opendata.NewMaker(s).XLSX(opendata.Part{}) },
		"json":       func(s *data.Set) ([]byte, error) { return opendata.NewMaker(s).JSON("", opendata.Part{}) },
		"descriptor": func(s *data.Set) ([]byte, error) { return opendata.NewMaker(s).Descriptor("") },
	} {
		first, err := make(hostile(t))
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			if again, err := make(hostile(t)); err != nil || !bytes.Equal(first, again) {
				t.Errorf("%s: %d bytes, then %d, %v", name, len(first), len(again), err)
			}
		}
	}
}

// TestHarmless: no cell of a CSV file begins a formula, and nothing ends a script in JSON.
func TestHarmless(t *testing.T) {
	set := hostile(t)
	for path, src := range filesOf(t, set) {
		if !strings.HasSuffix(path, ".csv") {
			continue
		}
		for _, row := range rowsOf(t, src) {
			for name, text := range row {
				if name != "value" && strings.ContainsAny(text[:1], "=+-@\t\r") {
					t.Errorf("%s: %s is %q", path, name, text)
				}
			}
		}
	}
	src, err := opendata.NewMaker(set).JSON("", opendata.Part{})
	if err != nil || bytes.Contains(src, []byte("</script>")) || bytes.Contains(src, []byte("<!--")) {
		t.Errorf("a script would end within the JSON: %v", err)
	}
}

// BenchmarkFiles makes the files of a set as large as the largest that is measured.
func BenchmarkFiles(b *testing.B) {
	var text strings.Builder
	text.WriteString("observations:\n")
	for i := range 93_440 {
		fmt.Fprintf(&text, "  - {indicator: i%d, area: a-%d, period: %d-%02d, source: s, value: %d}\n", i%8, i/8%100, 1901+i/800/12, 1+i/800%12, i)
	}
	var areas, indicators []string
	for i := range 100 {
		areas = append(areas, fmt.Sprintf("  - {id: a-%d, name: Area number %d}\n", i, i))
	}
	for i := range 8 {
		indicators = append(indicators, fmt.Sprintf("- {id: i%d, name: Indicator %d, unit: {one: person, other: people}, measure: flow}\n", i, i))
	}
	set := load(b, map[string]string{
		"site.yaml": "title: T\n", "areas.yaml": "areas:\n" + strings.Join(areas, ""), "sources.yaml": "s: {publisher: P, title: T}\n",
		"indicators.yaml": strings.Join(indicators, ""), "observations/o.yaml": text.String(),
	})
	for name, make := range map[string]func() ([]byte, error){
		"csv":        func() ([]byte, error) { return opendata.NewMaker(set).CSV(opendata.Part{}) },
		"json":       func() ([]byte, error) { return opendata.NewMaker(set).JSON("", opendata.Part{}) },
		"xlsx":       func() ([]byte, error) { return opendata.NewMaker(set).XLSX(opendata.Part{}) },
		"descriptor": func() ([]byte, error) { return opendata.NewMaker(set).Descriptor("") },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				src, err := make()
				if err != nil {
					b.Fatal(err)
				}
				size = len(src)
			}
			b.ReportMetric(float64(size), "file-bytes")
		})
	}
}
