package data

import (
	"slices"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
)

// overlaps reports parts that are above a cell that contains them without being
// their total: the girls among the children are not more than all girls. The
// cells that have some of a part's categories, and no others, contain it.
// What is above its own total is reported where the breakdown is read.
func (s *Set) overlaps(ps *diag.Problems) {
	said := map[*Observation]bool{}
	for _, o := range s.observations {
		if len(o.Path) == 0 || o.Indicator.Measure == Change || saidAbove(o, said) {
			continue
		}
		if total := o.Parent; total.HasValue && o.HasValue && o.Value.Cmp(total.Value) > 0 {
			continue // said of the breakdown
		}
		if around := s.below(o); around != nil {
			said[o] = true
			of := CategoriesKey(around.Path)
			if of == "" {
				of = "the total"
			}
			ps.Errorf(o.Pos, o.Len, ruleParts, "correct one of the two", "%s is more than the %s of %s, which it is a part of, at %s", o.amount(), around.amount(), of, around.Pos)
		}
	}
	s.crossed(said, ps)
}

// saidAbove tells whether something was said of a total of o.
func saidAbove(o *Observation, said map[*Observation]bool) bool {
	for o = o.Parent; o != nil; o = o.Parent {
		if said[o] {
			return true
		}
	}
	return false
}

// deepest is the most categories of a cell that all cells around it are looked
// up for; of a longer path only the totals are.
const deepest = 6

// below is a cell that contains o and is certainly less; nil where there is none.
func (s *Set) below(o *Observation) *Observation {
	total := o.Parent
	for total != nil && !total.HasValue && !total.HasShare {
		total = total.Parent
	}
	if total != nil && !o.Parent.HasValue && o.above(total) {
		return total // over the head of one that has no value, or only a share
	}
	if len(o.Path) > deepest {
		return nil
	}
	for chosen := 1; chosen < 1<<len(o.Path)-1; chosen++ {
		var path []CategoryRef
		for i, step := range o.Path {
			if chosen&(1<<i) != 0 {
				path = append(path, step)
			}
		}
		if around := s.at(o, o.Area, path); around != nil && around != o.Parent && o.above(around) {
			return around
		}
	}
	return nil
}

// crossed reports a cell that is less than parts of it which stand under other
// cells: the girls among the children and those among the adults, added up.
func (s *Set) crossed(said map[*Observation]bool, ps *diag.Problems) {
	type split struct {
		whole     *Observation
		dimension string
	}
	sums := map[split]*Excess{}
	var order []split
	for _, o := range s.observations {
		if len(o.Path) < 2 || !o.HasValue || !o.counts() || said[o] || saidAbove(o, said) {
			continue
		}
		for i, step := range o.Path[:len(o.Path)-1] {
			whole := s.at(o, o.Area, slices.Delete(slices.Clone(o.Path), i, i+1))
			if whole == nil || !whole.HasValue || whole == o.Parent {
				continue
			}
			b := split{whole, step.Dimension}
			if sums[b] == nil {
				sums[b] = &Excess{Whole: whole}
				order = append(order, b)
			}
			sums[b].add(o)
		}
	}
	for _, b := range order {
		if e := sums[b]; len(e.Parts) > 1 && !e.lost && e.Sum.Cmp(e.Whole.Value) > 0 {
			last := e.Parts[len(e.Parts)-1]
			ps.Errorf(last.Pos, last.Len, ruleParts, "correct one of them", "the parts by %s that stand under other cells add up to %s, more than the %s of %s, at %s",
				b.dimension, e.Sum, e.Whole.Value, CategoriesKey(e.Whole.Path), e.Whole.Pos)
		}
	}
}

// counts tells whether o is of a count: people, not per cent.
func (o *Observation) counts() bool {
	return o.Indicator.Measure == Flow || o.Indicator.Measure == Stock
}

// amount is the number of o as it is written.
func (o *Observation) amount() string {
	if o.HasShare {
		return o.Share.String() + "% of " + o.Parent.Value.String()
	}
	return o.Value.String()
}

// above tells whether o is certainly more than other, whatever was rounded.
func (o *Observation) above(other *Observation) bool {
	low, per, ok := o.bound(decimal.Decimal.Sub)
	high, by, known := other.bound(decimal.Decimal.Add)
	return ok && known && decimal.CmpProduct(low, per, high, by) > 0
}

// bound is the least or the most that o can be, as so many per cent of a
// number; false where that is not known.
func (o *Observation) bound(move func(a, b decimal.Decimal) (decimal.Decimal, bool)) (n, per decimal.Decimal, ok bool) {
	hundred := decimal.FromInt(100)
	switch {
	case o.HasValue && o.counts():
		return o.Value, hundred, true
	case o.HasValue:
		n, ok = move(o.Value, halfUnit(o.Value))
		return n, hundred, ok
	case o.HasShare && o.Parent.HasValue && o.counts():
		per, ok = move(o.Share, halfUnit(o.Share))
		return o.Parent.Value, per, ok && per.Sign() >= 0
	}
	return n, per, false
}
