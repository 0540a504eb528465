package geo

import "math"

// Detail is found once for each point, by Visvalingam and Whyatt (1993, Line generalisation by repeated elimination of
// points, The Cartographic Journal 30): of all points of an arc, the one that spans the smallest triangle with its neighbours
// goes first, and the area of that triangle, or that of a point that went before if it is larger, is its detail. Since the
// projections keep areas, one limit in steradians is one limit in square pixels everywhere on a map: an arc is simplified by
// skipping the points below it. Arcs are simplified, not rings, so both sides of a border stay the same line.

// always is the detail of a point that is never left out.
var always = math.Inf(1)

// coarseDetail is the detail of the points in world.coarse, in steradians: some 200 km², a half of a square pixel where a pixel
// is 20 km wide.
const coarseDetail = 5e-6

// keepShape marks points that an arc keeps at any scale: its ends, two more of a closed arc, and one more of an open one, so
// that a ring of one or two arcs never loses its area.
func keepShape(points []vec, detail []float64) {
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

// elimination takes points away from a line one after the other. It is a heap of the points that are left, the one with the
// smallest triangle on top; equal ones go in the order of the line.
type elimination struct {
	points       []vec
	area         []float64 // that a point spans with its present neighbours
	before, next []int32
	heap, place  []int32 // points, and where in the heap a point is
}

// run writes the detail of each point of a line.
func (e *elimination) run(points []vec, detail []float64) {
	n := len(points)
	e.points, e.area = points, make([]float64, n)
	e.before, e.next, e.heap, e.place = make([]int32, n), make([]int32, n), make([]int32, 0, n), make([]int32, n)
	detail[0], detail[n-1] = always, always
	for i := int32(1); i < int32(n)-1; i++ {
		e.before[i], e.next[i] = i-1, i+1
		e.area[i] = e.triangle(i)
		e.place[i] = int32(len(e.heap))
		e.heap = append(e.heap, i)
	}
	for at := len(e.heap)/2 - 1; at >= 0; at-- {
		e.sink(at)
	}
	largest := 0.0
	for len(e.heap) > 0 {
		i := e.pop()
		largest = max(largest, e.area[i])
		detail[i] = largest
		a, b := e.before[i], e.next[i]
		if a > 0 {
			e.next[a] = b
			e.update(a)
		}
		if b < int32(n)-1 {
			e.before[b] = a
			e.update(b)
		}
	}
}

// triangle is the area between a point and its neighbours, flat, in the unit of the sphere's radius squared.
func (e *elimination) triangle(i int32) float64 {
	p, q := &e.points[e.before[i]], &e.points[e.next[i]]
	at := &e.points[i]
	a := vec{p[0] - at[0], p[1] - at[1], p[2] - at[2]}
	b := vec{q[0] - at[0], q[1] - at[1], q[2] - at[2]}
	return a.cross(b).length() / 2
}

// pop takes the top of the heap.
func (e *elimination) pop() int32 {
	top, last := e.heap[0], len(e.heap)-1
	e.swap(0, last)
	e.heap = e.heap[:last]
	e.sink(0)
	return top
}

// update measures the triangle of a point anew, and moves the point to where it belongs.
func (e *elimination) update(i int32) {
	e.area[i] = e.triangle(i)
	at := int(e.place[i])
	e.sink(at)
	if e.heap[at] == i {
		e.rise(at)
	}
}

func (e *elimination) sink(at int) {
	for {
		child := 2*at + 1
		if child >= len(e.heap) {
			return
		}
		if child+1 < len(e.heap) && e.less(child+1, child) {
			child++
		}
		if !e.less(child, at) {
			return
		}
		e.swap(at, child)
		at = child
	}
}

func (e *elimination) rise(at int) {
	for at > 0 && e.less(at, (at-1)/2) {
		e.swap(at, (at-1)/2)
		at = (at - 1) / 2
	}
}

func (e *elimination) less(i, j int) bool {
	a, b := e.heap[i], e.heap[j]
	return e.area[a] < e.area[b] || e.area[a] == e.area[b] && a < b
}

func (e *elimination) swap(i, j int) {
	e.heap[i], e.heap[j] = e.heap[j], e.heap[i]
	e.place[e.heap[i]], e.place[e.heap[j]] = int32(i), int32(j)
}
