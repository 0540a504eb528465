package site

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// Version names the state of the figures that the edition shows: the first 8 hex
// digits of the SHA-256 of its cells, one a line, each with its value, status and
// the key of its source. Another value gives another version; words do not, and
// neither do cells that the edition does not show. It is "" where none is shown.
func (e *Edition) Version() string { return e.version }

// versionOf is the version of what is shown.
func versionOf(shown []*data.Observation) string {
	if len(shown) == 0 {
		return ""
	}
	sum := sha256.New()
	var line []byte
	for _, o := range shown {
		c, source := o.Cell(), ""
		if o.Source != nil {
			source = o.Source.Key
		}
		// No part can hold a line end or a tab: ids, periods, numbers and keys have none.
		for _, part := range []string{c.Indicator, c.Area, c.Period.String(), c.Categories, data.PrintedOf(o).String(), o.Status.String()} {
			line = append(append(line, part...), '\t')
		}
		line = append(append(line, source...), '\n')
		sum.Write(line) // of a hash, which never fails
		line = line[:0]
	}
	return hex.EncodeToString(sum.Sum(nil)[:4])
}

// Dated is the day of that state: the latest of the days on which the edition was
// published and updated, and of its corrections; 0 without any.
func (e *Edition) Dated() period.Day {
	day := max(e.Published(), e.Updated())
	if all, _ := e.Corrections(); len(all) > 0 {
		day = max(day, all[0].Date)
	}
	return day
}

// Corrections lists the revisions of values that came after the edition had
// published them, those of today's figures and of withdrawn ones, the newest first.
// It is false of an edition that keeps no record of what it published.
func (e *Edition) Corrections() (all []*data.Revision, recorded bool) {
	set := e.Page.scope.Set
	record, recorded := set.Record(e.ID)
	if !recorded {
		return nil, false
	}
	return corrections(set, record), true
}

// corrections are those of the edition that has a record.
func corrections(set *data.Set, record *data.Record) (all []*data.Revision) {
	for _, r := range set.Revisions() {
		entry, published := record.Entry(set, r.Cell)
		if !published {
			continue
		}
		if since, _ := set.Since(entry); slices.Contains(since, r) {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(x, y *data.Revision) int { return int(y.Date - x.Date) })
	return all
}

// Corrected lists the same for any page of the edition, be the others open or not. A
// large edition has many pages: they are found once.
func (s *Site) Corrected(e *Edition) []*data.Revision {
	s.Set.Record(e.ID) // what it rests on
	s.Set.Revisions()
	return e.corrected()
}

// correcting finds the corrections of an edition once somebody asks.
func (a *assembly) correcting(edition string) func() []*data.Revision {
	set := a.Set
	return sync.OnceValue(func() []*data.Revision {
		record, ok := set.Record(edition)
		if !ok {
			return nil
		}
		return corrections(set, record)
	})
}

// Published is the day on which the edition was published; 0 without one.
func (e *Edition) Published() period.Day {
	if e.Page.Document.Report == nil {
		return 0
	}
	return e.Page.Document.Report.Published
}

// Updated is the day of the last change of the edition's words; 0 without one.
func (e *Edition) Updated() period.Day {
	if e.Page.Document.Report == nil {
		return 0
	}
	return e.Page.Document.Report.Updated
}
