package data

import "slices"

// Parts lists the parts of o split by a dimension, in the order of
// data/dimensions.yaml. It may be a piece of the set: not to be changed.
func (s *Set) Parts(o *Observation, dimension string) []*Observation {
	s.trace.about(OnParts, o)
	return by(dimension, s.parts(o))
}

// Splits lists the ids of the dimensions that o is split by, in the order of
// data/dimensions.yaml.
func (s *Set) Splits(o *Observation) []string {
	s.trace.about(OnParts, o)
	parts := s.parts(o)
	if len(parts) == 0 {
		return nil
	}
	var ids []string
	for _, d := range s.dimensions.list {
		if len(by(d.ID, parts)) > 0 {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// by are the parts by a dimension, which stand together: see compareSteps.
func by(dimension string, parts []*Observation) []*Observation {
	is := func(part *Observation) bool { return part.Path[len(part.Path)-1].Dimension == dimension }
	first := slices.IndexFunc(parts, is)
	if first < 0 {
		return nil
	}
	end := first + 1
	for end < len(parts) && is(parts[end]) {
		end++
	}
	return parts[first:end:end]
}

// parts lists the parts of o by dimension and category. All that is split in a
// cell's indicator, area and time follows it in the set, the less deep first; the
// parts of a total mostly as one piece, which is given as it is.
func (s *Set) parts(o *Observation) []*Observation {
	if len(s.ranks) < 2 || s.cells == nil {
		return nil // nothing is split
	}
	at := s.position(o)
	if at < 0 {
		return nil
	}
	var all []*Observation
	start := -1 // of the piece
	for i := at + 1; i < len(s.observations) && s.observations[i].besides(o); i++ {
		switch {
		case s.observations[i].Parent != o:
		case all == nil:
			start, all = i, s.observations[i:i+1:i+1]
		case start >= 0 && start+len(all) == i:
			all = s.observations[start : i+1 : i+1]
		default:
			start, all = -1, append(all, s.observations[i]) // a copy: a piece has no room behind it
		}
	}
	return all
}

// besides tells whether p may be a part of o: it has its indicator, area and
// stretch of time, and is not split more than a part of it.
func (p *Observation) besides(o *Observation) bool {
	if p.Indicator != o.Indicator || p.Area != o.Area || len(p.Path) > len(o.Path)+1 {
		return false
	}
	if p.Period == o.Period {
		return true
	}
	first, last := p.Stretch()
	begins, ends := o.Stretch()
	return first == begins && last == ends
}
