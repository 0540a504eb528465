package diff

import (
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// RecordChange is how the record of what an edition has published differs. A record
// only ever grows: what was taken out or altered was done by hand.
type RecordChange struct {
	Edition  string
	Recorded int // cells that it holds now and did not
	Removed  int // cells that it held and does not any more
	Altered  int // cells whose value or date is another
}

// RevisionChange is an entry of data/revisions.yaml that is not the same on both
// sides. An entry is known by its cell and its date.
type RevisionChange struct {
	Kind   Kind
	Name   string         // the cell in the words of a problem
	Before *data.Revision // nil when it was added
	After  *data.Revision // nil when it was withdrawn
}

// Now is the revision as it is, or, of a withdrawn one, as it was.
func (c *RevisionChange) Now() *data.Revision {
	if c.After == nil {
		return c.Before
	}
	return c.After
}

// records compares the records of both sides, by their names. One that could not be
// read is left out: its problems are told.
func records(before, after *site.Site) []RecordChange {
	known := cellsOf(before.Set, after.Set)
	var all []RecordChange
	compare := func(edition string) {
		was, ok := before.Set.Record(edition)
		is, still := after.Set.Record(edition)
		if ok && was.Broken || still && is.Broken {
			return
		}
		c := RecordChange{Edition: edition}
		old := map[cell]*data.Entry{}
		if ok {
			for _, e := range was.Entries {
				old[known.at(e.Cell)] = e
			}
		}
		if still {
			for _, e := range is.Entries {
				at := known.at(e.Cell)
				switch first := old[at]; {
				case first == nil:
					c.Recorded++
				case !first.Value.Same(e.Value) || first.Date != e.Date:
					c.Altered++
				}
				delete(old, at)
			}
		}
		if c.Removed = len(old); c.Recorded+c.Removed+c.Altered > 0 {
			all = append(all, c)
		}
	}
	for _, r := range after.Set.Records() {
		compare(r.Edition)
	}
	for _, r := range before.Set.Records() {
		if _, still := after.Set.Record(r.Edition); !still {
			compare(r.Edition)
		}
	}
	return all
}

// revisions compares data/revisions.yaml of both sides, the earliest first. An entry
// that may be there and could not be read is left out.
func revisions(before, after *site.Site) []*RevisionChange {
	type entry struct {
		cell cell
		date period.Day
	}
	known := cellsOf(before.Set, after.Set)
	of := func(r *data.Revision) entry { return entry{known.at(r.Cell), r.Date} }
	old := map[entry]*data.Revision{}
	for _, r := range before.Set.Revisions() {
		old[of(r)] = r
	}
	var all []*RevisionChange
	for _, r := range after.Set.Revisions() {
		was := old[of(r)]
		delete(old, of(r))
		switch {
		case was == nil && !before.Set.Unrevised(r.Cell):
			all = append(all, &RevisionChange{Kind: Added, Name: revised(after, r), After: r})
		case was != nil && (!was.Was.Same(r.Was) || !was.Now.Same(r.Now) || was.Reason != r.Reason):
			all = append(all, &RevisionChange{Kind: Changed, Name: revised(after, r), Before: was, After: r})
		}
	}
	for _, r := range before.Set.Revisions() {
		if old[of(r)] == r && !after.Set.Unrevised(r.Cell) {
			all = append(all, &RevisionChange{Kind: Withdrawn, Name: revised(before, r), Before: r})
		}
	}
	slices.SortStableFunc(all, func(a, b *RevisionChange) int { return int(a.Now().Date - b.Now().Date) })
	return all
}

// at is a cell that need not be observed.
func (c cells) at(of data.Cell) cell {
	at := cell{of.Indicator, of.Area, of.Categories, of.Period.First(), of.Period.Last()}
	if c.measures[at.indicator] == data.Stock {
		at.first = at.last
	}
	return at
}

// revised is the cell of a revision in the words of a problem.
func revised(s *site.Site, r *data.Revision) string {
	if o, ok := s.Set.Lookup(r.Cell); ok {
		return name(o)
	}
	area := r.Cell.Area
	if a, ok := s.Set.Area(area); ok {
		area = a.Name
	}
	words := r.Cell.Indicator + ", " + area + ", " + r.Cell.Period.String()
	if r.Cell.Categories != "" {
		words += ", " + r.Cell.Categories
	}
	return words
}

// ledger is "1 revision added; 3 values newly recorded"; empty where nothing of it
// differs.
func ledger(r *Result) string {
	var parts []string
	for _, kind := range []Kind{Added, Changed, Withdrawn} {
		n := 0
		for _, c := range r.Revisions {
			if c.Kind == kind {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, plural(n, "revision")+" "+string(kind))
		}
	}
	var sum RecordChange
	for _, c := range r.Records {
		sum.Recorded, sum.Removed, sum.Altered = sum.Recorded+c.Recorded, sum.Removed+c.Removed, sum.Altered+c.Altered
	}
	if words := sum.counted("value"); words != "" {
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}

// counted is "3 values newly recorded, 1 taken out of the record".
func (c RecordChange) counted(noun string) string {
	var parts []string
	for _, one := range []struct {
		n    int
		what string
	}{{c.Recorded, "newly recorded"}, {c.Removed, "taken out of the record"}, {c.Altered, "recorded otherwise than before"}} {
		switch {
		case one.n > 0 && len(parts) == 0:
			parts = append(parts, plural(one.n, noun)+" "+one.what)
		case one.n > 0:
			parts = append(parts, strconv.Itoa(one.n)+" "+one.what)
		}
	}
	return strings.Join(parts, ", ")
}

// entered is a revision in a sentence; the reason is what its author wrote.
func entered(r *data.Revision) string {
	return r.Was.String() + " → " + r.Now.String() + " on " + r.Date.String() + ": " + r.Reason
}
