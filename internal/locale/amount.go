package locale

import "strings"

// Unit is what stands behind a number and says what it counts.
type Unit uint8

// The units.
const (
	NoUnit      Unit = iota
	UnitPercent      // per cent
	UnitPoints       // percentage points
	UnitPoint        // points, of which nobody can say what they are
	UnitTimes        // times
)

// ReadUnit reads a unit that begins with the first of the words, and says how
// many of them it took.
func (l *Locale) ReadUnit(words []string) (u Unit, taken int) {
	second := word(words, 1)
	switch word(words, 0) {
	case "%", "percent":
		return UnitPercent, 1
	case "per":
		if second == "cent" {
			return UnitPercent, 2
		}
	case "percentage":
		if second == "points" || second == "point" {
			return UnitPoints, 2
		}
	case "pp":
		return UnitPoints, 1
	case "points", "point":
		return UnitPoint, 1
	case "times":
		return UnitTimes, 1
	}
	return NoUnit, 0
}

// Scale is the number of zeros that a word puts behind a number: 3 for
// "thousand", 6 for "million", 9 for "billion", or 0.
func (l *Locale) Scale(text string) int {
	switch word([]string{text}, 0) {
	case "thousand":
		return 3
	case "million":
		return 6
	case "billion":
		return 9
	}
	return 0
}

// CutPercent cuts the end off "36-per-cent"; it is false for another word.
func (l *Locale) CutPercent(text string) (number string, ok bool) {
	w := word([]string{text}, 0)
	for _, end := range [...]string{"-percent", "-per-cent"} {
		if number, ok = strings.CutSuffix(w, end); ok {
			return number, number != ""
		}
	}
	return "", false
}

// ReadFraction reads a fraction under one that begins with the first of the
// words, and says how many of them it took: "half", "a third", "two-thirds",
// "two in five", "9 out of 10". A hundredth is the smallest.
func (l *Locale) ReadFraction(words []string) (part, whole int64, taken int) {
	first, second := word(words, 0), word(words, 1)
	if before, behind, hyphen := strings.Cut(first, "-"); hyphen {
		if behind == "half" && before == "one" {
			return 1, 2, 1
		}
		part = max(0, int64(readSmall(before)))
		if whole = fractionPart(behind, part > 1); part > 0 && part < whole {
			return part, whole, 1
		}
	}
	switch {
	case first == "half":
		return 1, 2, 1
	case (first == "a" || first == "one") && second == "half":
		return 1, 2, 2
	case first == "a" || first == "an":
		part = 1
	default:
		part = readCount(first)
	}
	if whole = fractionPart(second, part > 1); part > 0 && part < whole {
		return part, whole, 2
	}
	behind := 0
	switch {
	case part == 0 || first == "a" || first == "an":
		return 0, 0, 0
	case second == "in":
		behind = 2
	case second == "out" && word(words, 2) == "of":
		behind = 3
	default:
		return 0, 0, 0
	}
	if word(words, behind) == "every" {
		behind++
	}
	whole, read := readCount(word(words, behind)), 1
	if whole == 0 {
		whole, read = l.ReadNumberWords(words[min(behind, len(words)):])
	}
	if read == 0 || whole <= part || whole > 100 {
		return 0, 0, 0
	}
	return part, whole, behind + read
}

// readCount is a whole number from 1 to 100 in one word or in digits, or 0.
func readCount(w string) int64 {
	n := int64(0)
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' || len(w) > 3 || w[0] == '0' {
			n = 0
			break
		}
		n = n*10 + int64(w[i]-'0')
	}
	if n > 100 {
		return 0
	}
	if n == 0 {
		n, _ = readTens([]string{w})
	}
	return n
}

// fractionPart is the number of parts that a word of a fraction makes of the
// whole: 3 for "third", or for "thirds" where there are several; or 0.
func fractionPart(w string, several bool) int64 {
	if several {
		one, plural := strings.CutSuffix(w, "s")
		if !plural {
			return 0
		}
		w = one
	}
	switch w {
	case "third":
		return 3
	case "quarter", "fourth":
		return 4
	case "fifth":
		return 5
	case "sixth":
		return 6
	case "seventh":
		return 7
	case "eighth":
		return 8
	case "ninth":
		return 9
	case "tenth":
		return 10
	case "twelfth":
		return 12
	case "twentieth":
		return 20
	case "hundredth":
		return 100
	}
	return 0
}

// Manifold is how a word makes a multiple.
type Manifold uint8

// The ways.
const (
	NoManifold Manifold = iota
	Grown               // doubled, a tripling: a rise by itself
	Halved              // halved: a fall by itself
	Twice               // twice, double: of what was before
)

// Manifold reads a word that is a multiple by itself.
func (l *Locale) Manifold(text string) (n int64, how Manifold) {
	switch word([]string{text}, 0) {
	case "doubled", "doubles", "doubling":
		return 2, Grown
	case "tripled", "triples", "tripling", "trebled", "trebles", "trebling":
		return 3, Grown
	case "quadrupled", "quadruples", "quadrupling":
		return 4, Grown
	case "quintupled", "quintupling":
		return 5, Grown
	case "halved", "halves", "halving":
		return 2, Halved
	case "twice", "double":
		return 2, Twice
	case "triple", "treble", "thrice":
		return 3, Twice
	case "quadruple":
		return 4, Twice
	}
	return 0, NoManifold
}

// CutFold cuts the end off "tenfold", "ten-fold", "11-fold"; it is false for
// another word.
func (l *Locale) CutFold(text string) (number string, ok bool) {
	w := word([]string{text}, 0)
	number, ok = strings.CutSuffix(w, "fold")
	number = strings.TrimSuffix(number, "-")
	return number, ok && number != ""
}
