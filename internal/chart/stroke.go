package chart

import "math"

// dot is a place in a picture of dots, in dots, y downwards.
type dot struct{ x, y float64 }

// chain is a line of straight pieces.
type chain struct {
	dots   []dot
	closed bool
}

// stroker turns lines into the areas that a pen of some width covers. go-chart has one too, which knows neither caps nor
// joins. The areas are to be filled by the nonzero rule.
type stroker struct {
	half  float64 // of the width
	cap   lineCap
	join  lineJoin
	miter float64
	out   []chain
}

// near is a length in dots that nobody sees.
const near = 1e-6

// stroke is the area of a line.
func (s *stroker) stroke(c chain) {
	dots := distinct(c)
	n := len(dots)
	switch {
	case n == 0:
	case n == 1:
		s.speck(dots[0], len(c.dots) > 1)
	case c.closed && n > 2:
		s.out = append(s.out, chain{s.side(dots, true), true}, chain{s.side(backwards(dots), true), true})
	default:
		there := s.side(dots, false)
		there = s.end(there, dots[n-2], dots[n-1])
		there = append(there, s.side(backwards(dots), false)...)
		s.out = append(s.out, chain{s.end(there, dots[1], dots[0]), true})
	}
}

// distinct leaves out the points that lie on the one before.
func distinct(c chain) []dot {
	out := make([]dot, 0, len(c.dots))
	for _, d := range c.dots {
		if n := len(out); n == 0 || apart(out[n-1], d) > near {
			out = append(out, d)
		}
	}
	if n := len(out); c.closed && n > 1 && apart(out[0], out[n-1]) <= near {
		out = out[:n-1]
	}
	return out
}

func backwards(dots []dot) []dot {
	out := make([]dot, len(dots))
	for i, d := range dots {
		out[len(dots)-1-i] = d
	}
	return out
}

func apart(a, b dot) float64 { return math.Hypot(b.x-a.x, b.y-a.y) }

// normal points to the left of the way from a to b, where y grows downwards, as long as half the width.
func (s *stroker) normal(a, b dot) dot {
	d := s.half / apart(a, b)
	return dot{float64((b.y - a.y) * d), float64((a.x - b.x) * d)}
}

// speck is what a line without length leaves.
func (s *stroker) speck(at dot, drawn bool) {
	switch {
	case !drawn || s.cap == buttCap:
	case s.cap == roundCap:
		s.out = append(s.out, chain{s.arc(nil, at, dot{s.half, 0}, 2*math.Pi), true})
	default:
		h := s.half
		s.out = append(s.out, chain{[]dot{{at.x - h, at.y - h}, {at.x + h, at.y - h}, {at.x + h, at.y + h}, {at.x - h, at.y + h}}, true})
	}
}

// side follows the left side of a line.
func (s *stroker) side(dots []dot, closed bool) []dot {
	out := make([]dot, 0, 2*len(dots)+8)
	n := len(dots)
	for i := range dots {
		if !closed && i == n-1 {
			break
		}
		a, b := dots[i], dots[(i+1)%n]
		to := s.normal(a, b)
		if i > 0 {
			out = s.bend(out, a, s.normal(dots[i-1], a), to)
		} else if !closed {
			out = append(out, a.plus(to))
		}
		out = append(out, b.plus(to))
	}
	if closed {
		out = s.bend(out, dots[0], s.normal(dots[n-1], dots[0]), s.normal(dots[0], dots[1]))
	}
	return out
}

// bend joins two pieces at a point, from one normal to the next. Inside the bend it goes through the point itself, so
// that what turns the wrong way stays under the stroke.
func (s *stroker) bend(out []dot, at, from, to dot) []dot {
	square := float64(s.half * s.half)
	cross := (float64(from.x*to.y) - float64(from.y*to.x)) / square
	along := (float64(from.x*to.x) + float64(from.y*to.y)) / square
	switch {
	case along > 0.998: // less than 4 degrees
	case cross < 0:
		out = append(out, at)
	case s.join == roundJoin:
		out = s.arc(out, at, from, math.Atan2(cross, along))
	case s.join == miterJoin && 2 <= float64(s.miter*s.miter)*(1+along):
		d := 1 / (1 + along)
		out = append(out, dot{at.x + float64((from.x+to.x)*d), at.y + float64((from.y+to.y)*d)})
	}
	return append(out, at.plus(to))
}

// end closes a line that comes from one point and ends at another: from its left side to its right one.
func (s *stroker) end(out []dot, from, at dot) []dot {
	n := s.normal(from, at)
	switch s.cap {
	case roundCap:
		return s.arc(out, at, n, math.Pi)
	case squareCap:
		ahead := dot{-n.y, n.x}
		return append(out, at.plus(n).plus(ahead), at.plus(dot{-n.x, -n.y}).plus(ahead))
	}
	return out
}

// arc turns around a point, clockwise as one sees it, without the last point.
func (s *stroker) arc(out []dot, at, from dot, angle float64) []dot {
	n := pieces(s.half, angle)
	for i := range n {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		out = append(out, dot{at.x + float64(from.x*cos) - float64(from.y*sin), at.y + float64(from.x*sin) + float64(from.y*cos)})
	}
	return out
}

// pieces is how many straight pieces stand for an arc, so that none is a twelfth of a dot away from it.
func pieces(radius, angle float64) int {
	if radius < 0.5 {
		radius = 0.5
	}
	return max(2, int(math.Ceil(math.Abs(angle)/(2*math.Acos(1-1/(12*radius))))))
}

func (d dot) plus(e dot) dot { return dot{d.x + e.x, d.y + e.y} }

// dashed cuts lines into dashes, which follow each other along a line.
func dashed(lines []chain, dashes []float64, scale float64) []chain {
	var out []chain
	for _, c := range lines {
		dots := distinct(c)
		if c.closed && len(dots) > 1 {
			dots = append(dots, dots[0])
		}
		if len(dots) < 2 {
			continue
		}
		k, rest := 0, dashes[0]*scale
		open := []dot{dots[0]}
		for i := 1; i < len(dots); i++ {
			a, b := dots[i-1], dots[i]
			long := apart(a, b)
			done := 0.0
			for rest <= long-done {
				done += rest
				t := done / long
				p := dot{a.x + float64((b.x-a.x)*t), a.y + float64((b.y-a.y)*t)}
				if k%2 == 0 {
					out = append(out, chain{dots: append(open, p)})
				}
				open = []dot{p}
				k = (k + 1) % len(dashes)
				rest = dashes[k] * scale
			}
			rest -= long - done
			open = append(open, b)
		}
		if k%2 == 0 && len(open) > 1 {
			out = append(out, chain{dots: open})
		}
	}
	return out
}
