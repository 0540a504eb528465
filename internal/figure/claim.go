package figure

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// Claim is what an author wrote in brackets, and where.
type Claim struct {
	Text   string   // the words in the brackets, as a reader sees them
	Before string   // the words of the same sentence before the brackets
	After  string   // and behind them
	Pos    diag.Pos // of the first word
	Len    int      // in characters
}

// CheckClaim compares the words of a claim with the value behind them. No
// problem means that every number and every word of direction was understood
// and agrees.
func CheckClaim(c Claim, v Value, s Scope) diag.Problems {
	text, pos, length := c.Text, c.Pos, c.Len
	if v.Broken || plainWords(text) == plainWords(v.Text) {
		return nil // as good as the figure itself
	}
	var problems diag.Problems
	written, err := readClaim(text, v, s)
	if err != nil {
		problems.Errorf(pos, max(length, utf8.RuneCountInString(text)), "claim", "write the number with its sign alone, as in "+quoted(plainest(v, s)), "claim %q cannot be checked: %v", text, err)
		return problems
	}
	if written.agrees(v) {
		return nil
	}
	problems.Errorf(pos, length, "claim", hint(v), "claim %q does not agree with %s: %s", text, v.Subject, v.Text)
	return problems
}

// plainest is the value as a claim can always be written: a change without its
// words and counts.
func plainest(v Value, s Scope) string {
	switch v.Kind {
	case Change:
		return s.Locale.SignedPercent(v.Number)
	case Points:
		return s.Locale.Points(v.Number)
	}
	return v.Text
}

func quoted(s string) string { return `"` + s + `"` }

// hint says what to do about a claim that disagrees: a change rests on two
// places.
func hint(v Value) string {
	var places []string
	for _, o := range v.Used {
		place := fmt.Sprintf("%s:%d", o.Pos.File, o.Pos.Line)
		if len(places) < 2 && !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	if len(places) == 0 {
		return "change the text"
	}
	return "change the text, or correct " + strings.Join(places, " or ")
}

// agrees compares what is written with a value.
func (c claim) agrees(v Value) bool {
	if v.Kind == Words {
		return false // only the same words would do
	}
	if !c.hasNumber { // direction alone
		return c.direction == v.exact.sign() && (c.direction == 0 || !v.Number.IsZero())
	}
	exact, ok := v.exact.round(c.number.Scale())
	switch {
	case !ok:
		return false
	case v.Kind != Change && v.Kind != Points:
		return exact.Cmp(c.signed()) == 0
	case c.number.IsZero():
		return exact.IsZero() && !c.directed
	}
	sign := c.direction
	if sign == 0 {
		sign = 1 // unsigned and wordless means upward
	}
	return exact.Abs().Cmp(c.number) == 0 && exact.Sign() == sign
}

// plainWords is a text for comparison: lower case, plain spaces.
func plainWords(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, noBreak, " ")), " "))
}

// nounsOf are the words for what the observations count: their units, the names
// of their indicators and of their categories.
func nounsOf(used []*data.Observation, s Scope) map[string]bool {
	nouns := map[string]bool{}
	add := func(text string) {
		for _, w := range strings.Fields(strings.ToLower(text)) {
			nouns[w] = true
		}
	}
	for _, o := range used {
		add(o.Indicator.Unit.One)
		add(o.Indicator.Unit.Other)
		add(o.Indicator.Name)
		for _, step := range o.Path {
			if d, ok := s.Set.Dimension(step.Dimension); ok {
				c, _ := d.Category(step.ID)
				add(c.Name)
			}
		}
	}
	return nouns
}
