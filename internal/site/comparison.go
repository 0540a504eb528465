package site

import (
	"cmp"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// Comparison sets the members of a group side by side: totals of an indicator in one
// period.
type Comparison struct {
	Indicator *data.Indicator
	Period    period.Period
	Rows      []Compared          // the largest first; those without a value last
	Own       *data.Observation   // the group's own value; nil without
	Sum       decimal.Decimal     // of the members, where Summed
	Summed    bool                // never beside a value of the group's own
	Used      []*data.Observation // what the sum rests on
	Unsummed  string              // why there is no sum, as a sentence; empty where there is one, or a value of its own
}

// Compared is a member in a comparison.
type Compared struct {
	Area   *data.Area
	Now    *data.Observation // nil where there is none, or none with a value: then Absent may tell of it
	Absent *data.Observation
}

// Comparisons compares the members of a group by each indicator of which half of them,
// and two at least, have a value in one period, in the order of the indicators: in the
// newest period of which nearly as many have one as of any.
func (s *Site) Comparisons(group *data.Area) []Comparison {
	var members []*data.Area
	for _, id := range group.Members {
		if member, ok := s.Set.Area(id); ok {
			members = append(members, member)
		}
	}
	var all []Comparison
	for _, i := range s.Set.Indicators() {
		s.askSeries(i, nil)
		if i.Example {
			continue
		}
		if c, ok := s.compare(i, group, members); ok {
			all = append(all, c)
		}
	}
	return all
}

// stretchOf is the time that an observation counts for.
type stretchOf struct{ first, last period.Day }

func (s *Site) compare(i *data.Indicator, group *data.Area, members []*data.Area) (Comparison, bool) {
	c := Comparison{Indicator: i}
	totals := make([]map[stretchOf]*data.Observation, len(members))
	counts, periods := map[stretchOf]int{}, []*data.Observation(nil)
	most := 0
	for n, member := range members {
		totals[n] = totalsOf(s.series(i, member))
		for _, o := range s.series(i, member) {
			if _, _, ok := amount(o); !ok || len(o.Path) > 0 {
				continue
			}
			at := stretchAt(o)
			if counts[at]++; counts[at] == 1 {
				periods = append(periods, o)
			}
			most = max(most, counts[at])
		}
	}
	if most < 2 || 2*most < len(members) {
		return c, false
	}
	periods = slices.DeleteFunc(periods, func(o *data.Observation) bool {
		n := counts[stretchAt(o)]
		return n < 2 || 2*n < len(members) || 4*n < 3*most
	})
	newest := slices.MaxFunc(periods, func(x, y *data.Observation) int {
		return cmp.Or(cmp.Compare(x.Period.Last(), y.Period.Last()), cmp.Compare(y.Period.First(), x.Period.First()))
	})
	at := stretchAt(newest)
	c.Period = newest.Period
	for n, member := range members {
		row := Compared{Area: member}
		if o := totals[n][at]; o != nil {
			if _, _, ok := amount(o); ok {
				row.Now = o
			} else {
				row.Absent = o
			}
		}
		c.Rows = append(c.Rows, row)
	}
	if own := totalsOf(s.series(i, group))[at]; own != nil {
		if _, _, ok := amount(own); ok {
			c.Own = own
		}
	}
	s.sum(&c)
	slices.SortStableFunc(c.Rows, func(x, y Compared) int {
		v, _, known := amount(x.Now)
		w, _, too := amount(y.Now)
		if known != too {
			if known {
				return -1
			}
			return 1
		}
		return cmp.Or(w.Cmp(v), s.Locale.Compare(x.Area.Name, y.Area.Name))
	})
	return c, true
}

func stretchAt(o *data.Observation) stretchOf {
	first, last := o.Stretch()
	return stretchOf{first, last}
}

// totalsOf are the totals of a series, by their time.
func totalsOf(series []*data.Observation) map[stretchOf]*data.Observation {
	all := map[stretchOf]*data.Observation{}
	for _, o := range series {
		if len(o.Path) == 0 {
			all[stretchAt(o)] = o
		}
	}
	return all
}

// sum adds up a comparison where that may be done: the indicator allows it over areas,
// each member has a count, none holds another, and all are counted in one way. Else
// it says why not.
func (s *Site) sum(c *Comparison) {
	if c.Own != nil {
		return
	}
	i := c.Indicator
	switch {
	case perCent(i):
		c.Unsummed = "Percentages are not added up."
		return
	case i.Add != data.AddAreas && i.Add != data.AddAll:
		c.Unsummed = "Not added up: " + i.Name + " must not be summed over areas."
		if i.Caveat != "" {
			c.Unsummed = "Not added up. " + i.Caveat
		}
		return
	}
	if slices.ContainsFunc(c.Rows, func(row Compared) bool { return row.Now == nil || !row.Now.HasValue }) {
		c.Unsummed = "Not added up: not every member has a figure."
		return
	}
	if one, other, ok := s.overlapping(c.Rows); ok {
		c.Unsummed = "Not added up: " + one.Name + " and " + other.Name + " overlap."
		return
	}
	for _, row := range c.Rows {
		if status := row.Now.Status; status == data.DefinitionDiffers || status == data.Break {
			c.Unsummed = "Not added up: " + row.Area.Name + ", " + status.Name() + "."
			if row.Now.Note != "" {
				c.Unsummed += " " + strings.TrimSuffix(row.Now.Note, ".") + "."
			}
			return
		}
	}
	sum := decimal.Decimal{}
	for _, row := range c.Rows {
		var ok bool
		if sum, ok = sum.Add(row.Now.Value); !ok {
			c.Unsummed = "Not added up: the sum is too large to be written."
			return
		}
		c.Used = append(c.Used, row.Now)
	}
	c.Sum, c.Summed = sum, true
}

// Estimated tells whether what the sum rests on is not all firm.
func (c *Comparison) Estimated() bool {
	return slices.ContainsFunc(c.Used, func(o *data.Observation) bool { return o.Status.Estimated() })
}

// Written is the sum in words.
func (c *Comparison) Written(s *Site) string {
	return figure.WrittenNumber(c.Indicator, c.Sum, s.Locale)
}

// overlapping finds two members of which one holds the other, at any remove, or that
// both hold a third.
func (s *Site) overlapping(rows []Compared) (one, other *data.Area, found bool) {
	holder := map[string]*data.Area{}
	for _, row := range rows {
		for _, id := range s.held(row.Area) {
			if by := holder[id]; by != nil {
				return by, row.Area, true
			}
			holder[id] = row.Area
		}
	}
	return nil, nil, false
}

// held are the ids of an area and of those that it covers, at any remove.
func (s *Site) held(area *data.Area) []string {
	all := []string{area.ID}
	for n := 0; n < len(all); n++ {
		at, ok := s.Set.Area(all[n])
		if !ok {
			continue
		}
		for _, id := range at.Covers {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}
