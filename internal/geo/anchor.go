package geo

import "math"

// search finds the pole of inaccessibility of an area: the point inside that is furthest from its edges. Squares are
// searched, the most promising first, and divided while they can hold a better point (the approach of Mapbox's polylabel,
// Agafonkin 2016, after Garcia-Castellanos and Lombardo 2007, Poles of inaccessibility, Scottish Geographical Journal 123).
type search struct {
	edges  []edge
	blocks []block
	within extent
	cells  []cell // a heap, the largest promise first
	last   int    // the block that was nearest to the last point; probably it is so to the next
}

// block is a run of at most blockSize edges of one ring, in a box: most of them need not be looked at one by one.
type block struct {
	first, past int
	box         extent
	from, to    float64 // y of the beginning of the first edge and of the end of the last
}

const blockSize = 8

type edge struct {
	from, along plane
	inverse     float64 // of the square of the length; 0 for no length
}

// cell is a square with the distance of its middle from the edges; promise is how far a point in it can be at most.
type cell struct {
	at            plane
	half, promise float64
}

// deepest finds the point in rings that is furthest from them and from the sides of the box in which they are seen, in whole
// units, and its distance, rounded down. The point may be nearer than the furthest by a share of that, slack, and by what a
// coarser outline makes of the search, which is several times as fast.
func (s *search) deepest(rings [][]Point, within extent, slack float64) (Point, int) {
	size := within.size()
	for _, coarse := range [2]float64{(size.x + size.y) / 60, 0} {
		s.within = within
		s.load(rings, coarse)
		if at, reach, inside := s.try(rings, within, s.find(slack)); inside {
			return at, reach
		}
	}
	return rings[0][0], 0 // thinner than a unit: a point of the outline
}

// try says whether the whole point nearest to a point is inside, and how far from the edges. In a very thin land the nearest
// may be outside, and one of its neighbours inside.
func (s *search) try(rings [][]Point, within extent, point plane) (at Point, reach int, inside bool) {
	s.within = within
	s.load(rings, 0)
	for _, d := range [5]plane{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		near := plane{math.Round(point.x) + d.x, math.Round(point.y) + d.y}
		if depth := s.distance(near, math.Inf(-1)); depth > 0 {
			return near.rounded(), int(math.Floor(depth)), true
		}
	}
	return Point{}, 0, false
}

// find searches the edges that are loaded.
func (s *search) find(slack float64) plane {
	size := s.within.size()
	half := max(min(size.x, size.y), max(size.x, size.y)/16, 2) / 2
	best := s.within.middle()
	reach := s.distance(best, math.Inf(-1))
	s.cells = s.cells[:0]
	for y := s.within.min.y + half; y < s.within.max.y+half; y += 2 * half {
		for x := s.within.min.x + half; x < s.within.max.x+half; x += 2 * half {
			s.consider(plane{x, y}, half, &best, &reach)
		}
	}
	for len(s.cells) > 0 {
		c := s.pop()
		if c.promise-reach <= max(1, float64(slack*reach)) {
			break
		}
		h := c.half / 2
		for _, d := range [4]plane{{-h, -h}, {h, -h}, {-h, h}, {h, h}} {
			s.consider(plane{c.at.x + d.x, c.at.y + d.y}, h, &best, &reach)
		}
	}
	return best
}

// consider adds a square to the search if it may hold a better point, and takes its middle if that is one.
func (s *search) consider(at plane, half float64, best *plane, reach *float64) {
	radius := float64(half * math.Sqrt2)
	d := s.distance(at, *reach-radius)
	if d > *reach {
		*best, *reach = at, d
	}
	if d+radius > *reach {
		s.push(cell{at, half, d + radius})
	}
}

// load puts the edges of rings into the search, without points nearer than coarse to the one before.
func (s *search) load(rings [][]Point, coarse float64) {
	s.edges, s.blocks, s.last = s.edges[:0], s.blocks[:0], 0
	for _, ring := range rings {
		last := plane{float64(ring[len(ring)-1].X), float64(ring[len(ring)-1].Y)}
		n := 0
		for i, p := range ring {
			at := plane{float64(p.X), float64(p.Y)}
			along := plane{at.x - last.x, at.y - last.y}
			if i < len(ring)-1 && math.Abs(along.x) < coarse && math.Abs(along.y) < coarse {
				continue
			}
			if n%blockSize == 0 {
				s.blocks = append(s.blocks, block{first: len(s.edges), box: extent{last, last}, from: last.y})
			}
			e := edge{from: last, along: along}
			if square := float64(along.x*along.x) + float64(along.y*along.y); square > 0 {
				e.inverse = 1 / square
			}
			s.edges = append(s.edges, e)
			b := &s.blocks[len(s.blocks)-1]
			b.past, b.to = len(s.edges), at.y
			b.box.include(at)
			last = at
			n++
		}
	}
}

// distance of a point from the nearest edge, below zero outside. It may stop as soon as the distance is below enough, and
// then gives something below that.
func (s *search) distance(p plane, enough float64) float64 {
	sides := min(p.x-s.within.min.x, s.within.max.x-p.x, p.y-s.within.min.y, s.within.max.y-p.y)
	if sides < enough {
		return sides
	}
	stop := -1.0
	if enough > 0 {
		stop = enough * enough
	}
	nearest, start := math.Inf(1), s.last
	for i := range s.blocks {
		at := start + i
		if at >= len(s.blocks) {
			at -= len(s.blocks)
		}
		if d := s.blocks[at].nearest(s.edges, p, nearest); d < nearest {
			nearest, s.last = d, at
			if nearest < stop {
				return enough - 1
			}
		}
	}
	inside := false
	for i := range s.blocks {
		if s.blocks[i].crossed(s.edges, p) {
			inside = !inside
		}
	}
	d := math.Sqrt(nearest)
	if !inside {
		return -d
	}
	return min(d, sides)
}

// nearest is the square of the distance of a point from the nearest edge of the block if that is less than best. Most of
// the time of a search goes here.
func (b *block) nearest(edges []edge, p plane, best float64) float64 {
	if b.box.square(p) >= best {
		return best
	}
	for i := b.first; i < b.past; i++ {
		e := &edges[i]
		x, y := p.x-e.from.x, p.y-e.from.y
		if t := (float64(x*e.along.x) + float64(y*e.along.y)) * e.inverse; t >= 1 {
			x, y = x-e.along.x, y-e.along.y
		} else if t > 0 {
			x, y = x-float64(t*e.along.x), y-float64(t*e.along.y)
		}
		if d := float64(x*x) + float64(y*y); d < best {
			best = d
		}
	}
	return best
}

// crossed says whether a ray from a point to the right crosses the edges of the block an odd number of times.
func (b *block) crossed(edges []edge, p plane) bool {
	if p.y < b.box.min.y || p.y > b.box.max.y || p.x > b.box.max.x {
		return false
	}
	if p.x < b.box.min.x {
		return (b.from > p.y) != (b.to > p.y)
	}
	odd := false
	for i := b.first; i < b.past; i++ {
		e := &edges[i]
		x, y := p.x-e.from.x, p.y-e.from.y
		if (e.from.y > p.y) != (e.from.y+e.along.y > p.y) && x < e.along.x*y/e.along.y {
			odd = !odd
		}
	}
	return odd
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
