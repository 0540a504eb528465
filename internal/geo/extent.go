package geo

import "math"

// extent is a rectangle on a map or in a frame.
type extent struct{ min, max plane }

// nowhere holds no point.
var nowhere = extent{plane{math.Inf(1), math.Inf(1)}, plane{math.Inf(-1), math.Inf(-1)}}

// include grows the rectangle to hold a point. (The builtin min and max are slower: they mind NaN.)
func (e *extent) include(p plane) {
	if p.x < e.min.x {
		e.min.x = p.x
	}
	if p.x > e.max.x {
		e.max.x = p.x
	}
	if p.y < e.min.y {
		e.min.y = p.y
	}
	if p.y > e.max.y {
		e.max.y = p.y
	}
}

// square is the square of the distance of a point from the rectangle, 0 inside.
func (e *extent) square(p plane) float64 {
	x, y := 0.0, 0.0
	if p.x < e.min.x {
		x = e.min.x - p.x
	} else if p.x > e.max.x {
		x = p.x - e.max.x
	}
	if p.y < e.min.y {
		y = e.min.y - p.y
	} else if p.y > e.max.y {
		y = p.y - e.max.y
	}
	return float64(x*x) + float64(y*y)
}

func (e extent) middle() plane { return plane{(e.min.x + e.max.x) / 2, (e.min.y + e.max.y) / 2} }
func (e extent) size() plane   { return plane{e.max.x - e.min.x, e.max.y - e.min.y} }

// meets says whether two rectangles have an area in common.
func (e extent) meets(o extent) bool {
	return e.min.x < o.max.x && o.min.x < e.max.x && e.min.y < o.max.y && o.min.y < e.max.y
}

// holds says whether a rectangle lies inside.
func (e extent) holds(o extent) bool {
	return e.min.x <= o.min.x && o.max.x <= e.max.x && e.min.y <= o.min.y && o.max.y <= e.max.y
}

// overlap is the rectangle that two have in common.
func (e extent) overlap(o extent) extent {
	return extent{plane{max(e.min.x, o.min.x), max(e.min.y, o.min.y)}, plane{min(e.max.x, o.max.x), min(e.max.y, o.max.y)}}
}

// rounded is a rectangle in whole units.
func (e extent) rounded() Box { return Box{e.min.rounded(), e.max.rounded()} }

func (p plane) rounded() Point { return Point{int(math.Round(p.x)), int(math.Round(p.y))} }
