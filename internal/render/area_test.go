package render_test

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// areaWorld is a site of many areas with months, quarters and years, gaps, statuses and
// a hostile name.
func areaWorld() map[string]string {
	areas, members, values := "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: albania, name: Albania, code: ALB}\n", "serbia, albania", ""
	for n := range 18 {
		id := fmt.Sprintf("land-%02d", n)
		areas += fmt.Sprintf("  - {id: %s, name: %q}\n", id, fmt.Sprintf("Land <%d> & \"co\"", n))
		members += ", " + id
		values += fmt.Sprintf("  - {indicator: beds, area: %s, period: 2023-Q1, source: office, value: %d}\n", id, 10*n)
	}
	areas += `  - {id: kosovo, name: "Kosovo*", code: XKX, naming: kosovo}
groups:
  - {id: region, name: the region, members: [serbia, albania]}
  - {id: all, name: All of them, members: [` + members + `]}
naming: {kosovo: A note on the name.}
`
	return map[string]string{
		"data/areas.yaml":      areas,
		"data/indicators.yaml": places()["data/indicators.yaml"] + "- {id: beds, name: Beds, unit: {one: bed, other: beds}, measure: stock, add: areas}\n",
		"data/sources.yaml":    "office: {publisher: Office, title: Count, issued: 2024, URL: \"https://example.org/\", covers: [2019, 2023]}\n",
		"data/observations/areas.yaml": "observations:\n" + values + `  - {indicator: beds, area: serbia, period: 2023-Q1, source: office, value: 7}
  - {indicator: beds, area: albania, period: 2023-Q1, status: L, note: Nobody counted.}
  - {indicator: arrivals, area: kosovo, period: 2019, source: office, value: 500}
  - {indicator: arrivals, area: kosovo, period: 2020, source: office, value: 600}
  - {indicator: arrivals, area: kosovo, period: 2022, source: office, value: 700, status: E}
  - {indicator: arrivals, area: kosovo, period: 2021, source: office, value: 650}
  - {indicator: arrivals, area: kosovo, period: 2023, status: L}
`,
	}
}

// TestAreaPage: a row tells where an indicator stands, and leads to its cells; the note
// on the name stands once; the table to take away has each observation.
func TestAreaPage(t *testing.T) {
	files, problems := made(t, areaWorld(), nil)
	fail(t, problems)
	page := files["areas/kosovo/index.html"]
	for _, want := range []string{
		`<h1>Kosovo*</h1>`, "Area · XKX", `href="../../data/arrivals/#kosovo-2022"`, `href="../../data/arrivals/#kosovo-2021"`, "+8%", "estimated",
		"2023: not collected", "New arrivals, Kosovo*, 4 years, from 500 in 2019 to 700 in 2022; 1 is an estimate", `href="kosovo.csv"`, "Dotted: estimates.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(page, ">A note on the name."); n != 1 {
		t.Errorf("the note on the name stands there %d times", n)
	}
	rows, err := csv.NewReader(strings.NewReader(files["areas/kosovo/kosovo.csv"])).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Errorf("the table has %d lines: %v", len(rows), err)
	}
	if _, there := files["areas/all/all.csv"]; there {
		t.Error("a group without figures of its own has a table of them")
	}
}

// TestGroupPage: members stand side by side, the largest first, the longest bar whole;
// of many some are in a disclosure, and who lacks a figure is named.
func TestGroupPage(t *testing.T) {
	files, problems := made(t, areaWorld(), nil)
	fail(t, problems)
	page := files["areas/all/index.html"]
	bars := regexp.MustCompile(`<path d="M0 0h([0-9.]+)v6H0z"/>`).FindAllStringSubmatch(page, -1)
	if len(bars) != 18 || bars[0][1] != "100.0" || bars[1][1] != "94.1" || bars[17][1] != "4.1" { // of 19 values one is zero
		t.Errorf("bars: %v", bars)
	}
	for _, want := range []string{
		"<summary>7 more</summary>", "End of the first quarter of 2023 · beds", `Land &lt;17&gt; &amp; &#34;co&#34;`,
		`No figure: <a href="../../data/beds/#albania-2023-q1">Albania (not collected)</a>`, "Not added up: not every member has a figure.",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(page, "Land <") {
		t.Error("a name is not escaped")
	}
}

// TestAreaList: every area with a page is listed with its most telling figure, and every
// group with its members.
func TestAreaList(t *testing.T) {
	files, problems := made(t, areaWorld(), nil)
	fail(t, problems)
	page := files["areas/index.html"]
	if n := strings.Count(page, `<tr><th scope="row"><a href="../areas/`); n != 21 {
		t.Errorf("%d areas are listed", n)
	}
	for _, want := range []string{`<a href="../areas/all/">All of them</a>`, "20 areas: ", `<h2 id="others">Other areas</h2>`, "no comparison"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list lacks %s", want)
		}
	}
}
