package roll

import (
	"slices"
	"strings"

	"bulletin/internal/figure"
	"bulletin/internal/locale"
	"bulletin/internal/period"
	"bulletin/internal/prose"
)

// dateOf finds a date of a sentence that is wrong in the new period, or may be;
// nothing where there is none.
func (r *reader) dateOf(s *sentence) string {
	for _, w := range s.passage.Whens {
		if w.Start < s.start || w.Start >= s.stop || s.passage.Pieces[w.Piece].Kind != prose.Words {
			continue
		}
		if r.dates(s, w) {
			return strings.Join(strings.Fields(s.passage.Text[w.Start:w.Stop]), " ")
		}
	}
	for i, w := range s.words { // as a figure for March
		known := r.locale.Word(w.text)
		if w.typed && known.Has(locale.IsMonth) && w.text != w.lower && (i > 0 || !known.Has(locale.IsDoubtful)) && !s.inWhen(w.start) {
			return w.text
		}
	}
	for _, n := range s.passage.Numbers { // (2026), where it stands for a year alone
		text := s.passage.Text[n.Start:n.Stop]
		if n.Start >= s.start && n.Start < s.stop && s.passage.Pieces[n.Piece].Kind == prose.Words && r.year(text) {
			return text
		}
	}
	return ""
}

// inWhen tells whether a place belongs to a period that was judged.
func (s *sentence) inWhen(at int) bool {
	return slices.ContainsFunc(s.passage.Whens, func(w prose.When) bool { return w.Start <= at && at < w.Stop })
}

// dates tells whether the words for a period are about the old edition's time.
func (r *reader) dates(s *sentence, w prose.When) bool {
	if !w.Dated {
		return true // March: of which year, the reader takes from the page
	}
	if w.Length != prose.Year {
		return w.Last >= r.step.Base.First()
	}
	first, _, _ := w.First.Civil()
	last, _, _ := w.Last.Civil()
	if s.names(r.step, first) && s.names(r.step, last) {
		return false
	}
	return r.late(w.First, w.Last)
}

// late tells whether a year, or several, is of the old edition, of its base where
// that is a year, or later.
func (r *reader) late(first, last period.Day) bool {
	if last >= r.step.From.First() {
		return true
	}
	if r.step.Base.First() == first && r.step.Base.Last() == last {
		return true
	}
	next := r.step.NewBase() // the base leaves its year too
	return first <= r.step.Base.First() && r.step.Base.Last() <= last && last < next.First()
}

// year tells whether a number is a year that is late.
func (r *reader) year(text string) bool {
	p, err := period.Parse(text)
	return err == nil && p.Unit() == period.Year && r.late(p.First(), p.Last())
}

// names tells whether a figure of the sentence names a year, and stays.
func (s *sentence) names(step Step, year int) bool {
	for _, f := range s.figures {
		if f.parsed == nil || f.claim {
			continue
		}
		for _, t := range f.parsed.Times() {
			if _, moves := move(step, f.parsed, t); moves {
				continue
			}
			first, _, _ := t.Period.First().Civil()
			last, _, _ := t.Period.Last().Civil()
			if t.Period.Unit() == period.Year && first <= year && year <= last {
				return true
			}
		}
	}
	return false
}

// move is where a time of an expression stands in the new edition. The year that the
// edition's own one is compared with moves along with it.
func move(step Step, e *figure.Expression, t figure.Time) (period.Period, bool) {
	if moved, ok := step.Move(t.Period); ok {
		return moved, true
	}
	if t.Base {
		for _, other := range e.Times() {
			if !other.Base && step.ownYear(other.Period) {
				return step.MoveYear(t.Period)
			}
		}
	}
	return t.Period, false
}
