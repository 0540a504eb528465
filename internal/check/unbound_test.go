package check_test

import (
	"testing"
	"testing/fstest"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// TestBound counts what is bound on the pages of an edition and of a snapshot,
// and nowhere else.
func TestBound(t *testing.T) {
	s, problems := withChange(check.Example{
		{Name: "", Text: "In {{ period }}, {{ arrivals }} people came, [50%]{{ arrivals | change }} more; {{ arrivals | rose }}.\n\n" +
			"Under [12 moons]{{ literal \"a saying\" }}, [rule 13]{{ literal }} and [moons]{{ literal \"a name\" }}, 14 left, or fifteen.\n\n" +
			"So says *Arrivals in the first quarter of 2023*."},
		{Name: "content/snapshots/2023-03.md", Text: "---\ntitle: March\nperiod: 2023-03\n---\nThere were {{ presence serbia }}, and 7 more.\n"},
		{Name: "content/news/a.md", Text: "---\ntitle: A\ndate: 2023-04-01\n---\nThere were 7 people.\n"},
		{Name: "content/pages/about.md", Text: "---\ntitle: About\n---\nThere were 7 people.\n"},
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := map[string]check.BoundShare{
		"2023-q1":           {Edition: "2023-q1", Bound: 3, Literal: 1, Unbound: 3},
		"snapshots/2023-03": {Edition: "snapshots/2023-03", Bound: 1, Unbound: 1},
	}
	_, got := check.Inspect(s)
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
	for _, share := range got {
		if share != want[share.Edition] {
			t.Errorf("got %+v, want %+v", share, want[share.Edition])
		}
	}
}

// TestBoundKnowsFigures counts an indicator whose id looks like a word for a
// period, and no figure that came to nothing.
func TestBoundKnowsFigures(t *testing.T) {
	s, problems := withChange(check.Example{
		{Name: "", Text: "In {{ period }}, {{ period-poverty }} people; {{ nope }} and {{ arrivals 1999 }} and [300]{{ nope }}."},
		{Name: "data/indicators.yaml", Text: `- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow, definition: People.}
- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock, definition: People.}
- {id: period-poverty, name: Poverty, unit: {one: person, other: people}, measure: flow, definition: People.}
`},
		{Name: "data/observations/poverty.yaml", Text: "period: 2023-Q1\nobservations:\n  - {indicator: period-poverty, source: office-2023-q1, values: {serbia: 30}}\n"},
	})
	if len(problems) == 0 {
		t.Fatal("nothing is wrong with figures of nothing")
	}
	_, got := check.Inspect(s)
	if want := (check.BoundShare{Edition: "2023-q1", Bound: 1, Unbound: 3}); len(got) != 1 || got[0] != want {
		t.Errorf("got %+v, want %+v; problems: %v", got, want, problems)
	}
}

// withChange is the example site with a change, and what is wrong with it.
func withChange(e check.Example) (*site.Site, diag.Problems) {
	files := e.Apply()
	fsys := fstest.MapFS{}
	var documents []*content.Document
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, f := range check.ExampleSite() {
		if d, ok := document(f.Name, files[f.Name]); ok {
			documents = append(documents, d)
		}
		delete(files, f.Name)
	}
	for name, text := range files {
		if d, ok := document(name, text); ok {
			documents = append(documents, d)
		}
	}
	set, _ := data.Load(fsys)
	return site.Assemble(site.Config{}, set, documents)
}

func document(name, text string) (*content.Document, bool) {
	if len(name) < 3 || name[len(name)-3:] != ".md" {
		return nil, false
	}
	d, _ := content.Parse(name, []byte(text))
	return d, true
}
