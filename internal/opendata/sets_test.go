package opendata_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
)

// load loads a site's data; any error fails the test.
func load(t testing.TB, files map[string]string) *data.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["data/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, ps := data.Load(fsys)
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	return set
}

// own is the data of this repository.
func own(t testing.TB) *data.Set {
	t.Helper()
	set, ps := data.Load(os.DirFS("../.."))
	if ps.Errors() > 0 {
		t.Fatal(ps)
	}
	return set
}

// hostile is a site whose texts files like to change, or spreadsheets to run.
func hostile(t testing.TB) *data.Set {
	t.Helper()
	quoted := func(text string) string {
		out, err := json.Marshal(text) // which YAML reads, too
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	texts := []string{
		"=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2", `say "a", then 'b'`, "two\nlines", "a\ttab", "</script><script>alert(1)</script>", "<!-- ]]> &amp; &#65;",
		"\u2067שלום\u2069", "zero\u200bwidth", "👩‍👩‍👧 e\u0301", strings.Repeat("ž", 10_000), "{{ figure }}", `back\slash`, "_x000D_ _xD800_ _x0041_", "semi;=1", "'=1", `\.`, " led ", "2023", "TRUE", "1e5",
	}
	observations := "observations:\n"
	for i, text := range texts {
		observations += fmt.Sprintf("  - {indicator: arrivals, area: here, period: %d, source: paper, value: %d.50, note: %s}\n", 2000+i, i, quoted(text))
	}
	observations += `  - {indicator: arrivals, area: there, period: 2000-Q1, status: O, note: "=missing"}
  - indicator: arrivals
    area: there
    period: 2001-01..2001-03
    source: paper
    status: P
    value: 10.0
    complete: true
    by:
      age: {children: {value: 4, by: {sex: {girls: 1}}}, adults: {value: 6, source: web, status: E}}
  - {indicator: arrivals, area: there, period: 2002, source: paper, value: 9, by: {sex: {girls: {share: 30.5}}}}
  - {indicator: rate, area: there, period: 2001, source: web, value: -0.5}
  - {indicator: invented, area: nowhere, period: 2001, source: dream, value: 1, by: {mood: {good: 1}}}
`
	return load(t, map[string]string{
		"site.yaml": "title: \"=Title; +1\"\ndescription: \"A \\\"site\\\", </script>\"\nlicense: {name: \"CC BY 4.0\", url: \"https://example.org/by?a=1&b=2\"}\npublisher: {name: \"@desk\", url: \"https://example.org/\", email: desk@example.org}\n",
		"areas.yaml": `areas:
  - {id: here, name: "=HERE()", code: HRE, naming: disputed}
  - {id: there, name: "-There, \"quoted\"", covers: [here]}
  - {id: nowhere, name: Nowhere}
  - {id: unseen, name: Unseen}
groups:
  - {id: both, name: "+Both", members: [here, there]}
  - {id: dreams, name: Dreams, members: [nowhere]}
naming: {disputed: "@name\nof two lines"}
`,
		"dimensions.yaml": "age: {name: =Age, categories: {children: \"-Children\", adults: Adults}}\nsex: {name: Sex, categories: {girls: Girls}}\nmood: {name: Mood, categories: {good: Good}}\n",
		"indicators.yaml": `- {id: arrivals, name: "=Arrivals", unit: {one: "=person a day", other: "+people a day"}, measure: flow, add: all, definition: "@defined\nhere", caveat: "-caveat"}
- {id: rate, name: Rate, unit: {one: per cent, other: per cent}, measure: change}
- {id: invented, name: Invented, unit: {one: a, other: b}, measure: flow, example: true}
`,
		"sources.yaml": `paper: {publisher: "=Desk", title: "+Title", issued: 2023-04, URL: "https://example.org/a?b=c&d=%22", covers: [2023-Q1, 2000], note: "-note"}
web: {publisher: Web, title: Site}
dream: {publisher: Dream, title: Night}
unused: {publisher: Unused, title: Shelf}
`,
		"observations/all.yaml":   observations,
		"published/2023-q1.yaml":  "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: here, period: 2000, value: 9, date: 2023-06-01}\n",
		"revisions.yaml":          "- {indicator: arrivals, area: here, period: 2000, was: 9, now: 1, date: 2023-07-01, reason: First.}\n- {indicator: arrivals, area: here, period: 2000-01..2000-12, was: 1, now: 0.50, date: 2023-08-02, reason: Second.}\n",
		"observations/empty.yaml": "observations: []\n",
	})
}
