package chart

import "math"

// extent is the reach of all series.
func (s *Spec) extent() (lo, hi float64, whole bool) { return reach(s.Series) }

// reach is the lowest and the highest value of some series, zero included, and whether all are whole. Values too small
// for the finest tick count as zero; a range never has the length zero.
func reach(of []Series) (lo, hi float64, whole bool) {
	whole = true
	for j := range of {
		points := of[j].Points
		for i := range points {
			p := &points[i]
			if p.Missing {
				continue
			}
			lo, hi = min(lo, p.Value), max(hi, p.Value)
			whole = whole && p.Value == math.Trunc(p.Value)
		}
	}
	if hi-lo < 1e-5 {
		return 0, 1, true
	}
	return lo, hi, whole
}

// extremes are the rows of the first lowest, the first highest and the last value; every one -1 where there is none.
func extremes(points []Point) (low, high, last int) {
	low, high, last = -1, -1, -1
	for i := range points {
		one := &points[i]
		if one.Missing {
			continue
		}
		if low < 0 || one.Value < points[low].Value {
			low = i
		}
		if high < 0 || one.Value > points[high].Value {
			high = i
		}
		last = i
	}
	return low, high, last
}

// lastOf is the row of the last value, -1 where there is none.
func lastOf(points []Point) int {
	for i := len(points) - 1; i >= 0; i-- {
		if !points[i].Missing {
			return i
		}
	}
	return -1
}
