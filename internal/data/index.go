package data

import (
	"cmp"
	"slices"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
)

// index puts the observations in order, and reports two of one cell. Everything
// that is asked of a set later is a binary search in that order.
func (s *Set) index(ps *diag.Problems) {
	s.rank()
	slices.SortStableFunc(s.observations, compare)
	kept := s.observations[:0]
	dropped := map[*Observation]bool{}
	for _, o := range s.observations {
		if len(kept) > 0 && compare(kept[len(kept)-1], o) == 0 {
			first := kept[len(kept)-1]
			dropped[o] = true
			if dropped[o.Parent] {
				continue // said of its total
			}
			ps.Errorf(o.Pos, o.Len, ruleCell, "keep one of the two; where publishers disagree, say so in its note",
				"%s is given twice: first at %s", o.name(), first.Pos)
			continue
		}
		kept = append(kept, o)
	}
	clear(s.observations[len(kept):])
	s.observations = kept
	for _, o := range s.observations {
		if o.Parent != nil {
			o.Parent.parts = append(o.Parent.parts, o)
		}
	}
}

// rank numbers the paths in order: the total, then one breakdown, then two, each
// by dimension and category; so a total stands before its parts.
// Paths that hold the same categories have the same rank.
func (s *Set) rank() {
	s.ranks = map[string]int32{}
	var paths [][]CategoryRef
	byPath := map[*CategoryRef]string{} // paths are shared between observations: see steps
	for _, o := range s.observations {
		if len(o.Path) == 0 {
			continue
		}
		if _, ok := byPath[&o.Path[0]]; ok {
			continue
		}
		key := CategoriesKey(o.Path)
		byPath[&o.Path[0]] = key
		if _, ok := s.ranks[key]; !ok {
			s.ranks[key] = 0
			paths = append(paths, canonical(o.Path))
		}
	}
	slices.SortFunc(paths, func(a, b []CategoryRef) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), slices.CompareFunc(a, b, s.compareSteps))
	})
	for i, path := range paths {
		s.ranks[CategoriesKey(path)] = int32(i + 1)
	}
	s.ranks[""] = 0
	for _, o := range s.observations {
		if len(o.Path) > 0 {
			o.rank = s.ranks[byPath[&o.Path[0]]]
		}
	}
}

// compareSteps orders steps by dimension and category, as in their file.
func (s *Set) compareSteps(a, b CategoryRef) int {
	x, y := s.dimensions.byID[a.Dimension], s.dimensions.byID[b.Dimension]
	return cmp.Or(cmp.Compare(x.order, y.order), cmp.Compare(x.index[a.ID], y.index[b.ID]))
}

// compare is 0 for observations of one cell.
func compare(a, b *Observation) int {
	return cmp.Or(
		cmp.Compare(a.Indicator.order, b.Indicator.order), cmp.Compare(a.Area.order, b.Area.order),
		cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), cmp.Compare(a.rank, b.rank))
}

// probe is an observation to compare with; false when the set has no such
// indicator, area or categories.
func (s *Set) probe(indicator, area, categories string) (*Observation, bool) {
	i, ok := s.indicators.get(indicator)
	if !ok {
		return nil, false
	}
	a, ok := s.areas.get(area)
	if !ok {
		return nil, false
	}
	rank, ok := s.ranks[categories]
	return &Observation{Indicator: i, Area: a, rank: rank}, ok
}

// Lookup is the observation of a cell. The cell's period matches the same
// stretch of time however it is written; of a stock, the same last day.
func (s *Set) Lookup(c Cell) (*Observation, bool) {
	want, ok := s.probe(c.Indicator, c.Area, c.Categories)
	if !ok || c.Period.IsZero() {
		return nil, false
	}
	want.first, want.last = stretch(want.Indicator.Measure, c.Period)
	i, ok := slices.BinarySearchFunc(s.observations, want, compare)
	if !ok {
		return nil, false
	}
	return s.observations[i], true
}

// History lists the observations of an indicator, area and categories (as in a
// Cell) over all periods, from the earliest on.
func (s *Set) History(indicator, area, categories string) []*Observation {
	want, ok := s.probe(indicator, area, categories)
	if !ok {
		return nil
	}
	sameSeries := func(o *Observation) int {
		return cmp.Or(cmp.Compare(o.Indicator.order, want.Indicator.order), cmp.Compare(o.Area.order, want.Area.order))
	}
	start, _ := slices.BinarySearchFunc(s.observations, 0, func(o *Observation, _ int) int {
		if sameSeries(o) < 0 {
			return -1
		}
		return 1
	})
	var all []*Observation
	for _, o := range s.observations[start:] {
		if sameSeries(o) != 0 {
			break
		}
		if o.rank == want.rank {
			all = append(all, o)
		}
	}
	return all
}

// Parts lists the parts of o split by a dimension, in the order of
// data/dimensions.yaml.
func (s *Set) Parts(o *Observation, dimension string) []*Observation {
	var parts []*Observation
	for _, part := range o.parts {
		if part.Path[len(part.Path)-1].Dimension == dimension {
			parts = append(parts, part)
		}
	}
	return parts
}

// Splits lists the ids of the dimensions that o is split by, in the order of
// data/dimensions.yaml.
func (s *Set) Splits(o *Observation) []string {
	var ids []string
	for _, d := range s.dimensions.list {
		if len(s.Parts(o, d.ID)) > 0 {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// Remainder is what the parts of o by a dimension leave of it: "Other". It is
// false where there is none to show: the breakdown is complete, or is none, or
// o or a part has no value, so that a difference would be wrong or disclose
// what was suppressed.
func (s *Set) Remainder(o *Observation, dimension string) (decimal.Decimal, bool) {
	parts := s.Parts(o, dimension)
	if !o.HasValue || o.Complete || len(parts) == 0 {
		return decimal.Decimal{}, false
	}
	rest := o.Value
	for _, part := range parts {
		ok := part.HasValue || part.Status == CannotExist
		if ok && part.HasValue {
			rest, ok = rest.Sub(part.Value)
		}
		if !ok {
			return decimal.Decimal{}, false
		}
	}
	return rest, rest.Sign() >= 0
}
