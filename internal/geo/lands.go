package geo

import (
	"cmp"
	"math"
	"slices"
)

// sketch is a land while its rings are collected.
type sketch struct {
	unit        int
	first, past int // rings, in easel.rings
	area        float64
	seen        extent
	main        extent // of the largest visible part
	mainArea    float64
	mainRings   [2]int // its rings: the outline and the holes
	whole       int    // the part that is all of it, if all of it is seen; -1 otherwise
}

// easel holds the rings of all lands of a view, one after the other.
type easel struct {
	points []Point
	rings  [][2]int // from and past, in points
}

// lands fills in the lands of a view.
func (f *fitting) lands(view *View) {
	e := &f.easel
	e.points, e.rings = e.points[:0], e.rings[:0]
	var sketches []sketch
	byDrawn := make([]int, len(f.w.units))
	for u := range byDrawn {
		byDrawn[u] = u
	}
	slices.SortStableFunc(byDrawn, func(a, b int) int { return cmp.Compare(f.drawn[a], f.drawn[b]) })
	for len(byDrawn) > 0 {
		s := sketch{unit: f.drawn[byDrawn[0]], first: len(e.rings), seen: nowhere}
		n := 0
		for n < len(byDrawn) && f.drawn[byDrawn[n]] == s.unit {
			u := f.w.units[byDrawn[n]]
			for i := u.first; i < u.past; i++ {
				f.part(i, &s, e)
			}
			n++
		}
		byDrawn = byDrawn[n:]
		if s.past = len(e.rings); s.mainArea > 0 {
			sketches = append(sketches, s)
		}
	}
	slices.SortStableFunc(sketches, func(a, b sketch) int { return cmp.Compare(b.area, a.area) })
	f.present = make([]bool, len(f.w.units))
	rings := make([][]Point, len(e.rings))
	points := slices.Clone(e.points)
	for i, r := range e.rings {
		rings[i] = points[r[0]:r[1]:r[1]]
	}
	view.Lands = make([]Land, len(sketches))
	for i, s := range sketches {
		u := f.w.units[s.unit]
		f.present[s.unit] = true
		if !f.asked[s.unit] {
			f.around += s.area
		}
		land := Land{Code: u.code, Name: u.name, Focus: f.asked[s.unit], Rings: rings[s.first:s.past:s.past],
			Box: s.seen.rounded(), Main: s.main.rounded()}
		if land.Focus {
			land.Anchor, land.Reach = f.anchor(&s, rings[s.mainRings[0]:s.mainRings[1]])
		}
		view.Lands[i] = land
	}
}

// anchor finds a place for a label in the largest visible part of a land of the focus, whose rings are given.
func (f *fitting) anchor(s *sketch, rings [][]Point) (Point, int) {
	if s.whole >= 0 {
		u := &f.w.units[f.w.parts[s.whole].unit]
		var at plane
		if f.wide {
			at = f.inFrame(f.earth.project(f.earth.unroll(u.anchor())))
		} else {
			at = f.inFrame(f.lambert.project(u.anchor()))
		}
		if at, reach, inside := f.search.try(rings, s.main, at); s.whole == u.first && inside {
			return at, reach
		}
	}
	return f.search.deepest(rings, s.main, 0.08)
}

// part draws one part of a land.
func (f *fitting) part(number int, s *sketch, e *easel) {
	keep := f.asked[s.unit] && number == f.w.units[s.unit].first
	if !keep && !f.w.parts[number].within.meets(f.frame) {
		return
	}
	p := f.w.part(number)
	if !keep && p.area*f.scale*f.scale < smallest || !p.around.meets(f.frame) {
		return
	}
	before := s.mainArea
	for r := p.first; r < p.past; r++ {
		hole := r > p.first
		f.ring = f.walk(f.ring[:0], f.w.rings[r])
		first := len(e.rings)
		if f.wide {
			f.sheets(f.ring, func(sheet []plane) { f.cut(sheet, number, keep, hole, s, e) })
		} else {
			f.cut(f.ring, number, keep, hole, s, e)
		}
		if hole && s.mainArea > before && first < len(e.rings) { // a hole of what is the largest part so far
			s.mainRings[1] = len(e.rings)
		}
	}
}

// cut adds what is seen of a ring to a land.
func (f *fitting) cut(ring []plane, number int, keep, hole bool, s *sketch, e *easel) {
	frame := extent{plane{0, 0}, plane{f.width, f.height}}
	outer := extent{plane{-Overhang, -Overhang}, plane{f.width + Overhang, f.height + Overhang}}
	box := nowhere
	for _, p := range ring {
		box.include(p)
	}
	seen := box.overlap(frame)
	if !keep && !box.meets(frame) {
		return
	}
	visible, whole := 0.0, -1
	if frame.holds(box) {
		whole = number
		visible = math.Abs(shoelace(ring))
	} else {
		piece := f.clip.ring(ring, frame)
		visible = math.Abs(shoelace(piece))
		seen = nowhere
		for _, p := range piece {
			seen.include(p)
		}
	}
	if !keep && visible < smallest {
		return
	}
	if !outer.holds(box) {
		ring = f.clip.ring(ring, outer)
	}
	from := len(e.points)
	for _, p := range ring {
		if at := p.rounded(); len(e.points) == from || at != e.points[len(e.points)-1] {
			e.points = append(e.points, at)
		}
	}
	for len(e.points) > from+1 && e.points[from] == e.points[len(e.points)-1] {
		e.points = e.points[:len(e.points)-1]
	}
	if !enclosed(e.points[from:]) {
		if !keep || hole {
			e.points = e.points[:from]
			return
		}
		seen = f.dot(e, from, box.middle())
		visible = 2 * dotSize * dotSize
	}
	e.rings = append(e.rings, [2]int{from, len(e.points)})
	if hole {
		s.area -= visible
		return
	}
	s.area += visible
	s.seen.include(seen.min)
	s.seen.include(seen.max)
	if visible > s.mainArea {
		s.mainArea, s.main, s.whole, s.mainRings = visible, seen, whole, [2]int{len(e.rings) - 1, len(e.rings)}
	}
}

// dotSize is half the diagonal of what stands for a country of the focus that is too small to have an area: half a pixel.
const dotSize = 5

// dot draws a small square on its corner in place of the points from one on.
func (f *fitting) dot(e *easel, from int, middle plane) extent {
	x := max(dotSize, min(f.width-dotSize, middle.x))
	y := max(dotSize, min(f.height-dotSize, middle.y))
	at := plane{x, y}.rounded()
	e.points = append(e.points[:from], Point{at.X, at.Y - dotSize}, Point{at.X + dotSize, at.Y}, Point{at.X, at.Y + dotSize}, Point{at.X - dotSize, at.Y})
	return extent{plane{float64(at.X) - dotSize, float64(at.Y) - dotSize}, plane{float64(at.X) + dotSize, float64(at.Y) + dotSize}}
}

// shoelace is the area in a ring by the formula of that name: above zero for clockwise, as y points down.
func shoelace(ring []plane) float64 {
	if len(ring) == 0 {
		return 0
	}
	sum, last := 0.0, ring[len(ring)-1]
	for _, p := range ring {
		sum += float64(last.x*p.y) - float64(p.x*last.y)
		last = p
	}
	return sum / 2
}

// enclosed says whether a ring of whole units has an area.
func enclosed(ring []Point) bool {
	if len(ring) < 3 {
		return false
	}
	sum, last := 0, ring[len(ring)-1]
	for _, p := range ring {
		sum += last.X*p.Y - p.X*last.Y
		last = p
	}
	return sum != 0
}
