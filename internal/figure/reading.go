package figure

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/decimal"
)

// claim is what an author's words say.
type claim struct {
	text      string
	number    decimal.Decimal // without its sign
	hasNumber bool
	negative  bool   // written with a minus
	sign      string // what the number is of: "", "%" or "points"
	direction int    // of sign and words: 1, -1 or 0
	directed  bool   // a sign or a word of direction was read, "unchanged" among them
	worded    bool   // a word of direction was read
}

func (c claim) signed() decimal.Decimal {
	if c.negative {
		return c.number.Neg()
	}
	return c.number
}

// readClaim understands the words of a claim, or says which it does not.
func readClaim(text string, v Value, s Scope) (claim, error) {
	c := claim{text: text}
	if v.Kind == Words {
		return c, nil
	}
	nouns := nounsOf(v.Used, s)
	words := claimWords(text)
	for len(words) > 0 {
		n, err := c.readWord(words, v, nouns)
		if err != nil {
			return c, err
		}
		words = words[n:]
	}
	return c, c.suits(v)
}

// readWord reads the first of the words, with those that belong to it, and says
// how many it took.
func (c *claim) readWord(words []string, v Value, nouns map[string]bool) (int, error) {
	if n, err := c.readNumber(words); n > 0 || err != nil {
		return n, err
	}
	w := strings.ToLower(words[0])
	if d, ok := direction(w); ok {
		return 1, c.turn(d, words[0])
	}
	changing := v.Kind == Change || v.Kind == Points
	switch {
	case w == "no" && len(words) > 1 && strings.EqualFold(words[1], "change"):
		return 2, c.turn(0, words[0]+" "+words[1])
	case (w == "of" || w == "by") && changing:
		// 36% of something is a share, and no change.
		if len(words) > 1 {
			ahead := claim{}
			if n, err := ahead.readNumber(words[1:]); n > 0 || err != nil {
				return 1, nil
			}
		}
		return 0, fmt.Errorf("no number stands behind %q", words[0])
	case neutral(w) || nouns[w] && !reserved(w):
		return 1, nil
	}
	return 0, fmt.Errorf("%q is not understood here", words[0])
}

// claimWords cuts a claim into words, each without the punctuation around it.
func claimWords(text string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n\u00a0\u202f\u2009", r) }) {
		// A point or comma before a digit belongs to it: .5 is no 5.
		w = strings.TrimRight(strings.TrimLeft(w, "(“\"‘"), ".,;:)”\"’")
		if w != "" {
			words = append(words, w)
		}
	}
	return words
}

// readNumber reads a number with its sign, if one stands first, and says how
// many words it took.
func (c *claim) readNumber(words []string) (int, error) {
	number, negative, plus, sign, ok := readDigits(words[0])
	taken := 1
	if !ok {
		n, length := unspell(words)
		if length == 0 {
			if strings.ContainsAny(words[0], "0123456789") {
				return 0, fmt.Errorf("%q is no number that can be read", words[0])
			}
			return 0, nil
		}
		number, taken = decimal.FromInt(n), length
	}
	if c.hasNumber {
		return 0, fmt.Errorf("%q is a second number: give each its own claim", words[0])
	}
	c.hasNumber, c.number, c.negative, c.sign = true, number, negative, sign
	if negative || plus {
		d := 1
		if negative {
			d = -1
		}
		if err := c.direct(d, words[0]); err != nil {
			return 0, err
		}
	}
	if sign == "" {
		var n int
		c.sign, n = signWords(words[taken:])
		taken += n
	}
	return taken, nil
}

// signWords reads "per cent", "percent", "percentage points".
func signWords(words []string) (sign string, taken int) {
	lower := func(i int) string {
		if i < len(words) {
			return strings.ToLower(words[i])
		}
		return ""
	}
	switch {
	case lower(0) == "percent":
		return "%", 1
	case lower(0) == "per" && lower(1) == "cent":
		return "%", 2
	case lower(0) == "percentage" && (lower(1) == "points" || lower(1) == "point"):
		return "points", 2
	}
	return "", 0
}

// readDigits reads a number in digits: 2,331, −36%, 5.5. Thousands are
// separated by commas, all of them or none.
func readDigits(w string) (number decimal.Decimal, negative, plus bool, sign string, ok bool) {
	for _, m := range []string{"−", "-", "–"} {
		if rest, found := strings.CutPrefix(w, m); found {
			w, negative = rest, true
			break
		}
	}
	if rest, found := strings.CutPrefix(w, "+"); found && !negative {
		w, plus = rest, true
	}
	if rest, found := strings.CutSuffix(w, "%"); found {
		w, sign = rest, "%"
	}
	before, decimals, point := strings.Cut(w, ".")
	groups := strings.Split(before, ",")
	for i, g := range groups {
		if len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (len(g) > 3 || strings.HasPrefix(g, "0"))) {
			return number, false, false, "", false
		}
	}
	plain := strings.Join(groups, "")
	if len(plain) > 1 && plain[0] == '0' {
		return number, false, false, "", false
	}
	if point {
		plain += "." + decimals
	}
	number, err := decimal.Parse(plain)
	return number, negative, plus, sign, err == nil && number.Sign() >= 0 && !strings.HasPrefix(plain, "-")
}

// turn notes a word of direction. There is room for one: a decline of a
// decrease is beyond us.
func (c *claim) turn(d int, word string) error {
	if c.worded {
		return fmt.Errorf("%q is a second word of direction", word)
	}
	c.worded = true
	return c.direct(d, word)
}

// direct notes a direction; two that differ contradict each other.
func (c *claim) direct(d int, word string) error {
	switch {
	case c.directed && c.direction != d:
		return fmt.Errorf("%q contradicts the direction before it", word)
	case c.directed && c.negative:
		return fmt.Errorf("%q and a minus say the same twice", word)
	}
	c.directed, c.direction = true, d
	return nil
}

// suits tells whether what was read can be compared with the value at all.
func (c claim) suits(v Value) error {
	switch {
	case !c.hasNumber && !c.directed:
		return errors.New("there is no number in it")
	case c.directed && v.Kind != Change && v.Kind != Points && !(c.negative && v.Kind == Count):
		return errors.New("it speaks of a change: put | change into the braces")
	case !c.hasNumber:
		return nil
	case c.directed && c.direction == 0:
		return errors.New("a number and no change contradict each other")
	}
	want := map[Kind]string{Count: "", Share: "%", Change: "%", Points: "points", Times: "times"}[v.Kind]
	if c.sign == want {
		return nil
	}
	switch v.Kind {
	case Count:
		return errors.New("the value is a count, not a percentage")
	case Points:
		return errors.New("the value is in percentage points")
	case Times:
		return errors.New("multiples in words are not understood yet: write the figure itself")
	}
	return errors.New("the value is a percentage: write % or per cent behind the number")
}

// direction is the sense of a word: up, down or neither; false for another.
func direction(w string) (int, bool) {
	up := []string{"rose", "rise", "rises", "risen", "rising", "increase", "increased", "increases", "increasing", "grew", "grow", "grown", "growth",
		"more", "up", "upward", "climbed", "climb", "higher", "jumped", "gained", "gain"}
	down := []string{"fell", "fall", "falls", "fallen", "falling", "decrease", "decreased", "decreases", "decreasing", "decline", "declined", "declines",
		"drop", "dropped", "drops", "reduction", "reduced", "fewer", "less", "down", "downward", "lower", "shrank", "shrunk", "lost", "loss"}
	level := []string{"unchanged", "stable", "constant"}
	switch {
	case slices.Contains(up, w):
		return 1, true
	case slices.Contains(down, w):
		return -1, true
	case slices.Contains(level, w):
		return 0, true
	}
	return 0, false
}

// neutral tells whether a word says nothing about a number: articles, verbs and
// the people that all of it is about.
func neutral(w string) bool {
	return slices.Contains([]string{"a", "an", "the", "of", "by", "in", "and", "was", "were", "is", "are", "has", "have", "had", "been", "be",
		"there", "number", "numbers", "people", "persons", "person", "refugees", "migrants"}, w)
}

// reserved tells whether a word changes what a number says. It is never taken
// for a noun, even where the name of an indicator has it.
func reserved(w string) bool {
	return slices.Contains([]string{"not", "no", "never", "without", "about", "around", "roughly", "approximately", "circa", "some", "over", "under",
		"above", "below", "than", "least", "most", "nearly", "almost", "only", "to", "from", "between", "or", "half", "third", "thirds", "quarter",
		"quarters", "double", "doubled", "halved", "times", "twice", "fold", "dozen", "dozens", "hundreds", "thousand", "thousands", "million",
		"millions", "billion", "per", "percent", "cent", "percentage", "point", "points"}, w)
}
