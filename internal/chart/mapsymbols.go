package chart

import (
	"math"
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// Radii of circles, in pixels: of the largest at most and, where circles would cover each other, at least; of the
// smallest that can be seen, which a smaller value gets too.
const (
	mostRadius, mostRadiusNarrow   = 36, 25
	leastRadius, leastRadiusNarrow = 22, 16
	usualSymbols                   = 30 // with more, circles may be smaller
	dotRadius                      = 2
	ringRadius                     = 4 // of a zero
)

// placeSymbols gives every area a circle whose area is its value. The largest one is as large as its neighbours allow.
func (m *chartMap) placeSymbols() {
	for i := range m.areas {
		if a := &m.areas[i]; !a.point.Missing {
			m.most = max(m.most, a.point.Value)
		}
	}
	most, least := mostRadius*unit, leastRadius*unit
	if m.narrow {
		most, least = mostRadiusNarrow*unit, leastRadiusNarrow*unit
	}
	if n := len(m.areas); n > usualSymbols { // a world of circles is legible only when they are small
		least = max(6*unit, least*usualSymbols/n)
	}
	m.full = most
	for i := range m.areas {
		m.areas[i].r = m.radius(m.areas[i].point)
	}
	m.part()
	// Two circles fit beside each other when the sum of their radii is their distance; both radii grow with the largest.
	for i := range m.areas {
		for j := range i {
			a, b := &m.areas[i], &m.areas[j]
			if sum := a.r + b.r; sum > 0 && !a.beyond(b, sum-2*unit) {
				away := math.Hypot(float64(a.x-b.x), float64(a.y-b.y)) + 2*unit
				m.full = min(m.full, int(float64(most)*away/float64(sum)))
			}
		}
	}
	m.full = max(m.full, least)
	f := font{m.small, true}
	for i := range m.areas {
		a := &m.areas[i]
		a.r = m.radius(a.point)
		a.x = max(a.r+2*unit, min(m.view.Width-a.r-2*unit, a.x))
		a.y = max(a.r+2*unit, min(m.view.Height-a.r-2*unit, a.y))
		if a.point.Missing || a.point.Value == 0 {
			continue
		}
		half := float64(f.drop())
		room := 2 * math.Sqrt(max(0, float64(float64(a.r*a.r)-float64(half*half))))
		a.under = textWidth(m.mapValue(a), f)+2*unit <= int(room)
	}
}

// radius is the radius of the circle of a value.
func (m *chartMap) radius(p Point) int {
	switch {
	case p.Missing:
		return 0
	case p.Value == 0 || m.most <= 0:
		return ringRadius * unit
	}
	return max(dotRadius*unit, int(math.Round(float64(float64(m.full)*math.Sqrt(p.Value/m.most)))))
}

// beyond says that two areas are at least so far from each other, as one of their coordinates tells: most are.
func (a *mapArea) beyond(b *mapArea, far int) bool {
	return a.x-b.x >= far || b.x-a.x >= far || a.y-b.y >= far || b.y-a.y >= far
}

// part moves circles that overlap away from each other, none further than half its land reaches.
func (m *chartMap) part() {
	for range 12 {
		moved := false
		for i := range m.areas {
			for j := range i {
				a, b := &m.areas[i], &m.areas[j]
				if a.r == 0 || b.r == 0 || a.beyond(b, a.r+b.r+unit) {
					continue
				}
				dx, dy := float64(b.x-a.x), float64(b.y-a.y)
				away := math.Hypot(dx, dy)
				over := float64(a.r+b.r+unit) - away
				if over <= 0 || away < 1 {
					continue
				}
				x, y := int(math.Round(dx/away*over/4)), int(math.Round(dy/away*over/4))
				moved = a.move(-x, -y) || moved
				moved = b.move(x, y) || moved
			}
		}
		if !moved {
			return
		}
	}
}

// move moves the circle of an area, as far as it may be from its anchor.
func (a *mapArea) move(x, y int) bool {
	reach := a.land.Reach / 2
	nx := max(a.land.Anchor.X-reach, min(a.land.Anchor.X+reach, a.x+x))
	ny := max(a.land.Anchor.Y-reach, min(a.land.Anchor.Y+reach, a.y+y))
	moved := nx != a.x || ny != a.y
	a.x, a.y = nx, ny
	return moved
}

// bySize are the areas with the largest circle first, so that none hides under another.
func (m *chartMap) bySize() []*mapArea {
	order := make([]*mapArea, len(m.areas))
	for i := range m.areas {
		order[i] = &m.areas[i]
	}
	slices.SortStableFunc(order, func(a, b *mapArea) int { return b.r - a.r })
	return order
}

// drawMarks draws circles, and rings round lands that are too small to be seen.
func (m *chartMap) drawMarks() {
	m.group("ch-symbols")
	for _, a := range m.bySize() {
		switch {
		case a.r == 0:
			continue
		case m.ringed(a):
			m.SetClassName(a.tint + " ch-ring")
		case a.point.Value == 0:
			m.SetClassName("ch-symbol ch-nil")
		case a.point.Estimated:
			m.SetClassName("ch-symbol ch-est")
		default:
			m.SetClassName("ch-symbol")
		}
		m.Circle(float64(a.r), a.x, a.y)
	}
	m.end()
	m.group("ch-mid")
	for i := range m.areas {
		if a := &m.areas[i]; a.under {
			class := "ch-on-symbol"
			if a.point.Estimated {
				class = "" // the circle is but tinted
			}
			f := font{m.small, true}
			m.write(m.mapValue(a), class, f, a.x, a.y+f.drop())
		}
	}
	m.end()
}

// mapValue is how the value of an area is written.
func (m *chartMap) mapValue(a *mapArea) string {
	if a.point.Missing {
		return a.point.missing()
	}
	return m.marked(a.point)
}

// keyCircle is a circle of the legend.
type keyCircle struct {
	r     int
	label string
	y     int // the middle of its label
}

// keyCircles are two or three round values: the largest that is on the map at most, and about a fifth each of the one before.
func (m *chartMap) keyCircles() []keyCircle {
	var out []keyCircle
	whole := true
	for i := range m.areas {
		whole = whole && m.areas[i].point.Value == math.Trunc(m.areas[i].point.Value)
	}
	for v := m.most; len(out) < 3; v /= 4 {
		step := roundBelow(v)
		r := int(math.Round(float64(float64(m.full) * math.Sqrt(step/m.most))))
		if step <= 0 || whole && step < 1 || len(out) > 0 && r < 3*unit {
			break
		}
		v = step
		out = append(out, keyCircle{r: r, label: m.label(Point{Value: step})})
	}
	return out
}

// roundBelow is the largest of 1, 2 and 5 times a power of ten that is not above v; 0 where v is too small to be drawn.
func roundBelow(v float64) float64 {
	if v < math.Pow10(-maxDecimals) {
		return 0
	}
	for e := 15; ; e-- {
		for _, base := range [3]float64{5, 2, 1} {
			if at := (axis{base, e}).at(1); at <= v {
				return at
			}
		}
	}
}

// drawKeyCircles draws the circles of the legend into each other, with their values to the right, and returns the box.
func (m *chartMap) drawKeyCircles(circles []keyCircle, left, top int) gochart.Box {
	f := m.little()
	high := max(2*circles[0].r, len(circles)*f.lineHeight())
	bottom := top + high
	room := top
	for i := range circles {
		c := &circles[i]
		c.y = max(bottom-2*c.r, room+f.lineHeight()/2)
		room = c.y + f.lineHeight()/2
	}
	for i, limit := len(circles)-1, bottom+f.lineHeight()/4; i >= 0; i-- {
		circles[i].y = min(circles[i].y, limit-f.lineHeight()/2)
		limit = circles[i].y - f.lineHeight()/2
	}
	x, right := left+circles[0].r+unit, left+2*circles[0].r+16*unit
	m.group("ch-key")
	m.SetClassName("ch-key-circle")
	for _, c := range circles {
		m.Circle(float64(c.r), x, bottom-c.r)
	}
	m.SetClassName("ch-key-line")
	for _, c := range circles {
		m.MoveTo(x, bottom-2*c.r)
		m.LineTo(left+2*circles[0].r+6*unit, bottom-2*c.r)
		m.LineTo(right-4*unit, c.y)
	}
	m.Stroke()
	wide := 0
	for _, c := range circles {
		m.write(c.label, "", f, right, c.y+f.drop())
		wide = max(wide, textWidth(c.label, f))
	}
	m.end()
	return gochart.Box{Left: left, Top: top, Right: right + wide, Bottom: bottom}
}
