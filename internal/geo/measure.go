package geo

import (
	"math"
	"sync"
)

// prepare finds what any map of the world needs: where the parts are, roughly, and what lies between units.
func (w *world) prepare() {
	for i := range w.parts {
		w.parts[i].within = w.within(w.rings[w.parts[i].first])
	}
	for i := range w.units {
		w.units[i].anchor = sync.OnceValue(func() vec {
			var s search
			return w.deepest(w.part(w.units[i].first), &s)
		})
	}
	w.findLines()
}

// within is a disc that holds the points of a ring: around the box that they take in longitude and latitude, of which a
// corner is furthest from the middle if it is no wider than half the world.
func (w *world) within(ring []int) disc {
	least, most := [2]int32{math.MaxInt32, math.MaxInt32}, [2]int32{math.MinInt32, math.MinInt32}
	for _, ref := range ring {
		for _, at := range w.arcs[max(ref, ^ref)].grid {
			for axis, v := range at {
				least[axis], most[axis] = min(least[axis], v), max(most[axis], v)
			}
		}
	}
	a, b := w.degrees(least), w.degrees(most)
	if !(b[0]-a[0] <= 180) {
		return newDisc(vec{1, 0, 0}, -1)
	}
	centre, cos := onSphere((a[0]+b[0])/2, (a[1]+b[1])/2), 1.0
	for _, corner := range [][2]float64{a, b, {a[0], b[1]}, {b[0], a[1]}} {
		cos = min(cos, centre.dot(onSphere(corner[0], corner[1])))
	}
	return newDisc(centre, cos-1e-9) // more than what rounding takes
}

// degrees are the longitude and the latitude of a point of the grid.
func (w *world) degrees(at [2]int32) [2]float64 {
	return [2]float64{
		float64(float64(at[0])*w.scale[0]) + w.translate[0],
		float64(float64(at[1])*w.scale[1]) + w.translate[1],
	}
}

// arc is the arc that a ring refers to, measured.
func (w *world) arc(ref int) *arc {
	a := &w.arcs[max(ref, ^ref)]
	a.once.Do(func() {
		a.points, a.detail = make([]vec, len(a.grid)), make([]float64, len(a.grid))
		for i, at := range a.grid {
			d := w.degrees(at)
			a.points[i] = onSphere(d[0], d[1])
		}
		a.around = enclose(a.points)
		var e elimination
		e.run(a.points, a.detail)
		keepShape(a.points, a.detail)
		for k, d := range a.detail {
			if d >= coarseDetail {
				a.coarse = append(a.coarse, int32(k))
			}
		}
	})
	return a
}

// part is a part of a unit, measured.
func (w *world) part(i int) *part {
	p := &w.parts[i]
	p.once.Do(func() {
		var outline []vec
		for r := p.first; r < p.past; r++ {
			outline = w.outline(outline[:0], r, 0)
			if r == p.first {
				p.around = enclose(outline)
				p.area = ringArea(outline, p.around.centre)
			} else {
				p.area -= ringArea(outline, p.around.centre)
			}
		}
	})
	return p
}

// deepest is the place in a part that is furthest from its outline, as it is on a map around the middle of the part. It saves
// the search for it on each map that shows all of the part.
func (w *world) deepest(p *part, s *search) vec {
	const size = 4000 // of the map
	l := newLambert(p.around.centre)
	scale := size / (2 * max(p.around.sin, 1e-6))
	box := nowhere
	var rings [][]Point
	for r := p.first; r < p.past; r++ {
		var ring []Point
		for _, at := range w.outline(nil, r, p.area/2000) {
			on := l.project(at)
			on = plane{float64(on.x * scale), float64(on.y * scale)}
			ring = append(ring, on.rounded())
			box.include(on)
		}
		rings = append(rings, ring)
	}
	at, _ := s.deepest(rings, box, 0.04)
	return l.place(plane{float64(at.X) / scale, float64(at.Y) / scale})
}

// outline appends the points of a ring with at least some detail; the last is not the first again.
func (w *world) outline(points []vec, ring int, detail float64) []vec {
	for _, ref := range w.rings[ring] {
		a := w.arc(ref)
		for i := range len(a.points) - 1 {
			if ref < 0 {
				i = len(a.points) - 1 - i
			}
			if a.detail[i] >= detail {
				points = append(points, a.points[i])
			}
		}
	}
	return points
}

// ringArea is the area of a ring in steradians: that of its equal-area projection around a place near by (the
// shoelace formula).
func ringArea(outline []vec, middle vec) float64 {
	l, sum := newLambert(middle), 0.0
	last := l.project(outline[len(outline)-1])
	for _, p := range outline {
		at := l.project(p)
		sum += float64(last.x*at.y) - float64(at.x*last.y)
		last = at
	}
	return math.Abs(sum) / 2
}
