package chart

import (
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// axis is a scale with round ticks: 1, 2 or 5 times a power of ten apart.
type axis struct {
	base     float64 // 1, 2 or 5
	exponent int
}

// newAxis chooses the smallest step that cuts a range into at most n parts; 1 at least where all values are whole.
func newAxis(length float64, n int, whole bool) axis {
	raw := length / float64(n)
	e := -maxDecimals
	if whole {
		e = 0
	}
	for ; ; e++ {
		for _, base := range [3]float64{1, 2, 5} {
			if a := (axis{base, e}); a.at(1) >= raw {
				return a
			}
		}
	}
}

// at is the value of the k-th tick, computed so that it is the float nearest to it: 3 × 0.1 is 0.3.
func (a axis) at(k int) float64 {
	if a.exponent < 0 {
		return float64(k) * a.base / math.Pow10(-a.exponent)
	}
	return float64(k) * a.base * math.Pow10(a.exponent)
}

func (a axis) decimals() int { return max(0, -a.exponent) }

// from is the number of the last tick at or below v. Where the quotient falls short of a whole number that v reaches,
// the tick itself decides.
func (a axis) from(v float64) int {
	k := int(math.Floor(v / a.at(1)))
	switch {
	case a.at(k) > v:
		return k - 1
	case a.at(k+1) <= v:
		return k + 1
	}
	return k
}

// to is the number of the first tick at or above v.
func (a axis) to(v float64) int { return -a.from(-v) }

// levels are the ticks of a scale, and where it begins and ends.
type levels struct {
	ticks       []gochart.Tick
	bottom, top float64
}

// levelsOf are the levels for values from lo to hi: to the first tick beyond them, unless more than a fifth of the height
// would be left to nothing; then the scale ends with the values, beyond its last tick.
func (s *Spec) levelsOf(a axis, lo, hi float64, compact bool) levels {
	first, last := a.from(lo), a.to(hi)
	out := levels{bottom: a.at(first), top: a.at(last)}
	for range 2 { // what is left out at one end may make the other's too much
		if out.top-hi > (out.top-out.bottom)/5 {
			last, out.top = last-1, hi
		}
		if lo-out.bottom > (out.top-out.bottom)/5 {
			first, out.bottom = first+1, lo
		}
	}
	out.ticks = s.ticks(a, first, last, compact)
	return out
}

// compact says whether the numbers of an axis are written short, 20k for 20,000.
func (p *plate) compact(lo, hi float64) bool {
	size := max(hi, -lo)
	return size >= 1e7 || p.narrow && size >= 1e4
}

// ticks are those between the numbers lo and hi, both included.
func (s *Spec) ticks(a axis, lo, hi int, compact bool) []gochart.Tick {
	out := make([]gochart.Tick, 0, hi-lo+1)
	for k := lo; k <= hi; k++ {
		v := a.at(k)
		decimals := a.decimals()
		if k == 0 {
			decimals = 0
		}
		out = append(out, gochart.Tick{Value: v, Label: s.tick(v, decimals, compact)})
	}
	return out
}
