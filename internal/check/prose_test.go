package check_test

import (
	"strings"
	"testing"

	"bulletin/internal/check"
)

// proseSite is the site of the examples with a body for the chapter about
// Serbia, and some more data.
func proseSite(body string) map[string]string {
	files := check.Example{{Name: "", Text: body}}.Apply()
	files["data/observations/more.yaml"] = `period: 2023-Q1
observations:
  - {indicator: presence, area: serbia, period: 2023-05, source: later, value: 1404}
  - {indicator: arrivals, area: albania, period: 2022-Q4, source: later, value: 91}
  - {indicator: arrivals, area: serbia, period: 2022, source: later, value: 911}
  - {indicator: presence, period: 2023-02, source: later, note: So many., values: {albania: {value: 19, status: E}, kosovo: 2040, serbia: 15200}}
  - {indicator: presence, source: later, note: So many., values: {kosovo: 152930}}
`
	files["data/sources.yaml"] += `later:
  publisher: Statistical office
  title: The 30 busiest crossings of Kosovo in the second quarter
  issued: 2023-07
  URL: "https://example.org/arrivals/later.pdf"
  covers: [2023-05, 2022-Q4, 2022, 2023-02, 2023-Q1]
`
	return files
}

// TestProse has the bodies of a chapter about the first quarter of 2023, with
// what is reported of them: the rule, and the words that are underlined.
func TestProse(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		// Numbers bound to nothing.
		{"There were 300 people.", "unbound 300"},
		{"There were {{ arrivals }} people, [50%]{{ arrivals | change }} more.", ""},
		{"Under [resolution 12]{{ literal }} it held.", "unbound resolution 12"},
		{"There were [1244]{{ literal \"a law\" }} people.", "accepted unbound 1244"},
		{"There were [loads]{{ literal }} of them.", ""},
		{"See [all 300 people](https://example.org).", "unbound 300"},
		{"See [The 30 busiest crossings of Kosovo in the second quarter](https://example.org).", ""},
		{"See *The 30 busiest crossings of Kosovo in the second quarter*.", ""},
		{"See [First quarter of 2023](_index.md).", ""},
		{"There were `300` people.\n\n```\n300\n```", ""},
		{"| Boys | 17 |\n|:--|--:|\n| Girls | {{ arrivals }} |", "unbound 17"},
		{"![300 people](/uploads/map.png)", "unbound 300"},
		{"There are more[^1].\n\n[^1]: That is, 300 people.", "unbound 300"},
		// Periods that are stale.
		{"In the fourth quarter, {{ arrivals }} people came.", "stale-period fourth quarter"},
		{"In the second quarter of 2023, {{ arrivals }} people came.", "stale-period second quarter of 2023"},
		{"In the first quarter of 2022, {{ arrivals }} people came.", "stale-period first quarter of 2022"},
		{"In the first quarter of 2022 the route moved north.", "stale-period first quarter of 2022"},
		{"From October to December 2022, {{ arrivals }} people came.", "stale-period October to December 2022"},
		{"In 2022, {{ arrivals }} people came.", "stale-period 2022"},
		{"In 2022, {{ arrivals 2022 }} people came.", ""},
		{"In 2023, {{ arrivals }} people came.", ""},
		{"At the end of December, {{ arrivals }} people stayed.", "stale-period December"},
		{"At the end of March, {{ arrivals }} people stayed.", ""},
		{"Nothing is known of the end of December.", "stale-period December"},
		{"| Present at the end of December | {{ presence }} |\n|:--|--:|", "stale-period December"},
		{"In December they were {{ presence }}.", "stale-period December"},
		{"In December the snow came.", ""},
		{"At the end of 2022 there were {{ presence }} of them.", "stale-period 2022"},
		{"In the first quarter of 2022, {{ arrivals 2022-Q1 }} people came.", ""},
		{"In the first quarter of 2022, [200]{{ arrivals 2022-Q1 }} people came.", ""},
		{"In the first quarter of 2022, people came; now they {{ arrivals | rose }}.", ""},
		{"There were {{ arrivals }} people, against fewer in the fourth quarter of 2022.", ""},
		{"A year earlier, in the first quarter of 2022, there were fewer.", ""},
		{"They have met {{ arrivals }} times since 2015, under the law of 2018.", ""},
		{"The war began in February 2022, and the route was closed in 2016.", ""},
		{"In 2022 the winter was mild.", ""},
		{"In [the fourth quarter]{{ literal \"title of a report\" }} it fell.", "accepted stale-period fourth quarter"},
		{"See *The 30 busiest crossings of Kosovo in the second quarter*.", ""},
		{"{{ period 2022-Q1 }} was calm.", ""},
		{"In the fourth quarter of 2022, Albania had {{ arrivals albania 2022-Q4 }}.", ""},
		// Dates past the end.
		{"As of June, {{ arrivals }} people stayed.", "late-date June"},
		{"As of June, {{ presence 2023-05 }} people stayed.", "late-date June"},
		{"Until May 2023, {{ arrivals }} people came.", "late-date May 2023"},
		{"By the end of May 2023, {{ presence 2023-05 }} people stayed.", ""},
		{"The count is {{ presence 2023-05 }}. It was taken on 31 May 2023.", ""},
		{"On 4 June 2023 it ended.", "late-date 4 June 2023"},
		{"From January to May 2023 they came.", "late-date January to May 2023"},
		{"On 31 March 2023 it ended.", ""},
		{"On [4 June 2023]{{ literal \"the day the law begins\" }} it ends.", "accepted late-date 4 June 2023"},
		{"The report of April 2023 counts {{ arrivals }} people.", ""},
		{"The office counts {{ arrivals }} people in a report published in April 2023.", ""},
		{"The report for the fourth quarter of 2022 is older than the count of {{ arrivals }}.", ""},
		{"The arrivals of April 2023 were few.", "late-date April 2023"},
		{"The centre, opened in 2022, holds {{ presence }} people.", ""},
		{"After the winter of 2022, {{ arrivals }} people came.", ""},
		{"The trend of 2022 went on: {{ arrivals }} people came.", ""},
		{"Of those who came, {{ arrivals }} in all, many left in 2022.", ""},
		{"On 24 February 2022 the war began; {{ arrivals }} people came since.", ""},
		{"From April 2022 to March 2023 {{ arrivals }} people came.", "stale-period April 2022 to March 2023"},
		{"Over January and February 2023, {{ arrivals }} people came.", ""},
		{"By the end of the quarter {{ presence }} people had stayed.", ""},
		{"In the third quarter of last year they were more than now: {{ arrivals }}.", ""},
		{"This is the first of two quarters with {{ arrivals }} people.", ""},
		// Words, styles, hedges, names.
		{"In the first trimester there were {{ arrivals }}.", "wording trimester"},
		{"The last trimester of a pregnancy is hard.", ""},
		{"It rose by [50%]{{ arrivals | change }}, by [50 per cent]{{ arrivals | change }}.", "number-style 50 per cent"},
		{"It rose by [50 per cent]{{ arrivals | change }}.", ""},
		{"The change was {{ arrivals | change }}, or [50 per cent]{{ arrivals | change }}, [50 per cent]{{ arrivals | change }}.", "number-style 50 per cent|number-style 50 per cent"},
		{"By [50%]{{ arrivals | change }}, by [50 per cent]{{ arrivals | change }}, [50 per cent]{{ arrivals | change }}.", "number-style 50%"},
		{"There are {{ presence }}, and not [1 201]{{ literal \"a guess\" }}.", "accepted number-style 1 201|accepted unbound 1 201"},
		{"There are around {{ arrivals albania }} people in Albania.", "hedge around"},
		{"There are approximately [237]{{ arrivals albania }} people in Albania.", "hedge approximately"},
		{"There are [approximately 237]{{ arrivals albania }} people in Albania.", "hedge approximately"},
		{"There are [about 240]{{ arrivals albania }} people in Albania.", ""},
		{"There are about {{ arrivals }} people.", ""},
		{"Nothing is said about {{ arrivals albania }} people in Albania.", ""},
		{"There are about {{ arrivals kosovo }} people in Kosovo\\*.", ""},
		{"There are {{ arrivals albania | about }} people in Albania.", ""},
		{"In February there were around {{ presence albania 2023-02 }} of them in Albania.", "hedge around"},
		{"In February there were nearly {{ presence albania 2023-02 }} of them in Albania.", "around nearly"},
		{"In February there were an estimated {{ presence albania 2023-02 }} of them in Albania.", ""},
		{"There are an estimated {{ arrivals albania }} people in Albania.", "hedge an estimated"},
		{"There are approximately {{ presence kosovo }} of them in Kosovo\\*.", "hedge approximately"},
		{"In February there were around {{ presence kosovo 2023-02 }} of them in Kosovo\\*.", "hedge around"},
		{"In February there were about {{ presence serbia 2023-02 }} of them in Serbia.", ""},
		{"Many come through Kosovo.", "naming Kosovo"},
		{"They take the line Serbia–Kosovo.", "naming Kosovo"},
		{"The name is “Kosovo”.", "naming Kosovo"},
		{"They take the line KOSOVO, not KOSOVO\\*.", "naming KOSOVO"},
		{"They go to Kosovo... and on.", "naming Kosovo"},
		{"They go to Kosovo\u00a0then.", "naming Kosovo"},
		{"They like Kosovoé and Kosovos.", ""},
		{"Many come through Kosovo's north.", "naming Kosovo"},
		{"Many come through *Kosovo\\**, Kosovo\\* and Kosovar towns.", ""},
		{"Many come through [Kosovo]{{ literal \"name of an office\" }}.", "accepted naming Kosovo"},
		{"See [Kosovo](https://example.org/kosovo) and `Kosovo` and https://example.org/Kosovo.", "naming Kosovo"},
	} {
		if got := saidOf(t, c.body); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.body, got, c.want)
		}
	}
}

// saidOf is what is reported of the body of a chapter: the rules, each with the
// words that are underlined.
func saidOf(t *testing.T, body string) string {
	files := proseSite(body + "\n\nIn all there were {{ arrivals }} of them [@later].")
	var got []string
	lines := strings.Split(files[check.Chapter], "\n")
	for _, p := range run(t, files) {
		if p.Pos.File != check.Chapter {
			t.Errorf("%q: %v", body, p)
			continue
		}
		line := []rune(lines[p.Pos.Line-1])
		text := p.Rule + " " + string(line[p.Pos.Col-1:p.Pos.Col-1+p.Len])
		if p.Reason != "" {
			text = "accepted " + text
		} else if p.Hint == "" {
			t.Errorf("%q: no hint: %v", body, p)
		}
		got = append(got, text)
	}
	return strings.Join(got, "|")
}

// TestUnboundOnStandingPages has the body of a standing page: numbers in digits
// are meant there, those in words explain.
func TestUnboundOnStandingPages(t *testing.T) {
	for body, want := range map[string]string{
		"In May 2023, 17 people came.":                     "unbound 17",
		"There are four children in it, and half of a day": "",
		"It is `17%`, under Article 5, since 2018.":        "",
		"[17 people]{{ literal \"an example\" }} came.":    "unbound 17",
		"[17 people]{{ literal }} came.":                   "unbound 17 people",
	} {
		files := proseSite("There are {{ arrivals }} of them [@later].")
		files["content/pages/about.md"] = "---\ntitle: About\n---\n" + body + "\n"
		got := ""
		for _, p := range run(t, files) {
			line := []rune(body)
			got += p.Rule + " " + string(line[p.Pos.Col-1:p.Pos.Col-1+p.Len])
			if p.Pos.File != "content/pages/about.md" || p.Pos.Line != 4 {
				t.Errorf("%q: %v", body, p)
			}
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", body, got, want)
		}
	}
}
