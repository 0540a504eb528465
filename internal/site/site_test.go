package site_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// base is a small site that has no problems.
func base() map[string]string {
	return map[string]string{
		"data/site.yaml":       "title: Test bulletin\nbaseURL: https://example.org/repo/\n",
		"data/areas.yaml":      "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: greece, name: Greece, code: GRC}\ngroups:\n  - {id: both, name: Both, members: [serbia, greece]}\n",
		"data/indicators.yaml": "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: People who came.}\n- {id: rate, name: Rate, unit: {one: per cent, other: per cent}, measure: share, definition: A share.}\n- {id: tents, name: Tents, unit: {one: tent, other: tents}, measure: stock, add: areas, definition: Tents put up.}\n",
		"data/dimensions.yaml": "age: {name: Age, categories: {children: Children, adults: Adults}}\n",
		"data/sources.yaml":    "census: {publisher: Office, title: Count, issued: 2023-04, URL: \"https://example.org/count\"}\n",
		"data/observations/a.yaml": `period: 2023-Q1
observations:
  - {indicator: arrivals, area: serbia, source: census, value: 300, by: {age: {children: 100}}}
  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q1, value: 200}
  - {indicator: arrivals, area: greece, source: census, value: 50, by: {age: {children: {share: 20}}}}
  - {indicator: rate, area: serbia, source: census, value: 50}
  - {indicator: rate, area: serbia, source: census, period: 2022-Q1, value: 40}
  - {indicator: tents, area: serbia, source: census, value: 7}
`,
		"content/_index.md":                 "---\ntitle: Home\n---\nHello\n",
		"content/reports/2023-q1/_index.md": "---\ntitle: \"Report, {{ period }}\"\nperiod: 2023-Q1\nareas: [serbia, greece]\n---\n## Summary\n",
		"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: \"people came in {{ period }}\"}\n---\n## Arrivals of {{ arrivals }}\n\nArrivals {{ arrivals | rose }}.\n",
		"content/reports/2023-q1/greece.md": "---\ntitle: Greece\narea: greece\nheadline: {indicator: arrivals, text: people}\n---\nIn {{ period }}, {{ arrivals }} people.\n",
		"content/pages/about.md":            "---\ntitle: About\n---\nWords.\n",
	}
}

func assemble(t testing.TB, files map[string]string, config site.Config) (*site.Site, diag.Problems) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, problems := data.Load(fsys)
	var documents []*content.Document
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ".md") {
			d, found := content.Parse(name, []byte(files[name]))
			problems = append(problems, found...)
			documents = append(documents, d)
		}
	}
	s, found := site.Assemble(config, set, documents)
	problems = append(problems, found...)
	problems.Sort()
	return s, problems
}

func page(t testing.TB, s *site.Site, route string) *site.Page {
	t.Helper()
	p, ok := s.Page(route)
	if !ok {
		t.Fatalf("there is no page %s", route)
	}
	return p
}

func TestAssemble(t *testing.T) {
	s, problems := assemble(t, base(), site.Config{})
	if len(problems) > 0 {
		t.Fatalf("a good site has problems: %v", problems)
	}
	edition := page(t, s, "/reports/2023-q1/")
	if edition.Title != "Report, the first quarter of 2023" {
		t.Errorf("title: %q", edition.Title)
	}
	serbia := page(t, s, "/reports/2023-q1/serbia/")
	if serbia.Kind != site.Chapter || serbia.Parent != edition || serbia.Next == nil || serbia.Next.Title != "Greece" {
		t.Errorf("Serbia's chapter stands wrongly: %+v", serbia)
	}
	h := serbia.Headline
	if h == nil || h.Now.Value.String() != "300" || h.Base.Value.String() != "200" || h.Change.Text != "+50%" {
		t.Errorf("headline: %+v", h)
	}
	headings := serbia.Text(serbia.Document.Body).Headings
	if len(headings) != 1 || headings[0].Text != "Arrivals of 300" || headings[0].ID != "arrivals-of-300" {
		t.Errorf("headings: %+v", headings)
	}
	for _, route := range []string{"/", "/about/", "/data/", "/data/arrivals/", "/data/tents/", "/sources/", "/reports/", "/404.html"} {
		page(t, s, route)
	}
	if len(s.Redirects) != 1 || s.Redirects[0].From != "/reports/latest/" || s.Redirects[0].To != edition {
		t.Errorf("redirects: %+v", s.Redirects)
	}
}

// TestProblems has, for each problem that joining finds, an example that gives
// it and nothing else.
func TestProblems(t *testing.T) {
	chart := func(body string) string {
		return "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: people}\n---\n```chart\n" + body + "```\n"
	}
	const serbia = "content/reports/2023-q1/serbia.md"
	for _, c := range []struct {
		name, file, text string
		want             string // "file:line:col rule part of the message"
	}{
		{"two pages at one address", "content/pages/reports/2023-q1/serbia.md", "---\ntitle: X\n---\n", "content/reports/2023-q1/serbia.md:1 route already"},
		{"an unknown area in an edition", "content/reports/2023-q1/_index.md", "---\ntitle: R\nperiod: 2023-Q1\nareas: [serbia, greece, grece]\n---\n", "content/reports/2023-q1/_index.md:4:25 unknown-name grece"},
		{"a chapter of an area that is not declared", "content/reports/2023-q1/_index.md", "---\ntitle: R\nperiod: 2023-Q1\nareas: [serbia]\n---\n", "content/reports/2023-q1/greece.md:3:7 edition greece"},
		{"two chapters of one area", "content/reports/2023-q1/zz.md", "---\ntitle: Z\narea: serbia\n---\n", "content/reports/2023-q1/zz.md:3:7 edition already"},
		{"a section without an edition", "content/reports/2023-q2/x.md", "---\ntitle: X\n---\n", "content/reports/2023-q2/x.md:1 edition no opening page"},
		{"an unknown comparison", "content/reports/2023-q1/_index.md", "---\ntitle: R\nperiod: 2023-Q1\nareas: [serbia, greece]\ncompare: yesterday\n---\n", "content/reports/2023-q1/_index.md:5:10 front-matter yesterday"},
		{"an unknown indicator in a figure", serbia, "---\ntitle: Serbia\narea: serbia\n---\n{{ arivals }}\n", serbia + ":5:4 "},
		{"a cell that the data does not have", serbia, "---\ntitle: Serbia\narea: serbia\n---\n{{ arrivals 2019-Q1 }}\n", serbia + ":5:"},
		{"an unknown headline", serbia, "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arivals, text: x}\n---\n", serbia + ":4:23 unknown-name arivals"},
		{"a headline without a figure", "content/reports/2023-q1/greece.md", "---\ntitle: G\narea: greece\nheadline: {indicator: tents, text: x}\n---\n", "content/reports/2023-q1/greece.md:4:23 figure no tents"},
		{"an alias that a page has", "content/pages/about.md", "---\ntitle: A\naliases: [/data/]\n---\n", "content/pages/about.md:3:11 route already"},
		{"an alias for the file of a page", "content/pages/about.md", "---\ntitle: A\naliases: [/data/index.html]\n---\n", "content/pages/about.md:3:11 route already"},
		{"an alias that is no address", "content/pages/about.md", "---\ntitle: A\naliases: [/a/../b]\n---\n", "content/pages/about.md:3:11 "},
		{"a chart without an indicator", serbia, chart("type: bar\n"), serbia + ":7:7 chart names no indicator"},
		{"a chart of an unknown type", serbia, chart("type: bra\nindicator: arrivals\nareas: report\n"), serbia + ":7:7 chart bra"},
		{"a chart of an unknown area", serbia, chart("type: bar\nindicator: arrivals\nareas: [serbai]\n"), serbia + ":9:9 unknown-name serbai"},
		{"a chart of an unknown indicator", serbia, chart("type: bar\nindicator: arrival\n"), serbia + ":8:12 unknown-name arrival"},
		{"a chart of an unknown dimension", serbia, chart("type: bar\nindicator: arrivals\nby: ages\n"), serbia + ":9:5 unknown-name ages"},
		{"a chart of a wrong period", serbia, chart("type: bar\nindicator: arrivals\nperiods: [2023-Q9]\n"), serbia + ":9:11 period 2023-Q9"},
		{"a chart of two units", serbia, chart("type: bar\nindicators: [arrivals, tents]\n"), serbia + ":8:24 chart units"},
		{"an empty chart", serbia, chart("type: bar\nindicator: arrivals\nperiods: [2019-Q1]\n"), serbia + ":9:11 chart shows nothing"},
		{"a change of three periods", serbia, chart("type: change\nindicator: arrivals\nperiods: [2021-Q1, 2022-Q1, 2023-Q1]\n"), serbia + ":9:11 chart compares two"},
		{"a chart in an unknown order", serbia, chart("type: bar\nindicator: arrivals\nareas: report\nsort: size\ntitle: T\n"), serbia + ":10:7 chart size"},
		{"a change split by categories", serbia, chart("type: change\nindicator: arrivals\nby: age\ntitle: T\n"), serbia + ":9:5 chart no effect"},
		{"a bar chart that compares", serbia, chart("type: bar\nindicator: arrivals\ncompare: previous\ntitle: T\n"), serbia + ":9:10 chart no effect"},
		{"a chart with period and periods", serbia, chart("type: bar\nindicator: arrivals\nperiod: 2023-Q1\nperiods: [2022-Q1, 2023-Q1]\ntitle: T\n"), serbia + ":9:9 chart no effect"},
		{"a chart of an area twice", serbia, chart("type: bar\nindicator: arrivals\nareas: [serbia, serbia]\ntitle: T\n"), serbia + ":9:17 chart twice"},
		{"a chart of the last periods of nothing", serbia, chart("type: line\nindicator: tents\nareas: greece\nperiods: last 8\ntitle: T\n"), serbia + ":10:10 chart shows nothing"},
		{"a split over areas and periods", serbia, chart("type: bar\nindicator: arrivals\nareas: report\nperiods: [2022-Q1, 2023-Q1]\nby: age\ntitle: T\n"), serbia + ":11:5 chart leaves room"},
		{"a change of shares", serbia, chart("type: change\nindicator: rate\nareas: serbia\ntitle: T\n"), serbia + ":8:12 chart in per cent"},
		{"counts and shares on one axis", serbia, chart("type: bar\nindicator: arrivals\nareas: [serbia, greece]\nby: age\ntitle: T\n"), serbia + ":10:5 chart side by side"},
		{"an order for rows over time", serbia, chart("type: bar\nindicator: arrivals\nperiods: [2022-Q1, 2023-Q1]\nsort: name\ntitle: T\n"), serbia + ":10:7 chart over time"},
		{"the last periods of headlines", serbia, chart("type: bar\nindicator: headline\nareas: report\nperiods: last 4\ntitle: T\n"), serbia + ":10:10 period headline"},
		{"a chart without a title", serbia, chart("type: bar\nindicator: arrivals\nareas: report\n"), serbia + ":7:7 chart title"},
		{"an unknown name in a chart's title", serbia, chart("type: bar\nindicator: arrivals\ntitle: \"{{ arivals }}\"\n"), serbia + ":9:12 "},
		{"a wrong address of the site", "data/site.yaml", "title: T\nbaseURL: /repo/\n", "data/site.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := base()
			files[c.file] = c.text
			_, problems := assemble(t, files, site.Config{})
			if len(problems) != 1 {
				t.Fatalf("want one problem, got %d: %v", len(problems), problems)
			}
			got := problems[0].Pos.String() + " " + problems[0].Rule + " " + problems[0].Message
			want := strings.SplitN(c.want, " ", 3)
			if !strings.HasPrefix(got, want[0]) || len(want) > 1 && !strings.Contains(got, " "+want[1]) || len(want) > 2 && !strings.Contains(got, want[2]) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDrafts(t *testing.T) {
	files := base()
	files["content/pages/about.md"] = "---\ntitle: About\ndraft: true\n---\n"
	s, _ := assemble(t, files, site.Config{})
	if _, ok := s.Page("/about/"); ok {
		t.Error("a draft is published")
	}
	s, _ = assemble(t, files, site.Config{Drafts: true})
	page(t, s, "/about/")

	files = base()
	files["content/reports/2023-q1/_index.md"] = strings.Replace(files["content/reports/2023-q1/_index.md"], "title:", "draft: true\ntitle:", 1)
	s, problems := assemble(t, files, site.Config{})
	if file, ok := s.Draft("2023-q1", "serbia"); !ok || file != "content/reports/2023-q1/serbia.md" {
		t.Errorf("the chapter is left out as a draft, and not known as such: %q", file)
	}
	if file, ok := s.Draft("2023-q1", ""); !ok || file != "content/reports/2023-q1/_index.md" {
		t.Errorf("the edition is left out as a draft, and not known as such: %q", file)
	}
	if file, ok := s.Draft("2023-q1", "albania"); ok {
		t.Errorf("no chapter is about Albania, but %s", file)
	}
	if _, ok := s.Page("/reports/2023-q1/serbia/"); ok || len(problems) > 0 {
		t.Errorf("the sections of an edition that is a draft are published, or missed: %v", problems)
	}
}

func TestResolve(t *testing.T) {
	s, _ := assemble(t, base(), site.Config{Files: []string{"content/uploads/map.png"}})
	from := page(t, s, "/reports/2023-q1/serbia/")
	for _, c := range []struct {
		written, route, fragment string
		internal                 bool
	}{
		{"greece.md", "/reports/2023-q1/greece/", "", true},
		{"greece.md#x", "/reports/2023-q1/greece/", "x", true},
		{"../../pages/about.md", "/about/", "", true},
		{"/content/pages/about.md", "/about/", "", true},
		{"/about/", "/about/", "", true},
		{"/about", "/about/", "", true},
		{"#here", "/reports/2023-q1/serbia/", "here", true},
		{"../greece/", "/reports/2023-q1/greece/", "", true},
		{"/uploads/map.png", "/uploads/map.png", "", true},
		{"/uploads/a%20b.png#p%C3%A9", "/uploads/a b.png", "pé", true},
		{"https://example.org/", "", "", false},
		{"//example.org/", "", "", false},
		{"mailto:a@example.org", "", "", false},
	} {
		target, internal := s.Resolve(from, c.written)
		if internal != c.internal || target.Route != c.route || target.Fragment != c.fragment {
			t.Errorf("%s: got %+v, %v", c.written, target, internal)
		}
	}
}

// TestReservedIDs: a heading never takes an id that a page has by itself.
func TestReservedIDs(t *testing.T) {
	files := base()
	files["content/pages/about.md"] = "---\ntitle: About\n---\n## Main\n\n## Note 1\n\n## Note 1\n\n## Overview heading\n\n## Revisions\n\n## ***\n"
	s, _ := assemble(t, files, site.Config{})
	p := page(t, s, "/about/")
	var got []string
	for _, h := range p.Text(p.Document.Body).Headings {
		got = append(got, h.ID)
	}
	want := []string{"section-main", "section-note-1", "section-note-1-2", "section-overview-heading", "section-revisions", "section"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLink(t *testing.T) {
	s, _ := assemble(t, base(), site.Config{})
	for _, c := range []struct{ from, to, want string }{
		{"/", "/about/", "about/"},
		{"/", "/", "./"},
		{"/about/", "/", "../"},
		{"/reports/2023-q1/serbia/", "/data/arrivals/#serbia-2023-q1", "../../../data/arrivals/#serbia-2023-q1"},
		{"/404.html", "/about/", "/repo/about/"},
	} {
		if got := s.Link(page(t, s, c.from), c.to); got != c.want {
			t.Errorf("from %s to %s: got %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{"Arrivals of 300": "arrivals-of-300", "  Šid – centre!": "sid-centre", "***": "", "A  b": "a-b"} {
		if got := site.Slug(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
