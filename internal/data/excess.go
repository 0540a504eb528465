package data

import (
	"slices"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// Excess is a value that is less than what it has to contain: a quarter less
// than a month of it, a group of areas less than its members together.
type Excess struct {
	Whole *Observation
	Parts []*Observation // one that is above the whole, or several that are together
	Sum   decimal.Decimal

	lost bool // the sum does not fit
}

func (e *Excess) add(part *Observation) {
	e.Parts = append(e.Parts, part)
	e.lost = e.lost || !add(&e.Sum, part.Value)
}

// Excesses lists the values that are less than others of their indicator which
// lie in them, in time or space, where it adds up over that. Only plain values
// are compared, of status A and without a note: others say themselves that they
// were counted otherwise. What one source contradicts in itself is refused when
// the set is read, and not listed.
func (s *Set) Excesses() []Excess {
	s.trace.all(OnExcesses)
	return s.excesses
}

// plain tells whether nothing is said of a value that would explain it.
func (o *Observation) plain() bool {
	for at := o; at != nil; at = at.Parent {
		if at.Note != "" {
			return false
		}
	}
	return o.HasValue && o.Status == Normal && o.counts()
}

// exceed finds the excesses, and reports those within one source: a part
// that is above the whole. Sums are not certain, since each part may be rounded.
func (s *Set) exceed(ps *diag.Problems) {
	said := map[*Observation]bool{}
	keep := func(e Excess) {
		part := e.Parts[0]
		if len(e.Parts) > 1 || part.Source != e.Whole.Source || part.Source == nil {
			s.excesses = append(s.excesses, e)
			return
		}
		ps.Errorf(part.Pos, part.Len, ruleParts, "correct one of the two; if the source has them so, say in a note how they were counted",
			"%s of %s, %s is more than the %s of %s, %s that it lies in, at %s",
			part.Value, part.Area.Name, part.Period, e.Whole.Value, e.Whole.Area.Name, e.Whole.Period, e.Whole.Pos)
	}
	compare := func(whole *Observation, parts []*Observation, together bool) {
		var over []*Observation
		for _, part := range parts {
			if part.Value.Cmp(whole.Value) > 0 {
				over = append(over, part)
			}
		}
		if len(over) > 1 && !slices.ContainsFunc(over, func(o *Observation) bool { return said[o] }) && s.tooSmall(whole, over, ps) {
			for _, part := range over {
				said[part] = true
			}
			return
		}
		for _, part := range over {
			if !said[part] {
				said[part] = true
				keep(Excess{Whole: whole, Parts: []*Observation{part}, Sum: part.Value})
			}
		}
		if len(over) > 0 || !together {
			return
		}
		sum := Excess{Whole: whole}
		for _, part := range heaviest(parts) {
			sum.add(part)
		}
		if !sum.lost && sum.Sum.Cmp(whole.Value) > 0 {
			keep(sum)
		}
	}
	for series := range s.Series() {
		if i := series[0].Indicator; i.Measure == Flow && (i.Add == AddPeriods || i.Add == AddAll) && len(series) > 1 {
			for at, whole := range series {
				if whole.plain() {
					compare(whole, inTime(series, at), true)
				}
			}
		}
	}
	for _, whole := range s.observations {
		if (whole.Area.Group || len(whole.Area.Covers) > 0) && whole.plain() {
			adds := whole.Indicator.Add == AddAreas || whole.Indicator.Add == AddAll
			if adds || len(whole.Area.Covers) > 0 {
				compare(whole, s.inSpace(whole), adds)
			}
		}
	}
}

// tooSmall reports a value that several of one source are above: then it is the
// one that is wrong. It tells whether they are of one source.
func (s *Set) tooSmall(whole *Observation, over []*Observation, ps *diag.Problems) bool {
	if whole.Source == nil || slices.ContainsFunc(over, func(o *Observation) bool { return o.Source != whole.Source }) {
		return false
	}
	ps.Errorf(whole.Pos, whole.Len, ruleParts, "correct it; if the source has it so, say in a note how it was counted",
		"%s of %s, %s is less than %d values that lie in it, such as the %s of %s, %s, at %s",
		whole.Value, whole.Area.Name, whole.Period, len(over), over[0].Value, over[0].Area.Name, over[0].Period, over[0].Pos)
	return true
}

// inTime are the plain values of a series of a flow, which runs from the earliest
// on, that lie in the one at a place and are shorter.
func inTime(series []*Observation, at int) []*Observation {
	whole := series[at]
	begins, ends := whole.Stretch()
	from := at
	for from > 0 && series[from-1].Period.First() == begins {
		from--
	}
	var parts []*Observation
	for _, o := range series[from:] {
		first, last := o.Stretch()
		if first > ends {
			break
		}
		if o != whole && last <= ends && o.plain() {
			parts = append(parts, o)
		}
	}
	return parts
}

// inSpace are the plain values of the areas that the area of a value holds.
// Those that another of them covers are left out: they are counted there.
func (s *Set) inSpace(whole *Observation) []*Observation {
	ids := whole.Area.Members
	if !whole.Area.Group {
		ids = whole.Area.Covers
	}
	var parts []*Observation
	for _, id := range ids {
		if o := s.at(whole, s.areas.byID[id], whole.Path); o != nil && o.plain() {
			parts = append(parts, o)
		}
	}
	covered := func(o *Observation) bool {
		return slices.ContainsFunc(parts, func(p *Observation) bool { return slices.Contains(p.Area.Covers, o.Area.ID) })
	}
	if !slices.ContainsFunc(parts, covered) {
		return parts
	}
	var apart []*Observation
	for _, o := range parts {
		if !covered(o) {
			apart = append(apart, o)
		}
	}
	return apart
}

// heaviest are the values that add up to most among those that do not overlap:
// of one area, those whose stretches of time lie apart; of several, all.
func heaviest(parts []*Observation) []*Observation {
	if len(parts) < 2 || parts[0].Area != parts[1].Area {
		return parts
	}
	slices.SortStableFunc(parts, func(a, b *Observation) int { return int(a.Period.Last() - b.Period.Last()) })
	// best[i] is the most that the first i of them come to, before[i] how many of
	// them end before the last of those begins.
	best, before := make([]decimal.Decimal, len(parts)+1), make([]int, len(parts)+1)
	for i, o := range parts {
		before[i+1], _ = slices.BinarySearchFunc(parts[:i], o.Period.First(), func(p *Observation, first period.Day) int { return int(p.Period.Last() - first) })
		with, ok := best[before[i+1]].Add(o.Value)
		if best[i+1] = best[i]; ok && with.Cmp(best[i]) > 0 {
			best[i+1] = with
		}
	}
	var chosen []*Observation
	for i := len(parts); i > 0; {
		if best[i].Cmp(best[i-1]) == 0 {
			i--
			continue
		}
		chosen = append(chosen, parts[i-1])
		i = before[i]
	}
	slices.Reverse(chosen)
	return chosen
}
