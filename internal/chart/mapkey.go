package chart

import (
	"fmt"
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"

	"bulletin/internal/geo"
)

// mostListed is how many areas are named below a map, those that are not on it or have no label there.
const mostListed = 12

// below draws what stands under the map: the legend, the key, what is not on it, remarks on names, the disclaimer. It returns the height.
func (m *chartMap) below(without []int) int {
	y := m.view.Height
	switch m.Map.Style {
	case Symbols:
		y = m.symbolKey(y)
	case Shades:
		y = m.shadeKey(y)
	}
	y = m.keys(m.mapKeys(), 0, y)
	var lines []string
	if len(without) > mostListed {
		lines = append(lines, fmt.Sprintf("%d names do not fit on the map: the table has them all.", len(without)))
	} else if len(without) > 0 {
		lines = append(lines, "Not written on the map: "+m.rowsWithValues(without)+".")
	}
	if len(m.off) > 0 {
		lines = append(lines, "Not on the map: "+m.rowsWithValues(m.off)+".")
	}
	for _, n := range m.Map.Naming {
		if slices.ContainsFunc(m.view.Lands, func(land geo.Land) bool { return land.Code == n.Code }) {
			lines = append(lines, n.Note)
		}
	}
	if m.Map.Disclaimer != "" {
		lines = append(lines, m.Map.Disclaimer)
	}
	return m.foot(lines, y)
}

// foot writes small, muted lines of text below y, wrapped, and returns where they end.
func (p *plate) foot(lines []string, y int) int {
	if len(lines) == 0 {
		return y
	}
	y += 6 * unit
	var b block
	for _, l := range lines {
		b.add(l, p.width, p.little(), "ch-muted")
	}
	p.writeBlock(&b, "", 0, y)
	return y + b.high + 4*unit
}

// rowsWithValues names rows: "Western Balkan route 145,600 and Other 12".
func (m *chartMap) rowsWithValues(rows []int) string {
	var names []string
	for _, row := range rows[:min(len(rows), mostListed)] {
		text := m.Rows[row].Label
		if m.Map.Style != Locator {
			if p := m.Series[0].Points[row]; p.Missing {
				text += " (" + p.missing() + ")"
			} else {
				text += " " + m.marked(p)
			}
		}
		names = append(names, text)
	}
	if more := len(rows) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return m.Locale.List(names)
}

// symbolKey draws circles of round values and says what they are.
func (m *chartMap) symbolKey(y int) int {
	circles := m.keyCircles()
	if len(circles) == 0 {
		return y
	}
	box := m.drawKeyCircles(circles, 0, y+12*unit)
	what := "The area of a circle is its value."
	if m.Axis.Unit != "" {
		what = "The area of a circle is the number of " + m.Axis.Unit + "."
	}
	var b block
	left := box.Right + 22*unit
	b.add(what, m.width-left, m.little(), "ch-muted")
	top := (box.Top + box.Bottom - b.high) / 2
	m.writeBlock(&b, "", left, top)
	return max(box.Bottom, top+b.high)
}

// shadeKey draws a swatch for each class, side by side or, where their words are too long for that, one below the other.
func (m *chartMap) shadeKey(y int) int {
	f := m.little()
	n := len(m.shades.labels)
	wide := 0
	for _, l := range m.shades.labels {
		wide = max(wide, textWidth(l, f))
	}
	high, gap := 12*unit, 2*unit
	each := max(64*unit, wide+12*unit)
	if m.narrow {
		each = (m.width + gap) / max(n, 5)
	}
	y += 12 * unit
	m.group("ch-key")
	defer m.end()
	if wide > each-6*unit || each*n > m.width+gap {
		for k := range n {
			m.swatchOf(k, gochart.Box{Left: 0, Right: 28 * unit, Top: y + f.lineHeight()/2 - high/2, Bottom: y + f.lineHeight()/2 + high/2})
			for _, l := range wrap(m.shades.labels[k], m.width-36*unit, f) {
				m.write(l, "", f, 36*unit, y+f.lineHeight()/2+f.drop())
				y += f.lineHeight()
			}
			y += gap
		}
		return y
	}
	for k, l := range m.shades.labels {
		left := k * each
		m.swatchOf(k, gochart.Box{Left: left, Right: left + each - gap, Top: y, Bottom: y + high})
		m.write(l, "ch-mid", f, left+(each-gap)/2, y+high+f.lineHeight()/2+f.drop()+gap)
	}
	return y + high + f.lineHeight() + gap
}

func (m *chartMap) swatchOf(class int, b gochart.Box) {
	m.SetClassName("ch-" + m.shades.tints[class] + " ch-swatch")
	m.box(b)
	m.Fill()
}

// mapKeys explain what else is drawn: areas without a figure, estimates, other definitions.
func (m *chartMap) mapKeys() []keyItem {
	var items []keyItem
	none := false
	var guess *mapArea
	for i := range m.areas {
		a := &m.areas[i]
		none = none || a.point.Missing
		if a.point.Estimated && !a.point.Missing {
			guess = a
		}
	}
	if none {
		items = append(items, keyItem{func(b gochart.Box) {
			m.SetClassName("ch-no-value")
			m.box(b)
			m.Fill()
			m.SetClassName("ch-no-hatch")
			m.hatch(b)
			m.Stroke()
		}, "no figure"})
	}
	if m.Map.Style == Locator {
		return items
	}
	return append(items, m.remarks(func(b gochart.Box) { m.guessSwatch(guess, b) })...)
}

// guessSwatch is an estimate as the map draws it, in the look of one of its areas.
func (m *chartMap) guessSwatch(a *mapArea, b gochart.Box) {
	switch {
	case m.Map.Style == Symbols:
		m.group("ch-symbols")
		m.SetClassName("ch-symbol ch-est")
		m.Circle(6*unit, (b.Left+b.Right)/2, (b.Top+b.Bottom)/2)
		m.end()
	case a != nil:
		m.SetClassName(a.tint)
		m.box(b)
		m.Fill()
		m.SetClassName("ch-est-hatch " + overClass(a))
		m.hatch(b)
		m.Stroke()
	}
}
