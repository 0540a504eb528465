package data

import (
	"slices"
	"strings"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Observation is one value of an indicator, or its absence. There may be hundreds of
// thousands: the order of the fields leaves no gaps, and what can be found by
// others, such as the parts of a total, is not kept.
type Observation struct {
	Indicator *Indicator
	Area      *Area
	Period    period.Period
	Path      []CategoryRef // the categories, from the outermost breakdown in; empty for a total
	Source    *Source       // may be nil where there is no value
	Note      string
	Accepts   []*Acceptance // its own, and before them those of its total and its item
	Parent    *Observation  // the total that it is a part of; nil for a total
	Pos       diag.Pos      // of the value, or of what stands in its place
	Len       int           // of what stands at Pos
	Value     decimal.Decimal
	Share     decimal.Decimal // per cent of the total that it is a part of
	rank      int32           // of Path among all paths
	place     int32           // in the newest set that has it: see placeAt
	HasValue  bool
	HasShare  bool // only the share is known
	Complete  bool // its breakdowns add up to it
	Broken    bool // its value could not be read: a problem says so, and nobody need say more
	disclosed bool // reported: it is suppressed, but its breakdown gives it away
	Status    Status
}

// CategoryRef is a step of a breakdown: age=uasc.
type CategoryRef struct{ Dimension, ID string }

// Cell names the place of an observation.
type Cell struct {
	Indicator, Area string // ids
	Period          period.Period
	Categories      string // as CategoriesKey writes them; empty for a total
}

// CategoriesKey writes categories as a Cell wants them, sorted by dimension:
// "age=uasc sex=girls".
func CategoriesKey(path []CategoryRef) string {
	switch len(path) {
	case 0:
		return ""
	case 1:
		return path[0].Dimension + "=" + path[0].ID
	}
	var b strings.Builder
	for i, step := range canonical(path) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(step.Dimension + "=" + step.ID)
	}
	return b.String()
}

// canonical is the path sorted by dimension.
func canonical(path []CategoryRef) []CategoryRef {
	sorted := slices.Clone(path)
	slices.SortStableFunc(sorted, func(a, b CategoryRef) int { return strings.Compare(a.Dimension, b.Dimension) })
	return sorted
}

// Cell is where o stands.
func (o *Observation) Cell() Cell {
	return Cell{Indicator: o.Indicator.ID, Area: o.Area.ID, Period: o.Period, Categories: CategoriesKey(o.Path)}
}

// Compare orders observations as [Set.Observations] lists them; 0 for those of one
// cell.
func (o *Observation) Compare(p *Observation) int { return compare(o, p) }

// name is o in words of the data files.
func (o *Observation) name() string {
	name := o.Indicator.ID + ", " + o.Area.ID + ", " + o.Period.String()
	if len(o.Path) > 0 {
		name += ", " + CategoriesKey(o.Path)
	}
	return name
}

// stretch is the part of a period that tells two cells apart: all of it, but
// for a stock its last day.
func stretch(m Measure, p period.Period) (first, last period.Day) {
	if m == Stock {
		return p.Last(), p.Last()
	}
	return p.First(), p.Last()
}
