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

// enclose finds the hull of a place with a line.
func (s *mapSeat) enclose() {
	s.hull = seatBox{min(s.box.left, s.x1, s.x2), min(s.box.top, s.y1, s.y2), max(s.box.right, s.x1, s.x2), max(s.box.bottom, s.y1, s.y2)}
}
