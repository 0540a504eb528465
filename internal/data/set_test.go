package data_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

func at(t *testing.T, s string) period.Period {
	t.Helper()
	p, err := period.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// base is a small sound site; files replaces or adds files by their name under
// data/, without .yaml; an empty text removes one.
func base(files map[string]string) fstest.MapFS {
	all := map[string]string{
		"site": "title: T\n",
		"areas": `areas:
  - {id: serbia, name: Serbia, code: SRB}
  - {id: kosovo, name: "Kosovo*", code: XKX, naming: kosovo}
  - {id: romania, name: Romania, code: ROU}
  - {id: serbia-and-kosovo, name: "Serbia and Kosovo*", covers: [serbia, kosovo]}
groups:
  - {id: balkans, name: Balkans, members: [serbia, kosovo]}
naming: {kosovo: "See resolution 1244."}
`,
		"indicators": `- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow, add: periods, definition: D, caveat: C}
- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock}
- {id: presence-share, name: Share, measure: share, example: true}
- {id: arrivals-change, name: Change, measure: change}
`,
		"dimensions": `nationality: {name: Nationality, categories: {syria: Syria, pakistan: Pakistan, bangladesh: Bangladesh}}
age: {name: Age, categories: {children: Children, adults: Adults}}
sex: {name: Sex, categories: {girls: Girls, boys: Boys}}
`,
		"sources":        "unhcr: {publisher: UNHCR, title: Snapshot, issued: 2023-04, URL: \"https://example.org/a\", accessed: 2023-06-01, covers: [2022-Q1, 2023-Q1], note: N}\nigi: {publisher: IGI, title: Statistics}\n",
		"observations/a": "observations: []\n",
	}
	for name, text := range files {
		all[name] = text
	}
	fsys := fstest.MapFS{}
	for name, text := range all {
		if text != "" {
			fsys["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return fsys
}

// sound loads items of observations that must have no problems.
func sound(t *testing.T, items string) *data.Set {
	t.Helper()
	set, ps := data.Load(base(map[string]string{"observations/a": "period: 2023-Q1\nobservations:\n" + items}))
	for _, p := range ps {
		t.Fatalf("%s: %s", p.Pos, p.Message)
	}
	return set
}

// show writes an observation in short.
func show(o *data.Observation) string {
	c := o.Cell()
	s := strings.TrimSpace(strings.Join([]string{c.Indicator, c.Area, c.Period.String(), c.Categories}, " ")) + ": "
	switch {
	case o.HasValue:
		s += o.Value.String()
	case o.HasShare:
		s += o.Share.String() + "%"
	}
	s += " " + o.Status.String()
	if o.Source != nil {
		s += " " + o.Source.Key
	}
	if o.Note != "" {
		s += " (" + o.Note + ")"
	}
	return s
}

func TestRegisters(t *testing.T) {
	set, ps := data.Load(base(map[string]string{"site": `title: T
description: D
language: en-GB
baseURL: https://example.org/x/
accent: "#1f5fa8"
publisher: {name: P, address: A, email: p@example.org, url: "https://example.org", social: [{name: M, url: "https://s.example.org"}]}
license: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
nextRelease: 2023-09-01
thresholds: {small_base: 50, small_count: 0}
maps: {disclaimer: No opinion.}
`}))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	site := set.Site
	if site.Title != "T" || site.Language != "en-GB" || site.BaseURL != "https://example.org/x/" || site.Accent != "#1f5fa8" || site.Publisher.Email != "p@example.org" ||
		site.Publisher.Social[0].URL != "https://s.example.org" || site.License.Name != "CC BY 4.0" || site.NextRelease.String() != "2023-09-01" ||
		site.Thresholds != (data.Thresholds{SmallBase: 50, SmallCount: 0}) || site.Maps.Disclaimer != "No opinion." {
		t.Errorf("site: got %+v", site)
	}
	var ids []string
	for _, a := range set.Areas() {
		ids = append(ids, a.ID)
	}
	if diff := cmp.Diff([]string{"serbia", "kosovo", "romania", "serbia-and-kosovo", "balkans"}, ids); diff != "" {
		t.Error(diff)
	}
	kosovo, _ := set.Area("kosovo")
	group, _ := set.Area("balkans")
	both, _ := set.Area("serbia-and-kosovo")
	if kosovo.Note != "See resolution 1244." || kosovo.Code != "XKX" || kosovo.Pos.String() != "data/areas.yaml:3:10" || !group.Group || len(group.Members) != 2 || both.Covers[1] != "kosovo" {
		t.Errorf("areas: got %+v, %+v, %+v", kosovo, group, both)
	}
	arrivals, _ := set.Indicator("arrivals")
	presence, _ := set.Indicator("presence")
	if arrivals.Measure != data.Flow || arrivals.Add != data.AddPeriods || arrivals.Unit.Other != "people" || arrivals.Caveat != "C" || presence.Measure.String() != "stock" || presence.Add.String() != "none" || presence.Example {
		t.Errorf("indicators: got %+v, %+v", arrivals, presence)
	}
	if share, _ := set.Indicator("presence-share"); !share.Example {
		t.Errorf("indicators: got %+v, which is an example", share)
	}
	sex, _ := set.Dimension("sex")
	if c, ok := sex.Category("boys"); !ok || c.Name != "Boys" || len(set.Dimensions()) != 3 {
		t.Errorf("dimension: got %+v", sex)
	}
	unhcr, _ := set.Source("unhcr")
	if unhcr.Issued != "2023-04" || unhcr.Accessed != "2023-06-01" || len(unhcr.Covers) != 2 || unhcr.URL != "https://example.org/a" || len(set.Sources()) != 2 {
		t.Errorf("source: got %+v", unhcr)
	}
	if _, ok := set.Area("croatia"); ok {
		t.Error("an area that is not there is found")
	}
}

func TestDefaults(t *testing.T) {
	set, ps := data.Load(base(nil))
	if len(ps) > 0 || set.Site.Language != "en" || set.Site.Thresholds != (data.Thresholds{SmallBase: 100, SmallCount: 5}) {
		t.Errorf("got %+v, %v", set.Site, ps)
	}
}

func TestObservations(t *testing.T) {
	set := sound(t, `
  - {indicator: presence, area: romania, source: igi, value: 5.0}
  - indicator: arrivals
    source: unhcr
    status: E
    values:
      kosovo: {value: 237, status: P, note: N, source: igi}
      serbia: 868
  - {indicator: arrivals, area: serbia, period: 2022-Q1, status: O}
  - indicator: arrivals
    area: romania
    source: igi
    status: D
    value: 2528
    by:
      age: {children: {value: 128, by: {sex: {girls: 2}}}, adults: {status: L}}
      nationality: {pakistan: 239, syria: {share: 14, source: unhcr}}
  - {indicator: arrivals-change, area: balkans, source: unhcr, value: -18}
`)
	var got []string
	for _, o := range set.Observations() {
		got = append(got, show(o))
	}
	want := []string{
		"arrivals serbia 2022-Q1:  O",
		"arrivals serbia 2023-Q1: 868 E unhcr",
		"arrivals kosovo 2023-Q1: 237 P igi (N)",
		"arrivals romania 2023-Q1: 2528 D igi",
		"arrivals romania 2023-Q1 nationality=syria: 14% D unhcr",
		"arrivals romania 2023-Q1 nationality=pakistan: 239 D igi",
		"arrivals romania 2023-Q1 age=children: 128 D igi",
		"arrivals romania 2023-Q1 age=adults:  L igi",
		"arrivals romania 2023-Q1 age=children sex=girls: 2 D igi",
		"presence romania 2023-Q1: 5.0 A igi",
		"arrivals-change balkans 2023-Q1: -18 A unhcr",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	total, _ := set.Lookup(data.Cell{Indicator: "arrivals", Area: "romania", Period: at(t, "2023-Q1")})
	if diff := cmp.Diff([]string{"nationality", "age"}, set.Splits(total)); diff != "" {
		t.Errorf("splits: %s", diff)
	}
	part, ok := set.Lookup(data.Cell{Indicator: "arrivals", Area: "romania", Period: at(t, "2023-Q1"), Categories: data.CategoriesKey([]data.CategoryRef{{Dimension: "sex", ID: "girls"}, {Dimension: "age", ID: "children"}})})
	if !ok || part.Value.String() != "2" || part.Parent.Parent != total || part.Pos.String() != "data/observations/a.yaml:18:54" || part.Len != 1 {
		t.Errorf("part: got %+v", part)
	}
	if parts := set.Parts(total, "age"); len(parts) != 2 || show(parts[0]) != want[6] {
		t.Errorf("parts: got %v", parts)
	}
}

// TestOneOrder: how files are named and items ordered within them does not
// matter, but for whose place is named first.
func TestOneOrder(t *testing.T) {
	items := []string{
		"  - {indicator: presence, area: kosovo, source: unhcr, value: 1}\n", "  - {indicator: arrivals, area: romania, source: unhcr, value: 2}\n",
		"  - {indicator: arrivals, area: serbia, source: unhcr, value: 9, by: {sex: {boys: 1, girls: 1}, nationality: {syria: 3}}}\n",
	}
	head := "period: 2023-Q1\nobservations:\n"
	var orders []string
	for _, files := range []map[string]string{
		{"observations/a": head + items[0] + items[1] + items[2]},
		{"observations/a": head + items[2] + items[1] + items[0]},
		{"observations/z": head + items[0], "observations/m/n": head + items[1], "observations/a": head + items[2]},
	} {
		set, ps := data.Load(base(files))
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		order := ""
		for _, o := range set.Observations() {
			order += show(o) + "\n"
		}
		orders = append(orders, order)
	}
	if orders[0] != orders[1] || orders[1] != orders[2] {
		t.Errorf("got\n%s", strings.Join(orders, "\n"))
	}
}

func TestStatus(t *testing.T) {
	var valid, missing, estimated []string
	for c := range 256 {
		s := data.Status(c)
		if s.Valid() {
			valid = append(valid, s.String())
		}
		if s.Missing() {
			missing = append(missing, s.String())
		}
		if s.Estimated() {
			estimated = append(estimated, s.String())
		}
	}
	if got := strings.Join(valid, "") + " " + strings.Join(missing, "") + " " + strings.Join(estimated, ""); got != "ABDEFILMOPQU LMOQ EFIPU" {
		t.Errorf("got %s", got)
	}
	if data.Suppressed.Name() != "suppressed" {
		t.Error("name")
	}
}
