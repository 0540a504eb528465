package data

import (
	"cmp"
	"slices"
)

// placed is the key of an observation's cell, which is at hand where the observation
// is far away in memory, and its place in the order of the files.
type placed struct {
	key key
	at  int32
}

// compare orders cells by indicator, area, time and path; 0 for one and the same.
func (k key) compare(l key) int {
	switch {
	case k.indicator != l.indicator:
		return cmp.Compare(k.indicator, l.indicator)
	case k.area != l.area:
		return cmp.Compare(k.area, l.area)
	case k.first != l.first:
		return cmp.Compare(k.first, l.first)
	case k.last != l.last:
		return cmp.Compare(k.last, l.last)
	}
	return cmp.Compare(k.rank, l.rank)
}

// InOrder puts observations in the order of the set, each once. What is not of the set
// stands where it would.
func (s *Set) InOrder(all []*Observation) []*Observation {
	places := make([]int32, len(all))
	for i, o := range all {
		at := s.ownPlace(o)
		if at < 0 {
			all = slices.Clone(all)
			slices.SortFunc(all, (*Observation).Compare)
			return slices.Compact(all)
		}
		places[i] = int32(at)
	}
	slices.Sort(places)
	places = slices.Compact(places)
	ordered := make([]*Observation, len(places))
	for i, at := range places {
		ordered[i] = s.observations[at]
	}
	return ordered
}

// order is all observations in the order of compare; those of one cell stay in the
// order of the files.
func (s *Set) order() []placed {
	all := make([]placed, len(s.observations))
	for i, o := range s.observations {
		all[i] = placed{cellKey(o), int32(i)}
	}
	byCell := func(a, b placed) int { return a.key.compare(b.key) }
	if slices.IsSortedFunc(all, byCell) {
		return all
	}
	areas := len(s.areas.list)
	if areas*len(s.indicators.list) > 8*len(all)+1024 { // mostly empty
		slices.SortStableFunc(all, byCell)
		return all
	}
	// First those of an indicator and area together, by counting them.
	ends := make([]int32, areas*len(s.indicators.list)+1)
	for i := range all {
		ends[int(all[i].key.indicator)*areas+int(all[i].key.area)+1]++
	}
	for i := range ends[1:] {
		ends[i+1] += ends[i]
	}
	starts := slices.Clone(ends)
	sorted := make([]placed, len(all))
	for i := range all {
		at := &starts[int(all[i].key.indicator)*areas+int(all[i].key.area)]
		sorted[*at] = all[i]
		*at++
	}
	for i := range ends[1:] {
		if some := sorted[ends[i]:ends[i+1]]; !slices.IsSortedFunc(some, byCell) {
			slices.SortStableFunc(some, byCell)
		}
	}
	return sorted
}
