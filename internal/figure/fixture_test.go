package figure_test

import (
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

// load is a small set with everything that the language speaks of.
func load(t testing.TB) *data.Set {
	t.Helper()
	set, problems := data.Load(fstest.MapFS{
		"data/site.yaml": {Data: []byte("title: Test\n")},
		"data/areas.yaml": {Data: []byte(`areas:
  - {id: serbia, name: Serbia, code: SRB}
  - {id: greece, name: Greece, code: GRC}
  - {id: montenegro, name: Montenegro, code: MNE}
  - {id: kosovo, name: "Kosovo*", code: XKX}
groups:
  - {id: both, name: Both, members: [serbia, greece]}
`)},
		"data/dimensions.yaml": {Data: []byte("nationality: {name: Nationality, categories: {syria: Syria, pakistan: Pakistan, bangladesh: Bangladesh}}\nage: {name: Age, categories: {children: Children, adults: Adults}}\n")},
		"data/indicators.yaml": {Data: []byte(`- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, add: none, definition: x, caveat: The same person may be counted twice.}
- {id: tents, name: Tents, unit: {one: tent, other: tents}, measure: flow, add: all, definition: x}
- {id: rate, name: Rate, unit: {one: per cent, other: per cent}, measure: share, add: none, definition: x}
- {id: trend, name: Trend, unit: {one: per cent, other: per cent}, measure: change, add: none, definition: x}
`)},
		"data/sources.yaml": {Data: []byte("s: {publisher: P, title: T, issued: 2023}\n")},
		"data/observations/a.yaml": {Data: []byte(`period: 2023-Q1
observations:
  - indicator: arrivals
    source: s
    values:
      serbia: {value: 16216, by: {nationality: {syria: 346, pakistan: 239, bangladesh: 1083}, age: {children: 100, adults: {share: 28}}}}
      greece: 1000
      montenegro: 868
      kosovo: {value: 237, status: E}
  - {indicator: arrivals, source: s, period: 2022-Q1, values: {serbia: 10373, greece: 1000, montenegro: 79, kosovo: 84}}
  - {indicator: arrivals, source: s, period: 2022-Q4, values: {serbia: 25000, greece: {value: 1004, status: D, note: other people}}}
  - {indicator: arrivals, area: montenegro, period: 2022-Q4, status: O, note: Not published.}
  - {indicator: arrivals, area: kosovo, source: s, period: 2022-Q4, value: 0}
  - {indicator: tents, source: s, values: {serbia: 7, greece: 5}}
  - {indicator: tents, source: s, period: 2022-Q1, values: {serbia: 1}}
  - {indicator: tents, area: montenegro, source: s, value: 80, by: {nationality: {syria: 60, pakistan: 10, bangladesh: {status: M}}}}
  - {indicator: tents, area: montenegro, source: s, period: 2022-Q1, value: 1}
  - {indicator: tents, source: s, period: 2023-Q2, values: {serbia: 3}}
  - {indicator: tents, source: s, period: 2023-Q3, values: {serbia: 3}}
  - {indicator: tents, source: s, period: 2023-Q4, values: {serbia: 4}}
  - {indicator: rate, source: s, values: {serbia: 25.5, greece: 0.4}}
  - {indicator: rate, source: s, period: 2022-Q1, values: {serbia: 20.5, greece: 0.4}}
  - {indicator: trend, source: s, values: {serbia: 6, greece: -18}}
`)},
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return set
}

// scope is a page about Serbia in the first quarter of 2023.
func scope(t testing.TB) figure.Scope {
	t.Helper()
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	p, err := period.Parse("2023-Q1")
	if err != nil {
		t.Fatal(err)
	}
	return figure.Scope{Set: load(t), Locale: l, Area: "serbia", Period: p, Headline: func(area string) string {
		if area == "kosovo" {
			return ""
		}
		return "arrivals"
	}}
}

func at(offset int) diag.Pos { return diag.Pos{File: "p.md", Line: 1, Col: offset + 1} }

func evaluate(s figure.Scope, source string) (figure.Value, diag.Problems) {
	e, problems := figure.Parse(source, at)
	if len(problems) > 0 {
		return figure.Value{}, problems
	}
	return e.Evaluate(s)
}
