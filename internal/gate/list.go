package gate

import (
	"bulletin/internal/diag"
)

// Line is a line of the gate: something that holds before an edition is released.
type Line string

// The lines, in the order in which a chapter's are told.
const (
	Todo   Line = "todo"   // nothing is marked as still to be done
	Cell   Line = "cell"   // what is shown has a value, or says why it has none
	Period Line = "period" // sources are of the edition's period
	Source Line = "source" // figures have a source
	Text   Line = "text"   // chapters and charts have words
	Number Line = "number" // numbers are bound to the data
	Link   Line = "link"   // links lead somewhere
	Other  Line = "other"  // no other error, and no warning that nobody accepted
	Age    Line = "age"    // the edition is not older than its data
	Draft  Line = "draft"  // it is no draft
)

// lines are all lines, in their order.
func lines() []Line {
	return []Line{Todo, Cell, Period, Source, Text, Number, Link, Other, Age, Draft}
}

// lineOf is the line that a rule belongs to.
func lineOf(rule string) Line {
	switch rule {
	case "todo":
		return Todo
	case "no-value":
		return Cell
	case "source-period":
		return Period
	case "no-source":
		return Source
	case "empty-page":
		return Text
	case "unbound":
		return Number
	case "link", "missing-file":
		return Link
	}
	return Other
}

// Left is one thing that is left to do. Its Rule is that of the check, or "release"
// where the gate itself found it.
type Left struct {
	Line Line // of the gate
	diag.Problem
}

// Done is a line that holds in a chapter.
type Done struct {
	Line  Line
	Words string
}

// Share is how many of something are as they are to be.
type Share struct{ Have, Of int }

// Chapter is a part of the checklist: a page of the edition, or what belongs to none.
type Chapter struct {
	Title   string
	File    string // of a page; "" of the other parts
	Left    []Left // in the order of lines, and of places
	Done    []Done // in the order of lines
	Cells   Share  // of a page: what it shows, and has a value or says why it has none
	Numbers Share  // of a page: those of its texts, and bound to the data or literal
}

// List is the checklist of an edition.
type List struct {
	Edition  string // its id: "2023-q2"
	Period   string // "2023-Q2"
	Title    string
	Chapters []Chapter
	Accepted diag.Problems // on its pages and of its cells: they pass, with the reasons
	Unsure   bool          // data/ was not read in full, so that not everything could be looked at
	Next     []string      // what comes once nothing is left
}

// Left counts what is left to do.
func (l *List) Left() int {
	n := 0
	for _, c := range l.Chapters {
		n += len(c.Left)
	}
	return n
}

// Ready tells whether the edition may be released.
func (l *List) Ready() bool { return l.Left() == 0 && !l.Unsure }

// Problems lists what is left as errors, for annotations.
func (l *List) Problems() diag.Problems {
	var all diag.Problems
	for _, c := range l.Chapters {
		for _, left := range c.Left {
			p := left.Problem
			p.Severity = diag.Error
			all = append(all, p)
		}
	}
	all.Sort()
	return all
}
