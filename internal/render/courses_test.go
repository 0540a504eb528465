package render_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/templates"
)

// TestCourses: the page of an indicator shows its course in an area over periods
// of one unit that follow each other, and joins nothing that is not alike.
func TestCourses(t *testing.T) {
	for _, c := range []struct {
		name, measure string
		observations  []string // "2022-Q1 value: 100"; of Serbia
		want          string   // the row, or "" for none
		says          string   // under the table
	}{
		{name: "four quarters", observations: []string{"2022-Q1 value: 100", "2022-Q2 value: 120", "2022-Q3 value: 90", "2022-Q4 value: 1100, accept: {jump: made up}"},
			want: "Serbia | Serbia, 4 quarters, from 100 in Q1 2022 to 1,100 in Q4 2022; lowest: 90 in Q3 2022 | 100 Q1 2022 | 1,100 Q4 2022"},
		{name: "fewer than four", observations: []string{"2022-Q1 value: 100", "2022-Q2 value: 120", "2022-Q3 value: 90"}},
		{name: "all alike", observations: []string{"2022-Q1 value: 0", "2022-Q2 value: 0", "2022-Q3 value: 0", "2022-Q4 value: 0"},
			want: "Serbia | Serbia, 4 quarters, from 0 in Q1 2022 to 0 in Q4 2022 | 0 Q1 2022 | 0 Q4 2022"},
		{name: "a gap", observations: []string{"2021-Q1 value: 100", "2021-Q2 value: 101", "2021-Q4 value: 102", "2022-Q1 value: 103", "2022-Q2 value: 104"}},
		{name: "a missing value", observations: []string{"2021-Q1 value: 100", "2021-Q2 value: 101", "2021-Q3 status: O, note: Lost.", "2021-Q4 value: 102", "2022-Q1 value: 103"}},
		{name: "the newest of two runs", observations: []string{"2018 value: 90", "2019 value: 91", "2020 value: 92", "2021 value: 93", "2023 value: 100", "2024 value: 101", "2025 value: 102", "2026 value: 103"},
			want: "Serbia | Serbia, 4 years, from 100 in 2023 to 103 in 2026 | 100 2023 | 103 2026"},
		{name: "the newest that is long enough", observations: []string{"2018 value: 100", "2019 value: 102", "2020 value: 103", "2021 value: 101", "2023 value: 100"},
			want: "Serbia | Serbia, 4 years, from 100 in 2018 to 101 in 2021; highest: 103 in 2020 | 100 2018 | 101 2021"},
		{name: "a break begins one", observations: []string{"2018 value: 100", "2019 value: 100", "2020 value: 100", "2021 value: 100", "2022 value: 110, status: B", "2023 value: 111", "2024 value: 112", "2025 value: 113"},
			want: "Serbia | Serbia, 4 years, from 110 in 2022 to 113 in 2025 | 110 2022 | 113 2025"},
		{name: "a break ends one", observations: []string{"2018 value: 100", "2019 value: 100", "2020 value: 100", "2021 value: 110, status: B", "2022 value: 110", "2023 value: 111"}},
		{name: "a break in the year parts its quarters from those before", observations: []string{"2021-Q3 value: 50", "2021-Q4 value: 50", "2022-Q1 value: 50", "2022-Q2 value: 51", "2022 value: 210, status: B"}},
		{name: "a break in a quarter parts the years", observations: []string{"2019 value: 200", "2020 value: 200", "2021 value: 200", "2022 value: 200", "2022-Q3 value: 50, status: B", "2023 value: 200", "2024 value: 200"}},
		{name: "another definition", observations: []string{"2018 value: 100", "2019 value: 100", "2020 value: 100, status: D, note: Without the south.", "2021 value: 100", "2022 value: 100"}},
		{name: "another definition at the beginning", observations: []string{"2018 value: 100, status: D, note: Without the south.", "2019 value: 100", "2020 value: 100", "2021 value: 100"}},
		{name: "the same other definition", observations: []string{"2018 value: 100, status: D, note: Without the south.", "2019 value: 101, status: D, note: Without the south.", "2020 value: 102, status: D, note: Without the south.", "2021 value: 103, status: D, note: Without the south."},
			want: "Serbia | Serbia, 4 years, from 100 in 2018 to 103 in 2021 | 100 2018 definition differs | 103 2021 definition differs"},
		{name: "two other definitions", observations: []string{"2018 value: 100, status: D, note: Without the south.", "2019 value: 101, status: D, note: Without the south.", "2020 value: 102, status: D, note: Without the north.", "2021 value: 103, status: D, note: Without the north."}},
		{name: "units are not mixed", observations: []string{"2020 value: 100", "2021 value: 100", "2022-Q1 value: 25", "2022-Q2 value: 25", "2022-07 value: 8"}},
		{name: "a span is of no unit", observations: []string{"2022-01..2022-02 value: 10", "2022-03..2022-04 value: 10", "2022-05..2022-06 value: 10", "2022-07..2022-08 value: 10"}},
		{name: "the finest unit", observations: []string{"2019 value: 90", "2020 value: 91", "2021 value: 92", "2022 value: 93", "2021-Q1 value: 20", "2021-Q2 value: 21", "2021-Q3 value: 22", "2021-Q4 value: 29"},
			want: "Serbia | Serbia, 4 quarters, from 20 in Q1 2021 to 29 in Q4 2021 | 20 Q1 2021 | 29 Q4 2021"},
		{name: "the finest unit that has four", observations: []string{"2019 value: 90", "2020 value: 91", "2021 value: 92", "2022 value: 93", "2021-Q1 value: 20", "2021-Q2 value: 21", "2021-Q3 value: 22"},
			want: "Serbia | Serbia, 4 years, from 90 in 2019 to 93 in 2022 | 90 2019 | 93 2022"},
		{name: "months written as a quarter are one", observations: []string{"2022-01..2022-03 value: 30", "2022-Q2 value: 31", "2022-Q3 value: 32", "2022-10..2022-12 value: 33"},
			want: "Serbia | Serbia, 4 quarters, from 30 in Q1 2022 to 33 in Q4 2022 | 30 Q1 2022 | 33 Q4 2022"},
		{name: "a stock is of the day it is taken", measure: "stock", observations: []string{"2022-11 value: 30", "2022 value: 31", "2023-01 value: 32", "2023-02 value: 33", "2023-Q1 value: 34"},
			want: "Serbia | Serbia, 5 months, from 30 in Nov 2022 to 34 in Mar 2023 | 30 Nov 2022 | 34 Mar 2023"},
		{name: "months of a flow are no quarter's", observations: []string{"2022-11 value: 30", "2022 value: 331", "2023-01 value: 32", "2023-02 value: 33", "2023-Q1 value: 99"}},
		{name: "a break in a stock", measure: "stock", observations: []string{"2022-11 value: 30", "2022-12 value: 31", "2023-01 value: 32, status: B", "2023-02 value: 33", "2023-03 value: 34", "2023-04 value: 35"},
			want: "Serbia | Serbia, 4 months, from 32 in Jan 2023 to 35 in Apr 2023 | 32 Jan 2023 | 35 Apr 2023"},
		{name: "below zero", measure: "change", observations: []string{"2018 value: -4", "2019 value: 10", "2020 value: -12", "2021 value: 0"},
			want: "Serbia | Serbia, 4 years, from −4% in 2018 to 0% in 2021; lowest: −12% in 2020; highest: +10% in 2019 | −4% 2018 | 0% 2021"},
		{name: "an estimate at the end", observations: []string{"2018 value: 100", "2019 value: 101", "2020 value: 102", "2021 value: 103, status: E"},
			want: "Serbia | Serbia, 4 years, from 100 in 2018 to 103 in 2021; 1 is an estimate | 100 2018 | 103 2021 estimated", says: "Dotted: estimates."},
		{name: "estimates on the way", observations: []string{"2018 value: 100", "2019 value: 101, status: P", "2020 value: 102, status: I", "2021 value: 103"},
			want: "Serbia | Serbia, 4 years, from 100 in 2018 to 103 in 2021; 2 are estimates | 100 2018 | 103 2021", says: "Dotted: estimates."},
		{name: "all are estimates", observations: []string{"2018 value: 100, status: E", "2019 value: 101, status: E", "2020 value: 102, status: E", "2021 value: 103, status: F"},
			want: "Serbia | Serbia, 4 years, from 100 in 2018 to 103 in 2021; all are estimates | 100 2018 estimated | 103 2021 forecast", says: "Dotted: estimates."},
		{name: "totals only", observations: []string{
			"2018 value: 100, by: {age: {children: 50}}", "2019 value: 101, by: {age: {children: 50}}", "2020 value: 102, by: {age: {children: 50}}", "2021 value: 103, by: {age: {children: 50}}"},
			want: "Serbia | Serbia, 4 years, from 100 in 2018 to 103 in 2021 | 100 2018 | 103 2021"},
		{name: "the newest two years of months", observations: months(30),
			want: "Serbia | Serbia, 24 months, from 106 in Jul 2020 to 129 in Jun 2022 | 106 Jul 2020 | 129 Jun 2022"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := indicatorPage(t, c.measure, map[string][]string{"serbia": c.observations})
			var want []string
			if c.want != "" {
				want = []string{c.want}
			}
			rows, under := page.courses(t)
			if d := cmp.Diff(want, rows); d != "" {
				t.Error(d)
			}
			if c.want != "" && !strings.HasPrefix(under, "Each line shows the newest values that follow each other without a gap or a break, 24 at most.") {
				t.Errorf("under the table stands %q", under)
			}
			if dotted := strings.Contains(under, "Dotted"); dotted != (c.says != "") || !strings.Contains(under, c.says) {
				t.Errorf("under the table stands %q, want %q", under, c.says)
			}
		})
	}
}

// TestManyCourses: of more than twelve areas the first twelve are shown, in their
// own order, and how many more there are is said.
func TestManyCourses(t *testing.T) {
	for _, c := range []struct {
		areas int
		more  string
	}{{12, ""}, {13, "1 more area has such a course."}, {15, "3 more areas have such a course."}} {
		all := map[string][]string{"empty": {"2018 value: 1", "2020 value: 1"}}
		for n := range c.areas {
			all[fmt.Sprintf("area-%02d", n)] = []string{"2018 value: 100", "2019 value: 101", "2020 value: 102", fmt.Sprintf("2021 value: %d", 103+n)}
		}
		rows, under := indicatorPage(t, "", all).courses(t)
		if len(rows) != 12 || !slices.IsSorted(rows) || !strings.HasPrefix(rows[11], "Area-11 | ") {
			t.Errorf("of %d areas these are shown: %q", c.areas, rows)
		}
		if !strings.HasSuffix(under, "the course, not the size."+strings.TrimSuffix(" "+c.more, " ")) {
			t.Errorf("of %d areas: %q, want %q at the end", c.areas, under, c.more)
		}
	}
}

// TestOneValueOfACourse: a value on the way of a course, which stands nowhere
// else, changes its own page and that of its area, where the line and its words
// follow, and the open data, whose opening page names its version.
func TestOneValueOfACourse(t *testing.T) {
	theme := os.DirFS("testdata/theme")
	_, before := load(t, "testdata/sites/small", theme)
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/sites/small")); err != nil {
		t.Fatal(err)
	}
	replace(t, filepath.Join(dir, "data/observations/a.yaml"), "value: 4.0", "value: 4.2")
	_, after := load(t, dir, theme)
	for name, src := range after {
		if changed := string(src) != string(before[name]); changed != (strings.HasPrefix(name, "data/rate/") || strings.HasPrefix(name, "data/observations.") || name == "data/datapackage.json" || name == "data/index.html" || name == "areas/serbia/index.html" || name == "areas/serbia/serbia.csv") {
			t.Errorf("%s changed: %v", name, changed)
		}
	}
	const lowest = "; lowest: %s in Q3 2022; 1 is an estimate"
	page := string(after["data/rate/index.html"])
	if !strings.Contains(page, fmt.Sprintf(lowest, "4.2%")) || strings.Contains(page, "4.0%") || strings.Contains(page, "(4.0)") {
		t.Errorf("the page still shows the old value: %s", page)
	}
}

// months are values of as many months from January 2020 on.
func months(n int) []string {
	var all []string
	for m := range n {
		all = append(all, fmt.Sprintf("%d-%02d value: %d", 2020+m/12, m%12+1, 100+m))
	}
	return all
}

// indicatorPage is the page of an indicator with these observations, by area, as
// the theme draws it.
func indicatorPage(t *testing.T, measure string, observations map[string][]string) *reading {
	t.Helper()
	if measure == "" {
		measure = "flow"
	}
	var areas, cells strings.Builder
	number := 0
	for _, area := range slices.Sorted(maps.Keys(observations)) {
		fmt.Fprintf(&areas, "  - {id: %s, name: %s, code: X%c%c}\n", area, strings.ToUpper(area[:1])+area[1:], 'A'+number/26, 'A'+number%26)
		number++
		for _, o := range observations[area] {
			at, rest, _ := strings.Cut(o, " ")
			fmt.Fprintf(&cells, "  - {indicator: arrivals, area: %s, period: %s, source: census, %s}\n", area, at, rest)
		}
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"data/site.yaml":           "title: Test\n",
		"data/areas.yaml":          "areas:\n" + areas.String(),
		"data/dimensions.yaml":     "age: {name: Age, categories: {children: Children}}\n",
		"data/indicators.yaml":     "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: " + measure + ", definition: People who came.}\n",
		"data/sources.yaml":        "census: {publisher: Office, title: Count, issued: 2027, URL: \"https://example.org/count.pdf\"}\n",
		"data/observations/a.yaml": "observations:\n" + cells.String(),
		"content/_index.md":        "---\ntitle: Home\n---\nWords.\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, files := load(t, dir, templates.FS)
	page := read(t, "data/arrivals/index.html", files["data/arrivals/index.html"])
	page.structure(t)
	return page
}

// courses are the rows of the table of courses on a page, their cells parted by
// " | ", and the text under it. Each value must lead to its row of the page.
func (p *reading) courses(t *testing.T) (rows []string, under string) {
	t.Helper()
	for box := range p.root.Descendants() {
		if box.DataAtom != atom.Div || attribute(box, "class") != "courses" {
			continue
		}
		for n := range box.Descendants() {
			switch {
			case n.DataAtom == atom.Tr && n.Parent.DataAtom == atom.Tbody:
				var cells []string
				for cell := n.FirstChild; cell != nil; cell = cell.NextSibling {
					cells = append(cells, strings.Join(strings.Fields(words(cell)), " "))
				}
				rows = append(rows, strings.Join(cells, " | "))
			case n.DataAtom == atom.A && n.Parent.DataAtom == atom.Th:
				if to := attribute(n, "href"); !strings.HasPrefix(to, "../../areas/") {
					t.Errorf("an area leads to %q", to)
				}
			case n.DataAtom == atom.A && !slices.Contains(p.ids, strings.TrimPrefix(attribute(n, "href"), "#")):
				t.Errorf("a value leads to %q, which is not there", attribute(n, "href"))
			case n.DataAtom == atom.P:
				under = words(n)
			}
		}
	}
	return rows, under
}

// words is the text of an element and of what is in it.
func words(n *html.Node) string {
	var b strings.Builder
	for part := range n.Descendants() {
		if part.Type == html.TextNode {
			b.WriteString(part.Data)
		}
	}
	return b.String()
}
