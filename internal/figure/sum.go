package figure

import (
	"fmt"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// adding says over what the values of an indicator may be added up: counts
// alone, as it allows, and stocks not over time.
type adding struct{ areas, periods bool }

func addingOf(i *data.Indicator) adding {
	all, flow := i.Add == data.AddAll, i.Measure == data.Flow
	return adding{areas: (all || i.Add == data.AddAreas) && (flow || i.Measure == data.Stock), periods: (all || i.Add == data.AddPeriods) && flow}
}

// sum adds up the members of a group, or the quarters or months of a longer
// period, where the indicator allows it. at is the word that a problem is
// reported at.
func (v *evaluation) sum(r resolved, at word, found amount) (amount, bool) {
	s := summing{set: v.Set, may: addingOf(r.indicator)}
	if s.add(r) {
		found.used = s.used
		for _, o := range s.used {
			var fits bool
			if found.number, fits = found.number.Add(o.Value); !fits {
				v.fail(at, ruleFigure, "name smaller areas or periods", "%s: the sum is too large", r)
				return found, false
			}
			found.broken = found.broken || o.Broken
		}
		return found, true
	}
	switch {
	case r.area.Group && !s.may.areas && v.anyMember(r):
		v.notAdditive(r, at, "areas", "name a single area")
	case !s.may.periods && r.indicator.Measure != data.Stock && v.anyWithin(r):
		v.notAdditive(r, at, "periods", "name a period that it has")
	case v.known(s.gap): // it says why it has no value, and will not be entered
		v.fail(at, ruleFigure, v.gapHint(r, s.gap), "the data has no %s", r)
	default:
		v.absent(s.gap, at, ruleFigure, v.gapHint(r, s.gap), "the data has no %s", r)
	}
	return found, false
}

// known tells whether the data has an observation of a cell, if one without a value.
func (v *evaluation) known(r resolved) bool {
	_, ok := v.Set.Lookup(r.cell())
	return ok
}

// notAdditive says that the parts are there but may not be added up, and quotes
// why.
func (v *evaluation) notAdditive(r resolved, at word, over, hint string) {
	if r.indicator.Caveat != "" {
		hint += "; the caveat of " + r.indicator.ID + ": “" + r.indicator.Caveat + "”"
	}
	v.absent(r, at, ruleNotAdditive, hint, "the data has no %s, and %s may not be summed over %s", r, r.indicator.ID, over)
}

// gapHint names the part that a sum lacks; where no part is there at all, what
// there is instead.
func (v *evaluation) gapHint(r, gap resolved) string {
	if gap.area == r.area && gap.period == r.period {
		return v.nearHint(r)
	}
	if o, ok := v.Set.Lookup(gap.cell()); ok {
		return fmt.Sprintf("it would be a sum, but %s has no value: %s, see %s", gap, o.Status.Name(), o.Pos)
	}
	return fmt.Sprintf("it would be a sum, but there is no %s", gap)
}

// anyMember tells whether a member of the group has the cell, or parts of it.
func (v *evaluation) anyMember(r resolved) bool {
	return slices.ContainsFunc(r.area.Members, func(id string) bool {
		member, known := v.Set.Area(id)
		if !known {
			return false
		}
		_, ok := v.Set.Lookup(r.of(member).cell())
		return ok || v.anyWithin(r.of(member))
	})
}

// anyWithin tells whether there is an observation of a part of the period, of
// the area or of a member.
func (v *evaluation) anyWithin(r resolved) bool {
	within := func(o *data.Observation) bool { return r.period.Covers(o.Period) && !r.period.Same(o.Period) }
	return slices.ContainsFunc(append([]string{r.area.ID}, r.area.Members...), func(id string) bool {
		return slices.ContainsFunc(v.Set.History(r.indicator.ID, id, r.key), within)
	})
}

// summing collects the parts of a sum.
type summing struct {
	set  *data.Set
	may  adding
	used []*data.Observation
	gap  resolved // the first part that is missing
}

// add collects the observations that make up a cell: its own, or else those of
// a group's members, or else those of the quarters or months of its period. It
// is false when one is missing.
func (s *summing) add(r resolved) bool {
	if o, ok := s.set.Lookup(r.cell()); ok {
		if !o.HasValue && !o.Broken {
			return s.missing(r)
		}
		s.used = append(s.used, o)
		return true
	}
	start, before, found := len(s.used), s.gap, false
	if s.may.areas && r.area.Group {
		if s.members(r) {
			return true
		}
		found = len(s.used) > start
	}
	if s.may.periods {
		for _, unit := range [...]period.Unit{period.Quarter, period.Month} {
			if s.used = s.used[:start]; s.pieces(r, unit) {
				return true
			}
			found = found || len(s.used) > start
		}
	}
	s.used = s.used[:start]
	if !found {
		s.gap = before // nothing of it is there: it is missing as a whole
	}
	return s.missing(r)
}

// missing notes the first gap.
func (s *summing) missing(r resolved) bool {
	if s.gap.indicator == nil {
		s.gap = r
	}
	return false
}

// members adds the areas of a group.
func (s *summing) members(r resolved) bool {
	for _, id := range r.area.Members {
		member, known := s.set.Area(id)
		if !known || !s.add(r.of(member)) {
			return false
		}
	}
	return len(r.area.Members) > 0
}

// pieces adds the parts of a period that are of a shorter unit.
func (s *summing) pieces(r resolved, unit period.Unit) bool {
	if r.period.Unit() == unit && r.period.Len() == 1 {
		return false
	}
	parts, ok := r.period.Split(unit)
	if !ok || len(parts) < 2 {
		return false
	}
	for _, part := range parts {
		if !s.add(r.in(part)) {
			return false
		}
	}
	return true
}
