package data

import (
	"cmp"
	"math"
	"slices"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// index puts the observations in order, reports two of one cell, and prepares
// what is asked of a set later: a cell, and the observations of a cell over time.
func (s *Set) index(ps *diag.Problems) {
	s.rank()
	s.arrange(ps)
}

// arrange is index once the paths have their ranks.
func (s *Set) arrange(ps *diag.Problems) {
	all, read := s.order(), s.observations
	kept := all[:0]
	dropped := map[*Observation]bool{}
	for _, p := range all {
		if len(kept) > 0 && kept[len(kept)-1].key == p.key {
			o, first := read[p.at], read[kept[len(kept)-1].at]
			dropped[o] = true
			if dropped[o.Parent] {
				continue // said of its total
			}
			ps.Errorf(o.Pos, o.Len, ruleCell, "keep one of the two; where publishers disagree, say so in its note",
				"%s is given twice: first at %s", o.name(), first.Pos)
			continue
		}
		kept = append(kept, p)
	}
	s.observations = make([]*Observation, len(kept))
	for i, p := range kept {
		s.observations[i] = read[p.at]
	}
	s.tables(kept)
}

// tables prepares the search for cells and series.
func (s *Set) tables(all []placed) {
	keys := make([]key, len(all))
	s.cells = newTable(keys, false, len(all))
	s.next = make([]int32, len(all))
	var starts []int32
	latest := make([]int32, len(s.ranks)+1) // of one indicator and area: the latest so far of each rank
	group := int32(0)                       // where that indicator and area begins
	for i := range latest {
		latest[i] = -1
	}
	for i := range all {
		k := all[i].key
		keys[i] = k
		s.observations[i].placeAt(int32(i))
		s.cells.add(k, int32(i))
		if before := all[max(0, i-1)].key; k.indicator != before.indicator || k.area != before.area {
			group = int32(i)
		}
		if before := latest[k.rank]; before >= group {
			s.next[before] = int32(i)
		} else {
			starts = append(starts, int32(i))
		}
		latest[k.rank], s.next[i] = int32(i), -1
	}
	s.series = newTable(keys, true, len(starts))
	for _, at := range starts {
		s.series.add(all[at].key.series(), at)
	}
	for i, o := range s.observations {
		if o.Status != Break {
			continue
		}
		if s.breaks == nil {
			s.breaks = map[key][]*Observation{}
		}
		k := all[i].key.series()
		s.breaks[k] = append(s.breaks[k], o)
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
	return cellKey(a).compare(cellKey(b))
}

// keyOf is the key of a cell; false when the set has no such indicator, area or
// categories.
func (s *Set) keyOf(indicator, area, categories string) (key, *Indicator, bool) {
	i, ok := s.indicators.get(indicator)
	if !ok {
		return key{}, nil, false
	}
	a, ok := s.areas.get(area)
	if !ok {
		return key{}, nil, false
	}
	rank := int32(0)
	if categories != "" {
		rank, ok = s.ranks[categories]
	}
	return key{indicator: i.order, area: a.order, rank: rank}, i, ok && s.cells != nil
}

// Lookup is the observation of a cell. The cell's period matches the same
// stretch of time however it is written; of a stock, the same last day.
func (s *Set) Lookup(c Cell) (*Observation, bool) {
	i := s.find(c)
	if s.trace != nil {
		s.trace.cell(OnCell, c, i)
	}
	if i < 0 {
		return nil, false
	}
	return s.observations[i], true
}

// Total is the observation of an indicator and an area of the set in a period, as
// Lookup finds it, without a search for their names; nil where there is none.
func (s *Set) Total(i *Indicator, a *Area, p period.Period) *Observation {
	o, _ := s.total(i, a, p, -1)
	return o
}

// Totals are those of so many periods up to one, the latest first: nil where there is
// none.
func (s *Set) Totals(i *Indicator, a *Area, last period.Period, n int) []*Observation {
	all := make([]*Observation, n)
	later := -1 // the place of the one before in the list
	for at := range all {
		all[at], later = s.total(i, a, last, later)
		last = last.Previous()
	}
	return all
}

// total is Total, with its place. It is looked for before a later one of the same
// cell, whose place is given where it is known; where there is none, that is given back.
func (s *Set) total(i *Indicator, a *Area, p period.Period, later int) (*Observation, int) {
	at := -1
	if s.cells != nil && !p.IsZero() {
		k := key{indicator: i.order, area: a.order}
		k.first, k.last = stretch(i.Measure, p)
		at = s.cells.before(later, k)
	}
	if at >= 0 {
		s.trace.hit(OnCell, at)
		return s.observations[at], at
	}
	if s.trace != nil {
		s.trace.Add(Dep{Kind: OnCell, Cell: Cell{Indicator: i.ID, Area: a.ID, Period: p}})
	}
	return nil, later
}

// find is the place of a cell's observation; -1 where there is none.
func (s *Set) find(c Cell) int {
	k, indicator, ok := s.keyOf(c.Indicator, c.Area, c.Categories)
	if !ok || c.Period.IsZero() {
		return -1
	}
	k.first, k.last = stretch(indicator.Measure, c.Period)
	return s.cells.get(k)
}

// History lists the observations of an indicator, area and categories (as in a
// Cell) over all periods, from the earliest on.
func (s *Set) History(indicator, area, categories string) []*Observation {
	if s.trace != nil {
		s.trace.Add(Dep{Kind: OnHistory, Cell: Cell{Indicator: indicator, Area: area, Categories: categories}})
	}
	k, _, ok := s.keyOf(indicator, area, categories)
	if !ok {
		return nil
	}
	k.first, k.last = math.MinInt32, math.MinInt32 // as seriesKey
	start, n := s.series.get(k), 0
	for i := start; i >= 0; i = int(s.next[i]) {
		n++
	}
	if n == 0 {
		return nil
	}
	all := make([]*Observation, 0, n)
	for i := start; i >= 0; i = int(s.next[i]) {
		all = append(all, s.observations[i])
	}
	return all
}

// Breaks lists what begins a new series (status B) in the cell of o, over all
// periods. A break in a total that o is a part of is one for o too, unless the
// data has a nearer value of that time, which speaks for itself.
func (s *Set) Breaks(o *Observation) []*Observation {
	s.trace.about(OnBreaks, o)
	if len(s.breaks) == 0 {
		return nil
	}
	found := slices.Clone(s.breaks[seriesKey(o)])
	for total := o.Parent; total != nil; total = total.Parent {
		for _, b := range s.breaks[seriesKey(total)] {
			nearer := false
			for part := o; part != total; part = part.Parent {
				k := cellKey(part)
				k.first, k.last = b.Stretch()
				nearer = nearer || s.cells.get(k) >= 0
			}
			if !nearer {
				found = append(found, b)
			}
		}
	}
	return found
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
