package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// areaSite joins the observations, under their period and indicator, of a small world,
// and documents.
func areaSite(t *testing.T, observations string, documents map[string]string) *site.Site {
	t.Helper()
	files := fstest.MapFS{}
	for name, src := range map[string]string{
		"site.yaml": "title: A\nlanguage: en\nbaseURL: \"https://example.org/\"\npublisher: {name: B}\nlicense: {name: CC0}\nthresholds: {small_base: 100, small_count: 5}\n",
		"areas.yaml": `areas:
  - {id: a, name: Aland, code: ALB}
  - {id: b, name: Beland, code: BGR}
  - {id: c, name: Celand, code: HRV}
  - {id: both, name: A and B, covers: [a, b]}
  - {id: empty, name: Nowhere}
groups:
  - {id: ab, name: The two, members: [a, b]}
  - {id: abc, name: The three, members: [a, b, c]}
  - {id: overlap, name: Overlapping, members: [a, both]}
  - {id: none, name: No figures, members: [empty]}
`,
		"dimensions.yaml": "age: {name: Age, categories: {children: Children, adults: Adults}}\n",
		"indicators.yaml": `- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow, add: all}
- {id: asked, name: Applications, unit: {one: case, other: cases}, measure: flow, add: periods, caveat: Some apply twice.}
- {id: present, name: Present, unit: {one: person, other: people}, measure: stock, add: areas}
- {id: part, name: Part, measure: share}
- {id: shown, name: Invented, example: true, unit: {one: case, other: cases}, measure: flow}
`,
		"sources.yaml":        "s: {publisher: P, title: T, issued: 2024, URL: \"https://example.org/\", covers: [2015, 2025]}\n",
		"observations/a.yaml": "observations:\n" + observations,
	} {
		files["data/"+name] = &fstest.MapFile{Data: []byte(src)}
	}
	set, problems := data.Load(files)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	var docs []*content.Document
	for _, file := range slices.Sorted(func(yield func(string) bool) {
		for name := range documents {
			if !yield(name) {
				return
			}
		}
	}) {
		d, found := content.Parse(file, []byte(documents[file]))
		if found.Errors() > 0 {
			t.Fatal(found)
		}
		docs = append(docs, d)
	}
	s, problems := site.Assemble(site.Config{}, set, docs)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	return s
}

// values are observations of an indicator in an area: "2022-Q1 100, 2022-Q2 {status: O}".
func values(indicator, area, list string) string {
	var b strings.Builder
	for _, one := range strings.Split(list, "; ") {
		when, value, _ := strings.Cut(one, " ")
		if !strings.HasPrefix(value, "{") {
			value = "{value: " + value + "}"
		}
		fmt.Fprintf(&b, "  - {indicator: %s, area: %s, period: %s, source: s, %s\n", indicator, area, when, value[1:])
	}
	return b.String()
}

func area(t *testing.T, s *site.Site, id string) *data.Area {
	t.Helper()
	a, ok := s.Set.Area(id)
	if !ok {
		t.Fatalf("there is no area %s", id)
	}
	return a
}

// TestAreaPages: an area has a page where it has figures, if only parts, or a chapter,
// a group where a member has one; invented figures make none, and an author's page
// takes the place of one that Bulletin makes.
func TestAreaPages(t *testing.T) {
	s := areaSite(t, values("arrivals", "a", "2022-Q1 100")+values("shown", "empty", "2022-Q1 100"), map[string]string{
		"content/reports/2022-q1/_index.md": "---\ntitle: E\nperiod: 2022-Q1\nareas: [c]\n---\n",
		"content/reports/2022-q1/c.md":      "---\ntitle: C\narea: c\n---\n",
	})
	for id, want := range map[string]bool{"a": true, "b": false, "c": true, "empty": false, "ab": true, "abc": true, "none": false} {
		if _, there := s.AreaPage(area(t, s, id)); there != want {
			t.Errorf("a page of %s: %v, want %v", id, there, want)
		}
	}
	list, ok := s.Page(site.AreasRoute)
	if !ok || len(list.Entries) != 5 {
		t.Fatalf("the list: %v", list)
	}
	if about := s.About(area(t, s, "c")); len(about.Chapters) != 1 || about.Chapters[0].Route != "/reports/2022-q1/c/" {
		t.Errorf("about c: %v", about)
	}
	own := areaSite(t, values("arrivals", "a", "2022-Q1 100"), map[string]string{
		"content/pages/areas.md": "---\ntitle: Our areas\n---\n", "content/pages/areas/a.md": "---\ntitle: Our land\n---\n",
	})
	for route, title := range map[string]string{"/areas/": "Our areas", "/areas/a/": "Our land"} {
		if p, _ := own.Page(route); p == nil || p.Title != title {
			t.Errorf("%s is %v, want the author's", route, p)
		}
	}
	if list, _ := own.Page("/areas/"); len(list.Entries) != 4 {
		t.Errorf("the author's list has %d entries", len(list.Entries))
	}
	if _, ok := areaSite(t, values("shown", "a", "2022-Q1 100"), nil).Page(site.AreasRoute); ok {
		t.Error("a site without figures has a list of areas")
	}
}

// TestReadings: where an indicator stands, what it is compared with, and its line.
func TestReadings(t *testing.T) {
	for name, c := range map[string]struct {
		observations string
		now, before  string // period and value; empty without
		change       string
		line         string // periods of its ends, and how many points
		gap          string
	}{
		"one value":             {values("arrivals", "a", "2022-Q1 100"), "2022-Q1 100", "", "", "", ""},
		"a year earlier":        {values("arrivals", "a", "2021-Q1 200; 2021-Q4 300; 2022-Q1 100"), "2022-Q1 100", "2021-Q1 200", "−50%", "", ""},
		"the one before":        {values("arrivals", "a", "2021-Q3 200; 2022 900; 2021 800; 2022-Q4 100"), "2022 900", "2021 800", "+13%", "", ""},
		"as long a period":      {values("arrivals", "a", "2021 900; 2021-Q4 200; 2022-Q1 100"), "2022-Q1 100", "2021-Q4 200", "−50%", "", ""},
		"a line of years":       {values("arrivals", "a", "2019 1000; 2020 2000; 2021 3000; 2022 4000"), "2022 4000", "2021 3000", "+33%", "2019 2022 4", ""},
		"a gap in the line":     {values("arrivals", "a", "2018 1000; 2019 2000; 2021 3000; 2022 4000"), "2022 4000", "2021 3000", "+33%", "2018 2022 5", ""},
		"lonely values":         {values("arrivals", "a", "2015 1; 2020 2000; 2021 3000; 2022 4000"), "2022 4000", "2021 3000", "+33%", "2020 2022 3", ""},
		"stock at one day":      {values("present", "a", "2021-Q4 200; 2022-03 300; 2022-Q4 100"), "2022-Q4 100", "2021-Q4 200", "−50%", "", ""},
		"missing":               {values("arrivals", "a", "2022-Q1 {status: L}"), "", "", "", "", "2022-Q1"},
		"missing since":         {values("arrivals", "a", "2022-Q1 100; 2022-Q2 {status: L}"), "2022-Q1 100", "", "", "", "2022-Q2"},
		"missing before":        {values("arrivals", "a", "2021-Q1 {status: L}; 2022-Q1 100"), "2022-Q1 100", "", "", "", ""},
		"a break in the series": {values("arrivals", "a", "2021-Q1 200; 2022-Q1 {value: 100, status: B}"), "2022-Q1 100", "2021-Q1 200", "−50%", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := areaSite(t, c.observations, nil)
			all := s.Readings(area(t, s, "a"))
			if len(all) != 1 {
				t.Fatalf("%d readings", len(all))
			}
			r := all[0]
			words := func(o *data.Observation) string {
				if o == nil {
					return ""
				}
				return o.Period.String() + " " + o.Value.String()
			}
			if got := words(r.Now); got != c.now {
				t.Errorf("newest %q, want %q", got, c.now)
			}
			if got := words(r.Before); got != c.before {
				t.Errorf("before %q, want %q", got, c.before)
			}
			if r.Change.Text != c.change || r.HasChange != (c.change != "") {
				t.Errorf("change %q, want %q", r.Change.Text, c.change)
			}
			line := ""
			if n := len(r.Line.Points); n > 0 {
				line = fmt.Sprint(r.Line.At(0), " ", r.Line.At(n-1), " ", n)
			}
			if line != c.line {
				t.Errorf("line %q, want %q", line, c.line)
			}
			gap := ""
			if r.Gap != nil {
				gap = r.Gap.Period.String()
			}
			if gap != c.gap {
				t.Errorf("gap %q, want %q", gap, c.gap)
			}
		})
	}
}

// TestLongLine: of 300 months a line shows the newest 240, and a break in the series
// is a break in the line.
func TestLongLine(t *testing.T) {
	var list []string
	for m := range 300 {
		value := fmt.Sprint(1000 + m)
		if m == 250 {
			value = "{value: 5, status: B, note: Counted anew.}"
		}
		list = append(list, fmt.Sprintf("%d-%02d %s", 2000+m/12, m%12+1, value))
	}
	s := areaSite(t, values("arrivals", "a", strings.Join(list, "; ")), nil)
	line := s.Readings(area(t, s, "a"))[0].Line
	if len(line.Points) != 240 || line.At(239).String() != "2024-12" {
		t.Fatalf("%d points", len(line.Points))
	}
	for n, p := range line.Points {
		if p.Break != (n == 190) {
			t.Errorf("point %d, %s: break %v", n, line.At(n), p.Break)
		}
	}
}

// TestComparisons: members are compared in the newest period of most, and added up only
// where that may be done.
func TestComparisons(t *testing.T) {
	two := func(indicator, a, b string) string { return values(indicator, "a", a) + values(indicator, "b", b) }
	for name, c := range map[string]struct {
		group, observations string
		want                string // period, members by size, sum or why there is none
	}{
		"summed":         {"ab", two("arrivals", "2022-Q1 100", "2022-Q1 300; 2022-Q2 500"), "2022-Q1: b a; sum 400"},
		"not additive":   {"ab", two("asked", "2022-Q1 100", "2022-Q1 300"), "2022-Q1: b a; Not added up. Some apply twice."},
		"shares":         {"ab", two("part", "2022-Q1 10", "2022-Q1 30"), "2022-Q1: b a; Percentages are not added up."},
		"one lacks":      {"abc", two("arrivals", "2022-Q1 100", "2022-Q1 300"), "2022-Q1: b a -c; Not added up: not every member has a figure."},
		"one alone":      {"ab", values("arrivals", "a", "2022-Q1 100"), ""},
		"no period":      {"ab", two("arrivals", "2022-Q1 100", "2022-Q2 300"), ""},
		"definition":     {"ab", two("arrivals", "2022-Q1 100", "2022-Q1 {value: 300, status: D, note: With others.}"), "2022-Q1: b a; Not added up: Beland, definition differs. With others."},
		"overlap":        {"overlap", values("arrivals", "a", "2022-Q1 100") + values("arrivals", "both", "2022-Q1 300"), "2022-Q1: both a; Not added up: Aland and A and B overlap."},
		"its own":        {"ab", two("arrivals", "2022-Q1 100", "2022-Q1 300") + values("arrivals", "ab", "2022-Q1 400"), "2022-Q1: b a; own 400"},
		"at end of both": {"ab", two("present", "2022-Q1 100", "2022-03 300"), "2022-Q1: b a; sum 400"},
	} {
		t.Run(name, func(t *testing.T) {
			s := areaSite(t, c.observations, nil)
			got := ""
			for _, one := range s.Comparisons(area(t, s, c.group)) {
				got += one.Period.String() + ":"
				for _, row := range one.Rows {
					got += " "
					if row.Now == nil {
						got += "-"
					}
					got += row.Area.ID
				}
				switch {
				case one.Own != nil:
					got += "; own " + one.Own.Value.String()
				case one.Summed:
					got += "; sum " + one.Sum.String()
				default:
					got += "; " + one.Unsummed
				}
			}
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestHeadlines: an area leads with the key figure of its newest chapter, else with its
// newest value.
func TestHeadlines(t *testing.T) {
	s := areaSite(t, values("arrivals", "a", "2022-Q1 100")+values("asked", "a", "2023-Q1 5")+values("arrivals", "b", "2022-Q1 7")+values("asked", "b", "2021-Q1 5; 2020-Q1 6"), map[string]string{
		"content/reports/2022-q1/_index.md": "---\ntitle: E\nperiod: 2022-Q1\nareas: [a]\n---\n",
		"content/reports/2022-q1/a.md":      "---\ntitle: A\narea: a\nheadline: {indicator: arrivals, text: people}\n---\n",
	})
	var got []string
	for _, r := range s.Headlines([]*data.Area{area(t, s, "a"), area(t, s, "b"), area(t, s, "c")}) {
		if r == nil {
			got = append(got, "none")
			continue
		}
		got = append(got, r.Indicator.ID+" "+r.Now.Value.String())
	}
	if want := "arrivals 100, arrivals 7, none"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAbout: an area is told of the snapshots and articles that show a figure of it or
// name it, and of the region pages that name it.
func TestAbout(t *testing.T) {
	s := areaSite(t, values("arrivals", "a", "2022-Q1 100")+values("arrivals", "b", "2022-Q1 100"), map[string]string{
		"content/snapshots/2022-01.md": "---\ntitle: Named\nperiod: 2022-01\nareas: [a]\n---\n",
		"content/snapshots/2022-02.md": "---\ntitle: Shown\nperiod: 2022-02\n---\n{{ arrivals a 2022-Q1 }} people\n",
		"content/news/one.md":          "---\ntitle: News\ndate: 2022-04-01\n---\n{{ arrivals a 2022-Q1 }} people, {{ arrivals b 2022-Q1 }} there\n",
		"content/news/two.md":          "---\ntitle: Nothing\ndate: 2022-04-02\n---\nNo figure.\n",
	})
	routes := func(pages []*site.Page) string {
		var all []string
		for _, p := range pages {
			all = append(all, p.Route)
		}
		return strings.Join(all, " ")
	}
	about := s.About(area(t, s, "a"))
	if got, want := routes(about.Snapshots), "/snapshots/2022-02/ /snapshots/2022-01/"; got != want {
		t.Errorf("snapshots %s, want %s", got, want)
	}
	if got, want := routes(about.Articles), "/news/one/"; got != want {
		t.Errorf("articles %s, want %s", got, want)
	}
	if got := routes(s.About(area(t, s, "b")).Snapshots); got != "" {
		t.Errorf("b is on %s", got)
	}
}
