package check_test

import (
	"testing"
	"testing/fstest"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// TestBound counts what is bound on the pages of an edition and of a snapshot,
// and nowhere else.
func TestBound(t *testing.T) {
	files := check.Example{
		{Name: "", Text: "In {{ period }}, {{ arrivals }} people came, [50%]{{ arrivals | change }} more; {{ arrivals | rose }}.\n\n" +
			"Under [12 moons]{{ literal \"a saying\" }}, [rule 13]{{ literal }} and [moons]{{ literal \"a name\" }}, 14 left, or fifteen.\n\n" +
			"So says *Arrivals in the first quarter of 2023*."},
		{Name: "content/snapshots/2023-03.md", Text: "---\ntitle: March\nperiod: 2023-03\n---\nThere were {{ presence serbia }}, and 7 more.\n"},
		{Name: "content/news/a.md", Text: "---\ntitle: A\ndate: 2023-04-01\n---\nThere were 7 people.\n"},
		{Name: "content/pages/about.md", Text: "---\ntitle: About\n---\nThere were 7 people.\n"},
	}.Apply()
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
	s, problems := site.Assemble(site.Config{}, set, documents)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := map[string]check.BoundShare{
		"2023-q1":           {Edition: "2023-q1", Bound: 3, Literal: 1, Unbound: 3},
		"snapshots/2023-03": {Edition: "snapshots/2023-03", Bound: 1, Unbound: 1},
	}
	got := check.Bound(s)
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
	for _, share := range got {
		if share != want[share.Edition] {
			t.Errorf("got %+v, want %+v", share, want[share.Edition])
		}
	}
	if _, all := check.Inspect(s); len(all) != len(got) || all[0] != got[0] || all[1] != got[1] {
		t.Errorf("Inspect counts %v, Bound %v", all, got)
	}
}

func document(name, text string) (*content.Document, bool) {
	if len(name) < 3 || name[len(name)-3:] != ".md" {
		return nil, false
	}
	d, _ := content.Parse(name, []byte(text))
	return d, true
}
