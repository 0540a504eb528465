package data_test

import (
	"strings"
	"testing"

	"bulletin/internal/data"
)

// weighed reads items of observations, and writes their problems and the
// excesses that are left to package check.
func weighed(t *testing.T, items string) (problems, excesses string, n int) {
	t.Helper()
	const indicators = `- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow, add: all}
- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock, add: areas}
- {id: detentions, name: Detentions, unit: {one: person, other: people}, measure: flow}
- {id: per-day, name: Arrivals a day, unit: {one: person a day, other: people a day}, measure: flow}
- {id: costs, name: Costs, unit: {one: euro, other: euros}, measure: flow}
- {id: make-up, name: Make-up, measure: share}
- {id: arrivals-change, name: Change, measure: change}
`
	fsys := base(map[string]string{"indicators": indicators, "observations/a": "period: 2023-Q1\nobservations:\n- " + strings.ReplaceAll(items, "; ", "\n- ") + "\n"})
	set, ps := data.Load(fsys)
	var all []string
	for _, e := range set.Excesses() {
		text := e.Whole.Area.ID + " " + e.Whole.Period.String() + " " + e.Whole.Value.String() + " <"
		for _, part := range e.Parts {
			text += " " + part.Area.ID + " " + part.Period.String()
		}
		all = append(all, text+" "+e.Sum.String())
	}
	for _, p := range ps {
		if p.Hint == "" {
			t.Errorf("no hint: %s", p.Message)
		}
	}
	return strings.Join(list(fsys, ps), "; "), strings.Join(all, "; "), len(ps)
}

// TestOverlaps: a part is within every cell that contains it, in whatever order
// the breakdowns are nested.
func TestOverlaps(t *testing.T) {
	const serbia = "{source: unhcr, area: serbia, indicator: arrivals, "
	for _, c := range []struct{ name, items, want string }{
		{"girls among children above all girls", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: 30}}}}, sex: {girls: 20}}}",
			"«30» 30 is more than the 20 of sex=girls, which it is a part of, at data/observations/a.yaml:3:138"},
		{"as many", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: 20}}}}, sex: {girls: 20}}}", ""},
		{"in two items", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: {value: 30, by: {nationality: {syria: 25}}}}}}}, nationality: {syria: 24}}}",
			"«25» 25 is more than the 24 of nationality=syria, which it is a part of"},
		{"said once for its parts", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: {value: 30, by: {nationality: {syria: 25}}}}}}}, sex: {girls: 20}}}",
			"«30» 30 is more than the 20 of sex=girls"},
		{"above its own total too", serbia + "value: 100, by: {age: {children: {value: 25, by: {sex: {girls: 30}}}}, sex: {girls: 20}}}",
			"«sex» the parts by sex add up to 30, more than the total of 25"},
		{"over the head of one without a value", serbia + "value: 20, by: {age: {children: {status: O, by: {sex: {girls: 30}}}}}}",
			"«30» 30 is more than the 20 of the total, which it is a part of"},
		{"a part of a share", serbia + "value: 100, by: {age: {children: {share: 50, by: {sex: {girls: 51}}}}}}", "«51» 51 is more than the 50% of 100 of age=children, which it is a part of"},
		{"a part of a share, within rounding", serbia + "value: 1000, by: {age: {children: {share: 50, by: {sex: {girls: 505}}}}}}", ""},
		{"a share above another cell", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: {share: 60}}}}}, sex: {girls: 29}}}",
			"«60» 60% of 50 is more than the 29 of sex=girls, which it is a part of"},
		{"a share that may be rounded", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: {share: 58}}}}}, sex: {girls: 29}}}", ""},
		{"together above another cell", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: 12}}}, adults: {value: 50, by: {sex: {girls: 12}}}}, sex: {girls: 20}}}",
			"«12» the parts by age that stand under other cells add up to 24, more than the 20 of sex=girls"},
		{"together as many", serbia + "value: 100, by: {age: {children: {value: 50, by: {sex: {girls: 12}}}, adults: {value: 50, by: {sex: {girls: 8}}}}, sex: {girls: 20}}}", ""},
		{"per cent", "{source: unhcr, area: serbia, indicator: make-up, value: 100, by: {age: {children: {value: 50, by: {sex: {girls: 30}}}}, sex: {girls: 29}}}", ""},
		{"per cent beyond rounding", "{source: unhcr, area: serbia, indicator: make-up, value: 100, by: {age: {children: {value: 50, by: {sex: {girls: 31}}}}, sex: {girls: 29}}}",
			"«31» 31 is more than the 29 of sex=girls"},
		{"changes", "{source: unhcr, area: serbia, indicator: arrivals-change, value: 10, by: {age: {children: {value: 5, by: {sex: {girls: 30}}}}, sex: {girls: 2}}}", ""},
	} {
		got, _, n := weighed(t, c.items)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || n > 1 {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestExcesses: what adds up over time and space is within what contains it.
// Within one source a single part above the whole is refused; the rest is left
// to be weighed.
func TestExcesses(t *testing.T) {
	for _, c := range []struct{ name, items, problem, excess string }{
		{"a month above its quarter", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-02, value: 51}",
			"«51» 51 of Serbia, 2023-02 is more than the 50 of Serbia, 2023-Q1 that it lies in, at data/observations/a.yaml:3:61", ""},
		{"as many", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-02, value: 50}", "", ""},
		{"of another source", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: igi, area: serbia, indicator: arrivals, period: 2023-02, value: 51}", "", "serbia 2023-Q1 50 < serbia 2023-02 51"},
		{"with a note", "{source: unhcr, area: serbia, indicator: arrivals, value: 50, note: As first announced.}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-02, value: 51}", "", ""},
		{"an estimate", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-02, value: 51, status: E}", "", ""},
		{"what is not added over periods", "{source: unhcr, area: serbia, indicator: detentions, value: 50}; {source: unhcr, area: serbia, indicator: detentions, period: 2023-02, value: 51}", "", ""},
		{"a stock", "{source: unhcr, area: serbia, indicator: presence, value: 50}; {source: unhcr, area: serbia, indicator: presence, period: 2023-02, value: 51}", "", ""},
		{"a month outside", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-04, value: 51}; {source: unhcr, area: serbia, indicator: arrivals, period: 2022-12..2023-01, value: 52}", "", ""},
		{"months together", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-01, value: 30}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-03, value: 21}",
			"", "serbia 2023-Q1 50 < serbia 2023-01 serbia 2023-03 51"},
		{"months together as many", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-01, value: 30}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-03, value: 20}", "", ""},
		{"stretches that overlap", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-01..2023-02, value: 40}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-02..2023-03, value: 40}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-03, value: 11}",
			"", "serbia 2023-Q1 50 < serbia 2023-01..2023-02 serbia 2023-03 51"},
		{"a month above quarter and year, said once", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023, value: 52}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-02, value: 53}",
			"«53» 53 of Serbia, 2023-02 is more than the 50 of Serbia, 2023-Q1", ""},
		{"two months above their quarter", "{source: unhcr, area: serbia, indicator: arrivals, value: 50}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-01, value: 51}; {source: unhcr, area: serbia, indicator: arrivals, period: 2023-02, value: 53}",
			"«50» 50 of Serbia, 2023-Q1 is less than 2 values that lie in it, such as the 51 of Serbia, 2023-01, at data/observations/a.yaml:4", ""},
		{"a member above its group", "{source: unhcr, indicator: presence, values: {balkans: 50, kosovo: 51}}", "«51» 51 of Kosovo*, 2023-Q1 is more than the 50 of Balkans, 2023-Q1", ""},
		{"members together", "{source: unhcr, indicator: presence, values: {balkans: 50, kosovo: 20, serbia: 31}}", "", "balkans 2023-Q1 50 < serbia 2023-Q1 kosovo 2023-Q1 51"},
		{"members together as many", "{source: unhcr, indicator: presence, values: {balkans: 50, kosovo: 20, serbia: 30}}", "", ""},
		{"a part of a member", "{source: unhcr, indicator: presence, values: {balkans: {value: 50, by: {age: {children: 5}}}, kosovo: {value: 20, by: {age: {children: 6}}}}}", "«6» 6 of Kosovo*, 2023-Q1 is more than the 5 of Balkans, 2023-Q1", ""},
		{"members that are not added", "{source: unhcr, indicator: detentions, values: {balkans: 50, kosovo: 51}}", "", ""},
		{"an area above the one that covers it", "{source: unhcr, indicator: detentions, values: {serbia-and-kosovo: 50, kosovo: 51, serbia: 20}}", "«51» 51 of Kosovo*, 2023-Q1 is more than the 50 of Serbia and Kosovo*, 2023-Q1", ""},
		{"areas that may count the same people", "{source: unhcr, indicator: detentions, values: {serbia-and-kosovo: 50, kosovo: 50, serbia: 20}}", "", ""},
	} {
		problem, excess, n := weighed(t, c.items)
		if c.problem == "" && problem != "" || !strings.Contains(problem, c.problem) || n > 1 || excess != c.excess && !(c.excess != "" && strings.HasPrefix(excess, c.excess)) {
			t.Errorf("%s:\n got %s | %s\nwant %s | %s", c.name, problem, excess, c.problem, c.excess)
		}
	}
}

// TestFractions: half a person was not counted.
func TestFractions(t *testing.T) {
	for items, want := range map[string]string{
		"{source: unhcr, area: serbia, indicator: arrivals, value: 1.5}":                                  "«1.5» 1.5 has a fraction, but people are counted one by one",
		"{source: unhcr, area: serbia, indicator: arrivals, value: 4, by: {sex: {girls: 0.5}}}":           "«0.5» 0.5 has a fraction",
		"{source: unhcr, area: serbia, indicator: arrivals, value: 1.0}":                                  "",
		"{source: unhcr, area: serbia, indicator: arrivals, value: 4, by: {sex: {girls: {share: 12.5}}}}": "",
		"{source: unhcr, area: serbia, indicator: per-day, value: 29.8}":                                  "",
		"{source: unhcr, area: serbia, indicator: costs, value: 29.80}":                                   "",
		"{source: unhcr, area: serbia, indicator: make-up, value: 29.8}":                                  "",
		"{source: unhcr, area: serbia, indicator: arrivals-change, value: -2.5}":                          "",
	} {
		if got, _, _ := weighed(t, items); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", items, got, want)
		}
	}
}

// TestAddedShares: per cent are never added up.
func TestAddedShares(t *testing.T) {
	for measure, want := range map[string]string{
		"share, add: areas":    "«areas» a share is per cent of something, and is never added up",
		"change, add: periods": "«periods» a change is per cent of something, and is never added up",
		"share, add: none":     "", "change": "",
	} {
		fsys := base(map[string]string{"indicators": "- {id: rate, name: Rate, measure: " + measure + "}\n"})
		_, ps := data.Load(fsys)
		if got := strings.Join(list(fsys, ps), "; "); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", measure, got, want)
		}
	}
}

// TestCoversInTurn: an area does not lie in itself, at whatever remove.
func TestCoversInTurn(t *testing.T) {
	for areas, want := range map[string]string{
		"- {id: a, name: A, covers: [b]}\n- {id: b, name: B, covers: [a]}":                                  "areas.yaml:3 «a» \"b\" covers \"a\", and is covered by it",
		"- {id: a, name: A, covers: [b]}\n- {id: b, name: B, covers: [c]}\n- {id: c, name: C, covers: [a]}": "areas.yaml:4 «a» \"c\" covers \"a\", and is covered by it",
		"- {id: a, name: A, covers: [b, c]}\n- {id: b, name: B, covers: [c]}\n- {id: c, name: C}":           "",
	} {
		fsys := base(map[string]string{"areas": "areas:\n" + areas + "\n"})
		_, ps := data.Load(fsys)
		if got := strings.Join(list(fsys, ps), "; "); want == "" && got != "" || !strings.HasPrefix(got, want) || len(ps) > 1 {
			t.Errorf("%s: got %s, want %s", areas, got, want)
		}
	}
}
