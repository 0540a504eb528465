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
	if n > len(e.area) {
		e.area, e.before, e.next, e.place = make([]float64, 2*n), make([]int, 2*n), make([]int, 2*n), make([]int, 2*n)
	}
	e.order = e.order[:0]
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
