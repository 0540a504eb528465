package figure

import (
	"math"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// unlike lists the observations that keep a comparison from being one of like
// with like. Those are:
//
//   - one with another definition (status D), unless the other side has the same
//     area with another definition by the same note;
//   - one that begins a new series (status B) after the earlier side began: the
//     later side, or any between. What merely begins the series that both sides
//     are in is none.
//
// A value that is not firm (E, F, I, P, U) is estimated, and no less alike.
func unlike(set *data.Set, now, base []*data.Observation) []*data.Observation {
	var found []*data.Observation
	note := func(o *data.Observation) {
		if !slices.Contains(found, o) {
			found = append(found, o)
		}
	}
	for _, sides := range [2][2][]*data.Observation{{now, base}, {base, now}} {
		for _, o := range sides[0] {
			if o.Status == data.DefinitionDiffers && !sameDefinition(o, sides[1]) {
				note(o)
			}
		}
	}
	earlier, later := base, now
	if firstDay(now) < firstDay(base) {
		earlier, later = now, base
	}
	from := firstDay(earlier)
	for _, o := range later {
		for _, b := range set.Breaks(o) {
			if begins(b) > from && begins(b) <= o.Period.Last() {
				note(b)
			}
		}
	}
	return found
}

// sameDefinition tells whether the other side has the area of o, always with
// the same other definition.
func sameDefinition(o *data.Observation, others []*data.Observation) bool {
	met := false
	for _, other := range others {
		if other.Area != o.Area {
			continue
		}
		if other.Status != data.DefinitionDiffers || other.Note != o.Note {
			return false
		}
		met = true
	}
	return met
}

// begins is the first day of an observation: of a stock, the day on which it
// was taken.
func begins(o *data.Observation) period.Day {
	if o.Indicator.Measure == data.Stock {
		return o.Period.Last()
	}
	return o.Period.First()
}

// firstDay is the day on which the first of the observations begins.
func firstDay(all []*data.Observation) period.Day {
	first := period.Day(math.MaxInt32)
	for _, o := range all {
		first = min(first, begins(o))
	}
	return first
}
