package site_test

import (
	"testing"

	"bulletin/internal/site"
)

// TestWholeOfIndicators: a donut of several indicators is named after what all
// of them are cases of, unless that has a value of its own which is another.
func TestWholeOfIndicators(t *testing.T) {
	const indicators = `- {id: decided, name: Décisions au fond, unit: {one: élément, other: éléments}, measure: flow, add: periods, of: asked, definition: Decided.}
- {id: up, name: Up, unit: {one: élément, other: éléments}, measure: flow, add: periods, of: decided, definition: Up.}
- {id: down, name: Down, unit: {one: élément, other: éléments}, measure: flow, add: periods, of: decided, definition: Down.}
- {id: shut, name: Shut, unit: {one: élément, other: éléments}, measure: flow, add: periods, of: asked, definition: Shut.}
`
	const values = "  - {indicator: up, area: kosovo, source: census, value: 30}\n  - {indicator: down, area: kosovo, source: census, value: 10}\n  - {indicator: shut, area: kosovo, source: census, value: 20}\n"
	for _, c := range []struct{ name, parts, more, want string }{
		{"what both are of", "up, down", "", "40 décisions au fond, Q1\u00a02023"},
		{"it has their sum", "up, down", "  - {indicator: decided, area: kosovo, source: census, value: 40}\n", "40 décisions au fond, Q1\u00a02023"},
		{"it has another value", "up, down", "  - {indicator: decided, area: kosovo, source: census, value: 50}\n", "40 éléments, Q1\u00a02023"},
		{"what all are of at two removes", "up, shut", "", "50 applications, Q1\u00a02023"},
	} {
		files := chartSite()
		files["data/indicators.yaml"] += indicators
		files["data/observations/c.yaml"] += values + c.more
		files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: donut\nindicators: [" + c.parts + "]\nareas: kosovo\ntitle: T\n```\n"
		s, problems := assemble(t, files, site.Config{})
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		serbia := page(t, s, "/reports/2023-q1/serbia/")
		spec := serbia.Text(serbia.Document.Body).Charts[0].Spec
		if got := spec.Whole + " " + spec.WholeNote; got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestNearlyAll: a fall that rounds to 100 per cent has its two counts beside
// it, since something is left; a fall to nothing from as many has none.
func TestNearlyAll(t *testing.T) {
	files := chartSite()
	files["data/observations/c.yaml"] += "  - {indicator: tents, source: census, period: 2021, values: {serbia: 600, greece: 600}}\n  - {indicator: tents, source: census, period: 2022, values: {serbia: 2, greece: 0}}\n"
	files["content/reports/2023-q1/serbia.md"] += "\n```chart\ntype: change\nindicator: tents\nareas: both\nperiod: 2022\ntitle: T\n```\n"
	s, problems := assemble(t, files, site.Config{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	serbia := page(t, s, "/reports/2023-q1/serbia/")
	spec := serbia.Text(serbia.Document.Body).Charts[0].Spec
	notes := map[string]string{}
	for _, row := range spec.Rows {
		notes[row.Label] = row.Note
	}
	if notes["Serbia"] != "600 to 2" || notes["Greece"] != "" {
		t.Errorf("got %v", notes)
	}
}
