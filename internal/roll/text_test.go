package roll

import (
	"strings"
	"testing"
)

// rolledBody rolls a site of which the opening page has a body, and gives the new one.
func rolledBody(t *testing.T, body string) string {
	t.Helper()
	s, files := small(t, body, nil)
	plan, err := Edition(files, s, s.Editions[0], parse(t, "2024-Q4"))
	if err != nil {
		t.Fatal(err)
	}
	text := textOf(t, plan, "content/reports/2024-q4/_index.md")
	_, text, _ = strings.Cut(text, "\n---\n\n")
	return text
}

func textOf(t *testing.T, plan *Plan, name string) string {
	t.Helper()
	for _, f := range plan.Files {
		if f.Name == name {
			return string(f.Text)
		}
	}
	t.Fatalf("there is no %s", name)
	return ""
}

// TestBody rolls texts of all kinds: where a period stands, and where a mark goes.
func TestBody(t *testing.T) {
	const date = `{{ TODO "date: August" }} `
	for _, try := range []struct{ name, was, is string }{
		{"nothing to do", "Guests   come\nfrom *far*.  \n", "Guests   come\nfrom *far*.  \n"},
		{"figures", "{{ beds hardava 2024-09-30 }} and {{arrivals  hardava  2024-Q3|change 2023-Q3}}.\n", "{{ beds hardava 2024-12-31 }} and {{arrivals  hardava  2024-Q4|change 2023-Q4}}.\n"},
		{"over two lines", "There were {{ arrivals hardava\n2024-Q3 }} of them.\n", "There were {{ arrivals hardava\n2024-Q4 }} of them.\n"},
		{"history", "There were {{ arrivals hardava 2019 }} in 2019.\n", "There were {{ arrivals hardava 2019 }} in 2019.\n"},
		{"words that look like periods", "`2024-Q3` and [2024-Q3]{{ literal \"a form\" }}, <https://example.org/2024-Q3>.\n", "`2024-Q3` and [2024-Q3]{{ literal \"a form\" }}, <https://example.org/2024-Q3>.\n"},
		{"second sentence", "Guests come. In August they stay.\n", "Guests come. " + date + "In August they stay.\n"},
		{"heading", "## Guests in August\n", "## " + date + "Guests in August\n"},
		{"items", "- Guests come.\n- They like August.\n  Really.\n", "- Guests come.\n- " + date + "They like August.\n  Really.\n"},
		{"numbered", "1. Guests in August.\n", "1. " + date + "Guests in August.\n"},
		{"quote", "> Guests come.\n> In August they stay.\n", "> Guests come.\n> " + date + "In August they stay.\n"},
		{"emphasis", "**Guests in August.** They come. *In August* they stay.\n", date + "**Guests in August.** They come. " + date + "*In August* they stay.\n"},
		{"link", "[Guests in August](velin.md) come.\n", date + "[Guests in August](velin.md) come.\n"},
		{"image", "![Guests in August](a.png)\n", date + "![Guests in August](a.png)\n"},
		{"claim", "[Forty]{{ arrivals hardava 2024-Q3 }} guests came.\n", `{{ TODO "old value: Forty" }} [Forty]{{ arrivals hardava 2024-Q4 }} guests came.` + "\n"},
		{"figure first", "Guests come. {{ arrivals hardava 2024-Q3 }} came in August.\n", "Guests come. " + date + "{{ arrivals hardava 2024-Q4 }} came in August.\n"},
		{"escaped", "Guests come. \\*In August they stay.\n", "Guests come. " + date + "\\*In August they stay.\n"},
		{"cells", "| Place | Guests |\n|:--|--:|\n| At the end of August | {{ arrivals hardava 2024-Q3 \\| rose 2023-Q3 }} |\n",
			"| Place | Guests |\n|:--|--:|\n| " + date + "At the end of August | {{ arrivals hardava 2024-Q4 \\| rose 2023-Q4 }} |\n"},
		{"remark", "Guests come.[^a]\n\n[^a]: Not in August.\n", "Guests come.[^a]\n\n[^a]: " + date + "Not in August.\n"},
		{"source", "Guests come [@shelter-survey-2024-q3]. They stay [@register].\n",
			`{{ TODO "old source: shelter-survey-2024-q3" }} Guests come [@shelter-survey-2024-q3]. They stay [@register].` + "\n"},
		{"source behind the sentence", "Guests come. [@shelter-survey-2024-q3] They stay.\n",
			`{{ TODO "old source: shelter-survey-2024-q3" }} Guests come. [@shelter-survey-2024-q3] They stay.` + "\n"},
		{"source at the end", "Guests come\n[@shelter-survey-2024-q3]\n", `{{ TODO "old source: shelter-survey-2024-q3" }} Guests come` + "\n[@shelter-survey-2024-q3]\n"},
		{"links to the old edition", "[A](/reports/2024-q3/velin/#top), [b](</reports/2024-q3/>), [c](/content/reports/2024-q3/velin.md), [d](velin.md), [e](/pages/methodology.md).\n",
			"[A](/reports/2024-q4/velin/#top), [b](</reports/2024-q4/>), [c](/content/reports/2024-q4/velin.md), [d](velin.md), [e](/pages/methodology.md).\n"},
		{"chart", "```chart\nid: of-2024\n# the last year\ntype: bar\nindicator: arrivals\nareas: hardava # 2024-Q3\nperiods: [\"2023-Q3\", 2024-Q3]\ntitle: Guests in August\nnote: >-\n  The first.\n  In August they\n  stay.\n```\n",
			"```chart\nid: of-2024\n# the last year\ntype: bar\nindicator: arrivals\nareas: hardava # 2024-Q3\nperiods: [\"2023-Q4\", 2024-Q4]\n# TODO: “Guests in August”: date: August\ntitle: Guests in August\n# TODO: “In August they stay.”: date: August\nnote: >-\n  The first.\n  In August they\n  stay.\n```\n"},
		{"chart in a list", "- ```chart\n  type: line\n  indicator: arrivals\n  areas: hardava\n  periods: 2023-Q3..2024-Q3\n  title: Guests in August\n  ```\n",
			"- ```chart\n  type: line\n  indicator: arrivals\n  areas: hardava\n  periods: 2023-Q4..2024-Q4\n  # TODO: “Guests in August”: date: August\n  title: Guests in August\n  ```\n"},
		{"marked already", "{{ TODO \"look\" }} In August they stay. Guests come. {{ TODO \"look\" }} *In August* too.\n", "{{ TODO \"look\" }} In August they stay. Guests come. {{ TODO \"look\" }} *In August* too.\n"},
	} {
		if got := rolledBody(t, try.was); got != try.is {
			t.Errorf("%s:\n%s\nbecomes\n%s\nwant\n%s", try.name, try.was, got, try.is)
		}
	}
}

// TestFront rolls front matter as people write it, each in LF and, with a byte-order
// mark, in CRLF.
func TestFront(t *testing.T) {
	for _, try := range []struct{ name, was, is string }{
		{"plain", "title: Shelters # a title\nperiod: 2024-Q3   # the third\nareas: [hardava, velin]\npublished: 2024-11-01\n",
			"title: Shelters # a title\nperiod: 2024-Q4   # the third\ndraft: true\nareas: [hardava, velin]\n"},
		{"quoted", "title: 'Shelters'\nperiod: \"2024-Q3\"\nareas: [hardava, velin]\ncompare: '2023-Q3'\ndraft: false\nupdated: 2025-01-01 # again\n",
			"title: 'Shelters'\nperiod: \"2024-Q4\"\nareas: [hardava, velin]\ncompare: '2023-Q4'\ndraft: true\n"},
		{"lists", "aliases:\n  - /a/\n  - /b/\ntitle: Shelters\nperiod: 2024-Q3\nareas:\n- hardava\n- velin\n# the end\n",
			"title: Shelters\nperiod: 2024-Q4\ndraft: true\nareas:\n- hardava\n- velin\n# the end\n"},
		{"a list at the margin", "aliases:\n- /a/\n- /b/\ntitle: Shelters\nperiod: 2024-Q3\nareas: [hardava, velin]\n",
			"title: Shelters\nperiod: 2024-Q4\ndraft: true\nareas: [hardava, velin]\n"},
		{"texts", "title: Shelters\nperiod: 2024-Q3\nareas: [hardava, velin]\nsummary: |\n  Guests come.\n  In August: none.\ndescription: \"In \\\"August\\\" they stay\"\ncitation: In\n  August\ncredits:\n  design: In August\n",
			"title: Shelters\nperiod: 2024-Q4\ndraft: true\nareas: [hardava, velin]\n# TODO: “In August: none.”: date: August\nsummary: |\n  Guests come.\n  In August: none.\n# TODO: “In “August” they stay”: date: August\ndescription: \"In \\\"August\\\" they stay\"\n# TODO: “In August”: date: August\ncitation: In\n  August\ncredits:\n  # TODO: “In August”: date: August\n  design: In August\n"},
		{"a title with its period", "title: \"Shelters, third quarter of 2024\"\nperiod: 2024-Q3\nareas: [hardava, velin]\n",
			"title: \"Shelters, fourth quarter of 2024\"\nperiod: 2024-Q4\ndraft: true\nareas: [hardava, velin]\n"},
		{"a title with its months", "title: Shelters, July–September 2024\nperiod: 2024-Q3\nareas: [hardava, velin]\n",
			"title: Shelters, October–December 2024\nperiod: 2024-Q4\ndraft: true\nareas: [hardava, velin]\n"},
		{"a title with another date", "title: Shelters after August\nperiod: 2024-Q3\nareas: [hardava, velin]\n",
			"# TODO: “Shelters after August”: date: August\ntitle: Shelters after August\nperiod: 2024-Q4\ndraft: true\nareas: [hardava, velin]\n"},
	} {
		for _, windows := range []bool{false, true} {
			form := func(front string) string {
				text := "---\n" + front + "---\n\nWords {{ beds hardava 2024-09-30 }}.\n\nIn August.\n"
				if windows {
					return "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
				}
				return text
			}
			s, files := small(t, "", map[string]string{"content/reports/2024-q3/_index.md": form(try.was)})
			plan, err := Edition(files, s, s.Editions[0], parse(t, "2024-Q4"))
			if err != nil {
				t.Fatal(err)
			}
			want := strings.Replace(form(try.is), "09-30", "12-31", 1)
			want = strings.Replace(want, "In August.", `{{ TODO "date: August" }} In August.`, 1)
			if i := strings.LastIndex(want, "In August."); i < 0 {
				t.Fatal("no body")
			}
			if got := textOf(t, plan, "content/reports/2024-q4/_index.md"); got != want {
				t.Errorf("%s (CRLF: %v) becomes\n%q\nwant\n%q", try.name, windows, got, want)
			}
		}
	}
}

// TestEntries takes the # away from all entries, fills them in, and loads them.
func TestEntries(t *testing.T) {
	s, files := ownSite(t)
	for _, e := range s.Editions {
		plan, err := Edition(files, s, e, e.Period.Next())
		if err != nil {
			t.Fatal(err)
		}
		if plan.Entered == "" {
			continue
		}
		entered(t, files, plan)
	}
	small, files := small(t, "{{ arrivals hardava age=children }} {{ arrivals velin }}\n", nil)
	plan, err := Edition(files, small, small.Editions[0], parse(t, "2024-Q4"))
	if err != nil {
		t.Fatal(err)
	}
	entered(t, files, plan)
}

// TestSnapshot rolls a snapshot into a file of its own, and asks for its cells.
func TestSnapshot(t *testing.T) {
	const old = "---\ntitle: Shelters in September\nperiod: 2024-09\npublished: 2024-10-01\n---\n\nThere were {{ beds hardava 2024-09-30 }}. In September {{ arrivals hardava 2019 }} came.\n"
	s, files := small(t, "Words.\n", map[string]string{"content/snapshots/2024-09.md": old})
	page, ok := s.File("content/snapshots/2024-09.md")
	if !ok {
		t.Fatal("there is no snapshot")
	}
	plan, err := Snapshot(files, s, page, parse(t, "2024-11"), "content/snapshots/2024-11.md")
	if err != nil {
		t.Fatal(err)
	}
	const want = "---\n# TODO: “Shelters in September”: date: September\ntitle: Shelters in September\nperiod: 2024-11\ndraft: true\n---\n\nThere were {{ beds hardava 2024-11-30 }}. {{ TODO \"date: September\" }} In September {{ arrivals hardava 2019 }} came.\n"
	if got := textOf(t, plan, "content/snapshots/2024-11.md"); got != want {
		t.Errorf("becomes\n%s", got)
	}
	if len(plan.Cells) != 1 || plan.Cells[0].Period.String() != "2024-11-30" || plan.Entered != "data/observations/2024-11.yaml" {
		t.Errorf("asks for %v in %s", plan.Cells, plan.Entered)
	}
}

// TestFreeName writes beside a file of observations that is there.
func TestFreeName(t *testing.T) {
	s, files := small(t, "Words.\n", map[string]string{
		"data/observations/2024-Q4.yaml":   "observations:\n  # later\n",
		"data/observations/2024-Q4-2.yaml": "period: 2024-Q4\nobservations:\n  - {indicator: arrivals, area: hardava, source: register, value: 5}\n",
	})
	plan, err := Edition(files, s, s.Editions[0], parse(t, "2024-Q4"))
	if err != nil {
		t.Fatal(err)
	}
	if plan.Entered != "data/observations/2024-Q4-3.yaml" {
		t.Errorf("writes to %s", plan.Entered)
	}
	for _, c := range plan.Cells {
		if c.Area == "hardava" && c.Period == parse(t, "2024-Q4") {
			t.Errorf("asks for %v, which is there", c.Cell)
		}
	}
}

// TestMarkIsPlain gives reasons that cannot end a mark, whatever they quote.
func TestMarkIsPlain(t *testing.T) {
	m := Mark{Reasons: []Reason{{Date, "a\"b}} | `c` <d>\n\u2066e # f\\"}, {Number, strings.Repeat("ž", 200)}}}
	why := m.Why()
	if strings.ContainsAny(why, "\"}|`<>\n\\#\u2066") || len([]rune(why)) > 160 {
		t.Errorf("%q", why)
	}
}
