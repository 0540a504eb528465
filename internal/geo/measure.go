package geo

import "math"

// measure computes what decoding leaves out: detail, discs, areas, anchors and lines.
func (w *world) measure() {
	w.detail = make([]float64, len(w.points))
	var e elimination
	for i := range w.arcs {
		a := &w.arcs[i]
		points, detail := w.points[a.first:a.past], w.detail[a.first:a.past]
		a.around = enclose(points)
		e.run(points, detail)
		keepShape(points, detail)
		a.rough[0] = len(w.coarse)
		for k := a.first; k < a.past; k++ {
			if w.detail[k] >= coarseDetail {
				w.coarse = append(w.coarse, int32(k))
			}
		}
		a.rough[1] = len(w.coarse)
	}
	var outline []vec
	for i := range w.parts {
		p := &w.parts[i]
		for r := p.first; r < p.past; r++ {
			outline = w.outline(outline[:0], r, 0)
			if r == p.first {
				p.around = enclose(outline)
				p.area = ringArea(outline, p.around.centre)
			} else {
				p.area -= ringArea(outline, p.around.centre)
			}
		}
	}
	var s search
	for i := range w.units {
		w.units[i].anchor = w.deepest(&w.parts[w.units[i].first], &s)
	}
	w.findLines()
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
		a := w.arcs[max(ref, ^ref)]
		for n := range a.past - 1 - a.first {
			i := a.first + n
			if ref < 0 {
				i = a.past - 1 - n
			}
			if w.detail[i] >= detail {
				points = append(points, w.points[i])
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
