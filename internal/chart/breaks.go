package chart

import (
	"math"
	"slices"
)

// Cut tells of each row of a Change chart whether its bar is cut short, so that the caller can give it a Note with the
// two counts behind the percentage.
func Cut(s *Spec) []bool {
	cut := make([]bool, len(s.Rows))
	limit := cutAt(s)
	for i := range cut {
		cut[i] = limit > 0 && i < len(s.Series[0].Points) && !s.Series[0].Points[i].Missing && math.Abs(s.Series[0].Points[i].Value) > limit
	}
	return cut
}

// cutAt is where the bars of a Change chart are cut, so that a few very long ones do not flatten the rest: the largest
// of the others. It is 0 where nothing needs to be cut.
//
// A third of the bars at most are cut, and only at a real gap: the shortest of those that are cut is at least twice the
// longest of the others, and the longest at least four times.
func cutAt(s *Spec) float64 {
	if s.Type != Change || len(s.Series) == 0 {
		return 0
	}
	sizes := make([]float64, 0, len(s.Series[0].Points))
	for _, p := range s.Series[0].Points {
		if !p.Missing {
			sizes = append(sizes, math.Abs(p.Value))
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	best, widest := 0.0, 2.0
	for k := 1; k <= len(sizes)/3; k++ {
		rest := sizes[k]
		if rest < 1e-5 {
			break
		}
		if gap := sizes[k-1] / rest; gap >= widest && sizes[0]/rest >= 4 {
			best, widest = rest, gap
		}
	}
	return best
}
