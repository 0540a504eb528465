package locale

import (
	"strings"

	"bulletin/internal/decimal"
)

// Trend is the sense of a change.
type Trend uint8

// The senses. A change that rounds to none is little.
const (
	Unchanged Trend = iota
	LittleChanged
	Rise
	Fall
)

// Wording is the part that the words of a change play in a sentence.
type Wording uint8

// The wordings: "+56%", "an increase of 56%", "rose by 56%", "56% more".
const (
	Signed Wording = iota
	AsNoun
	AsVerb
	AsMore
)

// Change writes a change in per cent of things that are counted: "+56%", "fell
// by 36%", "36% fewer", "little changed".
func (l *Locale) Change(w Wording, t Trend, change decimal.Decimal) string {
	return wording(w, t, l.SignedPercent(change), l.Percent(change.Abs()), [3]string{"fewer", "as many", "about as many"})
}

// ChangeOfShare writes a change of a share in percentage points: "rose by 5
// percentage points".
func (l *Locale) ChangeOfShare(w Wording, t Trend, change decimal.Decimal) string {
	signed := l.Points(change)
	if change.Sign() > 0 {
		signed = "+" + signed
	}
	return wording(w, t, signed, l.Points(change.Abs()), [3]string{"less", "as much", "about as much"})
}

// wording puts an amount into the words of its sense. fewer has the words for a
// fall, for none and for hardly any.
func wording(w Wording, t Trend, signed, amount string, fewer [3]string) string {
	var words [4]string // unchanged, little changed, a rise, a fall
	switch w {
	case AsNoun:
		words = [4]string{"no change", "little change", "an increase of " + amount, "a decrease of " + amount}
	case AsVerb:
		words = [4]string{"was unchanged", "was little changed", "rose by " + amount, "fell by " + amount}
	case AsMore:
		words = [4]string{fewer[1], fewer[2], amount + " more", amount + " " + fewer[0]}
	default:
		words = [4]string{signed, "little changed", signed, signed}
	}
	return words[t]
}

// ManyTimes writes a rise to so many times as much: "elevenfold", "an elevenfold
// increase", "rose elevenfold", "11 times as many".
func (l *Locale) ManyTimes(w Wording, times decimal.Decimal) string {
	n, _ := times.Int()
	number := l.Number(times)
	word := l.Fold(number, n)
	switch w {
	case AsNoun:
		if n == 11 || n == 18 || strings.HasPrefix(number, "8") { // eleven, eighteen, eighty, eight hundred
			return "an " + word + " increase"
		}
		return "a " + word + " increase"
	case AsVerb:
		return "rose " + word
	case AsMore:
		return l.Times(times) + " as many"
	}
	return word
}

// Times writes a multiple: "11 times".
func (l *Locale) Times(d decimal.Decimal) string { return l.Number(d) + noBreak + "times" }

// FromTo writes the two counts behind a change: "(from 84 to 237)".
func (l *Locale) FromTo(from, to decimal.Decimal) string {
	return "(from" + noBreak + l.Number(from) + " to" + noBreak + l.Number(to) + ")"
}

// About writes a rounded number: "about 16,000".
func (l *Locale) About(d decimal.Decimal) string { return "about" + noBreak + l.Number(d) }

// Share writes a share as it is published, except that one under one, but not
// zero, is only that.
func (l *Locale) Share(d decimal.Decimal) string {
	if d.Sign() > 0 && d.Cmp(decimal.FromInt(1)) < 0 {
		return l.LessThanOne()
	}
	return l.Percent(d)
}

// LessThanOne writes a share under one per cent.
func (l *Locale) LessThanOne() string { return "less than" + noBreak + "1%" }

// With puts a number behind what it is of: "Syria (346)".
func (l *Locale) With(name, number string) string { return name + noBreak + "(" + number + ")" }
