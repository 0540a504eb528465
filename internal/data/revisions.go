package data

import (
	"slices"
	"strings"
	"unicode"

	"bulletin/internal/strictyaml"
)

// readRevisions reads data/revisions.yaml, a list. known tells that all records
// could be read, so that what none of them holds was never published.
func (l *loader) readRevisions(n *strictyaml.Node, known bool) {
	switch {
	case n == nil || n.Broken && n.Kind != strictyaml.List:
		l.set.unrevised.all = true
		return
	case n.Kind == strictyaml.Null:
		return
	}
	if n.Kind != strictyaml.List {
		l.set.unrevised.all = true
		l.ps.Errorf(n.Pos, n.Len, rule, revisionHint, "the file must be a list, but this is %s", n.Kind)
		return
	}
	f := l.printedFile()
	s := l.set
	s.revised = make(map[place][]*Revision, len(n.Items))
	for _, item := range n.Items {
		r, ok := f.revision(item)
		if r == nil {
			s.unrevised.all = true
			continue
		}
		p, _ := s.placeOf(r.Cell)
		if !ok {
			s.unrevised.add(p)
			continue
		}
		if i := slices.IndexFunc(s.revised[p], func(other *Revision) bool { return other.Date == r.Date }); i >= 0 {
			f.ps.Errorf(r.DatePos, len("2023-06-01"), rule, "make one of the two, from the first was to the last now", "this cell is revised twice on one day: first on line %d", s.revised[p][i].Pos.Line)
			s.unrevised.add(p)
			continue
		}
		s.revised[p] = append(s.revised[p], r)
		s.revisions = append(s.revisions, r)
		if known && len(s.published[p]) == 0 {
			f.ps.Warnf(r.Pos, r.Len, rule, "remove the entry: a value that nobody has published is corrected in data/observations/ alone; or record what was published: bulletin publish",
				"no edition has published this cell")
		}
	}
	byDate := func(a, b *Revision) int { return int(a.Date - b.Date) }
	slices.SortStableFunc(s.revisions, byDate)
	for _, all := range s.revised {
		slices.SortFunc(all, byDate) // no two of a cell share a day
	}
	l.ps = append(l.ps, f.ps...)
	l.set.texts = append(l.set.texts, f.texts...)
}

// revisionHint is what an entry looks like.
const revisionHint = "write - {indicator: arrivals, area: serbia, period: 2023-Q1, was: 868, now: 871, date: 2023-09-01, reason: Why it changed.}"

// revision reads one entry. It is false after a problem; then the revision is nil, or
// has the cell alone.
func (f *printedFile) revision(n *strictyaml.Node) (*Revision, bool) {
	r := strictyaml.Read(n, "a revision", &f.ps)
	if r.Empty() {
		return nil, false
	}
	c, path, ok := f.cell(r)
	was, at := f.printed(r, "was")
	now, to := f.printed(r, "now")
	date, on := f.day(r)
	reason := r.RequireScalar("reason")
	r.Done()
	if reason != nil && !strings.ContainsFunc(reason.Value, unicode.IsLetter) {
		f.ps.Errorf(reason.Pos, reason.Len, rule, "say in a sentence why the value changed: readers see it", "the revision gives no reason")
		reason = nil
	}
	if !plainWords(reason, "reason", &f.ps) {
		reason = nil
	}
	if !ok {
		return nil, false
	}
	if at != nil && to != nil && was.Same(now) {
		f.ps.Errorf(to.Pos, to.Len, rule, "write both values; where only status, source or note changed, it is no revision", "was and now are the same: %s", now)
		return &Revision{Cell: c}, false
	}
	if at == nil || to == nil || on == nil || reason == nil {
		return &Revision{Cell: c}, false
	}
	f.texts = append(f.texts, text(reason, nil)...)
	return &Revision{Cell: c, Path: path, Was: was, Now: now, Date: date, Reason: strings.TrimSpace(reason.Value), Pos: at.Pos, Len: at.Len, DatePos: on.Pos}, true
}
