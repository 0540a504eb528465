package site

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// mostDiffering is how many reasons of values that differ are told.
const mostDiffering = 12

// mostTimes is how many periods of one reason are named, where they do not
// follow each other.
const mostTimes = 4

// difference is a reason why values of an area are not like the others, and when
// it holds.
type difference struct {
	area   *data.Area
	status data.Status
	note   string // of the values, what theirs have in common
	times  []period.Period
}

// differing lists what the cells shown cannot simply be compared with: other
// definitions, and new series. In a chart of changes a new series matters where
// it begins between the two periods, and need not be shown itself.
func differing(c *Chart) []*data.Observation {
	var all []*data.Observation
	for _, o := range c.Used {
		changes := c.Compares()
		if o.Status == data.DefinitionDiffers || o.Status == data.Break && (!changes || slices.Contains(c.Unlike, o)) {
			all = append(all, o)
		}
	}
	for _, o := range c.Unlike {
		if !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all
}

// differingRemarks say of each value that is not like the others when it is of
// and how it differs; those of one area that differ in the same way are said of
// together.
func (a *assembly) differingRemarks(all []*data.Observation) []string {
	kinds := differences(all)
	var remarks []string
	for _, k := range kinds {
		if len(remarks) == mostDiffering {
			return append(remarks, fmt.Sprintf("%d more are not fully comparable, each for a reason of its own: see the figures.", len(kinds)-mostDiffering))
		}
		remark := k.area.Name + ", " + a.times(k.times) + ": " + k.status.Name() + "."
		if k.note != "" {
			remark += " " + k.note + "."
		}
		remarks = append(remarks, remark)
	}
	return remarks
}

// differences puts together what differs in the same way: the values of an area
// whose notes are the same, or begin with the same sentence.
func differences(all []*data.Observation) []*difference {
	type way struct {
		area   *data.Area
		status data.Status
		first  string
	}
	known := map[way]*difference{}
	var kinds []*difference
	for _, o := range all {
		note := strings.TrimSuffix(o.Note, ".")
		w := way{o.Area, o.Status, firstSentence(note)}
		if known[w] == nil {
			known[w] = &difference{area: o.Area, status: o.Status, note: note}
			kinds = append(kinds, known[w])
		}
		k := known[w]
		if note != k.note {
			k.note = w.first
		}
		k.times = append(k.times, o.Period)
	}
	return kinds
}

// firstSentence is a note up to its first full stop before a space, without it.
func firstSentence(note string) string {
	first, _, _ := strings.Cut(note, ". ")
	return first
}

// times names periods: "2019 to 2025" where three or more follow each other,
// otherwise one by one, or, of many, the first and how many more.
func (a *assembly) times(periods []period.Period) string {
	all := slices.Compact(slices.SortedFunc(slices.Values(periods), period.Period.Compare))
	follows := len(all) > 2
	for n := 1; n < len(all) && follows; n++ {
		follows = all[n].Previous().Same(all[n-1])
	}
	switch {
	case follows:
		return a.Locale.Period(all[0]) + " to " + a.Locale.Period(all[len(all)-1])
	case len(all) > mostTimes:
		return fmt.Sprintf("%s and %d more", a.Locale.Period(all[0]), len(all)-1)
	}
	var names []string
	for _, p := range all {
		if name := a.Locale.Period(p); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return a.Locale.List(names)
}
