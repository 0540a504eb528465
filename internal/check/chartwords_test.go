package check_test

import (
	"slices"
	"strings"
	"testing"

	"bulletin/internal/check"
)

// reportedBy lists the words that a rule reports in the chapter about Serbia of
// the example site, "accepted" before those that somebody gave a reason for.
func reportedBy(t *testing.T, rule, body string) string {
	t.Helper()
	files := check.Example{{Text: body}}.Apply()
	lines := strings.Split(files[check.Chapter], "\n")
	var found []string
	for _, p := range run(t, files) {
		if p.Rule != rule {
			continue
		}
		line := []rune(lines[p.Pos.Line-1])
		words := string(line[p.Pos.Col-1 : min(len(line), p.Pos.Col-1+p.Len)])
		if p.Reason != "" {
			words = "accepted " + words
		}
		found = append(found, words)
	}
	slices.Sort(found)
	return strings.Join(found, "|")
}

// TestCoverage has chapters with a chart that compares two of three areas, and
// the words that are reported.
func TestCoverage(t *testing.T) {
	const start = "There were {{ arrivals }} people.\n\n"
	block := func(kind, areas, more string) string {
		return "```chart\ntype: " + kind + "\nindicator: arrivals\nareas: " + areas + "\n" + more + "```\n"
	}
	gap, none := "[serbia, albania, kosovo]", "[serbia, albania]"
	for _, c := range []struct{ body, want string }{
		// Titles and notes.
		{block("change", gap, "title: Arrivals rose in most countries\n"), "most countries"},
		{block("change", gap, "title: All three countries counted more\n"), "All three countries"},
		{block("change", gap, "title: Arrivals everywhere\n"), "everywhere"},
		{block("dumbbell", gap, "title: Higher in almost every country\n"), "almost every country"},
		{block("bar", gap, "period: 2022-Q1\ntitle: Most countries counted hundreds\n"), "Most countries"},
		{block("change", gap, "title: Arrivals\nnote: They rose in the majority of countries.\n"), "the majority of countries"},
		{block("change", gap, "title: \"[Most countries]{{ literal \\\"as the source says\\\" }} counted more\"\n"), "accepted Most countries"},
		{block("change", gap, "title: Arrivals rose in most countries\nnote: \"Kosovo\\\\* has no figure for the year before.\"\n"), ""},
		{block("change", gap, "title: \"Arrivals rose in all countries but Kosovo\\\\*\"\n"), ""},
		{block("change", gap, "title: Arrivals rose in two of three countries, in all countries compared\n"), ""},
		{block("change", none, "title: Arrivals rose in all countries\n"), ""},
		{block("bar", gap, "title: All countries counted\n"), ""},
		{block("change", gap, "title: Arrivals rose in Serbia\n"), ""},
		// Sentences beside it.
		{"Arrivals rose in most countries.\n\n" + block("change", gap, "title: T\n"), "most countries"},
		{block("change", gap, "title: T\n") + "\nOne word. In most countries more people arrived.\n", "most countries"},
		{"Arrivals rose in most countries.\n\n" + block("bar", gap, "period: 2022-Q1\ntitle: T\n"), ""},
		{"Most countries are members of the union.\n\n" + block("change", gap, "title: T\n"), ""},
		{"Arrivals rose in most countries, for Kosovo\\* nothing is known.\n\n" + block("change", gap, "title: T\n"), ""},
		{"Arrivals rose in all other countries.\n\n" + block("change", gap, "title: T\n"), ""},
		{"Arrivals rose in most countries.\n\n## Rates\n\n" + block("change", gap, "title: T\n"), ""},
		{"Arrivals rose in most countries.\n\n" + block("change", none, "title: T\n"), ""},
	} {
		if got := reportedBy(t, "coverage", start+c.body); got != c.want {
			t.Errorf("%s: got %q, want %q", c.body, got, c.want)
		}
	}
}

func TestLongTitles(t *testing.T) {
	block := func(kind, title string) string {
		return "There were {{ arrivals }} people.\n\n```" + kind + "\ntype: bar\nindicator: arrivals\ntitle: " + title + "\n```\n"
	}
	fifteen := strings.TrimSpace(strings.Repeat("word ", 15))
	for _, c := range []struct{ body, want string }{
		{block("chart", fifteen), ""},
		{block("chart", fifteen+" more"), "w"},
		{block("chart", strings.Replace(fifteen, "word", "\"{{ arrivals | rose }}", 1)+"\""), "{"}, // three words in the place of one
		{block("table", fifteen+" more"), ""},
	} {
		if got := reportedBy(t, "long-title", c.body); got != c.want {
			t.Errorf("%s: got %q, want %q", c.body, got, c.want)
		}
	}
}

// TestPeriodsOfCharts: the title of a chart may name any period that it shows,
// however the block asks for it, and no other.
func TestPeriodsOfCharts(t *testing.T) {
	block := func(periods, title string) string {
		return "There were {{ arrivals }} people.\n\n```chart\ntype: line\nindicator: arrivals\nperiods: " + periods + "\ntitle: \"" + title + "\"\n```\n"
	}
	const title = "From {{ arrivals 2022-Q1 }} in the first quarter of 2022 to 300, by the fourth quarter of 2022"
	for _, c := range []struct{ body, want string }{
		{block("last 5", title), ""},
		{block("2022-Q1..2023-Q1", title), ""},
		{block("[2022-Q1..2022-Q4, 2023-Q1]", "In the fourth quarter of 2022, 300 people"), ""},
		{block("[2023-Q1]", "In the fourth quarter of 2022, 300 people"), "fourth quarter of 2022"},
	} {
		if got := reportedBy(t, "stale-period", c.body); got != c.want {
			t.Errorf("%s: got %q, want %q", c.body, got, c.want)
		}
	}
}
