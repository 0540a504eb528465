package data

import (
	"slices"

	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// disclosures reports suppressed values that can be computed from published
// ones. A breakdown with one suppressed part is reported where it is read; what
// is left are the ways that lead over several breakdowns, areas or periods:
//
//   - a part, from a total and the other parts that a second breakdown gives;
//   - a total, from parts that are all of it;
//   - a member of a group, from the group and its other members, or the group
//     from its members, where the indicator adds up over areas;
//   - a stretch of time, from stretches that begin and end with it, where the
//     indicator adds up over periods.
//
// Each way is one step from published values. Where something was refused
// nothing is said: it may be what would have been needed.
func (s *Set) disclosures(ps *diag.Problems) {
	if s.lost {
		return
	}
	for _, o := range s.observations {
		if o.Status != Suppressed || o.HasValue || o.HasShare || o.disclosed || o.Broken || o.Indicator.Measure == Change {
			continue
		}
		if from, near := s.disclosed(o); from != "" {
			ps.Errorf(o.Pos, o.Len, ruleDisclosure, "suppress a second value that it is computed from, such as that at "+near.Pos.String(),
				"this suppressed value can be computed from %s", from)
		}
	}
}

// disclosed says what a suppressed value can be computed from, and names one
// of the published values; "" where it cannot.
func (s *Set) disclosed(o *Observation) (from string, near *Observation) {
	for i := range o.Path {
		step := o.Path[i]
		rest := slices.Delete(slices.Clone(o.Path), i, i+1)
		total := s.at(o, o.Area, rest)
		if total != nil && total.published() && s.others(total, step) {
			return "the total by " + step.Dimension + " and its other parts", total
		}
	}
	for _, d := range s.dimensions.list {
		if part := s.wholeOf(o, d); part != nil {
			return "its parts by " + d.ID, part
		}
	}
	if add := o.Indicator.Add; add == AddAreas || add == AddAll {
		for _, whole := range s.areas.list {
			if near = s.fromAreas(o, whole); near != nil {
				return "the areas of " + whole.ID, near
			}
		}
	}
	if add := o.Indicator.Add; (add == AddPeriods || add == AddAll) && o.Indicator.Measure == Flow {
		if near = s.fromPeriods(o); near != nil {
			return "other periods", near
		}
	}
	return "", nil
}

// published tells whether a reader can know the value, if only as a share.
func (o *Observation) published() bool {
	return o.HasValue || o.Status == CannotExist || o.HasShare && o.Parent != nil && o.Parent.published()
}

// at is the observation of o's indicator and period elsewhere; nil when there
// is none.
func (s *Set) at(o *Observation, area *Area, path []CategoryRef) *Observation {
	k := cellKey(o)
	var ok bool
	if k.rank, ok = s.ranks[CategoriesKey(path)]; !ok {
		return nil
	}
	k.area = area.order
	if i := s.cells.get(k); i >= 0 {
		return s.observations[i]
	}
	return nil
}

// others tells whether all other parts that a total has by the dimension of
// step are published, and leave nothing but that step: by their own word, or
// because no category is left out. They may be the total's own parts, or stand
// in pieces under parts of another breakdown.
func (s *Set) others(total *Observation, step CategoryRef) bool {
	categories, n := s.dimensions.byID[step.Dimension].Categories, 0
	for _, c := range categories {
		if c.ID == step.ID {
			continue
		}
		other := s.at(total, total.Area, append(slices.Clone(total.Path), CategoryRef{step.Dimension, c.ID}))
		switch {
		case other == nil:
		case !other.published():
			return false
		default:
			n++
		}
	}
	return n == len(categories)-1 || total.Complete && n > 0
}

// wholeOf is one of the parts of o by a dimension when they are published, and
// all of it: by their own word, or because no category is left out. Parts that
// are given as shares alone do not tell how many there are.
func (s *Set) wholeOf(o *Observation, d *Dimension) (counted *Observation) {
	if slices.ContainsFunc(o.Path, func(step CategoryRef) bool { return step.Dimension == d.ID }) {
		return nil
	}
	n, shares := 0, false
	for _, c := range d.Categories {
		part := s.at(o, o.Area, append(slices.Clone(o.Path), CategoryRef{d.ID, c.ID}))
		switch {
		case part == nil:
			continue
		case part.HasValue && (counted == nil || !part.Value.IsZero()):
			counted = part
		case !part.HasValue && !part.HasShare && part.Status != CannotExist:
			return nil
		}
		n, shares = n+1, shares || part.HasShare
	}
	switch {
	case n < len(d.Categories) && !o.Complete:
		return nil
	case shares && counted != nil && counted.Value.IsZero():
		return nil // no count to scale the shares by
	}
	return counted
}

// fromAreas is the published value of an area, or of its members, when o is the
// one value among them that is not published.
func (s *Set) fromAreas(o *Observation, whole *Area) (near *Observation) {
	parts := whole.Members
	if !whole.Group {
		parts = whole.Covers
	}
	if len(parts) == 0 || whole != o.Area && !slices.Contains(parts, o.Area.ID) {
		return nil
	}
	for _, id := range append([]string{whole.ID}, parts...) {
		if id == o.Area.ID {
			continue
		}
		area := s.areas.byID[id]
		other := s.at(o, area, o.Path)
		if other == nil || !other.HasValue && other.Status != CannotExist {
			return nil
		}
		if near == nil {
			near = other
		}
	}
	return near
}

// fromPeriods is a published value of o's series when such values lead from the
// day on which o begins to that after its end: the value of a stretch is then
// what lies between, counted forwards or backwards.
func (s *Set) fromPeriods(o *Observation) (near *Observation) {
	begins, ends := o.Stretch()
	reached := map[period.Day]bool{begins: true}
	var stretches []*Observation
	for i := s.series.get(seriesKey(o)); i >= 0; i = int(s.next[i]) {
		if other := s.observations[i]; other.HasValue || other.Status == CannotExist {
			stretches = append(stretches, other)
		}
	}
	for grown := true; grown && !reached[ends+1]; {
		grown = false
		for _, other := range stretches {
			first, last := other.Stretch()
			from, to := reached[first], reached[last+1]
			if from == to {
				continue
			}
			reached[first], reached[last+1] = true, true
			grown, near = true, other
		}
	}
	if !reached[ends+1] {
		return nil
	}
	return near
}
