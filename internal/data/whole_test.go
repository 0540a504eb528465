package data_test

import (
	"testing"
	"testing/fstest"

	"bulletin/internal/data"
)

// TestWhole tells what is missing from what was refused.
func TestWhole(t *testing.T) {
	good := map[string]string{
		"data/site.yaml":           "title: T\n",
		"data/areas.yaml":          "areas:\n  - {id: serbia, name: Serbia}\n",
		"data/indicators.yaml":     "- {id: arrivals, name: A, unit: {one: p, other: p}, measure: flow}\n",
		"data/dimensions.yaml":     "age: {name: Age, categories: {children: Children}}\n",
		"data/sources.yaml":        "s: {publisher: P, title: T}\n",
		"data/observations/a.yaml": "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: s, value: 3}\n",
	}
	const observation = "data/observations/a.yaml"
	for _, c := range []struct {
		name, file, text string
		whole, complete  bool
	}{
		{"good", "data/areas.yaml", good["data/areas.yaml"], true, true},
		{"no areas yet", "data/areas.yaml", "groups: []\n", true, true},
		{"a mistyped key", "data/areas.yaml", "aeras: []\n", false, false},
		{"indicators in disorder", "data/indicators.yaml", "\t- id: arrivals\n", false, false},
		{"a mistyped measure", "data/indicators.yaml", "- {id: arrivals, name: A, unit: {one: p, other: p}, mesure: flow}\n", true, false},
		{"sources in disorder", "data/sources.yaml", "- s\n", false, false},
		{"an unknown area", observation, "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbai, source: s, value: 3}\n", true, false},
		{"a wrong period", observation, "period: 2023-Q5\nobservations:\n  - {indicator: arrivals, area: serbia, source: s, value: 3}\n", true, false},
		{"a mistyped key of observations", observation, "period: 2023-Q1\nobservation: []\n", true, false},
		{"observations in disorder", observation, "period: 2023-Q1\nobservations:\n\t- x\n", true, false},
		{"an observation that is a word", observation, "period: 2023-Q1\nobservations: [x]\n", true, false},
		{"an unknown category", observation, "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: s, value: 3, by: {age: {childrne: 1}}}\n", true, false},
		{"a wrong value keeps its place", observation, "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: s, value: x}\n", true, true},
	} {
		fsys := fstest.MapFS{}
		for name, text := range good {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		fsys[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		set, problems := data.Load(fsys)
		if set.Whole() != c.whole || set.Complete() != c.complete {
			t.Errorf("%s: whole %v, complete %v, want %v, %v; %v", c.name, set.Whole(), set.Complete(), c.whole, c.complete, problems)
		}
		if !set.Complete() && problems.Errors() == 0 {
			t.Errorf("%s: something was refused without a word", c.name)
		}
	}
}
