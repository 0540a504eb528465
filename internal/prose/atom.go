package prose

import (
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

// atom reads the period that begins with a token.
func (r *Reader) atom(p *Passage, i int) (atom, bool) {
	t := r.at(i)
	if t.kind == sign || t.kind == word && !t.has(locale.IsMonth|locale.IsOrdinal|locale.IsLast|locale.IsSeason) {
		return atom{}, false // as nearly all
	}
	switch {
	case t.kind == coded:
		return r.coded(p, i)
	case t.kind == quarter:
		return r.withYear(atom{from: i, to: i + 1, length: Quarter, first: t.value*300 - 200, last: t.value * 300})
	case t.kind == half:
		return r.withYear(atom{from: i, to: i + 1, length: Half, first: t.value*600 - 500, last: t.value * 600})
	case t.kind == numeral, t.kind == ordinal:
		if a, ok := r.day(i); ok {
			return a, true
		}
		if t.kind == numeral && r.year(i) {
			if q := r.at(i + 1); q.kind == quarter {
				return atom{from: i, to: i + 2, length: Quarter, year: t.value, first: q.value*300 - 200, last: q.value * 300}, true
			}
			return atom{from: i, to: i + 1, length: Year, year: t.value}, true
		}
		if t.kind == ordinal {
			return r.part(i, t.value)
		}
	case t.has(locale.IsMonth) && t.capital:
		return r.month(i)
	case t.has(locale.IsSeason):
		return r.season(i)
	case t.has(locale.IsOrdinal):
		return r.part(i, t.word.Value)
	case t.has(locale.IsLast):
		return r.part(i, lastPart)
	}
	return atom{}, false
}

// coded reads 2023-Q1, 2023-01 and 2023-06-04.
func (r *Reader) coded(p *Passage, i int) (atom, bool) {
	t := &r.tokens[i]
	q, err := period.Parse(p.Text[t.start:t.stop])
	if err != nil {
		return atom{}, false
	}
	year, month, day := q.First().Civil()
	_, lastMonth, lastDay := q.Last().Civil()
	a := atom{from: i, to: i + 1, length: Month, year: year, first: month * 100, last: lastMonth * 100}
	switch q.Unit() {
	case period.Quarter:
		a.length = Quarter
	case period.UnitDay:
		a.length, a.first, a.last = Day, month*100+day, lastMonth*100+lastDay
	}
	return a, true
}

// day reads 4 June, 4th of June, with or without a year.
func (r *Reader) day(i int) (atom, bool) {
	t := &r.tokens[i]
	j := i + 1
	if r.of(j) {
		j++
	}
	month := r.at(j)
	if t.value < 1 || t.value > 31 || !month.has(locale.IsMonth) || !month.capital {
		return atom{}, false
	}
	date := month.word.Value*100 + t.value
	if t.value > daysOf(month.word.Value) {
		return atom{}, false
	}
	return r.withYear(atom{from: i, to: j + 1, length: Day, first: date, last: date})
}

// daysOf is how many days a month may have.
func daysOf(month int) int {
	switch month {
	case 2:
		return 29
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// month reads June, June 2023, June 4, 2023. May and March are months only
// where a year, or a word before them, says so.
func (r *Reader) month(i int) (atom, bool) {
	t := &r.tokens[i]
	a := atom{from: i, to: i + 1, length: Month, first: t.word.Value * 100, last: t.word.Value * 100}
	if r.at(a.to).is('.') && r.at(a.to).glued && t.has(locale.IsAbbreviation) {
		a.to++ // Jan.
	}
	if d := r.at(a.to); (d.kind == numeral || d.kind == ordinal) && d.value >= 1 && d.value <= daysOf(t.word.Value) && !r.noun(a.to+1) {
		a.to++
		a.length, a.first, a.last = Day, a.first+d.value, a.last+d.value
		if r.at(a.to).is(',') && r.year(a.to+1) {
			a.to++
		}
	}
	a, _ = r.withYear(a)
	before := r.at(i - 1)
	if r.word(i-1, "and", "or", "as", "for", "than") && !r.at(i-2).has(locale.IsMonth) {
		before = &r.none
	}
	sure := a.year != 0 || a.length == Day || before.has(locale.IsDates|locale.IsEnd|locale.IsGoes|locale.IsSince|locale.IsLast|locale.IsRelative) ||
		before.has(locale.IsMonth) || before.dash() || before.is('/') || r.at(a.to).dash() && r.at(a.to+1).has(locale.IsMonth)
	return a, sure || !t.has(locale.IsDoubtful)
}

// season reads autumn 2022, the summer of 2023. A winter is any that the year has
// a part of.
func (r *Reader) season(i int) (atom, bool) {
	j := i + 1
	if r.of(j) {
		j++
	}
	if !r.year(j) {
		return atom{}, false
	}
	first := r.tokens[i].word.Value
	a := atom{from: i, to: j + 1, length: Season, year: r.tokens[j].value, first: first * 100, last: (first + 2) * 100}
	if first == 12 {
		a.first, a.last = 0, 0
	}
	return a, true
}

// lastPart is the ordinal of the last part of a year.
const lastPart = -1

// part reads the first quarter, second half or first three months of a year.
func (r *Reader) part(i, ordinal int) (atom, bool) {
	if r.word(i-1, "her") {
		return atom{}, false // third trimester
	}
	a := atom{from: i, to: i + 2}
	unit := r.at(i + 1)
	size := 0
	switch {
	case unit.has(locale.IsQuarter):
		a.length, size = Quarter, 3
	case unit.has(locale.IsPart) && unit.word.Value == 2:
		a.length, size = Half, 6
	case (unit.has(locale.IsCardinal) || unit.kind == numeral) && r.at(i+2).has(locale.IsMonths):
		if size = unit.value; unit.kind == word {
			size = unit.word.Value
		}
		a.to, a.length = i+3, Span
		if ordinal != 1 && ordinal != lastPart {
			return a, false
		}
	}
	if size < 1 || size > 11 || ordinal > 12/size || ordinal == 0 {
		return a, false
	}
	if ordinal == lastPart {
		a.first, a.last = (12-size+1)*100, 1200
	} else {
		a.first, a.last = ((ordinal-1)*size+1)*100, ordinal*size*100
	}
	bare := a.to
	a, _ = r.withYear(a)
	// The last quarter, and the first half, of what? Only a year tells.
	return a, a.to > bare || a.length == Quarter && ordinal != lastPart || a.length == Span && ordinal != lastPart
}

// withYear reads the year behind a month or a part: 2023, of 2023, of the year
// 2023, in the previous year.
func (r *Reader) withYear(a atom) (atom, bool) {
	i := a.to
	if r.at(i).is('(') && r.year(i+1) && r.at(i+2).is(')') {
		a.year, a.to = r.tokens[i+1].value, i+3 // March (2023)
		return a, true
	}
	if r.at(i).is(',') {
		i++
	}
	if r.of(i) || r.at(i).has(locale.IsDates) && !r.at(i).has(locale.IsSince|locale.IsGoes) && a.length >= Span && r.year(i+1) {
		i++
	}
	if !r.at(i).has(locale.IsRelative) && r.at(i).has(locale.IsDefinite) && r.at(i+1).has(locale.IsRelative|locale.IsYear|locale.IsThisYear) {
		i++
	}
	switch {
	case r.at(i).has(locale.IsRelative) && r.at(i+1).has(locale.IsYear):
		a.relative, a.to = true, i+2
		return a, true
	case r.at(i).has(locale.IsThisYear) && r.at(i+1).has(locale.IsYear):
		a.to = i + 2
		return a, true
	case r.at(i).has(locale.IsYear):
		if !r.year(i + 1) {
			if a.length >= Span && i > a.to {
				a.to = i + 1 // of the year
			}
			return a, true
		}
		i++
	}
	if r.year(i) || (r.of(i-1) && i > a.to || r.at(i-1).kind == quarter || r.at(i-1).kind == half) && r.yearly(i) {
		a.year, a.to = r.tokens[i].value, i+1
	}
	return a, true
}

// yearly tells whether a token is a number that may be a year's.
func (r *Reader) yearly(i int) bool {
	t, next := r.at(i), r.at(i+1)
	return t.kind == numeral && t.stop-t.start == 4 && isYear(t.value) && !next.is('%') && !next.has(locale.IsPercent)
}

// year tells whether a token is the number of a year.
func (r *Reader) year(i int) bool {
	next, before := r.at(i+1), r.at(i-1)
	if !r.yearly(i) {
		return false
	}
	if r.word(i-1, "least", "about", "around", "most", "latest") && (r.dates(i-2) || r.dates(i-3)) {
		return true // since at least 2016
	}
	if r.dates(i-1) || before.has(locale.IsMonth|locale.IsYear|locale.IsSeason|locale.IsEnd) {
		return true
	}
	if next.has(locale.IsCounted) || r.unit(i+1) {
		return false
	}
	return !before.has(locale.IsHedge) || !r.noun(i+1)
}

// dates tells whether a word stands only before years, not before counts: in,
// since, until.
func (r *Reader) dates(i int) bool {
	t := r.at(i)
	if t.kind != word || !t.has(locale.IsDates) {
		return false
	}
	switch r.text[t.start:t.stop] {
	case "in", "In", "since", "Since", "until", "Until", "till", "Till", "during", "During", "throughout", "Throughout", "early", "late", "mid", "year":
		return true
	}
	return false
}

// noun tells whether a token goes on with a noun: a small word that ends no
// phrase.
func (r *Reader) noun(i int) bool {
	t := r.at(i)
	return t.kind == word && !t.capital && !t.has(locale.IsEnds)
}

// unit tells whether the words from a token on are "per cent" or a scale.
func (r *Reader) unit(i int) bool {
	t := r.at(i)
	return t.has(locale.IsScale|locale.IsDuration) && !t.has(locale.IsOrdinal) || t.kind == word && r.text[t.start:t.stop] == "per"
}
