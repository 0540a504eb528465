package data

import (
	"slices"

	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Record is what an edition has published: data/published/<edition>.yaml. Entries
// are added to it, and none is ever changed.
type Record struct {
	Edition string   // the edition's folder: "2023-q1"
	Entries []*Entry // in the order of the file
	Broken  bool     // something in it was refused: what it lacks may be that
	File    string
	Pos     diag.Pos // of the edition's name
	Len     int
}

// Entry is a cell of a record: its value when the edition first published it.
type Entry struct {
	Record *Record
	Cell   Cell
	Value  Printed
	Date   period.Day // when it was first published
	Pos    diag.Pos   // of the value
	Len    int
	Start  diag.Pos // of the entry: of its brace, or its first key
}

// Records lists the records by the names of their files.
func (s *Set) Records() []*Record {
	s.trace.all(OnRecords)
	return s.records
}

// Record is what an edition has published, if it has a record.
func (s *Set) Record(edition string) (*Record, bool) {
	s.trace.named(OnRecord, edition)
	for _, r := range s.records {
		if r.Edition == edition {
			return r, true
		}
	}
	return nil, false
}

// Published lists the entries of a cell in all records, the earliest first; those of
// one day in the order of the records. The cell need not be observed any more.
func (s *Set) Published(c Cell) []*Entry {
	s.trace.cell(OnPublished, c, -1)
	return s.entries(c)
}

func (s *Set) entries(c Cell) []*Entry {
	if len(s.published) == 0 {
		return nil
	}
	p, ok := s.placeOf(c)
	if !ok {
		return nil
	}
	return s.published[p]
}

// Entry is what a record holds of a cell.
func (r *Record) Entry(s *Set, c Cell) (*Entry, bool) {
	for _, e := range s.Published(c) {
		if e.Record == r {
			return e, true
		}
	}
	return nil, false
}

// PublishedCells lists the earliest entry of each cell that any edition has
// published, in the order of the records.
func (s *Set) PublishedCells() []*Entry {
	s.trace.all(OnRecords)
	var all []*Entry
	for _, r := range s.records {
		for _, e := range r.Entries {
			if first := s.entries(e.Cell); len(first) > 0 && first[0] == e {
				all = append(all, e)
			}
		}
	}
	return all
}

// keepPublished enters the records into the set.
func (s *Set) keepPublished() {
	for _, r := range s.records {
		for i, e := range r.Entries {
			if s.published == nil {
				s.published = make(map[place][]*Entry, len(r.Entries))
			}
			p, _ := s.placeOf(e.Cell)
			if earlier := s.published[p]; len(earlier) > 0 {
				s.published[p] = append(earlier, e)
			} else {
				s.published[p] = r.Entries[i : i+1 : i+1] // most cells have one: a piece of the record, which nobody writes to
			}
		}
	}
	if len(s.records) < 2 {
		return
	}
	for _, entries := range s.published {
		slices.SortStableFunc(entries, func(a, b *Entry) int { return int(a.Date - b.Date) })
	}
}
