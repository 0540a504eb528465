package data

import (
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Revision is a later change of a value that an edition has published, with its
// reason: an entry of data/revisions.yaml.
type Revision struct {
	Cell     Cell
	Was, Now Printed
	Date     period.Day
	Reason   string // plain text, a sentence
	Pos      diag.Pos
	Len      int
}

// Revisions lists all revisions, the earliest first; those of one day in the order of
// their file.
func (s *Set) Revisions() []*Revision { return s.revisions }

// RevisionsOf lists the revisions of an observation's cell, the earliest first;
// mostly none.
func (s *Set) RevisionsOf(o *Observation) []*Revision {
	if len(s.revised) == 0 {
		return nil
	}
	return s.revised[o.Cell()]
}
