package prose

import (
	"strings"

	"bulletin/internal/locale"
)

// Number is a quantity in a text.
type Number struct {
	Start, Stop int // with its sign and scale: 5 per cent, 1.2 million
	Piece       int
	Spelled     bool
	Percent     Percent
	Group       byte // between thousands: a comma, a point or, for all kinds of it, a space; 0 without one
}

// Percent is how a percentage is written.
type Percent uint8

// The ways to write it.
const (
	NoPercent    Percent = iota
	PercentSign          // 5%
	PercentWords         // 5 per cent
	Points               // 5 percentage points
)

// numbers finds the quantities of a passage.
func (r *Reader) numbers(p *Passage) {
	r.named = -1
	for i := 0; i < len(r.tokens); i++ {
		if r.taken[i] {
			continue
		}
		switch t := &r.tokens[i]; {
		case t.kind == sign && t.is('+'):
			r.telephone(i)
		case t.kind == numeral, t.kind == span:
			if !r.names(p, i) {
				r.count(p, i, i+1, false)
			}
		case t.kind == compound:
			if t.has(locale.IsPercent) || t.word.Sense == 0 && t.value > 0 {
				r.count(p, i, i+1, false)
			}
		case t.kind == word && t.word.Sense != 0:
			if stop := r.spelled(p, i); stop > i {
				start := i
				if before := r.at(i - 1); t.has(locale.IsScale|locale.IsPart) && !t.has(locale.IsCardinal) && r.word(i-1, "a", "A") && before.piece == t.piece {
					start--
				}
				r.count(p, start, stop, true)
			}
		}
	}
}

// count adds the number of some tokens, with the sign and the scale behind it.
func (r *Reader) count(p *Passage, from, to int, spelled bool) {
	first := &r.tokens[from]
	n := Number{Start: first.start, Piece: first.piece, Spelled: spelled}
	if first.kind == numeral {
		n.Group = separator(p.Text[first.start:first.stop])
	}
	if r.at(to).has(locale.IsScale) && (r.at(to).glued || !r.at(to).has(locale.IsDoubtful)) {
		to++
	}
	n.Percent, to = r.percent(to)
	if first.kind == compound && first.has(locale.IsPercent) {
		n.Percent = PercentWords
	}
	n.Stop = r.tokens[to-1].stop
	for i := from; i < to; i++ {
		r.taken[i] = true
	}
	p.Numbers = append(p.Numbers, n)
}

// percent reads the sign behind a number, and says where it ends.
func (r *Reader) percent(i int) (Percent, int) {
	switch {
	case r.at(i).is('%'):
		return PercentSign, i + 1
	case r.at(i).has(locale.IsPercent):
		return PercentWords, i + 1
	case r.word(i, "per") && r.word(i+1, "cent"):
		return PercentWords, i + 2
	case r.word(i, "percentage") && r.word(i+1, "point", "points"):
		return Points, i + 2
	}
	return NoPercent, i
}

// separator is what stands between the thousands of a numeral.
func separator(text string) byte {
	switch {
	case strings.Contains(text, ","):
		if whole, _, _ := strings.Cut(text, "."); thousands(whole, ",") {
			return ','
		}
	case strings.Contains(text, "."):
		if thousands(text, ".") {
			return '.'
		}
	case strings.ContainsAny(text, " \u00a0\u202f\u2009"):
		return ' '
	}
	return 0
}

// word tells whether a token is one of some words, in just this case.
func (r *Reader) word(i int, words ...string) bool {
	t := r.at(i)
	if t.kind != word {
		return false
	}
	for _, w := range words {
		if r.text[t.start:t.stop] == w {
			return true
		}
	}
	return false
}

// noun is what the words behind a number say of it.
type noun uint8

const (
	unknown  noun = iota // a noun of no sense, or none at all
	none                 // no noun: of whom, were, the end
	counted              // people
	someone              // child: where one of them is meant
	plain                // columns
	duration             // weeks
)

// nounBehind reads the words behind a number up to the one that tells.
func (r *Reader) nounBehind(i int) noun {
	for j := i; j < i+5; j++ {
		t := r.at(j)
		if t.kind == sign && (t.is('‘') || t.is('“') || t.is('"')) {
			continue
		}
		switch {
		case t.kind != word || t.has(locale.IsEnds):
			if j == i {
				return none
			}
			return unknown
		case t.has(locale.IsSomeone):
			return someone
		case t.has(locale.IsCounted):
			return counted
		case t.has(locale.IsPlain) && !t.has(locale.IsPart):
			return plain
		case t.has(locale.IsDuration) && !t.has(locale.IsOrdinal):
			return duration
		case t.has(locale.IsPlain):
			return plain
		}
	}
	return unknown
}

// average tells whether an average was spoken of just before a token.
func (r *Reader) average(i int) bool {
	for j := max(0, i-6); j < i; j++ {
		if r.tokens[j].has(locale.IsAverage) {
			return true
		}
	}
	return false
}
