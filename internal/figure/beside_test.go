package figure_test

import (
	"strings"
	"testing"
	"unicode"

	"bulletin/internal/figure"
)

// besideTable is figures, and claims with their brackets, with the words next to
// them; those that are as they should be have no message.
func besideTable() []besideCase {
	const (
		count, up, down = "{{ arrivals }}", "{{ arrivals | change }}", "{{ arrivals bulgaria | change }}"
		before, behind  = "part of the number behind it", "part of the number before it"
		direction       = "the figure has its own"
		denies          = "denies what the data says"
		another         = "makes another number"
		bound           = "sets a bound"
	)
	return []besideCase{
		// What touches a number.
		{count, "There were ", " people.", ""},
		{count, "(", ")", ""},
		{count, "“", "”", ""},
		{count, "", "-strong", ""},
		{count, "10–", "", ""},
		{count, "25%–", "", ""},
		{count, "mid-", "", ""},
		{count, "people—", "—people", ""},
		{count, "people – ", " – people", ""},
		{count, "In 2023 ", ".", ""},
		{count, "Nos ", ", 5 of them", ""},
		{count, "the ", "’s", ""},
		{count, "the ", ". 500 of them", ""},
		{count, "the ", " 50 of them", ""},
		{count, "10,373 + ", "", ""},
		{count, "", "\u00a0people", ""},
		{count, "", "*", ""},
		{count, "1", "", before},
		{count, "1,", "", before},
		{count, "1.", "", before},
		{count, "1’", "", before},
		{count, ".", "", before},
		{count, "about −", "", before},
		{count, "-", "", before},
		{count, "(−", ")", before},
		{count, "people –", "", before},
		{count, "+", "", before},
		{count, "±", "", before},
		{count, "± ", "", before},
		{count, "~", "", before},
		{count, "> ", "", before},
		{count, "≈\u00a0", "", before},
		{count, "25%", "", before},
		{count, "$", "", before},
		{count, "1\u00a0", "", before},
		{count, "", "0", behind},
		{count, "", ".5", behind},
		{count, "", ",500", behind},
		{count, "", "%", behind},
		{count, "", " % of all", behind},
		{count, "", "‰", behind},
		{count, "", "k", behind},
		{count, "", "th", behind},
		{count, "", "+", behind},
		{count, "", "½", behind},
		{count, "", " 000 people", behind},
		{count, "441/", "/441", ""},
		{"[16,216]{{ arrivals }}", "1", "", before},
		{"[16,216]{{ arrivals }}", "", "16,216", behind},
		{"[56%]{{ arrivals | change }}", "up −", "", before},
		{"[fell by 36%]{{ arrivals bulgaria | change }}", "", ".", ""},
		{"[16,216 refugee]{{ arrivals }}", "", "s", ""},
		{"{{ period }}", "1", "5", ""},
		{"{{ arrivals bulgaria | rose }}", "(", "s", behind},
		// Words that make another number.
		{count, "", " thousand people", another},
		{count, "", " million", another},
		{count, "", " per cent of all", another},
		{count, "", " percent.", another},
		{count, "", "-per-cent", ""},
		{count, "", " percentage points", another},
		{count, "", " times as many", another},
		{count, "", " times more", another},
		{count, "", " and a half", another},
		{count, "minus ", "", "read as a sign"},
		{count, "", " times.", ""},
		{count, "", " points of entry", ""},
		{count, "", " percentages", ""},
		{count, "", ", per cent", ""},
		{count, "", " and a third of the others", ""},
		{"{{ children-share }}", "", " per cent", another},
		{"{{ children-share }}", "", " percentage points", another},
		{"[16,216]{{ arrivals }}", "", " thousand", another},
		{"[11 times]{{ arrivals montenegro | times }}", "", " as many", ""},
		// Directions before and behind a figure.
		{up, "The change was ", ".", ""},
		{up, "Arrivals (", ") were many.", ""},
		{up, "Arrivals rose: ", "", ""},
		{up, "Arrivals, which fell, ", "", ""},
		{up, "There were more people: ", "", ""},
		{up, "in ", ", more than before", ""},
		{"{{ arrivals | rose }}", "Arrivals ", " and in Albania they fell.", ""},
		{"{{ arrivals | rose }}", "After the decline arrivals ", " again", ""},
		{"{{ arrivals | rose }}", "The growth ", "", ""},
		{"{{ arrivals | increase }}", "There was ", " in arrivals", ""},
		{"{{ arrivals | more }}", "There were ", " than in the year before", ""},
		{count, "Arrivals rose to ", "", ""},
		{count, "a fall from ", "", ""},
		{count, "", " more", ""},
		{"{{ arrivals | rose }}", "Arrivals ", " more recently.", ""},
		{up, "Arrivals rose by ", ".", direction},
		{down, "Arrivals rose by ", ".", direction},
		{down, "Arrivals fell by ", "", direction},
		{down, "Arrivals fell in the first quarter by ", "", direction},
		{down, "an increase of ", "", direction},
		{down, "a decrease in arrivals of ", "", direction},
		{down, "down ", "", direction},
		{down, "by a full ", "", ""},
		{down, "fell by a full ", "", direction},
		{down, "fell by as much as ", "", direction},
		{down, "fell by another ", "", direction},
		{down, "rose to ", "", direction},
		{down, "", " fewer", direction},
		{up, "an ", " increase", direction},
		{"{{ arrivals bulgaria | rose }}", "fell and ", "", ""},
		{"{{ arrivals bulgaria | rose }}", "fell by ", "", direction},
		{"{{ arrivals | increase }}", "a decrease of ", "", direction},
		{"{{ arrivals | more }}", "fell by ", "", direction},
		{"{{ arrivals | more }}", "", " fewer", direction},
		{"{{ movement-change }}", "Movements fell by ", "", direction},
		{"{{ movement-change }}", "Movements changed by ", "", ""},
		{"{{ arrivals montenegro | times }}", "rose ", "", direction},
		{"{{ arrivals montenegro | times }}", "", " more", direction},
		{"{{ arrivals montenegro | times }}", "", " as many", ""},
		// Denials.
		{count, "Not all of the ", " people stayed.", ""},
		{count, "People did not stay; ", " left", ""},
		{count, "Arrivals were many, not the ", " of before", ""},
		{count, "not only ", "", ""},
		{count, "not just ", "", ""},
		{count, "No: ", "", ""},
		{count, "None of the ", " people", ""},
		{count, "no fewer than ", "", ""},
		{count, "whether or not ", "", ""},
		{count, "Those who did not leave were ", "", ""},
		{count, "Nobody knew that ", " came", ""},
		{count, "Not ", " people came.", denies},
		{count, "It was not ", " but more", denies},
		{count, "There were no ", " people", denies},
		{count, "It wasn't ", "", denies},
		{count, "It was not about ", "", denies},
		{count, "They did not reach ", "", denies},
		{count, "were never ", "", denies},
		{count, "are no longer ", "", denies},
		{down, "did not fall by ", "", denies},
		{down, "failed to fall by ", "", denies},
		{down, "There was no decline of ", "", denies},
		{down, "did not fall by a full ", "", denies},
		{"{{ arrivals bulgaria | rose }}", "did not ", "", denies},
		{"[fell]{{ arrivals bulgaria | change }}", "did not ", "", denies},
		{"[fell]{{ arrivals bulgaria | change }}", "hardly ", "", denies},
		{"[fall by 36%]{{ arrivals bulgaria | change }}", "failed to ", "", denies},
		{"[36%]{{ arrivals bulgaria | change }}", "did not fall by ", "", denies},
		{"[16,216]{{ arrivals }}", "Not ", " people", denies},
		{"[16,216]{{ arrivals }}", "Not all of the ", " people", ""},
		// Bounds of a figure.
		{count, "at least ", "", ""},
		{count, "about ", "", ""}, // of rule hedge
		{count, "a wall over ", "", ""},
		{count, "many more than the ", "", ""},
		{count, "87% more than ", "", ""},
		{count, "more than ", "", bound},
		{count, "In 2023 more than ", "", bound},
		{count, "fewer than ", "", bound},
		{count, "nearly ", "", bound},
		{count, "just over ", "", bound},
		{count, "no more than ", "", bound},
		{count, "up to ", "", bound},
		{count, "were over ", "", bound},
		{count, "Over ", " people came", bound},
		{count, "Over ", " walls", ""},
		{count, "concern over ", " people", ""},
		{"{{ arrivals | about }}", "more than ", "", "hedged already"},
		{"{{ arrivals | about }}", "about ", "", "hedged already"},
		{"{{ arrivals greece }}", "more than ", "", bound}, // an estimate, but no round one
		{"[16,216]{{ arrivals }}", "more than ", "", ""},   // of rule claim
	}
}

type besideCase struct{ figure, before, behind, message string }

func TestWordsAround(t *testing.T) {
	s := world(t, "serbia")
	for _, c := range besideTable() {
		text, expression, _ := strings.Cut(strings.TrimSuffix(c.figure, " }}"), "{{ ")
		v, problems := evaluate(s, expression)
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		typed := text != ""
		if text = strings.Trim(text, "[]"); !typed {
			text = v.Text
		}
		var got []string
		for _, f := range figure.CheckAround(figure.Claim{Text: text, Before: c.before, After: c.behind}, typed, v, s) {
			got = append(got, f.Message)
			if f.Hint == "" || (f.Before > 0) == (f.Behind > 0) || f.Before > len(c.before) || f.Behind > len(c.behind) {
				t.Errorf("%s%s%s: a bad fault %+v", c.before, c.figure, c.behind, f)
			}
		}
		if all := strings.Join(got, "; "); c.message == "" && all != "" || !strings.Contains(all, c.message) {
			t.Errorf("%s%s%s: got %q, want %q", c.before, c.figure, c.behind, all, c.message)
		}
	}
}

// FuzzAround: whatever stands next to a number, a fault is within it.
func FuzzAround(f *testing.F) {
	for _, c := range besideTable() {
		f.Add(c.before, c.behind)
	}
	s := world(f, "serbia")
	count, _ := evaluate(s, "arrivals")
	change, _ := evaluate(s, "arrivals bulgaria | rose")
	f.Fuzz(func(t *testing.T, before, behind string) {
		for _, v := range []figure.Value{count, change} {
			for _, typed := range []bool{false, true} {
				for _, found := range figure.CheckAround(figure.Claim{Text: v.Text, Before: before, After: behind}, typed, v, s) {
					if found.Before > len(before) || found.Behind > len(behind) || found.Before+found.Behind < 1 {
						t.Errorf("%q and %q: %+v", before, behind, found)
					}
				}
			}
			figure.ReadLead(before, s.Locale)
		}
		if strings.IndexFunc(before+behind, func(r rune) bool { return !unicode.IsSpace(r) }) < 0 {
			if found := figure.CheckAround(figure.Claim{Text: count.Text, Before: before, After: behind}, false, count, s); len(found) > 0 {
				t.Errorf("%q and %q: %+v", before, behind, found)
			}
		}
	})
}

// TestBesideNothing: a claim without words is looked at like any other.
func TestBesideNothing(t *testing.T) {
	v := figure.Value{Kind: figure.Count, Text: "5"}
	if faults := figure.CheckAround(figure.Claim{Before: "there were about ", After: " people"}, false, v, world(t, "serbia")); len(faults) > 0 {
		t.Errorf("got %v", faults)
	}
}
