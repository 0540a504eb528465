package opendata

import (
	"cmp"
	"slices"

	"bulletin/internal/data"
)

// entries are those of the registers that files show.
type entries struct {
	indicators []*data.Indicator
	areas      []*data.Area
	dimensions []*data.Dimension
	sources    []*data.Source
}

// shown are all entries but examples and what nothing else has: an area that only
// examples are observed in, a group of such areas, a dimension that splits nothing else,
// a source of nothing else.
func shown(set *data.Set) entries {
	real, examples := newUse(), newUse()
	for _, o := range set.Observations() {
		if o.Indicator.Example {
			examples.add(o)
		} else {
			real.add(o)
		}
	}
	alone := func(used, other bool) bool { return used && !other }
	var e entries
	for _, i := range set.Indicators() {
		if !i.Example {
			e.indicators = append(e.indicators, i)
		}
	}
	onlyExamples := map[string]bool{}
	for _, a := range set.Areas() { // groups come last
		if a.Group && !real.areas[a] {
			onlyExamples[a.ID] = !slices.ContainsFunc(a.Members, func(id string) bool { return !onlyExamples[id] })
		} else {
			onlyExamples[a.ID] = alone(examples.areas[a], real.areas[a])
		}
		if !onlyExamples[a.ID] {
			e.areas = append(e.areas, a)
		}
	}
	for _, d := range set.Dimensions() {
		if !alone(examples.dimensions[d.ID], real.dimensions[d.ID]) {
			e.dimensions = append(e.dimensions, d)
		}
	}
	for _, s := range set.Sources() {
		if !alone(examples.sources[s], real.sources[s]) {
			e.sources = append(e.sources, s)
		}
	}
	return e
}

// use is what some observations have.
type use struct {
	areas      map[*data.Area]bool
	dimensions map[string]bool
	sources    map[*data.Source]bool
}

func newUse() *use {
	return &use{map[*data.Area]bool{}, map[string]bool{}, map[*data.Source]bool{}}
}

func (u *use) add(o *data.Observation) {
	u.areas[o.Area] = true
	for _, step := range o.Path {
		u.dimensions[step.Dimension] = true
	}
	if o.Source != nil {
		u.sources[o.Source] = true
	}
}

// named are the entries that a part's observations name, and the groups and areas that
// these name in turn need not be there. Sources are in the order of their keys.
func (s *shared) named(of Part) entries {
	if of == (Part{}) {
		return s.entries()
	}
	set := s.set
	used := newUse()
	indicators := map[*data.Indicator]bool{}
	for _, o := range Observations(set, of) {
		used.add(o)
		indicators[o.Indicator] = true
	}
	var e entries
	for _, i := range set.Indicators() {
		if indicators[i] || i == of.Indicator {
			e.indicators = append(e.indicators, i)
		}
	}
	for _, a := range set.Areas() {
		if used.areas[a] || a == of.Area {
			e.areas = append(e.areas, a)
		}
	}
	for _, d := range set.Dimensions() {
		if used.dimensions[d.ID] {
			e.dimensions = append(e.dimensions, d)
		}
	}
	for s := range used.sources {
		e.sources = append(e.sources, s)
	}
	slices.SortFunc(e.sources, func(a, b *data.Source) int { return cmp.Compare(a.Key, b.Key) })
	return e
}
