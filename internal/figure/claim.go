package figure

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/locale"
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
	if v.Broken {
		return nil
	}
	same := sameWords(c.Text, v.Text) // as good as the figure itself
	around := readAround(c, v.Kind, s.Locale)
	if same && around.isEmpty() {
		return nil
	}
	said, err := readClaim(c.Text, v, s)
	if err == nil && v.Kind != Words {
		err = said.join(around)
		if err == nil {
			err = said.suits(v)
		}
	} else if same {
		return nil
	}
	var problems diag.Problems
	switch {
	case err != nil:
		var u *unclear
		hint := "write the number with its sign alone, as in " + quoted(plainest(v, s))
		if errors.As(err, &u) && u.hint != "" {
			hint = u.hint
		}
		problems.Errorf(c.Pos, max(c.Len, utf8.RuneCountInString(c.Text)), "claim", hint, "claim %q cannot be checked: %v", c.Text, err)
	case around.denies(said, v):
		problems.Errorf(c.Pos, c.Len, "claim", hint(v), "claim %q behind %q does not agree with %s: %s", c.Text, around.hedgeWords, v.Subject, v.Text)
	case !same && !said.agrees(v):
		problems.Errorf(c.Pos, c.Len, "claim", around.hint(said, v)+said.signHint(v, s)+said.hedgeHint(v, s)+said.timesHint(v, s)+hint(v), "claim %q%s does not agree with %s: %s", c.Text, around.where(), v.Subject, v.Text)
	}
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

// signHint says how a change is written that is unsigned and goes down.
func (r reading) signHint(v Value, s Scope) string {
	if r.directed || !r.numbered || v.exact.sign() >= 0 || v.Kind != Change && v.Kind != Points {
		return ""
	}
	if r.directed, r.sense = true, -1; !r.agrees(v) {
		return ""
	}
	return "without a sign or a word it is a rise: write " + quoted(plainest(v, s)) + " or that it fell; or "
}

// hedgeHint says what a hedged number allows, where the value is outside.
func (r reading) hedgeHint(v Value, s Scope) string {
	q := r.quantity
	if !r.numbered || q.hedge == locale.NoHedge || q.allows().holds(q.measure(v)) {
		return ""
	}
	return quoted(q.hedged) + " here allows " + q.allows().words(q.unit, s.Locale) + "; "
}

// timesHint says how many times it is where a plain multiple is right but for what
// the value's own words round off: they may be the same.
func (r reading) timesHint(v Value, s Scope) string {
	q := r.quantity
	if !r.numbered || q.unit != multiple || q.den != 1 || q.hedge != locale.NoHedge || !v.HasBase || v.Base.Sign() <= 0 || q.allows().holds(q.measure(v)) {
		return ""
	}
	whole, ok := decimal.Quotient(v.Now, v.Base, 0)
	times, fits := decimal.Quotient(v.Now, v.Base, 1)
	if !ok || !fits || whole.Cmp(decimal.FromInt(q.num)) != 0 {
		return ""
	}
	q.hedge = locale.About
	about := ": "
	if q.allows().holds(q.measure(v)) {
		about = ": write about before it, "
	}
	return "a multiple is compared at one decimal, and it is " + s.Locale.Number(times) + " times" + about
}

func quoted(s string) string { return `"` + diag.Quote(s) + `"` }

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
