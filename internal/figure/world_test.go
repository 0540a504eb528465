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

// worldFiles is a small site's data that the tables of this package speak of.
func worldFiles() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"data/site.yaml": file("title: World\n"),
		"data/areas.yaml": file(`areas:
  - {id: serbia, name: Serbia}
  - {id: montenegro, name: Montenegro}
  - {id: albania, name: Albania}
  - {id: kosovo, name: "Kosovo*"}
  - {id: bulgaria, name: Bulgaria}
  - {id: romania, name: Romania}
  - {id: greece, name: Greece}
  - {id: croatia, name: Croatia}
groups:
  - {id: west, name: The West, members: [serbia, montenegro]}
`),
		"data/indicators.yaml": file(`- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, caveat: "One person may be counted in several countries."}
- {id: landings, name: Landings, unit: {one: landing, other: landings}, measure: flow, add: periods}
- {id: places, name: New places, unit: {one: place, other: places}, measure: flow, add: all}
- {id: presence, name: People present, unit: {one: person, other: people}, measure: stock, add: areas}
- {id: children-share, name: Children among arrivals, measure: share}
- {id: movement-change, name: Change in movements, measure: change}
- {id: over-eighteen, name: Not less than about 18 years or over, unit: {one: person, other: people}, measure: flow}
- {id: rate, name: Arrivals a day, unit: {one: person a day, other: people a day}, measure: flow}
`),
		"data/dimensions.yaml": file(`nationality: {name: Nationality, categories: {syria: Syria, pakistan: Pakistan, bangladesh: Bangladesh, nepal: Nepal, iraq: Iraq}}
age: {name: Age, categories: {children: Children, adults: Adults}}
outcome: {name: Outcome, categories: {positive: Positive, negative: Negative}}
sex: {name: Sex, categories: {girls: Girls, boys: Boys}}
`),
		"data/sources.yaml": file("src: {publisher: P, title: T, URL: \"https://example.org/a\"}\n"),
		"data/observations/2022-Q1.yaml": file(`period: 2022-Q1
observations:
  - indicator: arrivals
    source: src
    values:
      serbia: 10373
      montenegro: 79
      albania: 84
      kosovo: 84
      bulgaria: 3663
      romania: {value: 5843, status: D, note: Probably with Ukrainians.}
      croatia: 0
  - {indicator: arrivals, area: greece, status: O, note: The overview gives no figure.}
  - {indicator: children-share, source: src, values: {serbia: 20, montenegro: 30, albania: 25}}
`),
		"data/observations/2023-Q1.yaml": file(`period: 2023-Q1
observations:
  - indicator: arrivals
    source: src
    values:
      serbia: 16216
      montenegro: 868
      albania: 237
      kosovo: 54
      bulgaria: 2331
      greece: {value: 3722, status: E}
      croatia: 10
  - indicator: arrivals
    area: romania
    source: src
    value: 2528
    by:
      nationality: {bangladesh: 1083, syria: 346, pakistan: 239, nepal: 17, iraq: 17}
      age: {children: 128}
      outcome: {positive: {share: 28}}
      sex: {girls: 2, boys: {status: O}}
  - {indicator: children-share, source: src, values: {serbia: 25, montenegro: 24, albania: 25, romania: 5.5, croatia: 0.4}}
  - {indicator: movement-change, source: src, values: {serbia: 6, montenegro: -18, albania: 0}}
  - {indicator: over-eighteen, source: src, values: {serbia: 36}}
  - {indicator: rate, source: src, values: {serbia: 5.5}}
`),
		"data/observations/more.yaml": file(`observations:
  - {indicator: landings, area: serbia, period: 2023-01, source: src, value: 100}
  - {indicator: landings, area: serbia, period: 2023-02, source: src, value: 200}
  - {indicator: landings, area: serbia, period: 2023-03, source: src, value: 300}
  - {indicator: landings, area: serbia, period: 2023-Q2, source: src, value: 601}
  - {indicator: landings, area: montenegro, period: 2023-01, source: src, value: 9}
  - {indicator: places, area: serbia, period: 2023-01, source: src, value: 10}
  - {indicator: places, area: serbia, period: 2023-02, source: src, value: 10}
  - {indicator: places, area: serbia, period: 2023-03, source: src, value: 11}
  - {indicator: places, area: montenegro, period: 2023-Q1, source: src, value: 5}
  - {indicator: presence, area: serbia, period: 2023-03, source: src, value: 1000}
  - {indicator: presence, area: montenegro, period: 2023-03-31, source: src, value: 500}
  - {indicator: arrivals, area: serbia, period: 2021, source: src, value: 1000000}
  - {indicator: arrivals, area: serbia, period: 2020, source: src, value: 999999}
  - {indicator: arrivals, area: serbia, period: 2019, source: src, value: 999999}
  - {indicator: arrivals, area: albania, period: 2021, source: src, value: 759}
  - {indicator: arrivals, area: albania, period: 2020, source: src, value: 76}
`),
	}
}

// world is a scope over worldFiles: a page about the area in the first quarter
// of 2023.
func world(t testing.TB, area string) figure.Scope {
	t.Helper()
	set, problems := data.Load(worldFiles())
	for _, p := range problems {
		if p.Severity == diag.Error {
			t.Fatalf("%s: %s", p.Pos, p.Message)
		}
	}
	english, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	quarter, err := period.Parse("2023-Q1")
	if err != nil {
		t.Fatal(err)
	}
	return figure.Scope{Set: set, Locale: english, Area: area, Period: quarter, Headline: func(area string) string {
		if area == "croatia" {
			return ""
		}
		return "arrivals"
	}}
}
