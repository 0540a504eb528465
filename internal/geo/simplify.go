package geo

import (
	"container/heap"
	"math"
)

// Detail is found once for each point, by Visvalingam and Whyatt (1993, Line generalisation by repeated elimination of
// points, The Cartographic Journal 30): of all points of an arc, the one that spans the smallest triangle with its neighbours
// goes first, and the area of that triangle, or that of a point that went before if it is larger, is its detail. Since the
// projections keep areas, one limit in steradians is one limit in square pixels everywhere on a map: an arc is simplified by
// skipping the points below it. Arcs are simplified, not rings, so both sides of a border stay the same line.

// always is the detail of a point that is never left out.
var always = math.Inf(1)

// measure computes what decoding leaves out: detail, discs, areas and lines.
func (w *world) measure() {
	w.detail = make([]float64, len(w.points))
	var e elimination
	for i := range w.arcs {
		a := &w.arcs[i]
		points, detail := w.points[a.first:a.past], w.detail[a.first:a.past]
		a.around = enclose(points)
		e.run(points, detail)
		w.keepShape(points, detail)
	}
	for i := range w.parts {
		p := &w.parts[i]
		outline := w.outline(p.first)
		p.around = enclose(outline)
		for r := p.first; r < p.past; r++ {
			if r > p.first {
				outline = w.outline(r)
			}
			l := newLambert(p.around.centre)
			a := ringArea(outline, &l)
			if r > p.first {
				a = -a
			}
			p.area += a
		}
	}
	w.findLines()
}

// keepShape marks points that an arc keeps at any scale: its ends, two more of a closed arc, and one more of an open one, so
// that a ring of one or two arcs never loses its area.
func (w *world) keepShape(points []vec, detail []float64) {
	extra := 1
	if points[0] == points[len(points)-1] {
		extra = 2
	}
	for range extra {
		best := -1
		for i, d := range detail {
			if d < always && (best < 0 || d > detail[best]) {
				best = i
			}
		}
		if best >= 0 {
			detail[best] = always
		}
	}
}

// outline is the points of a ring; the last is not the first again.
func (w *world) outline(ring int) []vec {
	var points []vec
	for _, ref := range w.rings[ring] {
		a := w.arcs[max(ref, ^ref)]
		if ref >= 0 {
			points = append(points, w.points[a.first:a.past-1]...)
			continue
		}
		for i := a.past - 1; i > a.first; i-- {
			points = append(points, w.points[i])
		}
	}
	return points
}

// ringArea is the area of a ring in steradians: that of its equal-area projection (the shoelace formula).
func ringArea(outline []vec, l *lambert) float64 {
	sum := 0.0
	last := l.project(outline[len(outline)-1])
	for _, p := range outline {
		at := l.project(p)
		sum += float64(last.x*at.y) - float64(at.x*last.y)
		last = at
	}
	return math.Abs(sum) / 2
}

// elimination takes points away from a line one after the other. It is a heap of the points that are left.
type elimination struct {
	points       []vec
	area         []float64 // that a point spans with its present neighbours
	before, next []int
	order, place []int // heap of points, and where in it a point is
}

// run writes the detail of each point of a line.
func (e *elimination) run(points []vec, detail []float64) {
	n := len(points)
	e.points = points
	e.area, e.before, e.next = make([]float64, n), make([]int, n), make([]int, n)
	e.order, e.place = e.order[:0], make([]int, n)
	detail[0], detail[n-1] = always, always
	for i := 1; i < n-1; i++ {
		e.before[i], e.next[i] = i-1, i+1
		e.area[i] = e.triangle(i)
		e.place[i] = len(e.order)
		e.order = append(e.order, i)
	}
	heap.Init(e)
	largest := 0.0
	for len(e.order) > 0 {
		i := heap.Pop(e).(int)
		largest = max(largest, e.area[i])
		detail[i] = largest
		a, b := e.before[i], e.next[i]
		if a > 0 {
			e.next[a] = b
			e.area[a] = e.triangle(a)
			heap.Fix(e, e.place[a])
		}
		if b < n-1 {
			e.before[b] = a
			e.area[b] = e.triangle(b)
			heap.Fix(e, e.place[b])
		}
	}
}

// triangle is the area between a point and its neighbours, flat, in the unit of the sphere's radius squared.
func (e *elimination) triangle(i int) float64 {
	p, q := e.points[e.before[i]], e.points[e.next[i]]
	at := e.points[i]
	a := vec{p[0] - at[0], p[1] - at[1], p[2] - at[2]}
	b := vec{q[0] - at[0], q[1] - at[1], q[2] - at[2]}
	return a.cross(b).length() / 2
}

// Len, Less, Swap, Push and Pop make the heap of container/heap; equal areas go in the order of the line.
func (e *elimination) Len() int { return len(e.order) }

func (e *elimination) Less(i, j int) bool {
	a, b := e.order[i], e.order[j]
	return e.area[a] < e.area[b] || e.area[a] == e.area[b] && a < b
}

func (e *elimination) Swap(i, j int) {
	e.order[i], e.order[j] = e.order[j], e.order[i]
	e.place[e.order[i]], e.place[e.order[j]] = i, j
}

func (e *elimination) Push(x any) {
	e.place[x.(int)] = len(e.order)
	e.order = append(e.order, x.(int))
}

func (e *elimination) Pop() any {
	last := e.order[len(e.order)-1]
	e.order = e.order[:len(e.order)-1]
	return last
}
