package locale

import "strings"

// Negates tells whether a word takes back what follows it: "not", "didn't",
// "hardly".
func (l *Locale) Negates(text string) bool {
	switch w := word([]string{text}, 0); w {
	case "not", "never", "no", "nor", "neither", "cannot", "hardly", "scarcely", "barely":
		return true
	default:
		return strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")
	}
}

// Fails tells whether "to" behind a word leads to what did not happen: "failed
// to fall".
func (l *Locale) Fails(text string) bool {
	switch word([]string{text}, 0) {
	case "fail", "fails", "failed", "failing", "unable":
		return true
	}
	return false
}

// Carries tells whether a denial reaches over a word to the number behind it:
// "did not even reach", "no longer", "never grew by".
func (l *Locale) Carries(text string) bool {
	w := word([]string{text}, 0)
	switch w {
	case "by", "to", "from", "at", "a", "an", "is", "are", "was", "were", "be", "been", "has", "have", "had", "there", // between a verb and its number
		"yet", "even", "quite", "longer", "any", "ever",
		"grow", "shrink", "reduce", "plunge", "plummet", "change", "double", "triple", "halve", "reach", "reached", "exceed", "exceeded", "total",
		"amount", "number", "come", "came", "stand", "stood":
		return true
	}
	_, speech := l.Direction(w)
	return speech != NoSpeech || l.Degree(w)
}

// Colours reads words before a number that leave it what it is, and says how
// many there are: "only", "a total of", "as many as".
func (l *Locale) Colours(words []string) (taken int) {
	second, third := word(words, 1), word(words, 2)
	switch first := word(words, 0); first {
	case "only", "just":
		return 1
	case "a", "an":
		switch {
		case second == "total" && third == "of":
			return 3
		case second == "full" || second == "mere":
			return 2
		}
	case "as":
		if third == "as" && (isMany(second) || second == "few" || second == "little" || second == "low") {
			return 3
		}
	}
	return 0
}

// Widens tells whether "more than" behind a word compares with what follows,
// and is no hedge: "far more than".
func (l *Locale) Widens(text string) bool {
	switch word([]string{text}, 0) {
	case "far", "much", "many", "even", "still", "considerably", "significantly", "substantially":
		return true
	}
	return false
}

// Adds tells whether words before a number say that it comes on top of
// another: "another", "a further".
func (l *Locale) Adds(words []string) (taken int) {
	second := word(words, 1)
	switch word(words, 0) {
	case "another", "all":
		return 1
	case "a", "an":
		if second == "further" || second == "additional" {
			return 2
		}
	}
	return 0
}

// Exactly tells whether a word says that a number is not rounded.
func (l *Locale) Exactly(text string) bool {
	w := word([]string{text}, 0)
	return w == "exactly" || w == "precisely"
}

// None reads words that say that there were none of what is counted.
func (l *Locale) None(words []string) (taken int) {
	switch word(words, 0) {
	case "no":
		if word(words, 1) == "one" {
			return 2
		}
		return 1
	case "none", "nobody":
		return 1
	}
	return 0
}

// Against reads the last of the words where they lead from a number to an
// earlier one, and says how many do: "after", "compared with".
func (l *Locale) Against(words []string) (taken int) {
	last := len(words) - 1
	switch word(words, max(last, 0)) {
	case "after", "against", "versus", "on":
		return 1
	case "with", "to":
		if last > 0 && word(words, last-1) == "compared" {
			return 2
		}
	}
	return 0
}

// Together reads words behind a number that say that it is the whole: "in all".
func (l *Locale) Together(words []string) (taken int) {
	switch second := word(words, 1); word(words, 0) {
	case "altogether":
		return 1
	case "in":
		if second == "all" {
			return 2
		}
	}
	return 0
}

// Merely tells whether a word behind "not" takes the denial back: "not only".
func (l *Locale) Merely(text string) bool {
	w := word([]string{text}, 0)
	return w == "only" || w == "just"
}

// Minus tells whether a word is a sign.
func (l *Locale) Minus(text string) bool { return word([]string{text}, 0) == "minus" }

// ReadScale reads words behind a number that multiply it, or add a part to it:
// "thousand", "million", "and a half".
func (l *Locale) ReadScale(words []string) (taken int) {
	switch w := word(words, 0); w {
	case "hundred", "thousand", "million", "billion", "dozen", "k", "mn", "bn", "fold":
		return 1
	}
	if l.AndHalf(words) {
		return 3
	}
	return 0
}

// AndHalf tells whether words behind a number add a half to it.
func (l *Locale) AndHalf(words []string) bool {
	return word(words, 0) == "and" && word(words, 1) == "a" && word(words, 2) == "half"
}
