package chart

// labelGap is how far the words of two labels, and the line of one from the words of another, stay from each other.
const labelGap = 2 * unit

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

// obstacle is a circle that may be in the way of a place.
type obstacle struct {
	around seatBox // it and lineGap
	area   int     // whose it is
}

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
			m.circles = append(m.circles, obstacle{box, i})
		}
	}
}

// blocked says that a circle, its own for its words and any other also for its line, is in the way of a place.
func (m *chartMap) blocked(s *mapSeat, area int) bool {
	for i := range m.circles {
		c := &m.circles[i]
		if s.hull.far(&c.around) {
			continue
		}
		a := &m.areas[c.area]
		if nearCircle(&s.box, a, circleGap) {
			return true
		}
		if s.led && c.area != area && lineNear(s, a, lineGap) {
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
