package check_test

import "testing"

// TestSameIndicators: one indicator under two names, and two that are like it.
func TestSameIndicators(t *testing.T) {
	const first = "- {id: arrivals, name: New arrivals, unit: {one: person, other: people}, measure: flow, definition: People who came.}\n"
	for _, c := range []struct{ second, want string }{
		{"name: New arrivals, unit: {one: case, other: cases}, measure: stock", "have the same name"},
		{"name: new Arrival, unit: {one: person, other: people}, measure: flow", "have the same name"},
		{"name: \"New-arrivals:\", unit: {one: person, other: people}, measure: flow", "have the same name"},
		{"name: The number of arrivals (new), unit: {one: person, other: people}, measure: flow", "are named with the same words, and count the same"},
		{"name: Newcomers, unit: {one: person, other: people}, measure: flow, definition: \"People who came\"", "have the same definition"},

		{"name: The number of arrivals (new), unit: {one: person, other: people}, measure: stock", ""},
		{"name: The number of arrivals (new), unit: {one: case, other: cases}, measure: flow", ""},
		{"name: New arrivals by sea, unit: {one: person, other: people}, measure: flow", ""},
		{"name: Departures, unit: {one: person, other: people}, measure: flow", ""},
		{"name: Departures, unit: {one: person, other: people}, measure: flow, definition: People who came by sea.", ""},
		{"name: New arrivals, unit: {one: person, other: people}, measure: flow, accept: {same-indicator: to be withdrawn}", "have the same name (accepted: to be withdrawn)"},
	} {
		got := withoutColumns(found(t, "same-indicator", map[string]string{indicatorsFile: first + "- {id: second, " + c.second + "}\n"}))
		want := ""
		if c.want != "" {
			want = "indicators:2 the indicators arrivals, at data/indicators.yaml:1, and second " + c.want
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", c.second, got, want)
		}
	}
	// Two without a definition do not have the same one.
	if got := found(t, "same-indicator", map[string]string{indicatorsFile: first + "- {id: b, name: Births, unit: {one: person, other: people}, measure: flow}\n- {id: c, name: Deaths, unit: {one: person, other: people}, measure: flow}\n"}); got != "" {
		t.Errorf("got %q", got)
	}
}

// TestUnlike: a change between values that are not alike wants a note beside
// one of them, wherever a page shows it.
func TestUnlike(t *testing.T) {
	const chapter = "content/reports/2023-q1/serbia.md"
	const figure = "---\ntitle: Serbia\narea: serbia\n---\nThere were {{ arrivals }} people, {{ arrivals | change }} more.\n"
	const claim = "---\ntitle: Serbia\narea: serbia\n---\nThere were [50%]{{ arrivals | change }} more.\n"
	const headline = "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: people arrived}\n---\nThere were {{ arrivals }} people.\n"
	const chart = "---\ntitle: Serbia\narea: serbia\n---\nThere were {{ arrivals }} people.\n\n```chart\ntype: change\nindicator: arrivals\nareas: [serbia]\nperiod: 2023-Q1\ntitle: Arrivals\n```\n"
	const apart = "---\ntitle: Serbia\narea: serbia\n---\nThere were {{ arrivals }} people, after {{ arrivals 2022-Q1 }}.\n"
	for _, c := range []struct{ name, page, base, want string }{
		{"a figure", figure, "200, status: D", "a:4 the status of this value is D, definition differs, without a note, but it is compared at content/reports/2023-q1/serbia.md:5:38"},
		{"a claim", claim, "200, status: D", "a:4 the status of this value is D, definition differs, without a note, but it is compared at content/reports/2023-q1/serbia.md:5:20"},
		{"a key figure", headline, "200, status: D", "a:4 the status of this value is D, definition differs, without a note, but it is compared at content/reports/2023-q1/serbia.md:4:23"},
		{"a chart", chart, "200, status: D", "a:4 the status of this value is D, definition differs, without a note, but it is compared at content/reports/2023-q1/serbia.md:7:1"},
		{"both counts", apart, "200, status: D", ""},
		{"with a note", figure, "200, status: D, note: Without the capital.", ""},
		{"an estimate", figure, "200, status: E", ""},
		{"a break before both", figure, "200, status: B", ""},
		{"with a reason", figure, "200, status: D, accept: {unlike: as printed}", "a:4 the status of this value is D, definition differs, without a note, but it is compared at content/reports/2023-q1/serbia.md:5:38 (accepted: as printed)"},
	} {
		got := found(t, "unlike", map[string]string{chapter: c.page, "data/observations/a.yaml": "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, area: serbia, source: census, value: 300}\n  - {indicator: arrivals, area: serbia, source: census, period: 2022-Q1, value: " + c.base + "}\n"})
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
