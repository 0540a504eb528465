package chart

import (
	"math"
	"slices"
)

const (
	seatGap  = 4 * unit // between a circle and its label
	seatEdge = 4 * unit // between a label and the edge of the map
	mostKept = 48       // seats that are kept of a label
)

// seatBox is a box on a map.
type seatBox struct{ left, top, right, bottom int32 }

// seatsOf are the places that a label may have, the cheapest first; led says whether it may stand off. The cost of a
// place is in pixels of distance, roughly: what it would cost the reader to find what the label belongs to, and to read it.
func (m *chartMap) seatsOf(area int, wordings []mapWording, led bool) []mapSeat {
	a := &m.areas[area]
	m.seats = m.seats[:0]
	if len(m.areas) > crowd && m.ringed(a) {
		return nil // among so many, only names on land and beside circles can be told apart
	}
	for i := range wordings {
		if a.r > 0 {
			m.besideCircle(a, wordings, i)
		} else {
			m.withinLand(a, wordings, i)
		}
		if led {
			m.standingOff(a, wordings, i)
		}
	}
	m.findCircles()
	free := 0
	order := m.byCost()
	for _, k := range order {
		if !m.blocked(&m.seats[k], area) {
			order[free] = k
			if free++; free == mostKept {
				break
			}
		}
	}
	best := make([]mapSeat, free)
	for i, k := range order[:free] {
		best[i] = m.seats[k]
	}
	return best
}

// byCost are the numbers of the seats by what they cost, then as they came (counting sort: Knuth 1998, The Art of Computer
// Programming 3, 5.2, algorithm D: costs are small).
func (m *chartMap) byCost() []int32 {
	most := int32(0)
	for i := range m.seats {
		most = max(most, m.seats[i].cost)
	}
	m.first = slices.Grow(m.first[:0], int(most)+2)[:most+2]
	clear(m.first)
	for i := range m.seats {
		m.first[m.seats[i].cost+1]++
	}
	for cost := range most {
		m.first[cost+1] += m.first[cost]
	}
	m.order = slices.Grow(m.order[:0], len(m.seats))[:len(m.seats)]
	for i := range m.seats {
		at := &m.first[m.seats[i].cost]
		m.order[*at] = int32(i)
		*at++
	}
	return m.order
}

// holds says that words have room in a box on the map.
func (m *chartMap) holds(b *seatBox) bool {
	return b.left >= seatEdge && b.top >= seatEdge && int(b.right) <= m.view.Width-seatEdge && int(b.bottom) <= m.view.Height-seatEdge
}

// boxAt is a box with its middle at a point.
func (w *mapWording) boxAt(x, y int) seatBox {
	return seatBox{int32(x - w.wide/2), int32(y - w.high/2), int32(x - w.wide/2 + w.wide), int32(y - w.high/2 + w.high)}
}

// besideCircle adds the places round a circle: below it best, then above, to both sides, and between.
func (m *chartMap) besideCircle(a *mapArea, wordings []mapWording, wording int) {
	w := &wordings[wording]
	down, side, slant := a.r+seatGap+w.high/2-2*unit, a.r+seatGap+w.wide/2, a.r*7/10+seatGap
	for _, at := range [...][3]int{
		{0, down, 0}, {0, -down, 2}, {side, 0, 3}, {-side, 0, 4},
		{w.wide / 4, down, 5}, {-w.wide / 4, down, 5}, {w.wide / 4, -down, 6}, {-w.wide / 4, -down, 6},
		{slant + w.wide/2, slant + w.high/4, 6}, {-slant - w.wide/2, slant + w.high/4, 7},
		{slant + w.wide/2, -slant - w.high/4, 6}, {-slant - w.wide/2, -slant - w.high/4, 7},
	} {
		box := w.boxAt(a.x+at[0], a.y+at[1])
		if !m.holds(&box) {
			continue
		}
		c := m.grid.under(box, a.place)
		cost := w.cost + at[2] + c.others*20/1000 + c.land*6/1000 + c.sea*2/1000
		if c.others > 600 {
			if len(m.areas) > crowd {
				continue
			}
			cost += 10 // it would seem to belong to that area
		}
		m.seats = append(m.seats, mapSeat{wording: int16(wording), box: box, hull: box, cost: int32(cost)})
	}
}

// withinLand adds the places on the land of an area where a label stands on hardly anything else.
func (m *chartMap) withinLand(a *mapArea, wordings []mapWording, wording int) {
	const step, steps, least = 6 * unit, 8, 800
	w, main := &wordings[wording], a.land.Main
	for dy := -steps; dy <= steps; dy++ {
		for dx := -steps; dx <= steps; dx++ {
			box := w.boxAt(a.x+dx*step, a.y+dy*step)
			if int(box.left) < main.Min.X-step || int(box.right) > main.Max.X+step || int(box.top) < main.Min.Y-step || int(box.bottom) > main.Max.Y+step || !m.holds(&box) {
				continue
			}
			c := m.grid.under(box, a.place)
			if c.own < least {
				continue
			}
			away := int(math.Hypot(float64(dx), float64(dy))) * step / unit
			cost := w.cost + away/4 + (c.others+c.land)*220/1000 + c.sea*90/1000
			m.seats = append(m.seats, mapSeat{wording: int16(wording), box: box, hull: box, cost: int32(cost)})
		}
	}
}

// standingOff adds places at a distance, in sixteen directions, with a line from the area to the label.
func (m *chartMap) standingOff(a *mapArea, wordings []mapWording, wording int) {
	const gap = float64(seatGap)
	w := &wordings[wording]
	for i := range 16 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 8)
		s := mapSeat{wording: int16(wording), led: true, x1: int32(a.x), y1: int32(a.y)}
		if a.r > 0 {
			near := float64(a.r)
			s.x1, s.y1 = int32(a.x+int(math.Round(near*cos))), int32(a.y+int(math.Round(near*sin)))
		}
		right, down := int(math.Round((float64(w.wide)/2+gap)*cos)), int(math.Round((float64(w.high)/2+gap)*sin))
		for _, away := range [...]int{12, 20, 30, 42, 56, 72, 92, 116, 144, 176} {
			far := float64(a.r + away*unit)
			x, y := a.x+int(math.Round(far*cos)), a.y+int(math.Round(far*sin))
			s.box = w.boxAt(x+right, y+down)
			if !m.holds(&s.box) {
				continue
			}
			s.x2, s.y2 = int32(x), int32(y)
			c := m.grid.under(s.box, a.place)
			s.cost = int32(w.cost + 22 + away/4 + c.others*160/1000 + c.own*60/1000 + min(c.sea, c.land)*30/1000)
			s.enclose()
			m.seats = append(m.seats, s)
		}
	}
}

// labelGap is how far the words of two labels, and the line of one from the words of another, stay from each other.
const labelGap = 2 * unit

// nowhereTaken is far from every place.
func nowhereTaken() seatBox {
	return seatBox{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32}
}

// enclose finds the hull of a place with a line.
func (s *mapSeat) enclose() {
	s.hull = seatBox{min(s.box.left, s.x1, s.x2), min(s.box.top, s.y1, s.y2), max(s.box.right, s.x1, s.x2), max(s.box.bottom, s.y1, s.y2)}
}

// grown is a box with some room around it.
func (b *seatBox) grown(by int32) seatBox {
	return seatBox{b.left - by, b.top - by, b.right + by, b.bottom + by}
}

// include makes a box hold another.
func (b *seatBox) include(o *seatBox) {
	b.left, b.top, b.right, b.bottom = min(b.left, o.left), min(b.top, o.top), max(b.right, o.right), max(b.bottom, o.bottom)
}

// far says that two boxes have not even an edge in common. Where they are hulls, one of them grown by labelGap, their places
// cannot clash; most do not.
func (b *seatBox) far(o *seatBox) bool {
	return b.right < o.left || o.right < b.left || b.bottom < o.top || o.bottom < b.top
}

// overlap says that two boxes have an area in common.
func (b *seatBox) overlap(o *seatBox) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// clashes says that two places, whose hulls are not far from each other, cannot both be taken.
func (s *mapSeat) clashes(o *mapSeat) bool {
	mine, its := s.box.grown(labelGap), o.box.grown(labelGap)
	if mine.overlap(&o.box) {
		return true
	}
	if s.led && (crosses(s, &its) || o.led && linesMeet(s, o)) {
		return true
	}
	return o.led && crosses(o, &mine)
}

// crosses says that the line of a place crosses a box (Liang and Barsky 1984).
func crosses(s *mapSeat, b *seatBox) bool {
	if s.x1 < b.left && s.x2 < b.left || s.x1 > b.right && s.x2 > b.right || s.y1 < b.top && s.y2 < b.top || s.y1 > b.bottom && s.y2 > b.bottom {
		return false
	}
	from, to := 0.0, 1.0
	dx, dy := float64(s.x2-s.x1), float64(s.y2-s.y1)
	for _, side := range [4][2]float64{
		{-dx, float64(s.x1 - b.left)}, {dx, float64(b.right - s.x1)}, {-dy, float64(s.y1 - b.top)}, {dy, float64(b.bottom - s.y1)},
	} {
		switch p, q := side[0], side[1]; {
		case p == 0 && q < 0:
			return false
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		}
	}
	return from < to
}

// linesMeet says that the lines of two places cross.
func linesMeet(s, o *mapSeat) bool {
	side := func(x1, y1, x2, y2, x, y int32) int64 { return int64(x2-x1)*int64(y-y1) - int64(y2-y1)*int64(x-x1) }
	a, b := side(s.x1, s.y1, s.x2, s.y2, o.x1, o.y1), side(s.x1, s.y1, s.x2, s.y2, o.x2, o.y2)
	c, d := side(o.x1, o.y1, o.x2, o.y2, s.x1, s.y1), side(o.x1, o.y1, o.x2, o.y2, s.x2, s.y2)
	return (a < 0) != (b < 0) && (c < 0) != (d < 0)
}

// Circles keep this far from words, and from the lines of other labels.
const circleGap, lineGap = unit, 2 * unit

// findCircles finds those that may be in the way of the seats.
func (m *chartMap) findCircles() {
	around := nowhereTaken()
	for i := range m.seats {
		around.include(&m.seats[i].hull)
	}
	m.circles = m.circles[:0]
	for i := range m.areas {
		a := &m.areas[i]
		r := a.r + lineGap
		box := seatBox{int32(a.x - r), int32(a.y - r), int32(a.x + r), int32(a.y + r)}
		if a.r > 0 && !around.far(&box) {
			m.circles = append(m.circles, i)
		}
	}
}

// blocked says that a circle, its own for its words and any other also for its line, is in the way of a place.
func (m *chartMap) blocked(s *mapSeat, area int) bool {
	for _, i := range m.circles {
		a := &m.areas[i]
		if nearCircle(&s.box, a, circleGap) {
			return true
		}
		if s.led && i != area && lineNear(s, a, lineGap) {
			return true
		}
	}
	return false
}

// nearCircle says that a box comes nearer to a circle than gap.
func nearCircle(b *seatBox, a *mapArea, gap int) bool {
	x, y := max(int(b.left), min(int(b.right), a.x))-a.x, max(int(b.top), min(int(b.bottom), a.y))-a.y
	return x*x+y*y < (a.r+gap)*(a.r+gap)
}

// lineNear says that the line of a place comes nearer to a circle than gap.
func lineNear(s *mapSeat, a *mapArea, gap int) bool {
	if x, y, reach := int32(a.x), int32(a.y), int32(a.r+gap); min(s.x1, s.x2) > x+reach || max(s.x1, s.x2) < x-reach || min(s.y1, s.y2) > y+reach || max(s.y1, s.y2) < y-reach {
		return false
	}
	dx, dy := float64(s.x2-s.x1), float64(s.y2-s.y1)
	length := float64(dx*dx) + float64(dy*dy)
	t := 0.0
	if length > 0 {
		t = max(0, min(1, (float64(float64(a.x-int(s.x1))*dx)+float64(float64(a.y-int(s.y1))*dy))/length))
	}
	x, y := float64(s.x1)+float64(t*dx)-float64(a.x), float64(s.y1)+float64(t*dy)-float64(a.y)
	return float64(x*x)+float64(y*y) < float64((a.r+gap)*(a.r+gap))
}
