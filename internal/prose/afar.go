package prose

import (
	"strings"

	"bulletin/internal/locale"
)

// Afar is a period that a text names by how far it is from the one that it
// speaks of: this year, a year earlier, the previous quarter, then.
type Afar struct {
	Start, Stop int
	Piece       int
	Distance    Distance
	Back        int // how many years or quarters
	Place
}

// Distance is how far a period is.
type Distance uint8

// The distances.
const (
	Here     Distance = iota // this quarter, now
	ThisYear                 // this year
	Years                    // Back years ago
	Quarters                 // Back quarters ago
	Vague                    // then, previously: any other
)

// Place is where the words for a period stand in their sentence.
type Place struct {
	Aside bool // behind a word that compares: compared with 2022
	Opens bool // with nothing else at the beginning: In 2022, people came
}

// afar adds the distance that a token, or the words around it, tell.
func (r *Reader) afar(p *Passage, i int) {
	t := &r.tokens[i]
	switch before, next := r.at(i-1), r.at(i+1); {
	case t.kind != word:
	case t.has(locale.IsYear|locale.IsQuarter|locale.IsMonths) && r.text[t.stop-2] == '\'' || strings.HasSuffix(r.text[t.start:t.stop], "’s"):
		r.distant(p, i, i+1, Vague, 0) // last year's law
	case t.has(locale.IsYear) && before.has(locale.IsThisYear):
		r.distant(p, i-1, i+1, ThisYear, 0)
	case t.has(locale.IsYear|locale.IsQuarter|locale.IsMonths) && before.has(locale.IsThisYear), t.has(locale.IsNow):
		r.distant(p, i, i+1, Here, 0)
	case t.has(locale.IsYear|locale.IsQuarter) && !t.has(locale.IsOrdinal):
		unit := Years
		if t.has(locale.IsQuarter) {
			unit = Quarters
		}
		switch {
		case next.has(locale.IsAgo) && (r.word(i-1, "a", "A", "the", "The", "one", "One") || r.word(i-1, "in") && unit == Years):
			r.distant(p, i-1, i+2, unit, 1)
		case before.has(locale.IsRelative) && !before.has(locale.IsLast) && !before.has(locale.IsThen), before.has(locale.IsLast) && unit == Years:
			r.distant(p, i-1, i+1, unit, 1)
		case before.has(locale.IsLast|locale.IsRelative) || r.word(i-1, "that", "each", "every"):
			r.distant(p, i-1, i+1, Vague, 0)
		}
	case t.has(locale.IsDuration) && next.has(locale.IsAgo):
		if n := before.word.Value; before.has(locale.IsCardinal) && n > 0 && r.word(i, "years") {
			r.distant(p, i-1, i+2, Years, n)
			return
		}
		r.distant(p, i, i+2, Vague, 0)
	case t.has(locale.IsMonths) && before.has(locale.IsRelative|locale.IsLast), t.has(locale.IsThen) && !r.told(p, t.start):
		r.distant(p, i, i+1, Vague, 0)
	}
}

// told tells whether a byte belongs to the last distance that was found.
func (r *Reader) told(p *Passage, at int) bool {
	last := len(p.Afar) - 1
	return last >= 0 && at < p.Afar[last].Stop
}

func (r *Reader) distant(p *Passage, from, to int, d Distance, back int) {
	first := r.tokens[from]
	p.Afar = append(p.Afar, Afar{Start: first.start, Stop: r.tokens[to-1].stop, Piece: first.piece, Distance: d, Back: back, Place: r.place(p, from)})
}

// place tells where the words that begin with a token stand.
func (r *Reader) place(p *Passage, i int) Place {
	start, _ := p.Clause(r.tokens[i].start)
	sentence, _ := p.Sentence(r.tokens[i].start)
	at, near := Place{Opens: start == sentence}, true
	for j := i - 1; j >= max(0, i-far) && r.tokens[j].start >= start; j-- {
		t := &r.tokens[j]
		if t.has(locale.IsAside) && (near || !t.has(locale.IsDates|locale.IsSince) || t.has(locale.IsCompares)) && !r.dateAt(j) {
			at.Aside = true
		}
		near = near && (t.has(locale.IsDefinite|locale.IsThen|locale.IsMonths|locale.IsQuarter|locale.IsLast|locale.IsEnd) || r.of(j) || r.word(j, "in", "period"))
		at.Opens = at.Opens && t.has(locale.IsDates|locale.IsDefinite|locale.IsEnd|locale.IsAside|locale.IsCompares|locale.IsThen|locale.IsMonths|locale.IsYear|locale.IsQuarter) ||
			at.Opens && r.word(j, "with", "period")
	}
	return at
}

// dateAt tells whether a word only leads to a date: on 4 June, as of March,
// from January.
func (r *Reader) dateAt(i int) bool {
	return r.word(i, "On", "From") || r.word(i, "as", "As") && (r.of(i+1) || r.word(i+1, "at")) ||
		r.word(i, "on") && (r.at(i+1).kind == numeral || r.at(i+1).kind == ordinal || r.word(i+1, "the"))
}

// compares tells whether a word compares the period that begins with a token:
// one before it in its part of the sentence, or behind it and before any figure
// or number. What comes then may be compared with something else.
func (r *Reader) compares(p *Passage, i int) bool {
	start, stop := p.Sentence(r.tokens[i].start)
	for j := i; j >= max(0, i-far) && r.tokens[j].start >= start && !r.tokens[j].is(';'); j-- {
		if r.tokens[j].has(locale.IsCompares) {
			return true
		}
	}
	for j := i + 1; j < min(len(r.tokens), i+far) && r.tokens[j].stop <= stop && !r.tokens[j].is(';'); j++ {
		if r.tokens[j].has(locale.IsCompares) {
			return true
		}
		if kind := p.Pieces[r.tokens[j].piece].Kind; (kind == Figure || kind == Claim) && r.tokens[j].kind == numeral {
			return false
		}
	}
	return false
}

// lasts tells whether the sentence of a token says that something goes on: the
// rise that began in autumn, the trend went on.
func (r *Reader) lasts(p *Passage, i int) bool {
	start, stop := p.Sentence(r.tokens[i].start)
	from, to := i, i+1
	for from > max(0, i-far) && r.tokens[from-1].start >= start {
		from--
	}
	for to < min(len(r.tokens), i+far) && r.tokens[to].stop <= stop {
		to++
	}
	for j := from; j < to; j++ {
		if r.tokens[j].has(locale.IsLasting) || r.word(j, "went", "goes") && r.word(j+1, "on") {
			return true
		}
	}
	return false
}
