package data

import (
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Record is what an edition has published: data/published/<edition>.yaml. Entries
// are added to it, and none is ever changed.
type Record struct {
	Edition string // the edition's folder: "2023-q1"
	Entries []*Entry
	File    string
	Pos     diag.Pos // of the edition's name
	Len     int
}

// Entry is a cell of a record: its value when the edition first published it.
type Entry struct {
	Cell  Cell
	Value Printed
	Date  period.Day // when it was first published
	Pos   diag.Pos
	Len   int
}

// Records lists the records by the names of their files.
func (s *Set) Records() []*Record { return s.records }

// Record is what an edition has published, if it has a record.
func (s *Set) Record(edition string) (*Record, bool) {
	for _, r := range s.records {
		if r.Edition == edition {
			return r, true
		}
	}
	return nil, false
}
