package data

import (
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Revision is a later change of a value that an edition has published, with its
// reason: an entry of data/revisions.yaml.
type Revision struct {
	Cell     Cell
	Path     []CategoryRef // its categories, by dimension; empty for a total
	Was, Now Printed
	Date     period.Day
	Reason   string   // plain text, a sentence
	Pos      diag.Pos // of the value that was
	Len      int
	DatePos  diag.Pos // of the date
}

// Revisions lists all revisions, the earliest first; those of one day in the order of
// their file.
func (s *Set) Revisions() []*Revision {
	s.trace.all(OnRevisions)
	return s.revisions
}

// RevisionsOf lists the revisions of an observation's cell, the earliest first;
// mostly none.
func (s *Set) RevisionsOf(o *Observation) []*Revision {
	s.trace.about(OnCell, o)
	if len(s.revised) == 0 {
		return nil
	}
	if at := s.position(o); at < 0 || s.observations[at] != o {
		return nil // none of the set
	}
	k := cellKey(o)
	return s.revised[place{o.Indicator.ID, o.Area.ID, CategoriesKey(o.Path), k.first, k.last}]
}

// RevisionsIn lists the revisions of a cell, which need not be observed any more.
func (s *Set) RevisionsIn(c Cell) []*Revision {
	s.trace.asked(c, s)
	if len(s.revised) == 0 {
		return nil
	}
	p, ok := s.placeOf(c)
	if !ok {
		return nil
	}
	return s.revised[p]
}

// unrevised is what entries of data/revisions.yaml were about that could not be read.
type unrevised struct {
	all   bool // of one not even its cell is known
	cells map[place]bool
}

func (u *unrevised) add(p place) {
	if u.cells == nil {
		u.cells = map[place]bool{}
	}
	u.cells[p] = true
}

// Unrevised tells whether a revision that could not be read may be one of the cell:
// then the revisions of the cell are not all there are.
func (s *Set) Unrevised(c Cell) bool {
	s.trace.asked(c, s)
	if s.unrevised.all || len(s.unrevised.cells) == 0 {
		return s.unrevised.all
	}
	p, ok := s.placeOf(c)
	return ok && s.unrevised.cells[p]
}

// Since lists the revisions of an entry's cell that came after the edition had
// published it: those that lead from its value on. It is false where its value
// and date have no place among the revisions.
func (s *Set) Since(e *Entry) ([]*Revision, bool) {
	all := s.RevisionsIn(e.Cell)
	if len(all) == 0 {
		return nil, true
	}
	for k := range len(all) + 1 {
		if k > 0 && all[k-1].Date > e.Date {
			break
		}
		value := all[0].Was
		if k > 0 {
			value = all[k-1].Now
		}
		if value.Same(e.Value) && (k == len(all) || e.Date <= all[k].Date) {
			return all[k:], true
		}
	}
	return nil, false
}
