package figure

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// CheckClaim compares the words of a claim, which stand at pos and are length
// characters long, with the value behind them. No problem means that every
// number and every word of direction was understood and agrees.
func CheckClaim(text string, pos diag.Pos, length int, v Value, s Scope) diag.Problems {
	if v.Broken {
		return nil
	}
	var problems diag.Problems
	written, err := readClaim(text, v)
	if err != nil {
		problems.Errorf(pos, max(length, utf8.RuneCountInString(text)), "claim", "write the number with its sign alone, as in "+quoted(v.Text), "claim %q cannot be checked: %v", text, err)
		return problems
	}
	if written.agrees(v, s) {
		return nil
	}
	problems.Errorf(pos, length, "claim", hint(v), "claim %q does not agree with %s: %s", text, v.Subject, v.Text)
	return problems
}

func quoted(s string) string { return `"` + s + `"` }

// hint says what to do about a claim that disagrees.
func hint(v Value) string {
	if len(v.Used) == 0 {
		return "change the text"
	}
	return fmt.Sprintf("change the text, or correct %s:%d", v.Used[0].Pos.File, v.Used[0].Pos.Line)
}

// agrees compares what is written with a value.
func (c claim) agrees(v Value, s Scope) bool {
	if v.Kind == Words {
		return plainWords(c.text) == plainWords(v.Text)
	}
	if !c.hasNumber { // direction alone
		return c.direction == v.exact.sign()
	}
	exact, ok := v.exact.round(c.number.Scale())
	if !ok {
		return false
	}
	switch v.Kind {
	case Change, Points:
		sign := c.direction
		if sign == 0 {
			sign = 1 // unsigned and wordless means upward
		}
		if c.number.IsZero() && exact.IsZero() {
			return c.direction == 0
		}
		return exact.Abs().Cmp(c.number) == 0 && exact.Sign() == sign
	case Count:
		// Fewer decimals than the data has are a rounding; of digits before
		// the point all must be right.
		return exact.Cmp(c.signed()) == 0
	}
	return exact.Cmp(c.signed()) == 0
}

// plainWords is a text for comparison: lower case, plain spaces.
func plainWords(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, noBreak, " ")), " "))
}

// unitWords are the words for what an indicator counts.
func unitWords(used []*data.Observation) map[string]bool {
	words := map[string]bool{}
	for _, o := range used {
		for _, unit := range []string{o.Indicator.Unit.One, o.Indicator.Unit.Other, o.Indicator.Name} {
			for _, w := range strings.Fields(strings.ToLower(unit)) {
				words[w] = true
			}
		}
	}
	return words
}
