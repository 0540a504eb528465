package prose

import (
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

// When is a period that a text names.
type When struct {
	Start, Stop int
	Piece       int
	Length      Length
	First, Last period.Day // of a period without a year: in the year 2000
	Dated       bool       // its year is known
	Sense       WhenSense
	Compared    bool // it is said to be one of two: a word before it in its sentence, or behind it before any figure, compares
	Lasting     bool // its sentence says that something goes on
	Place
}

// Length is how long a period is, in the words for it.
type Length uint8

// The lengths.
const (
	Day Length = iota
	Month
	Span // of days or months
	Quarter
	Half
	Year
	Season // spring to winter, of a year
)

// WhenSense is how a period stands in its sentence, by the word before it.
type WhenSense uint8

// The senses.
const (
	Bare  WhenSense = iota
	In              // in, during
	AsOf            // as of, at the end of: a day
	Goes            // until, by, up to
	Since           // since, from, after
	Of              // of: the arrivals of 2018
	Named           // the report of May, opened in 2018: a thing or an event has the date
)

// yearless stands in for a year that is not named. It has a 29th of February.
const yearless = 2000

// atom is a period in the making: its first token and the one behind it.
type atom struct {
	from, to    int
	length      Length
	year        int // 0 where none is named
	first, last int // month and day, month*100 + day; of a year 0
	relative    bool
}

// timely are the senses of the words that speak of a period, or begin to.
const timely = locale.IsMonth | locale.IsOrdinal | locale.IsLast | locale.IsSeason | locale.IsYear | locale.IsQuarter |
	locale.IsMonths | locale.IsDuration | locale.IsNow | locale.IsThen

// whens finds the periods of a passage.
func (r *Reader) whens(p *Passage) {
	for i := 0; i < len(r.tokens); {
		if r.tokens[i].kind == years {
			r.years(p, i)
			i++
			continue
		}
		if t := &r.tokens[i]; t.kind == sign || t.kind == word && !t.has(timely) {
			i++
			continue // as nearly all
		}
		a, ok := r.atom(p, i)
		if !ok {
			r.afar(p, i)
			i++
			continue
		}
		last := a
		if b, joined := r.joined(p, a); joined {
			last = b
			if a.year == 0 {
				a.year = b.year
				if b.year != 0 && a.first > b.last && b.last != 0 {
					a.year-- // November to January 2023
				}
			}
		} else if a.year == 0 && a.length <= Month {
			a.year = r.yearAhead(p, a.to)
			last = a
		}
		for j := a.from; j < last.to; j++ {
			r.taken[j] = true
		}
		if !a.relative {
			r.keep(p, a, last)
		} else {
			r.distant(p, a.from, a.to, Years, 1)
		}
		i = last.to
	}
}

// years adds a range of years: 2015–2017, 2022-23.
func (r *Reader) years(p *Passage, i int) {
	t := &r.tokens[i]
	text := p.Text[t.start:t.stop]
	first, last := number(text[:4]), number(text[len(text)-4:])
	if last < 0 {
		last = first/100*100 + number(text[len(text)-2:])
	}
	r.taken[i] = true
	if first <= last {
		r.keep(p, atom{from: i, to: i, length: Year, year: first}, atom{from: i, to: i + 1, length: Year, year: last})
	}
}

// keep adds the period from one atom to another, which may be the same.
func (r *Reader) keep(p *Passage, a, b atom) {
	first, last := &r.tokens[a.from], &r.tokens[b.to-1]
	w := When{Start: first.start, Stop: last.stop, Piece: first.piece, Length: a.length, Dated: a.year != 0 && b.year != 0, Sense: r.sense(a.from)}
	if a.from != b.from {
		if w.Length = Span; a.length >= Quarter {
			w.Length = a.length
		}
		if r.word(a.from-1, "from", "From") {
			w.Sense = In // from one to the other, not since
		}
	}
	if a.year == 0 {
		a.year = yearless
	}
	if b.year == 0 {
		b.year = yearless
	}
	w.First, _ = days(a)
	_, w.Last = days(b)
	if w.Last < w.First {
		return // from October to March, or no period at all
	}
	w.Place = r.place(p, a.from)
	w.Compared = w.Aside && a.from == b.from || r.compares(p, a.from)
	w.Lasting = r.lasts(p, a.from)
	p.Whens = append(p.Whens, w)
}

// days is the first and the last day of an atom.
func days(a atom) (first, last period.Day) {
	if a.first == 0 {
		return period.Date(a.year, 1, 1), period.Date(a.year, 12, 31)
	}
	first = period.Date(a.year, a.first/100, max(1, a.first%100))
	if day := a.last % 100; day > 0 {
		return first, period.Date(a.year, a.last/100, day)
	}
	return first, period.Date(a.year, a.last/100+1, 1) - 1
}

// far is how many tokens a word is looked for. No sentence is longer that a
// reader would understand.
const far = 200

// joined is the atom that the one before it is joined to, as the end of a span.
func (r *Reader) joined(p *Passage, a atom) (atom, bool) {
	join := r.at(a.to)
	if !join.dash() && !join.has(locale.IsUntil) {
		return atom{}, false
	}
	from := a.to + 1
	for r.at(from).has(locale.IsDefinite|locale.IsEnd) || r.of(from) {
		from++ // to the third quarter, until the end of May
	}
	b, ok := r.atom(p, from)
	if !ok || b.relative || b.length != a.length && (b.length > Month || a.length > Month) {
		return atom{}, false
	}
	and := !join.dash() && p.Text[join.start:join.stop] == "and"
	if and && !r.between(p, a.from) || a.year != 0 && b.year == 0 {
		return atom{}, false
	}
	return b, true
}

// between tells whether the word before a token is "between".
func (r *Reader) between(p *Passage, i int) bool {
	t := r.at(i - 1)
	return t.kind == word && (p.Text[t.start:t.stop] == "between" || p.Text[t.start:t.stop] == "Between")
}

// yearAhead is the year of the list that a month without one stands in:
// January, February and March 2023.
func (r *Reader) yearAhead(p *Passage, i int) int {
	if !r.at(i).is(',') && !r.at(i).is('&') && r.at(i).kind != word {
		return 0
	}
	for end := min(len(r.tokens), i+far); i < end; i++ {
		t := &r.tokens[i]
		switch {
		case t.is(','), t.is('&'), t.kind == word && (p.Text[t.start:t.stop] == "and" || p.Text[t.start:t.stop] == "or"):
		case t.has(locale.IsMonth) && t.capital:
			if a, ok := r.atom(p, i); ok && a.year != 0 {
				return a.year
			}
		default:
			return 0
		}
	}
	return 0
}

// sense reads the words before a period: by the end of, as of.
func (r *Reader) sense(i int) WhenSense {
	ends := false
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		t := &r.tokens[j]
		switch {
		case t.has(locale.IsAsOf) && j < i-1:
			return AsOf
		case t.has(locale.IsEnd):
			ends = true
		case t.has(locale.IsGoes):
			return Goes
		case t.has(locale.IsSince):
			return Since
		case t.has(locale.IsDates) && !r.of(j):
			switch {
			case ends || r.at(j-1).has(locale.IsAsOf):
				return AsOf
			case r.at(j - 1).has(locale.IsPast | locale.IsSeason | locale.IsDocument):
				return Named
			}
			return In
		case t.has(locale.IsThisYear), t.has(locale.IsDefinite), t.has(locale.IsYear):
		case r.of(j):
			if ends || r.at(j-1).has(locale.IsEnd) || r.at(j-1).has(locale.IsAsOf) {
				continue
			}
			switch before := r.at(j - 1); {
			case before.has(locale.IsDocument | locale.IsSeason):
				return Named
			case before.has(locale.IsQuarter|locale.IsMonths) || r.word(j-1, "period"):
				return In // the same period of 2022
			}
			return Of
		default:
			if ends {
				return AsOf
			}
			return Bare
		}
	}
	return Bare
}

// of tells whether a token is the word "of".
func (r *Reader) of(i int) bool {
	t := r.at(i)
	return t.kind == word && t.stop-t.start == 2 && t.has(locale.IsEnds) && r.text[t.start] == 'o' && r.text[t.start+1] == 'f'
}
