package site

import (
	"slices"

	"bulletin/internal/data"
)

// Revised is a revision and the observation that it is of.
type Revised struct {
	Observation *data.Observation // never nil
	Revision    *data.Revision
	Gone        bool // the data has no such observation any more: Observation says only which it was, and has no place on a page
}

// Revisions lists all revisions, the newest first.
func (s *Site) Revisions() []Revised {
	all := make([]Revised, 0, len(s.Set.Revisions()))
	for _, r := range s.Set.Revisions() {
		if v, ok := s.RevisedBy(r); ok {
			all = append(all, v)
		}
	}
	newestFirst(all)
	return all
}

// RevisedBy finds the observation of a revision, or writes down which it was. It is
// false where the data does not know its indicator or area.
func (s *Site) RevisedBy(r *data.Revision) (Revised, bool) {
	if o, ok := s.Set.Lookup(r.Cell); ok {
		return Revised{Observation: o, Revision: r}, true
	}
	indicator, known := s.Set.Indicator(r.Cell.Indicator)
	area, there := s.Set.Area(r.Cell.Area)
	if !known || !there {
		return Revised{}, false // reported while reading
	}
	o := &data.Observation{Indicator: indicator, Area: area, Period: r.Cell.Period, Path: r.Path, Status: data.Missing}
	return Revised{Observation: o, Revision: r, Gone: true}, true
}

// Revisions lists the revisions that the page tells of, the newest first: on a page
// of an edition, those of a cell that it shows and that came after the edition had
// published it; on an indicator's page, those of all its cells; elsewhere, those of
// the cells that the page shows. The page with the whole edition tells of all its
// chapters'.
func (p *Page) Revisions() []Revised {
	if len(p.scope.Set.Revisions()) == 0 {
		return nil
	}
	var all []Revised
	for _, o := range p.showing() {
		for _, r := range p.revisionsOf(o) {
			all = append(all, Revised{Observation: o, Revision: r})
		}
	}
	newestFirst(all)
	return all
}

// Revised tells whether the page marks the value of an observation as revised.
// Nil is not.
func (p *Page) Revised(o *data.Observation) bool {
	return o != nil && len(p.revisionsOf(o)) > 0
}

// revisionsOf lists the revisions of an observation that the page tells of, the
// earliest first.
func (p *Page) revisionsOf(o *data.Observation) []*data.Revision {
	set := p.scope.Set
	all := set.RevisionsOf(o)
	if len(all) == 0 || p.Edition == nil {
		return all
	}
	record, ok := set.Record(p.Edition.ID)
	if !ok {
		return nil
	}
	e, ok := record.Entry(set, o.Cell())
	if !ok {
		return nil
	}
	since, _ := set.Since(e)
	return since
}

// showing lists what is on the page that may have been revised.
func (p *Page) showing() []*data.Observation {
	switch {
	case p.Indicator != nil:
		var all []*data.Observation
		for _, r := range p.scope.Set.Revisions() {
			if o, ok := p.scope.Set.Lookup(r.Cell); ok && o.Indicator == p.Indicator {
				all = append(all, o)
			}
		}
		return p.scope.Set.InOrder(all)
	case p.Document == nil && p.Edition != nil:
		return p.Edition.Shown()
	}
	return p.Shown()
}

// newestFirst sorts revisions by their date; those of one day stay as they are.
func newestFirst(all []Revised) {
	slices.SortStableFunc(all, func(a, b Revised) int { return int(b.Revision.Date - a.Revision.Date) })
}

// Unrecorded lists the observations that the edition shows and that its record does
// not hold, in the order of the set. Those whose value could not be read are left out;
// where the record could not be, none is known.
func (e *Edition) Unrecorded() []*data.Observation {
	set := e.Page.scope.Set
	record, ok := set.Record(e.ID)
	if ok && record.Broken {
		return nil
	}
	var all []*data.Observation
	for _, o := range e.Shown() {
		if o.Broken {
			continue
		}
		if ok {
			if _, there := record.Entry(set, o.Cell()); there {
				continue
			}
		}
		all = append(all, o)
	}
	return all
}
