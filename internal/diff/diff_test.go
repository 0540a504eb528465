package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bulletin/internal/diff"
)

const values = "data/observations/a.yaml"

// TestObservations has what can become of an observation. No page shows any.
func TestObservations(t *testing.T) {
	for _, c := range []struct {
		name  string
		edits edits
		want  []string
	}{
		{"nothing", nil, nil},
		{"a value", edits{{values, "value: 500", "value: 501"}},
			[]string{"changed arrivals, Greece, 2023-Q1: 500 → 501 [value]"}},
		{"a value that is written otherwise", edits{{values, "value: 50}", "value: 50.0}"}},
			[]string{"changed rate, Serbia, 2023-Q1: 50% → 50.0% [value]"}},
		{"an entry in other words", edits{{values, "area: greece, source: census, value: 500", "source: census, values: {greece: {value: 500}}"}}, nil},
		{"a period in other words", edits{{values, "area: greece, source: census, value: 500", "period: 2023-01..2023-03, area: greece, source: census, value: 500"}}, nil},
		{"a stock at the same end", edits{{values, "area: serbia, source: census, value: 7", "period: 2023-03-31, area: serbia, source: census, value: 7"}}, nil},
		{"a status", edits{{values, "value: 500", "value: 500, status: E"}},
			[]string{"changed arrivals, Greece, 2023-Q1: 500 → 500 [status]"}},
		{"a source", edits{{values, "source: census, value: 500", "source: update, value: 500"}},
			[]string{"changed arrivals, Greece, 2023-Q1: 500 → 500 [source]"}},
		{"a note", edits{{values, "value: 500", "value: 500, note: Counted twice."}},
			[]string{"changed arrivals, Greece, 2023-Q1: 500 → 500 [note]"}},
		{"everything", edits{{values, "source: census, value: 500", "source: update, value: 600, status: P, note: New."}},
			[]string{"changed arrivals, Greece, 2023-Q1: 500 → 600 [value status source note]"}},
		{"a value that is withheld", edits{{values, "area: greece, source: census, value: 500", "area: greece, status: O, note: Under review."}},
			[]string{"changed arrivals, Greece, 2023-Q1: 500 → no figure (missing) [value status source note]"}},
		{"a value that cannot be read", edits{{values, "value: 500", "value: 5O0"}},
			[]string{"changed arrivals, Greece, 2023-Q1: 500 → not readable [value]"}},
		{"a part, and that the parts are all", edits{{values, "value: 300, by: {age: {children: 100, adults: 150}}", "value: 300, complete: true, by: {age: {children: 150, adults: 150}}"}},
			[]string{"changed arrivals, Serbia, 2023-Q1: 300 → 300 [complete]", "changed arrivals, Serbia, 2023-Q1, age=children: 100 → 150 [value]"}},
		{"a part as a share", edits{{values, "children: 100", "children: {share: 33}"}},
			[]string{"changed arrivals, Serbia, 2023-Q1, age=children: 100 → 33% [value share]"}},
		{"another", edits{{values, "period: 2023-Q1\nobservations:\n", "period: 2023-Q1\nobservations:\n  - {indicator: rate, area: greece, source: census, value: 1}\n  - {indicator: arrivals, area: greece, period: 2022, source: census, value: 9}\n"}},
			[]string{"added arrivals, Greece, 2022:  → 9 []", "added rate, Greece, 2023-Q1:  → 1% []"}},
		{"one fewer, with its parts", edits{{values, "  - {indicator: arrivals, area: serbia, source: census, value: 300, by: {age: {children: 100, adults: 150}}}\n", ""}},
			[]string{"withdrawn arrivals, Serbia, 2023-Q1: 300 →  []", "withdrawn arrivals, Serbia, 2023-Q1, age=adults: 150 →  []", "withdrawn arrivals, Serbia, 2023-Q1, age=children: 100 →  []"}},
		{"another period", edits{{values, "period: 2022-Q1, value: 200", "period: 2022-Q2, value: 200"}},
			[]string{"withdrawn arrivals, Serbia, 2022-Q1: 200 →  []", "added arrivals, Serbia, 2022-Q2:  → 200 []"}},
		{"an indicator fewer", edits{
			{"data/indicators.yaml", "- {id: rate, name: Rate, unit: {one: per cent, other: per cent}, measure: share, definition: A share.}\n", ""},
			{values, "  - {indicator: rate, area: serbia, source: census, value: 50}\n", ""}},
			[]string{"withdrawn rate, Serbia, 2023-Q1: 50% →  []"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := compare(t, base(), c.edits.apply(t, base()))
			var got []string
			for _, c := range r.Changes {
				got = append(got, fmt.Sprintf("%s %s: %s → %s %v", c.Kind, c.Name, c.Was, c.Is, c.Differs))
				if len(c.Places) > 0 {
					t.Errorf("%s has places: %v", c.Name, c.Places)
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("want -, got +\n%s", d)
			}
		})
	}
}

func TestMovedToAnotherFile(t *testing.T) {
	const line = "  - {indicator: arrivals, area: greece, source: census, value: 500}\n"
	after := edits{{values, line, ""}}.apply(t, base())
	after["data/observations/b.yaml"] = "period: 2023-Q1\nobservations:\n" + line
	if r := compare(t, base(), after); len(r.Changes) > 0 {
		t.Errorf("got %s", write(t, diff.Text, r))
	}
}

// TestPlaces has each way in which a page shows an observation.
func TestPlaces(t *testing.T) {
	more := edits{{values, "value: 300", "value: 320"}} // Serbia's arrivals
	for _, c := range []struct {
		name   string
		body   string
		edits  edits
		want   []string // a line a place
		claims []string // those that do not hold any more
	}{
		{"a figure", "Then {{ arrivals }} came. Nobody left.", more, []string{"sentence 5:6: Then 300 came. → Then 320 came."}, nil},
		{"figures of one sentence", "Then {{ arrivals }} came, {{ arrivals | increase }}.", more,
			[]string{"sentence 5:6: Then 300 came, an increase of 50%. → Then 320 came, an increase of 60%."}, nil},
		{"another figure before it", "In {{ period }} {{ arrivals }} came.", more,
			[]string{"sentence 5:17: In the first quarter of 2023 300 came. → In the first quarter of 2023 320 came."}, nil},
		{"two sentences", "Many, {{ arrivals }}. More? {{ arrivals }}!", more,
			[]string{"sentence 5:7: Many, 300. → Many, 320.", "sentence 5:29: 300! → 320!"}, nil},
		{"a sentence with a stop in it", "In No. 7 of 3.5 pages by U. N. staff {{ arrivals }} are named.", more,
			[]string{"sentence 5:38: In No. 7 of 3.5 pages by U. N. staff 300 are named. → In No. 7 of 3.5 pages by U. N. staff 320 are named."}, nil},
		{"emphasis, a list, a table, a heading", "## By {{ arrivals }}\n\n- *{{ arrivals }}*\n\n| A |\n|---|\n| {{ arrivals }} |", more,
			[]string{"sentence 5:7: By 300 → By 320", "sentence 7:4: 300 → 320", "sentence 11:3: 300 → 320"}, nil},
		{"a claim with emphasis", "It [*rose* by 50%]{{ arrivals | change }}. So.", more,
			[]string{"claim 5:5: It rose by 50%. → It rose by 50%."}, []string{`5:5: claim "rose by 50%" does not agree with arrivals, Serbia, 2023-Q1, change from 2022-Q1: +60%`}},
		{"a stop in a figure", "Of {{ arrivals age=children | share }} in {{ rate }}. The rest.", more,
			[]string{"sentence 5:4: Of 33% in 50%. → Of 31% in 50%."}, nil},
		{"the text of an image", "![Of {{ arrivals }}](/uploads/a.png) and {{ rate }}", more, []string{"sentence 5:6: Of 300 → Of 320"}, nil},
		{"a quotation", "Words.\n\n> Of {{ arrivals }}.", more, []string{"sentence 7:6: Of 300. → Of 320."}, nil},
		{"a remark", "Words.[^1]\n\n[^1]: Of {{ arrivals }}.", more, []string{"sentence 7:10: Of 300. → Of 320."}, nil},
		{"a base", "It {{ arrivals | rose }}.", edits{{values, "value: 200", "value: 150"}},
			[]string{"sentence 5:4: It rose by 50%. → It rose by 100%."}, nil},
		{"a category", "Of these {{ arrivals age=children }} children.", edits{{values, "children: 100", "children: 120"}},
			[]string{"sentence 5:10: Of these 100 children. → Of these 120 children."}, nil},
		{"the total of a share", "So {{ arrivals age=children | share }} children.", more,
			[]string{"sentence 5:4: So 33% children. → So 31% children."}, nil},
		{"a list", "By {{ arrivals | top 1 age }}.", edits{{values, "children: 100", "children: 170"}},
			[]string{"sentence 5:4: By Adults (150). → By Children (170)."}, nil},
		{"a member of a group", "In all {{ tents both }}.", edits{{values, "value: 5}", "value: 6}"}},
			[]string{"sentence 5:8: In all 12. → In all 13."}, nil},
		{"a note", "Then {{ arrivals greece }} came.", edits{{values, "value: 500", "value: 500, note: Counted twice."}},
			[]string{"sentence 5:6: Then 500 came. → Then 500 came."}, nil},
		{"what came in", "Now {{ arrivals greece 2022-Q1 }}.", edits{{values, "observations:\n", "observations:\n  - {indicator: arrivals, area: greece, period: 2022-Q1, source: census, value: 4}\n"}},
			[]string{"sentence 5:5: Now {{ arrivals greece 2022-Q1 }}. → Now 4."}, nil},
		{"what went", "Then {{ arrivals greece }} came.", edits{{values, "  - {indicator: arrivals, area: greece, source: census, value: 500}\n", ""}},
			[]string{"sentence 5:6: Then 500 came. → Then {{ arrivals greece }} came. !{{ arrivals greece }}"}, nil},
		{"a claim that breaks", "Then [300]{{ arrivals }} came.", more,
			[]string{"claim 5:7: Then 300 came. → Then 300 came."}, []string{`5:7: claim "300" does not agree with arrivals, Serbia, 2023-Q1: 320`}},
		{"a claim that stays", "Then [500]{{ arrivals greece }} came, and {{ arrivals }}.", more,
			[]string{"sentence 5:43: Then 500 came, and 300. → Then 500 came, and 320."}, nil},
		{"a claim that still agrees", "It [rose]{{ arrivals | change }}.", more, []string{"claim 5:5: It rose. → It rose."}, nil},
		{"a claim without data", "Then [500]{{ arrivals greece }} came.", edits{{values, "value: 500", "status: O"}},
			[]string{"claim 5:7: Then 500 came. → Then 500 came. !{{ arrivals greece }}"}, []string{"5:7: there is no value of arrivals greece to check it with"}},
		{"a literal", "Then [300]{{ literal \"a name\" }} and {{ arrivals }}.", more, []string{"sentence 5:38: Then 300 and 300. → Then 300 and 320."}, nil},
		{"a claim in two sentences' paragraph", "First. Then [300]{{ arrivals }}. Last.", more,
			[]string{"claim 5:14: Then 300. → Then 300."}, []string{`5:14: claim "300" does not agree with arrivals, Serbia, 2023-Q1: 320`}},
		{"a chart", "```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, greece]\ntitle: Arrivals\n```", more,
			[]string{"chart 5:1: Arrivals → Arrivals"}, nil},
		{"a table", "```table\nindicator: arrivals\nareas: both\n```", more,
			[]string{"table 5:1: New arrivals · Both · first quarter of 2023 → New arrivals · Both · first quarter of 2023"}, nil},
		{"the title and note of a chart", "```chart\ntype: bar\nindicator: tents\nareas: both\ntitle: \"Tents after {{ arrivals }} came\"\nnote: \"[300]{{ arrivals }} came.\"\n```", more,
			[]string{"chart 5:1: Tents after 300 came → Tents after 320 came"}, []string{`10:9: claim "300" does not agree with arrivals, Serbia, 2023-Q1: 320`}},
		{"the rest of a chart", "```chart\ntype: bar\nindicator: arrivals\nby: age\ntitle: By age\n```", edits{{values, "value: 300", "value: 310"}},
			[]string{"chart 5:1: By age → By age"}, nil},
		{"a chart that loses everything", "```chart\ntype: bar\nindicator: rate\ntitle: A rate\n```", edits{{values, "source: census, value: 50}", "status: O}"}},
			[]string{"chart 5:1: A rate → A rate !empty"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := base()
			before[serbia] = chapter(c.body)
			r := compare(t, before, c.edits.apply(t, before))
			if len(r.Changes) != 1 {
				t.Fatalf("want one change, got %s", write(t, diff.Text, r))
			}
			var got, claims []string
			for _, p := range r.Changes[0].Places {
				line := fmt.Sprintf("%s %d:%d: %s → %s", p.Kind, p.Pos.Line, p.Pos.Col, p.Before, p.After)
				for _, m := range p.Missing {
					line += " !{{ " + m.Source + " }}"
				}
				if p.Empty {
					line += " !empty"
				}
				got = append(got, strings.ReplaceAll(line, "\u00a0", " "))
				if p.Page != "/reports/2023-q1/serbia/" || p.PageTitle != "Serbia" || p.Pos.File != serbia {
					t.Errorf("a place elsewhere: %+v", p)
				}
			}
			for _, b := range r.Broken() {
				claims = append(claims, fmt.Sprintf("%d:%d: %s", b.Pos.Line, b.Pos.Col, b.Message))
			}
			if d := cmp.Diff(c.want, got) + cmp.Diff(c.claims, claims); d != "" {
				t.Errorf("want -, got +\n%s", d)
			}
		})
	}
}

// TestKeyFigures are shown by the chapter and by the edition, and stand in a
// title.
func TestKeyFigures(t *testing.T) {
	before := edits{
		{serbia, "title: Serbia\narea: serbia\n", "title: \"Serbia: {{ arrivals }}\"\narea: serbia\nheadline: {indicator: arrivals, text: people came}\n"},
	}.apply(t, base())
	r := compare(t, before, edits{{values, "value: 200", "value: 100"}, {values, "value: 300", "value: 400"}}.apply(t, before))
	var got []string
	for _, c := range r.Changes {
		for _, p := range c.Places {
			got = append(got, fmt.Sprintf("%s: %s %s: %s → %s", c.Name, p.Page, p.Kind, p.Before, p.After))
		}
	}
	if d := cmp.Diff([]string{
		"arrivals, Serbia, 2022-Q1: /reports/2023-q1/ overview: Serbia: 200, 300, +50% → Serbia: 100, 400, +300%",
		"arrivals, Serbia, 2022-Q1: /reports/2023-q1/serbia/ key-figure: 300 people came, +50% → 400 people came, +300%",
		"arrivals, Serbia, 2023-Q1: /reports/2023-q1/ overview: Serbia: 200, 300, +50% → Serbia: 100, 400, +300%",
		"arrivals, Serbia, 2023-Q1: /reports/2023-q1/serbia/ title: Serbia: 300 → Serbia: 400",
		"arrivals, Serbia, 2023-Q1: /reports/2023-q1/serbia/ key-figure: 300 people came, +50% → 400 people came, +300%",
	}, got); d != "" {
		t.Errorf("want -, got +\n%s", d)
	}
	if r.Pages() != 2 || r.Changes[1].Places[1].PageTitle != "Serbia: 400" {
		t.Errorf("%d pages, %+v", r.Pages(), r.Changes[1].Places)
	}
}

// TestWordsChangeToo pairs the sentences of a page that was edited.
func TestWordsChangeToo(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"a claim follows", "Then [300]{{ arrivals }} came.", "Then [320]{{ arrivals }} came.", "claim Then 300 came. → Then 320 came."},
		{"a sentence before", "Then {{ arrivals }} came.", "Well. All in all {{ arrivals }}. Then {{ arrivals }} came.", "sentence  → All in all 320.|sentence Then 300 came. → Then 320 came."},
		{"words", "Then {{ arrivals }} came.", "At that time {{ arrivals }} came.", "sentence Then 300 came. → At that time 320 came."},
		{"a format", "Then {{ arrivals }} came.", "Then {{ arrivals | about }} came.", "sentence Then 300 came. → Then about 320 came."},
		{"a claim in place of a figure", "Then {{ arrivals }} came.", "Then [320]{{ arrivals }} came.", "claim Then 300 came. → Then 320 came."},
		{"a sentence is gone", "One {{ arrivals }}. Two {{ arrivals }}.", "Two {{ arrivals }}.", "sentence Two 300. → Two 320.|sentence One 300. → "},
		{"sentences change places", "One {{ arrivals }}. Two {{ arrivals }}.", "Two {{ arrivals }}. One {{ arrivals }}.", "sentence Two 300. → Two 320.|sentence One 300. → One 320."},
	} {
		before, after := base(), edits{{values, "value: 300", "value: 320"}}.apply(t, base())
		before[serbia], after[serbia] = chapter(c.before), chapter(c.after)
		r := compare(t, before, after)
		var got []string
		for _, p := range r.Changes[0].Places {
			got = append(got, fmt.Sprintf("%s %s → %s", p.Kind, p.Before, p.After))
			if p.New != (p.Before == "") || p.Gone != (p.After == "") {
				t.Errorf("%s: %+v", c.name, p)
			}
		}
		if d := cmp.Diff(c.want, strings.Join(got, "|")); d != "" || len(r.Broken()) > 0 {
			t.Errorf("%s: want -, got +\n%s", c.name, d)
		}
	}
}

func TestPagesComeAndGo(t *testing.T) {
	before, after := base(), edits{{values, "value: 300", "value: 320"}}.apply(t, base())
	before["content/pages/old.md"] = "---\ntitle: Old\n---\nOf {{ arrivals serbia 2023-Q1 }}.\n"
	after["content/pages/new.md"] = "---\ntitle: New\n---\nOf [300]{{ arrivals serbia 2023-Q1 }}.\n"
	r := compare(t, before, after)
	if got := write(t, diff.Text, r); !strings.Contains(got, "  /new/  New\n") || !strings.Contains(got, "      + Of 300.\n      ! does not hold: claim") ||
		!strings.Contains(got, "  /old/  Old\n") || !strings.Contains(got, "      - Of 300.\n") || !strings.Contains(got, "2 pages show them, 1 claim does not hold any more") {
		t.Errorf("got\n%s", got)
	}
}

// TestFailedBefore is a claim that is no news.
func TestFailedBefore(t *testing.T) {
	before := base()
	before[serbia] = chapter("Then [299]{{ arrivals }} came.")
	r := compare(t, before, edits{{values, "value: 300", "value: 320"}}.apply(t, before))
	if got := write(t, diff.Text, r); len(r.Broken()) > 0 || !strings.Contains(got, "! did not hold before either: claim") {
		t.Errorf("got %s", got)
	}
}

func TestDefinitions(t *testing.T) {
	r := compare(t, base(), edits{
		{"data/indicators.yaml", "other: tents}, measure: stock, add: areas, definition: Tents put up.", "other: shelters}, measure: flow, add: all, definition: Tents put up., caveat: Roughly."},
	}.apply(t, base()))
	var got []string
	for _, d := range r.Definitions {
		got = append(got, fmt.Sprintf("%s %s: %s → %s", d.Indicator, d.Key, d.Before, d.After))
	}
	if d := cmp.Diff([]string{"tents unit: tent, tents → tent, shelters", "tents measure: stock → flow", "tents add: areas → all", "tents caveat:  → Roughly."}, got); d != "" || len(r.Changes) > 0 {
		t.Errorf("want -, got +\n%s%v", d, r.Changes)
	}
}

// TestIncomplete says where something could not be read.
func TestIncomplete(t *testing.T) {
	r := compare(t, base(), edits{{values, "area: greece, source: census, value: 500", "area: grece, source: census, value: 500"}}.apply(t, base()))
	if d := cmp.Diff([]string{"after"}, r.Incomplete); d != "" {
		t.Error(d)
	}
	if got := write(t, diff.Text, r); !strings.Contains(got, "note: not every observation of this folder could be read") {
		t.Errorf("got %s", got)
	}
}
