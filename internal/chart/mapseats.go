package chart

import (
	"math"
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"
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
	seats := m.seats[:0]
	add := func(s mapSeat) {
		if s.box.Left >= seatEdge && s.box.Top >= seatEdge && s.box.Right <= m.view.Width-seatEdge && s.box.Bottom <= m.view.Height-seatEdge {
			seats = append(seats, s)
		}
	}
	if len(m.areas) > crowd && m.ringed(a) {
		return nil // among so many, only names on land and beside circles can be told apart
	}
	for i := range wordings {
		w := &wordings[i]
		if a.r > 0 {
			m.besideCircle(area, w, add)
		} else {
			m.withinLand(area, w, add)
		}
		if led {
			m.standingOff(area, w, add)
		}
	}
	order := m.order[:0] // by cost, then as they came
	for i := range seats {
		order = append(order, seats[i].cost<<16+i)
	}
	slices.Sort(order)
	m.seats, m.order = seats, order
	free := 0
	for _, key := range order {
		if !m.blocked(&seats[key&0xffff], area) {
			order[free] = key & 0xffff
			if free++; free == mostKept {
				break
			}
		}
	}
	best := make([]mapSeat, free)
	for i, k := range order[:free] {
		best[i] = seats[k]
		best[i].enclose()
	}
	return best
}

// boxAt is a box with its middle at a point.
func (w *mapWording) boxAt(x, y int) gochart.Box {
	return gochart.Box{Left: x - w.wide/2, Top: y - w.high/2, Right: x - w.wide/2 + w.wide, Bottom: y - w.high/2 + w.high}
}

// besideCircle adds the places round a circle: below it best, then above, to both sides, and between.
func (m *chartMap) besideCircle(area int, w *mapWording, add func(mapSeat)) {
	a := &m.areas[area]
	down, side, slant := a.r+seatGap+w.high/2-2*unit, a.r+seatGap+w.wide/2, a.r*7/10+seatGap
	for _, at := range [...][3]int{
		{0, down, 0}, {0, -down, 2}, {side, 0, 3}, {-side, 0, 4},
		{w.wide / 4, down, 5}, {-w.wide / 4, down, 5}, {w.wide / 4, -down, 6}, {-w.wide / 4, -down, 6},
		{slant + w.wide/2, slant + w.high/4, 6}, {-slant - w.wide/2, slant + w.high/4, 7},
		{slant + w.wide/2, -slant - w.high/4, 6}, {-slant - w.wide/2, -slant - w.high/4, 7},
	} {
		s := mapSeat{wording: w, box: w.boxAt(a.x+at[0], a.y+at[1]), cost: w.cost + at[2]}
		c := m.grid.under(s.box, a.place)
		s.cost += c.others*20/1000 + c.land*6/1000 + c.sea*2/1000
		if c.others > 600 {
			if len(m.areas) > crowd {
				continue
			}
			s.cost += 10 // it would seem to belong to that area
		}
		add(s)
	}
}

// withinLand adds the places on the land of an area where a label stands on hardly anything else.
func (m *chartMap) withinLand(area int, w *mapWording, add func(mapSeat)) {
	const step, steps, least = 6 * unit, 8, 800
	a := &m.areas[area]
	for dy := -steps; dy <= steps; dy++ {
		for dx := -steps; dx <= steps; dx++ {
			box := w.boxAt(a.x+dx*step, a.y+dy*step)
			if main := a.land.Main; box.Left < main.Min.X-step || box.Right > main.Max.X+step || box.Top < main.Min.Y-step || box.Bottom > main.Max.Y+step {
				continue
			}
			c := m.grid.under(box, a.place)
			if c.own < least {
				continue
			}
			away := int(math.Hypot(float64(dx), float64(dy))) * step / unit
			add(mapSeat{wording: w, box: box, cost: w.cost + away/4 + (c.others+c.land)*220/1000 + c.sea*90/1000})
		}
	}
}

// standingOff adds places at a distance, in sixteen directions, with a line from the area to the label.
func (m *chartMap) standingOff(area int, w *mapWording, add func(mapSeat)) {
	a := &m.areas[area]
	for i := range 16 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 8)
		for _, away := range [...]int{12, 20, 30, 42, 56, 72, 92, 116, 144, 176} {
			far := float64(a.r + away*unit)
			x, y := a.x+int(math.Round(far*cos)), a.y+int(math.Round(far*sin))
			s := mapSeat{wording: w, led: true, x1: a.x, y1: a.y, x2: x, y2: y}
			if a.r > 0 {
				near := float64(a.r)
				s.x1, s.y1 = a.x+int(math.Round(near*cos)), a.y+int(math.Round(near*sin))
			}
			gap := float64(seatGap)
			s.box = w.boxAt(x+int(math.Round((float64(w.wide)/2+gap)*cos)), y+int(math.Round((float64(w.high)/2+gap)*sin)))
			c := m.grid.under(s.box, a.place)
			s.cost = w.cost + 22 + away/4 + c.others*160/1000 + c.own*60/1000 + min(c.sea, c.land)*30/1000
			add(s)
		}
	}
}

// labelGap is how far the words of two labels, and the line of one from the words of another, stay from each other.
const labelGap = 2 * unit

// hull is a box around all that belongs to a place.
type hull struct{ left, top, right, bottom int32 }

// nowhereTaken is far from every place.
func nowhereTaken() hull { return hull{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32} }

// enclose finds the hull of a place.
func (s *mapSeat) enclose() {
	b := s.box
	if s.led {
		b.Left, b.Right = min(b.Left, s.x1, s.x2), max(b.Right, s.x1, s.x2)
		b.Top, b.Bottom = min(b.Top, s.y1, s.y2), max(b.Bottom, s.y1, s.y2)
	}
	s.hull = hull{int32(b.Left), int32(b.Top), int32(b.Right), int32(b.Bottom)}
}

// grown is a hull with the room around it that others keep free.
func (h hull) grown() hull {
	return hull{h.left - labelGap, h.top - labelGap, h.right + labelGap, h.bottom + labelGap}
}

// far says that two hulls, one of them grown, are so far from each other that their places cannot clash: most are.
func (h *hull) far(o *hull) bool {
	return h.right < o.left || o.right < h.left || h.bottom < o.top || o.bottom < h.top
}

// clashes says that two places, whose hulls are not far from each other, cannot both be taken.
func (s *mapSeat) clashes(o *mapSeat) bool {
	if overlap(grown(s.box, labelGap), o.box) {
		return true
	}
	if s.led && (crosses(s, grown(o.box, labelGap)) || o.led && linesMeet(s, o)) {
		return true
	}
	return o.led && crosses(o, grown(s.box, labelGap))
}

func grown(b gochart.Box, by int) gochart.Box {
	return gochart.Box{Left: b.Left - by, Top: b.Top - by, Right: b.Right + by, Bottom: b.Bottom + by}
}

// crosses says that the line of a place crosses a box (Liang and Barsky 1984).
func crosses(s *mapSeat, b gochart.Box) bool {
	if s.x1 < b.Left && s.x2 < b.Left || s.x1 > b.Right && s.x2 > b.Right || s.y1 < b.Top && s.y2 < b.Top || s.y1 > b.Bottom && s.y2 > b.Bottom {
		return false
	}
	from, to := 0.0, 1.0
	dx, dy := float64(s.x2-s.x1), float64(s.y2-s.y1)
	for _, side := range [4][2]float64{
		{-dx, float64(s.x1 - b.Left)}, {dx, float64(b.Right - s.x1)}, {-dy, float64(s.y1 - b.Top)}, {dy, float64(b.Bottom - s.y1)},
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
	side := func(x1, y1, x2, y2, x, y int) int { return (x2-x1)*(y-y1) - (y2-y1)*(x-x1) }
	a, b := side(s.x1, s.y1, s.x2, s.y2, o.x1, o.y1), side(s.x1, s.y1, s.x2, s.y2, o.x2, o.y2)
	c, d := side(o.x1, o.y1, o.x2, o.y2, s.x1, s.y1), side(o.x1, o.y1, o.x2, o.y2, s.x2, s.y2)
	return (a < 0) != (b < 0) && (c < 0) != (d < 0)
}

// blocked says that a circle, its own for its words and any other also for its line, is in the way of a place.
func (m *chartMap) blocked(s *mapSeat, area int) bool {
	for i := range m.areas {
		a := &m.areas[i]
		if a.r == 0 {
			continue
		}
		if nearCircle(s.box, a, unit) {
			return true
		}
		if s.led && i != area && lineNear(s, a, 2*unit) {
			return true
		}
	}
	return false
}

// nearCircle says that a box comes nearer to a circle than gap.
func nearCircle(b gochart.Box, a *mapArea, gap int) bool {
	x, y := max(b.Left, min(b.Right, a.x))-a.x, max(b.Top, min(b.Bottom, a.y))-a.y
	return x*x+y*y < (a.r+gap)*(a.r+gap)
}

// lineNear says that the line of a place comes nearer to a circle than gap.
func lineNear(s *mapSeat, a *mapArea, gap int) bool {
	dx, dy := float64(s.x2-s.x1), float64(s.y2-s.y1)
	length := float64(dx*dx) + float64(dy*dy)
	t := 0.0
	if length > 0 {
		t = max(0, min(1, (float64(float64(a.x-s.x1)*dx)+float64(float64(a.y-s.y1)*dy))/length))
	}
	x, y := float64(s.x1)+float64(t*dx)-float64(a.x), float64(s.y1)+float64(t*dy)-float64(a.y)
	return float64(x*x)+float64(y*y) < float64((a.r+gap)*(a.r+gap))
}
