package geo

import "math"

// search finds the pole of inaccessibility of an area: the point inside that is furthest from its edges. Squares are
// searched, the most promising first, and divided while they can hold a better point (the approach of Mapbox's polylabel,
// Agafonkin 2016, after Garcia-Castellanos and Lombardo 2007, Poles of inaccessibility, Scottish Geographical Journal 123).
type search struct {
	edges  []edge
	within extent
	cells  []cell // a heap, the largest promise first
}

type edge struct {
	from, along plane
	square      float64 // of the length
}

// cell is a square with the distance of its middle from the edges; promise is how far a point in it can be at most.
type cell struct {
	at            plane
	half, promise float64
}

// deepest finds the point in rings that is furthest from them and from the sides of the box in which they are seen, in whole
// units, and its distance, rounded down.
func (s *search) deepest(rings [][]Point, within extent) (Point, int) {
	s.within = within
	s.edges = s.edges[:0]
	for _, ring := range rings {
		last := ring[len(ring)-1]
		for _, p := range ring {
			along := plane{float64(p.X - last.X), float64(p.Y - last.Y)}
			s.edges = append(s.edges, edge{plane{float64(last.X), float64(last.Y)}, along, float64(along.x*along.x) + float64(along.y*along.y)})
			last = p
		}
	}
	size := within.size()
	half := max(min(size.x, size.y), max(size.x, size.y)/16, 2) / 2
	best := within.middle()
	reach := s.distance(best, math.Inf(-1))
	s.cells = s.cells[:0]
	for y := within.min.y + half; y < within.max.y+half; y += 2 * half {
		for x := within.min.x + half; x < within.max.x+half; x += 2 * half {
			s.consider(plane{x, y}, half, &best, &reach)
		}
	}
	for len(s.cells) > 0 {
		c := s.pop()
		if c.promise-reach <= max(3, reach/40) || c.half < 0.5 {
			break
		}
		h := c.half / 2
		for _, d := range [4]plane{{-h, -h}, {h, -h}, {-h, h}, {h, h}} {
			s.consider(plane{c.at.x + d.x, c.at.y + d.y}, h, &best, &reach)
		}
	}
	// The whole point nearest to the best one may lie outside a very thin land: then one of its neighbours does not.
	at, depth := best.rounded(), math.Inf(-1)
	for _, d := range [5]Point{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		p := Point{best.rounded().X + d.X, best.rounded().Y + d.Y}
		if r := s.distance(plane{float64(p.X), float64(p.Y)}, math.Inf(-1)); r > depth {
			at, depth = p, r
		}
		if depth > 0 {
			break
		}
	}
	return at, max(0, int(math.Floor(depth)))
}

// consider adds a square to the search if it may hold a better point, and takes its middle if that is one.
func (s *search) consider(at plane, half float64, best *plane, reach *float64) {
	radius := half * math.Sqrt2
	d := s.distance(at, *reach-radius)
	if d > *reach {
		*best, *reach = at, d
	}
	if d+radius > *reach {
		s.push(cell{at, half, d + radius})
	}
}

// distance of a point from the nearest edge, below zero outside. It may stop as soon as the distance is below enough, and
// then gives something below that.
func (s *search) distance(p plane, enough float64) float64 {
	inside := false
	sides := min(p.x-s.within.min.x, s.within.max.x-p.x, p.y-s.within.min.y, s.within.max.y-p.y)
	if sides < enough {
		return sides
	}
	nearest := math.Inf(1)
	stop := -1.0
	if enough > 0 {
		stop = enough * enough
	}
	for i := range s.edges {
		e := &s.edges[i]
		x, y := p.x-e.from.x, p.y-e.from.y
		if (y < 0) != (y < e.along.y) && (x < e.along.x*y/e.along.y) {
			inside = !inside
		}
		if e.square > 0 {
			t := max(0, min(1, (float64(x*e.along.x)+float64(y*e.along.y))/e.square))
			x, y = x-float64(t*e.along.x), y-float64(t*e.along.y)
		}
		if d := float64(x*x) + float64(y*y); d < nearest {
			if nearest = d; d < stop {
				return enough - 1
			}
		}
	}
	d := math.Sqrt(nearest)
	if !inside {
		return -d
	}
	return min(d, sides)
}

// push and pop keep the heap.
func (s *search) push(c cell) {
	s.cells = append(s.cells, c)
	i := len(s.cells) - 1
	for i > 0 && s.cells[(i-1)/2].promise < s.cells[i].promise {
		s.cells[i], s.cells[(i-1)/2] = s.cells[(i-1)/2], s.cells[i]
		i = (i - 1) / 2
	}
}

func (s *search) pop() cell {
	top, last := s.cells[0], len(s.cells)-1
	s.cells[0] = s.cells[last]
	s.cells = s.cells[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			return top
		}
		if child+1 < last && s.cells[child+1].promise > s.cells[child].promise {
			child++
		}
		if s.cells[i].promise >= s.cells[child].promise {
			return top
		}
		s.cells[i], s.cells[child] = s.cells[child], s.cells[i]
		i = child
	}
}
