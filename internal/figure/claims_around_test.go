package figure_test

import (
	"strings"
	"testing"

	"bulletin/internal/diag"
	"bulletin/internal/figure"
)

// aroundTable is claims with the words next to their brackets: those that agree
// have no message.
func aroundTable() []aroundCase {
	const (
		up, down  = "arrivals | change", "arrivals bulgaria | change"
		unclear   = "cannot be checked"
		disagrees = "does not agree"
	)
	return []aroundCase{
		// A word of direction just before is the claim's.
		{down, "Arrivals fell by ", "36%", ".", ""},
		{down, "Arrivals fell ", "36%", ".", ""},
		{down, "Arrivals declined by ", "36 per cent", ".", ""},
		{down, "a decrease of ", "36%", "", ""},
		{down, "a decrease in arrivals of ", "36%", "", ""},
		{down, "a drop in the number of people of ", "36%", "", ""},
		{down, "an increase in arrivals of ", "36%", "", `behind "increase in arrivals of" does not agree`},
		{down, "fell sharply by ", "36%", "", ""},
		{down, "fell sharply ", "36%", "", ""},
		{down, "The falls were ", "36%", "", "does not agree"}, // falls is a verb
		{up, "The rise is ", "56%", "", ""},
		{down, "fell again by ", "36%", "", ""},
		{down, "rose sharply by ", "36%", "", `behind "rose sharply by" does not agree`},
		{down, "fell by ", "over a third", "", ""},
		{down, "", "over a third", " fewer", ""},
		{down, "with a reduction of ", "36.4%", " in a year", ""},
		{down, "was down by ", "36%", "", ""},
		{down, "down ", "36%", "", ""},
		{down, "was lower by ", "36%", "", ""},
		{down, "The decline was ", "36%", "", ""},
		{down, "fell by ", "more than a third", "", ""},
		{down, "Fell by about a ", "36%", "", ""},
		{down, "fell by an estimated ", "36%", "", ""},
		{down, "fell ", "by 36%", "", ""},
		{down, "fell ", "from 3,663 to 2,331", "", ""},
		{up, "rose by ", "56%", "", ""},
		{up, "rose\u00a0by\n", "+56%", "", ""},
		{up, "an increase of ", "56%", "", ""},
		{up, "more than ever came, up ", "56%", "", ""},
		{up, "rose ", "from 10,373 to 16,216", "", ""},
		{"arrivals montenegro | change", "rose ", "elevenfold", "", ""},
		{"children-share | change", "rose by ", "5 percentage points", "", ""},
		{"children-share montenegro | change", "fell by ", "6 percentage points", "", ""},
		{down, "Arrivals rose by ", "36%", ".", `claim "36%" behind "rose by" does not agree with arrivals, Bulgaria, 2023-Q1, change from 2022-Q1: −36%`},
		{down, "an increase of ", "36%", ".", `behind "increase of" does not agree`},
		{down, "up ", "36%", ".", `behind "up" does not agree`},
		{down, "rose ", "from 3,663 to 2,331", "", `behind "rose" does not agree`},
		{down, "rose by ", "more than a third", "", disagrees},
		{up, "fell by ", "56%", "", `claim "56%" behind "fell by" does not agree`},
		{up, "a drop of ", "56%", "", disagrees},
		{up, "fell by ", "65%", "", disagrees},
		{up, "fell ", "from 10,373 to 16,216", "", disagrees},
		{"children-share | change", "fell by ", "5 percentage points", "", disagrees},
		// The same behind.
		{down, "", "36%", " fewer people came", ""},
		{down, "", "36%", " less", ""},
		{down, "a ", "36%", " decrease", ""},
		{down, "a ", "36%", " drop, the first", ""},
		{down, "was ", "36%", " lower.", ""},
		{up, "", "56%", " more than before", ""},
		{up, "", "56%", " up on the year", ""},
		{up, "a ", "56%", " increase", ""},
		{down, "", "36%", " more people came", `claim "36%" before "more" does not agree`},
		{down, "a ", "36%", " increase", `before "increase" does not agree`},
		{up, "", "56%", " fewer", `before "fewer" does not agree`},
		{up, "a ", "56%", " decline", disagrees},
		{up, "a ", "56%", " decline.", disagrees},
		// Twice is once too often.
		{down, "fell by ", "−36%", "", `"fell by" before the brackets and a minus say the same twice`},
		{down, "", "−36%", " fewer", `"fewer" behind the brackets and a minus say the same twice`},
		{down, "a decrease of ", "-36%", "", unclear},
		{down, "rose by ", "−36%", "", `"rose by" before the brackets contradicts them`},
		{up, "fell by ", "+56%", "", unclear},
		{up, "fell ", "an increase of 56%", "", unclear},
		{up, "fell by ", "56%", " more", `"fell by" before the brackets contradicts "more" behind them`},
		{up, "rose to ", "56%", "", `"rose to" before the brackets leads to a count`},
		{up, "up from ", "56%", "", unclear},
		{"arrivals montenegro | change", "fell ", "elevenfold", "", unclear},
		{"arrivals montenegro | change", "rose ", "eleven times", "", unclear},
		// Words that belong to something else do not count.
		{up, "fewer people came; ", "56%", "", ""},
		{up, "The decline ended, ", "56%", "", ""},
		{up, "They fell (", "56%", ")", ""},
		{up, "It fell. ", "56%", "", ""},
		{up, "It fell: ", "56%", "", ""},
		{up, "It fell — ", "56%", "", ""},
		{up, "fewer girls, boys ", "56%", "", ""},
		{up, "less ", "56%", "", ""},
		{up, "of the decline ", "rose by 56%", "", unclear},
		{up, "", "56%", ", fewer than before", ""},
		{up, "", "56%", " and fewer", ""},
		{up, "", "56%", " more or less", ""},
		{up, "", "56%", " fell again", ""},
		{down, "rose, then ", "fell by 36%", "", ""},
		{down, "", "−36%", ", more than before", ""},
		{down, "By March it was, ", "−36%", " in all", ""},
		// A count has no direction: what it rose to is what it is.
		{"arrivals", "rose to ", "16,216", "", ""},
		{"arrivals bulgaria", "rose to ", "2,331", "", ""},
		{"arrivals", "a decrease of ", "16,216", "", ""},
		{"arrivals", "", "16,216", " fewer", ""},
		{"children-share", "fell to ", "25%", "", ""},
		// A hedge before the brackets.
		{"arrivals", "about ", "16,216", "", ""},
		{"arrivals", "at least ", "16,216", "", ""},
		{"arrivals", "up to ", "16,216", "", ""},
		{"arrivals", "a wall over ", "16,216", "", ""},
		{"arrivals", "under ", "16,216", "", ""},
		{"arrivals", "close to ", "16,216", "", ""},
		{"arrivals", "exceeding ", "16,216", "", disagrees},
		{"arrivals", "more than ", "over 16,000", "", ""},
		{"arrivals", "nearly all, ", "16,216", "", ""},
		{"arrivals", "about ", "16,000", "", disagrees},
		{"arrivals", "more than ", "16,216", "", `claim "16,216" behind "more than" does not agree with arrivals, Serbia, 2023-Q1: 16,216`},
		{"arrivals", "nearly ", "16,216", "", disagrees},
		{"arrivals", "fewer than ", "16,216", "", disagrees},
		{"children-share", "just under ", "25%", "", disagrees},
		{up, "rose by more than ", "56%", "", ""},
		{up, "rose by less than ", "56%", "", disagrees},
		{"period", "rose by more than ", "the first quarter of 2023", "", ""},
	}
}

type aroundCase struct{ expression, before, text, after, message string }

func TestWordsAroundAClaim(t *testing.T) {
	s := world(t, "serbia")
	for _, c := range aroundTable() {
		v, problems := evaluate(s, c.expression)
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		problems = figure.CheckClaim(figure.Claim{Text: c.text, Before: c.before, After: c.after, Pos: claimOf("").Pos, Len: len(c.text)}, v, s)
		if got := messages(problems); c.message == "" && got != "" || !strings.Contains(got, c.message) {
			t.Errorf("%s[%s]%s over {{ %s }}: got %q, want %q", c.before, c.text, c.after, c.expression, got, c.message)
		}
	}
}

// messages are those of problems, in one text.
func messages(problems diag.Problems) string {
	var all []string
	for _, p := range problems {
		all = append(all, p.Message)
	}
	return strings.Join(all, "; ")
}

// TestHedgeHint: a hedge that would make the claim true is to be taken into the
// brackets.
func TestHedgeHint(t *testing.T) {
	s := world(t, "serbia")
	v, _ := evaluate(s, "arrivals")
	for before, want := range map[string]string{
		"about ":       `take "about" into the brackets; or change the text, or correct data/observations/2023-Q1.yaml:6`,
		"more than ":   `take "more than" into the brackets; or change the text`,
		"fewer than ":  `change the text, or correct`,
		"were around ": `take "around" into the brackets; or`,
		"":             `change the text, or correct`,
	} {
		problems := figure.CheckClaim(figure.Claim{Text: "16,000", Before: before}, v, s)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].Hint, want) {
			t.Errorf("%s[16,000]: got %v, want the hint %q", before, problems, want)
		}
	}
}
