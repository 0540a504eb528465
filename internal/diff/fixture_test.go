package diff_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diff"
	"bulletin/internal/site"
)

// base is a small site with something of everything that shows observations.
func base() map[string]string {
	return map[string]string{
		"data/site.yaml":  "title: Test bulletin\n",
		"data/areas.yaml": "areas:\n  - {id: serbia, name: Serbia, code: SRB}\n  - {id: greece, name: Greece, code: GRC}\ngroups:\n  - {id: both, name: Both, members: [serbia, greece]}\n",
		"data/indicators.yaml": `- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: People who came.}
- {id: tents, name: Tents, unit: {one: tent, other: tents}, measure: stock, add: areas, definition: Tents put up.}
- {id: rate, name: Rate, unit: {one: per cent, other: per cent}, measure: share, definition: A share.}
`,
		"data/dimensions.yaml": "age: {name: Age, categories: {children: Children, adults: Adults}}\n",
		"data/sources.yaml":    "census: {publisher: Office, title: Count, issued: 2023-04}\nupdate: {publisher: Office, title: Update, issued: 2023-05}\n",
		"data/observations/a.yaml": `period: 2023-Q1
observations:
  - {indicator: arrivals, area: serbia, source: census, value: 300, by: {age: {children: 100, adults: 150}}}
  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q1, value: 200}
  - {indicator: arrivals, area: greece, source: census, value: 500}
  - {indicator: tents, area: serbia, source: census, value: 7}
  - {indicator: tents, area: greece, source: census, value: 5}
  - {indicator: rate, area: serbia, source: census, value: 50}
`,
		"content/_index.md":                 "---\ntitle: Home\n---\nHello\n",
		"content/reports/2023-q1/_index.md": "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia, greece]\n---\nWords.\n",
		"content/reports/2023-q1/serbia.md": "---\ntitle: Serbia\narea: serbia\n---\nWords.\n",
		"content/reports/2023-q1/greece.md": "---\ntitle: Greece\narea: greece\n---\nWords.\n",
	}
}

const serbia = "content/reports/2023-q1/serbia.md"

// chapter is Serbia's with a body.
func chapter(body string) string { return "---\ntitle: Serbia\narea: serbia\n---\n" + body + "\n" }

// edits are texts of files to put in place of others: file, old, new.
type edits [][3]string

func (e edits) apply(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	edited := maps.Clone(files)
	for _, one := range e {
		if !strings.Contains(edited[one[0]], one[1]) {
			t.Fatalf("%s does not hold %q", one[0], one[1])
		}
		edited[one[0]] = strings.Replace(edited[one[0]], one[1], one[2], 1)
	}
	return edited
}

func assemble(t *testing.T, files map[string]string) *site.Site {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, _ := data.Load(fsys)
	var documents []*content.Document
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, "content/") {
			d, _ := content.Parse(name, []byte(files[name]))
			documents = append(documents, d)
		}
	}
	s, _ := site.Assemble(site.Config{}, set, documents)
	return s
}

func compare(t *testing.T, before, after map[string]string) *diff.Result {
	t.Helper()
	r := diff.Compare(assemble(t, before), assemble(t, after))
	r.Before, r.After = "main", "this folder"
	return r
}

func write(t *testing.T, format diff.Format, r *diff.Result) string {
	t.Helper()
	var b strings.Builder
	if err := diff.Write(&b, format, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
