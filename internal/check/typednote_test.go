package check_test

import (
	"strings"
	"testing"

	"bulletin/internal/check"
	"bulletin/internal/diag"
)

// TestTypedNotes has the bodies of a chapter with what is reported of them.
func TestTypedNotes(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		// The notes of the published overview.
		{"Cards were issued until the end of March.⁸\n\nDecisions were made.⁶ More followed.⁷\n\n⁸ Ibid.", "typed-note ⁸|typed-note ⁶|typed-note ⁷|typed-note ⁸|typed-note Ibid"},
		{"{{ arrivals }} people came.[9]\n\n---\n\n9 Statistical office, Count, available at https://example.org/count\n\n10 Ibid", "typed-note [9]|typed-note 9|typed-note Ibid"},
		// Marks.
		{"Many came¹ and went², others³ stayed.", "typed-note ¹|typed-note ²|typed-note ³"},
		{"Many came ¹.", "typed-note ¹"},
		{"Many came.\u00a0¹ More came.\u00a0(6)", "typed-note ¹|typed-note (6)"},
		{"There were {{ arrivals }}¹ people, [300]{{ arrivals }}², in Kosovo\\*³ too.", "typed-note ¹|around ²|typed-note ²|typed-note ³"},
		{"It rose [by 50%]{{ arrivals | change }}¹.", "typed-note ¹"},
		{"\"Many\"¹² (so the office)³ came: some¹³", "typed-note ¹²|typed-note ³|typed-note ¹³"},
		{"¹ Statistical office, Count.", "typed-note ¹"},
		{"Many came [4]. More.[5] See [6, 7]; [8–10] too. [11]", "typed-note [4]|typed-note [5]|typed-note [6, 7]|typed-note [8–10]|typed-note [11]"},
		{"[4] Statistical office, Count.", "typed-note [4]"},
		{"There were {{ arrivals }}[4] people.", "typed-note [4]"},
		{"Many came.(4) They went(5), too. (6)", "typed-note (4)|typed-note (5)|typed-note (6)"},
		{"There were {{ arrivals }}(4) people.", "typed-note (4)"},
		{"Many came.^4^", "typed-note ^4^"},
		{"| Girls¹ | Boys [2] |\n|:--|:--|\n| few.(3) | more |", "typed-note ¹|typed-note [2]|typed-note (3)"},
		{"- Many came.⁴\n\n> Many came.⁵", "typed-note ⁴|typed-note ⁵"},
		{"## Arrivals¹\n\nMany.", "typed-note ¹"},
		{"Many[^a].\n\n[^a]: Not all.⁴", "typed-note ⁴"},
		{"```chart\ntype: bar\nindicator: arrivals\nareas: [serbia, albania]\ntitle: Many came¹\nnote: \"See note 5.\"\n```", "typed-note ¹|typed-note note 5"},
		{"See [the count¹](https://example.org/a).", "typed-note ¹"},
		{"![A map¹](/uploads/map.png)", "typed-note ¹"},
		// Words that lead to another note.
		{"So it is (ibid.). See note 5.", "typed-note ibid|typed-note note 5"},
		{"Many[^a].\n\n[^a]: Office, op. cit., and loc. cit.", "typed-note op. cit|typed-note loc. cit"},
		{"So it is [@later, ibid. p. 4].", "typed-note @later"},
		{"Many[^a].\n\n[^a]: As above.", "typed-note As above."},
		{"Many came.\n\n10 As above", "typed-note 10"},
		// Lists.
		{"## Notes\n\n1. Statistical office, Count.\n2. The same.", "typed-note Statistical"},
		{"## Endnotes\n\n1 Statistical office, Count.\n\n2 The same.", "typed-note 1"},
		{"## Sources\n\n1. Statistical office, Count.\n2. [Other](https://example.org/b).", "typed-note Statistical"},
		{"## References\n\n1. [Count](https://example.org/a), [2023]{{ literal \"year\" }}.\n\n## More\n\n1. One thing.", "typed-note Count"},
		{"*Sources:* 1. Statistical office, Count. 2. The same.", "typed-note 1|unbound 2"},
		{"Note: 1 Kosovo\\* counts in another way.", "typed-note 1"},
		// Citations that are none.
		{"So it is [see @later] and [-@later, p. 4].", "typed-note @later|typed-note @later"},
		{"So it is [p. 4; @later], [pp. 7–9], [page 12] and [, p. 4].", "typed-note @later|typed-note [pp. 7–9]|typed-note [page 12]|typed-note [, p. 4]"},
		{"As @office-2023-q1 says, and [see *@later*].", "typed-note @office-2023-q1|typed-note @later"},
		{"Many came.^[Not all.]", "typed-note ^["},
		// What somebody gave a reason for.
		{"The court wrote [ibid.]{{ literal \"quoted\" }} twice.", "accepted typed-note ibid"},
		{"Many[^a].\n\n[^a]: [As above.]{{ literal \"the words of the form\" }}", "accepted typed-note As above."},
		{"The form asks for [box.⁴]{{ literal \"name of a box on the form\" }} first.", "accepted typed-note ⁴"},
	} {
		if got := saidOf(t, c.body); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.body, got, c.want)
		}
	}
}

// TestNoTypedNotes has what looks like a note and is none.
func TestNoTypedNotes(t *testing.T) {
	for _, body := range []string{
		// Exponents and formulas.
		"The centre has a floor of forty m², or km², or CO₂, CO² and R².",
		"A density of few people/km² and x² + y², χ², (a+b)².",
		"That is 10⁶ or 10² or 10⁻³ s⁻¹ m³.",
		"It takes forty square metres² or `text¹`.",
		// Counts, years, items.
		"Most came from Syria ({{ arrivals }}) and Morocco (4).",
		"There are topics: (1) routes, (2) returns; and (3) children.",
		"The law has three parts. (1) Routes. (2) Returns. (3) Children.",
		"Under Article 3(4) and Regulation (EU) 604/2013, in 2022 (the last year).",
		"Under Art(4), Act(2) and Reg(1), in 2022.",
		"It was adopted [2016] by the court, at a[4] and [0] and [1000].",
		"The resolution [1244]{{ literal \"a law\" }}(1999) holds.",
		// Names, and what was meant as text.
		"Follow @later or mail to info@later or [mail@later].",
		"Write \\[@later], \\[see @later], \\@office-2023-q1 or `[p. 4]`; see page 4 (p. 4).",
		"The chapter [page] and [p. IV] and [paper 4] and [p.]; a ^[b].",
		// Words.
		"The office took note of it; see the notes, note 5 of the report, and a note below.",
		"Many[^a], counted as above.\n\n[^a]: Counted as above, without the capital.",
		"They forbid it. Write `ibid.` never.",
		"See *The 30 busiest crossings of Kosovo in the second quarter*.",
		// Lists that are no notes.
		"1. One thing.\n2. Another.",
		"## Sources\n\n- [Count](https://example.org/a)\n- [Other](https://example.org/b)",
		"## Sources\n\n1. Add the source.\n2. Cite it.",
		"## Notes on method\n\n1. Counts are rounded.\n2. Shares are not.",
		"Sources: the office, and the police.",
		"## Notes\n\nThe office counts at the border.",
		"12 Syrians came, as the office says [@later].",
		"[4](https://example.org/a) and [4][x] lead on.\n\n[x]: https://example.org/b",
	} {
		for _, said := range strings.Split(saidOf(t, body), "|") {
			if strings.Contains(said, "typed-note") {
				t.Errorf("%s\n got %q", body, said)
			}
		}
	}
}

// TestTypedNotesElsewhere looks at front matter and at data/.
func TestTypedNotesElsewhere(t *testing.T) {
	const about = "content/pages/about.md"
	for _, c := range []struct{ file, text, want string }{
		{about, "---\ntitle: About us¹\n---\nWe.\n", about + ":2:16"},
		{about, "---\ntitle: About us\nsummary: Who we are, ibid.\n---\nWe.\n", about + ":3:22"},
		{check.Chapter, "---\ntitle: Serbia\narea: serbia\nheadline: {indicator: arrivals, text: people arrived¹}\n---\nThere were {{ arrivals }}.\n", check.Chapter + ":4:53"},
		{"content/reports/2023-q1/_index.md", "---\ntitle: Report\nperiod: 2023-Q1\nareas: [serbia]\nacknowledgements: The office, op. cit.\n---\nOne.\n", "content/reports/2023-q1/_index.md:5:31"},
		{"data/observations/notes.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: presence, area: serbia, source: office-2023-q1, value: 1100, note: \"Ibid., p. 4\"}\n", "data/observations/notes.yaml:3:85"},
		{"data/observations/notes.yaml", "period: 2022-Q1\nobservations:\n  - {indicator: presence, area: serbia, source: office-2023-q1, value: 1100, note: As above.}\n", "data/observations/notes.yaml:3:84"},
		{"data/sources.yaml", check.Example{}.Apply()["data/sources.yaml"] + "other:\n  publisher: Office\n  title: Ibid\n  issued: 2023-04\n  URL: \"https://example.org/x.pdf\"\n  covers: [2023-Q1]\n  accept: {unused-source: needed soon}\n", "data/sources.yaml:7:1"},
	} {
		files := check.Example{}.Apply()
		files[c.file] = c.text
		var got []string
		for _, p := range run(t, files) {
			if p.Reason != "" {
				continue
			}
			got = append(got, p.Pos.String())
			if p.Rule != "typed-note" || p.Hint == "" {
				t.Errorf("%s: %v", c.text, p)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %v, want %s", c.text, got, c.want)
		}
	}
}

// TestExcused has what an author may want to keep in data/: though the rule's
// findings are errors, a reason beside them accepts them, and must be needed.
func TestExcused(t *testing.T) {
	for title, want := range map[string]diag.Severity{"Ibid": diag.Accepted, "Arrivals": diag.Warning} {
		files := check.Example{}.Apply()
		files["data/sources.yaml"] += "other:\n  publisher: Office\n  title: " + title + "\n  issued: 2023-04\n  URL: \"https://example.org/x.pdf\"\n  covers: [2023-Q1]\n  accept: {unused-source: needed soon, typed-note: the name of a band}\n"
		found := false
		for _, p := range run(t, files) {
			if strings.Contains(p.Message, "named \"Ibid\"") || strings.Contains(p.Message, "accepted as typed-note") {
				found = true
				if p.Severity != want {
					t.Errorf("%s: %v", title, p)
				}
			} else if p.Severity == diag.Error {
				t.Errorf("%s: %v", title, p)
			}
		}
		if !found {
			t.Errorf("%s: nothing is said", title)
		}
	}
}

// TestManySigns has texts of many signs that marks begin with: they are read in
// a time that grows with their length, not with its square.
func TestManySigns(t *testing.T) {
	for _, sign := range []string{"[", "(", "^", "¹", "a¹ ", ")¹", "[4", "(4", "x(4)", "@later ", "[see @", "[p. ", "](", "note 5 ", "ibid ", "see note 5 "} {
		files := proseSite("There were {{ arrivals }} of them [@later]. " + strings.Repeat(sign, 20_000))
		for _, p := range run(t, files) {
			if p.Rule == "typed-note" && p.Pos.Col < 40 {
				t.Errorf("%q: %v", sign, p)
			}
		}
	}
}
