package opendata

import (
	"slices"

	"bulletin/internal/data"
)

// Part is what a file is about: an indicator, or an area, or all where both are nil.
type Part struct {
	Indicator *data.Indicator
	Area      *data.Area
}

// Path is where the file of a part lies, below the root of the site. The format is
// "csv", "json" or "xlsx".
func (p Part) Path(format string) string {
	switch {
	case p.Indicator != nil:
		return "data/" + p.Indicator.ID + "/" + p.Indicator.ID + "." + format
	case p.Area != nil:
		return "areas/" + p.Area.ID + "/" + p.Area.ID + "." + format
	}
	return "data/observations." + format
}

// Observations lists the observations of a part in the order of the set, without
// examples. Of a group they are its own, not those of its members.
func Observations(set *data.Set, of Part) []*data.Observation {
	var all []*data.Observation
	switch {
	case of.Indicator != nil:
		all = set.ObservationsOf(of.Indicator)
	case of.Area != nil:
		for _, i := range set.Indicators() {
			if !i.Example {
				all = append(all, set.ObservationsIn(i, of.Area)...)
			}
		}
	default:
		all = set.Observations()
	}
	example := func(o *data.Observation) bool { return o.Indicator.Example }
	if !slices.ContainsFunc(all, example) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), example)
}
