package data_test

import (
	"strings"
	"testing"

	"bulletin/internal/data"
)

// TestDisclosure: each suppressed value that can be computed from published
// ones is found, and none that cannot.
func TestDisclosure(t *testing.T) {
	const indicators = `- {id: arrivals, name: Arrivals, unit: {one: person, other: people}, measure: flow, add: all}
- {id: presence, name: Presence, unit: {one: person, other: people}, measure: stock, add: areas}
- {id: detentions, name: Detentions, unit: {one: person, other: people}, measure: flow}
`
	for _, c := range []struct {
		name, items string
		want        string // "" where nothing is to be found
	}{
		{"a second breakdown gives one of two parts",
			`{indicator: arrivals, area: serbia, value: 20, by: {age: {children: {status: Q, by: {sex: {girls: {status: Q}, boys: {status: Q}}}}, adults: {status: Q}}, sex: {girls: {value: 8, by: {age: {adults: 5}}}}}}`,
			"«Q» this suppressed value can be computed from the total by age and its other parts"},
		{"a second breakdown with a gap",
			`{indicator: arrivals, area: serbia, value: 20, by: {nationality: {syria: {status: Q}, pakistan: {value: 12, by: {sex: {girls: {status: Q}, boys: {status: Q}}}}, bangladesh: {status: Q}}, sex: {girls: {value: 8, by: {nationality: {syria: 3}}}}}}`, ""},
		{"a total, from all its parts",
			`{indicator: arrivals, area: serbia, status: Q, by: {sex: {girls: 3, boys: 4}}}`,
			"this suppressed value can be computed from its parts by sex"},
		{"a part, from all its parts",
			`{indicator: arrivals, area: serbia, value: 20, by: {age: {children: {status: Q, by: {sex: {girls: 3, boys: 4}}}, adults: {status: Q}}}}`,
			"this suppressed value can be computed from its parts by sex"},
		{"a total, from one part and the shares of the others",
			`{indicator: arrivals, area: serbia, status: Q, by: {sex: {girls: 3, boys: {share: 70}}}}`,
			"from its parts by sex"},
		{"a total of parts that are shares", `{indicator: arrivals, area: serbia, status: Q, by: {sex: {girls: {share: 30}, boys: {share: 70}}}}`, ""},
		{"a total with parts left out", `{indicator: arrivals, area: serbia, status: Q, by: {sex: {girls: 3}}}`, ""},
		{"a member, from the group and the others",
			"{indicator: presence, area: balkans, value: 20}\n- {indicator: presence, source: unhcr, values: {serbia: 17, kosovo: {status: Q}}}",
			"this suppressed value can be computed from the areas of balkans"},
		{"a category of a member",
			"{indicator: presence, area: balkans, value: 20, by: {age: {children: 5}}}\n- {indicator: presence, source: unhcr, values: {serbia: {value: 17, by: {age: {children: 3}}}, kosovo: {value: 3, by: {age: {children: {status: Q}, adults: {status: Q}}}}}}",
			"from the areas of balkans"},
		{"one of two members", "{indicator: presence, area: balkans, value: 20}\n- {indicator: presence, source: unhcr, values: {serbia: {status: Q}, kosovo: {status: Q}}}", ""},
		{"a member that is missing beside it", "{indicator: presence, area: balkans, value: 20}\n- {indicator: presence, area: kosovo, status: Q}", ""},
		{"a group, from its members", "{indicator: presence, area: balkans, status: Q}\n- {indicator: presence, source: unhcr, values: {serbia: 17, kosovo: 3}}", "from the areas of balkans"},
		{"areas that another gives as one", "{indicator: presence, area: serbia-and-kosovo, value: 20}\n- {indicator: presence, source: unhcr, values: {serbia: 17, kosovo: {status: Q}}}", "from the areas of serbia-and-kosovo"},
		{"areas that do not add up", "{indicator: detentions, area: balkans, value: 20}\n- {indicator: detentions, source: unhcr, values: {serbia: 17, kosovo: {status: Q}}}", ""},
		{"a month, from its quarter and the others",
			"{indicator: arrivals, area: serbia, value: 20}\n- {indicator: arrivals, area: serbia, period: 2023-01, source: unhcr, value: 5}\n- {indicator: arrivals, area: serbia, period: 2023-02, status: Q}\n- {indicator: arrivals, area: serbia, period: 2023-03, source: unhcr, value: 5}",
			"«Q» this suppressed value can be computed from other periods"},
		{"a month, from two spans that begin together",
			"{indicator: arrivals, area: serbia, period: 2023-01..2023-09, value: 20}\n- {indicator: arrivals, area: serbia, period: 2023-01..2023-10, source: unhcr, value: 25}\n- {indicator: arrivals, area: serbia, period: 2023-10, status: Q}",
			"from other periods"},
		{"a quarter, from its year and the others",
			"{indicator: arrivals, area: serbia, period: 2023, value: 20}\n- {indicator: arrivals, area: serbia, period: 2023-Q1, source: unhcr, value: 5}\n- {indicator: arrivals, area: serbia, period: 2023-Q2, status: Q}\n- {indicator: arrivals, area: serbia, period: 2023-07..2023-12, source: unhcr, value: 5}",
			"from other periods"},
		{"two months of a quarter", "{indicator: arrivals, area: serbia, value: 20}\n- {indicator: arrivals, area: serbia, period: 2023-01, source: unhcr, value: 5}\n- {indicator: arrivals, area: serbia, period: 2023-02, status: Q}\n- {indicator: arrivals, area: serbia, period: 2023-03, status: Q}", ""},
		{"months that do not add up", "{indicator: detentions, area: serbia, value: 20}\n- {indicator: detentions, area: serbia, period: 2023-01, source: unhcr, value: 5}\n- {indicator: detentions, area: serbia, period: 2023-02, status: Q}\n- {indicator: detentions, area: serbia, period: 2023-03, source: unhcr, value: 4}", ""},
		{"a stock at the ends of months", "{indicator: presence, area: serbia, value: 20}\n- {indicator: presence, area: serbia, period: 2023-01, status: Q}\n- {indicator: presence, area: serbia, period: 2023-02, source: unhcr, value: 4}", ""},
		{"the only part of a breakdown, said once",
			`{indicator: arrivals, area: serbia, value: 20, by: {age: {children: {status: Q}, adults: 12}}}`,
			"«Q» the only suppressed part by age can be computed from the published total"},
	} {
		text := strings.Replace("period: 2023-Q1\nobservations:\n- "+c.items+"\n", "area: ", "source: unhcr, area: ", 1)
		fsys := base(map[string]string{"observations/a": text, "indicators": indicators})
		_, ps := data.Load(fsys)
		got := strings.Join(list(fsys, ps), "; ")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || len(ps) > 1 {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		for _, p := range ps {
			if p.Rule != "disclosure" || p.Hint == "" {
				t.Errorf("%s: rule %s, hint %q", c.name, p.Rule, p.Hint)
			}
		}
	}
}

// TestSubgroups: parts that stand without their dimension, or in the wrong
// place, are told how to be written.
func TestSubgroups(t *testing.T) {
	for _, c := range []struct{ item, want string }{
		{"area: serbia, value: 60, by: {girls: 1, boys: 9}", `«girls» a breakdown names its dimension first, but "girls" is a category [girls is a category of sex: write by: {sex: {girls: 1, …}}]`},
		{"area: serbia, value: 60, by: {boys: 9, age: {children: 10}}", `«boys» a breakdown names its dimension first, but "boys" is a category [boys is a category of sex: write by: {sex: {boys: 9}}]`},
		{"area: serbia, value: 60, by: {age: {children: {value: 10, by: {girls: 1}}}}", `«girls» a breakdown names its dimension first, but "girls" is a category [girls is a category of sex: write by: {sex: {girls: 1}}]`},
		{"values: {girls: 1, boys: 9}", `«girls» values: lists areas, but "girls" is a category [girls is a category of sex: write by: {sex: {girls: 1, …}}]`},
		{"values: {serbia: {girls: 1, boys: 9, value: 60}}", `«girls» parts stand under by:, but "girls" is a category [girls is a category of sex: write by: {sex: {girls: 1, …}}]`},
		{"area: serbia, value: {girls: 1, boys: 9}", `«girls» a number is expected, but "girls" is a category [girls is a category of sex: write by: {sex: {girls: 1, …}}]`},
		{"area: serbia, value: 60, girls: 1", `«girls» parts stand under by:, but "girls" is a category [girls is a category of sex: write by: {sex: {girls: 1}}]`},
		{"area: serbia, value: 60, sex: {girls: 1}", `«sex» parts stand under by:, but "sex" is a dimension [write by: {sex: …}]`},
		{"area: serbia, value: 60, by: {kosovo: 3}", `«kosovo» there is no dimension "kosovo" [it is an area: values: {kosovo: …} lists areas]`},
	} {
		fsys := base(map[string]string{"observations/a": "period: 2023-Q1\nobservations:\n  - {indicator: arrivals, source: unhcr, " + c.item + "}\n"})
		set, ps := data.Load(fsys)
		got := strings.Join(list(fsys, ps), "; ")
		if got != "observations/a.yaml:3 "+c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.item, got, c.want)
		}
		if set.Complete() {
			t.Errorf("%s: nothing seems to be refused", c.item)
		}
	}
}
