package chart

import (
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"

	"bulletin/internal/geo"
)

// drawSea draws the frame.
func (m *chartMap) drawSea() {
	m.SetClassName("ch-sea")
	m.box(gochart.Box{Right: m.view.Width, Bottom: m.view.Height})
	m.Fill()
}

// outliner is a canvas with a shorter way to write many points: the SVG of a map is mostly coordinates.
type outliner interface {
	// outline adds a line through points that differ, closed where it is a ring.
	outline(points []geo.Point, closed bool)
	// paste adds what outline wrote on another canvas of this kind.
	paste(path []byte)
}

func (t *trail) paste(path []byte) { t.path = append(t.path, path...) }

// outline writes a line in steps from point to point, as short as SVG allows: "M12 8l1.5.5-3 2".
func (t *trail) outline(points []geo.Point, closed bool) {
	t.MoveTo(points[0].X, points[0].Y)
	t.path = append(t.path, 'l')
	after, whole := true, true // a command comes before, or a number without decimals
	step := func(v int) {
		if fraction := v > -unit && v < unit && v != 0; v >= 0 && !after && (whole || !fraction) {
			t.path = append(t.path, ' ')
		}
		after, whole = false, v%unit == 0
		if v > -unit && v < unit && v != 0 {
			if v < 0 {
				t.path, v = append(t.path, '-'), -v
			}
			t.path = append(t.path, '.', byte('0'+v))
			return
		}
		t.path = tenths(t.path, v)
	}
	for _, at := range points[1:] {
		step(at.X - t.x)
		step(at.Y - t.y)
		t.x, t.y = at.X, at.Y
	}
	if closed {
		t.path = append(t.path, 'Z')
	}
}

// simplify appends a line to another in whole grains; lines that come to less than a grain vanish.
func simplify(line, points []geo.Point, closed bool, grain int, view *geo.View) []geo.Point {
	for _, at := range points {
		at = geo.Point{X: snap(at.X, view.Width, grain), Y: snap(at.Y, view.Height, grain)}
		n := len(line)
		switch {
		case n > 0 && line[n-1] == at:
		case n > 1 && between(line[n-2], line[n-1], at):
			line[n-1] = at
		default:
			line = append(line, at)
		}
	}
	if closed && len(line) > 1 && line[0] == line[len(line)-1] {
		line = line[:len(line)-1]
	}
	if len(line) < 2 || closed && len(line) < 3 {
		return line[:0]
	}
	return line
}

// trace adds a line of the base map to the path: as it is written already, or point by point.
func (m *chartMap) trace(path []byte, lines [][]geo.Point, closed bool, grain int) {
	if c, ok := m.canvas.(outliner); ok {
		c.paste(path)
		return
	}
	for _, points := range lines {
		if m.line = simplify(m.line[:0], points, closed, grain, m.view); len(m.line) > 0 {
			m.walk(m.line, closed)
		}
	}
}

// walk adds points to the path as they are.
func (m *chartMap) walk(line []geo.Point, closed bool) {
	if c, ok := m.canvas.(outliner); ok {
		c.outline(line, closed)
		return
	}
	m.MoveTo(line[0].X, line[0].Y)
	for _, at := range line[1:] {
		m.LineTo(at.X, at.Y)
	}
	if closed {
		m.Close()
	}
}

// snap rounds a coordinate to the grain, within the frame.
func snap(v, most, grain int) int {
	return max(0, min(most, (v+grain/2)/grain*grain))
}

// between says that the middle one of three points on a line is needless, since the line is level or upright there.
func between(a, b, c geo.Point) bool {
	return a.X == b.X && b.X == c.X && (a.Y < b.Y) == (b.Y < c.Y) || a.Y == b.Y && b.Y == c.Y && (a.X < b.X) == (b.X < c.X)
}

// drawLands draws the neighbours in one path, with their borders, and each area that is shown in its own.
func (m *chartMap) drawLands() {
	m.group("ch-lands")
	m.SetClassName("ch-land")
	var rings [][]geo.Point
	if _, ok := m.canvas.(outliner); !ok {
		for i := range m.view.Lands {
			if land := &m.view.Lands[i]; !land.Focus {
				rings = append(rings, land.Rings...)
			}
		}
	}
	m.trace(m.neighbours, rings, true, coarse)
	m.FillStroke()
	order := make([]*mapArea, len(m.areas))
	for i := range m.areas {
		order[i] = &m.areas[i]
	}
	slices.SortStableFunc(order, func(a, b *mapArea) int { return boxArea(b.land.Box) - boxArea(a.land.Box) })
	for _, a := range order {
		m.SetClassName(a.tint)
		m.trace(m.outlines[a.place], a.land.Rings, true, grain)
		m.FillStroke()
	}
	m.end()
	for _, a := range order {
		switch {
		case a.point.Missing:
			m.hatchLand(a, "ch-no-hatch", 1)
		case a.point.Estimated && m.Map.Style == Shades:
			m.hatchLand(a, "ch-est-hatch "+overClass(a), -1)
		}
	}
}

func boxArea(b geo.Box) int { return (b.Max.X - b.Min.X) * (b.Max.Y - b.Min.Y) }

// hatchLand strokes lines at 45 degrees over a land, rising with slope 1, falling with -1.
func (m *chartMap) hatchLand(a *mapArea, class string, slope int) {
	const step = 6 * unit
	box := a.land.Box
	along := func(at geo.Point) int { return at.X + slope*at.Y } // the same on each line
	low, high := box.Min.X+min(slope*box.Min.Y, slope*box.Max.Y), box.Max.X+max(slope*box.Min.Y, slope*box.Max.Y)
	first := floorDiv(low, step) + 1
	lines := make([][]int, max(0, floorDiv(high, step)-first+1)) // where each crosses the outline, by x
	for _, ring := range a.land.Rings {
		last := ring[len(ring)-1]
		for _, at := range ring {
			p, q := last, at
			last = at
			if along(p) > along(q) {
				p, q = q, p
			}
			for k := floorDiv(along(p)-1, step) + 1; k*step < along(q); k++ {
				if k >= first && k-first < len(lines) {
					lines[k-first] = append(lines[k-first], p.X+(q.X-p.X)*(k*step-along(p))/(along(q)-along(p)))
				}
			}
		}
	}
	m.SetClassName(class)
	for i, xs := range lines {
		slices.Sort(xs)
		for j := 0; j+1 < len(xs); j += 2 {
			if xs[j+1]-xs[j] > unit {
				from, to := floorDiv(xs[j]+grain/2, grain)*grain, floorDiv(xs[j+1]+grain/2, grain)*grain
				m.line = append(m.line[:0], geo.Point{X: from, Y: slope * ((first+i)*step - from)}, geo.Point{X: to, Y: slope * ((first+i)*step - to)})
				m.walk(m.line, false)
			}
		}
	}
	m.Stroke()
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// drawBorders strokes the lines round the areas, and those that are drawn dashed, since they or what lies behind them is
// not agreed: those that the outlines say so of, among them Kosovo's (XKX), and those of the codes that the spec gives.
// The other borders of neighbours are drawn with their lands.
func (m *chartMap) drawBorders() {
	focus := func(code string) bool {
		_, there := m.places[code]
		return there
	}
	for _, kind := range [...]string{"ch-border", "ch-border ch-dashed"} {
		m.SetClassName(kind)
		for i := range m.view.Borders {
			b := &m.view.Borders[i]
			own := ""
			switch {
			case b.Disputed || slices.Contains(m.Map.Dashed, b.A) || slices.Contains(m.Map.Dashed, b.B):
				own = "ch-border ch-dashed"
			case focus(b.A) || focus(b.B):
				own = "ch-border"
			}
			if own == kind {
				m.trace(m.borders[i], [][]geo.Point{b.Points}, false, grain)
			}
		}
		m.Stroke()
	}
}
