package data

// Mark is the digest of the observation that stands at a place in the list of all,
// with its source, its totals and whether its cell is unrevised, but without places in
// files: as [Set.Digest] gives it of a cell, but for the revisions there, in a fraction
// of the time where all are asked for.
func (s *Set) Mark(at int) Digest {
	s, m := s.untraced()
	d := m.observation(s, at, 0)
	if !s.unrevised.all && len(s.unrevised.cells) > 0 && s.Unrevised(s.observations[at].Cell()) {
		d[0]++
	}
	return d
}
