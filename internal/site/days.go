package site

import (
	"sync"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// Days are the first and the last day on which something is known to have been
// published or revised; 0 where nothing is.
type Days struct{ First, Last period.Day }

// add widens the days by one more.
func (d Days) add(day period.Day) Days {
	if d.First == 0 || day < d.First {
		d.First = day
	}
	d.Last = max(d.Last, day)
	return d
}

// days are those of the values in data/, from the records of editions and the
// revisions: a value has no day of its own.
type days struct {
	all         Days
	byIndicator map[string]Days // by id
	byArea      map[string]Days
}

// findDays finds them once somebody asks.
func (a *assembly) findDays() func() *days {
	set := a.Set
	return sync.OnceValue(func() *days {
		d := &days{byIndicator: map[string]Days{}, byArea: map[string]Days{}}
		add := func(c data.Cell, day period.Day) {
			d.all = d.all.add(day)
			d.byIndicator[c.Indicator] = d.byIndicator[c.Indicator].add(day)
			d.byArea[c.Area] = d.byArea[c.Area].add(day)
		}
		for _, record := range set.Records() {
			for _, e := range record.Entries {
				add(e.Cell, e.Date)
			}
		}
		for _, r := range set.Revisions() {
			add(r.Cell, r.Date)
		}
		return d
	})
}

// known are the days, entered into the trace as what they rest on.
func (s *Site) known() *days {
	s.Set.Records()
	s.Set.Revisions()
	return s.days()
}

// DataDays are the days on which any value was published or revised.
func (s *Site) DataDays() Days { return s.known().all }

// IndicatorDays are the days on which values of an indicator were.
func (s *Site) IndicatorDays(i *data.Indicator) Days { return s.known().byIndicator[i.ID] }

// AreaDays are the days on which values of an area were.
func (s *Site) AreaDays(a *data.Area) Days { return s.known().byArea[a.ID] }

// NextRelease is the day of the next edition; 0 where none is known, or where the
// newest edition is not older: then nobody has set it since.
func (s *Site) NextRelease() period.Day {
	day := s.Set.Site.NextRelease
	if len(s.Editions) > 0 && day <= s.Editions[0].Released() {
		return 0
	}
	return day
}

// Released is the day on which the edition came out: that of its front matter, or else
// the last one of its period, before which it cannot have.
func (e *Edition) Released() period.Day {
	if day := e.Published(); day != 0 {
		return day
	}
	return e.Period.Last()
}

// LastRevised is the day of the newest revision that the page tells of (see
// [Page.Revisions]); 0 without one, and of a page without a document. It is known once
// the page has been open.
func (p *Page) LastRevised() period.Day {
	if p.recalled != nil {
		return p.recalled.revised
	}
	if p.Document == nil {
		return 0
	}
	if all := p.Revisions(); len(all) > 0 {
		return all[0].Revision.Date
	}
	return 0
}

// Day is the day on which the page's words were published; 0 of pages without one.
func (p *Page) Day() period.Day {
	if p.Document == nil {
		return 0
	}
	switch d := p.Document; {
	case d.Article != nil:
		return d.Article.Date
	case d.Report != nil:
		return d.Report.Published
	case d.Snapshot != nil:
		return d.Snapshot.Published
	}
	return 0
}
