package chart

import (
	"strings"
	"unicode/utf8"
)

// mapRun is words of one font in a line of a label.
type mapRun struct {
	text  string
	font  font
	class string
	x     int // from the left end of its line
}

// mapWording is one way to write the label of an area, in centred lines.
type mapWording struct {
	lines      [][]mapRun
	widths     []int
	wide, high int
	cost       int // how much it says less than the best one, in the unit of mapSeat.cost
}

// The widest line and the most lines of a label.
const (
	labelWide, labelWideNarrow = 150 * unit, 120 * unit
	labelLines                 = 4
)

// Costs of wordings.
const (
	costWrapped  = 5
	costTwoLines = 3
	costShort    = 24
)

// wordings are the ways to write the label of an area, the fullest first: the name, with the value where that does not
// stand in a circle; on one line or broken in two; by its short name. A value never stands without its name: what has no
// room is listed below the map.
func (m *chartMap) wordings(a *mapArea) []mapWording {
	row := m.Rows[a.row]
	name := func(text string) mapRun { return mapRun{text: text, font: m.little()} }
	var value []mapRun
	if m.Map.Style != Locator && !a.under {
		value = []mapRun{{text: m.mapValue(a), font: font{m.small, true}}}
		if a.point.Missing {
			value = []mapRun{{text: a.point.missing(), font: m.little(), class: "ch-none"}}
		}
	}
	names := [][]string{{row.Label}}
	costs := []int{0}
	if two := halves(row.Label, m.little()); two != nil {
		names, costs = append(names, two), append(costs, costWrapped)
	}
	most := labelWide
	if m.narrow {
		most = labelWideNarrow
	}
	if textWidth(row.Label, m.little()) > 2*most {
		names, costs = [][]string{wrap(row.Label, most, m.little())}, []int{costWrapped}
	}
	if short := row.short(); short != row.Label {
		names, costs = append(names, []string{short}), append(costs, costShort)
	}
	var out []mapWording
	for i, lines := range names {
		if len(lines) > labelLines {
			continue
		}
		var w mapWording
		for _, l := range lines {
			w.add(name(l))
		}
		w.cost = costs[i]
		if value == nil {
			out = append(out, w)
			continue
		}
		if m.Map.Style == Symbols && len(lines) == 1 {
			one := mapWording{cost: costs[i]}
			one.add(name(lines[0]), value[0])
			out = append(out, one)
			w.cost += costTwoLines
		}
		w.add(value...)
		out = append(out, w)
	}
	return out
}

// add adds a line.
func (w *mapWording) add(runs ...mapRun) {
	x := 0
	line := make([]mapRun, len(runs))
	for i, r := range runs {
		if i > 0 {
			x += r.font.size * unit * 4 / 10
		}
		r.x = x
		line[i] = r
		x += textWidth(r.text, r.font)
	}
	w.lines, w.widths = append(w.lines, line), append(w.widths, x)
	w.wide = max(w.wide, x)
	w.high += runs[0].font.lineHeight()
}

// halves breaks a name into two lines that are as even as its spaces allow; nil for a name without one.
func halves(name string, f font) []string {
	var best []string
	least := 0
	for i, c := range name {
		if c != ' ' || i == 0 || i == len(name)-1 {
			continue
		}
		two := []string{strings.TrimSpace(name[:i]), strings.TrimSpace(name[i+1:])}
		if wide := widest(two, f); best == nil || wide < least {
			best, least = two, wide
		}
	}
	if best == nil || utf8.RuneCountInString(name) < 8 {
		return nil
	}
	return best
}

// mapSeat is a place for a label. There are a thousand of some labels, so that it is small, and holds no pointer.
type mapSeat struct {
	box     seatBox // of its words
	hull    seatBox // of its words and its line
	x1, y1  int32   // a line leads from here to the label if led is set,
	x2, y2  int32   // and to here
	cost    int32
	wording int16 // its number among those of the label
	against int16 // the label that was in its way last: it is so again most times
	led     bool
}

// mapLabel is the label of an area, with all its possible places, the cheapest first.
type mapLabel struct {
	area  int // its number in chartMap.areas
	words []mapWording
	seats []mapSeat
	at    int // which it has, -1 for none
}

// drawLabels writes the labels that have room and returns the areas that have none.
func (m *chartMap) drawLabels() (without []int) {
	labels := m.seatLabels()
	m.group("ch-leads")
	for _, class := range [...]string{"ch-lead-edge", "ch-lead"} {
		m.SetClassName(class)
		for i := range labels {
			if l := &labels[i]; l.at >= 0 && l.seats[l.at].led {
				s := &l.seats[l.at]
				m.MoveTo(int(s.x1), int(s.y1))
				m.LineTo(int(s.x2), int(s.y2))
			}
		}
		m.Stroke()
	}
	if m.Map.Style != Symbols {
		m.SetClassName("ch-lead-dot")
		for i := range labels {
			if l := &labels[i]; l.at >= 0 && l.seats[l.at].led && m.areas[l.area].r == 0 {
				m.Circle(2*unit, int(l.seats[l.at].x1), int(l.seats[l.at].y1))
			}
		}
	}
	m.end()
	m.group("ch-names")
	for i := range labels {
		l := &labels[i]
		if l.at < 0 {
			without = append(without, m.areas[l.area].row)
			continue
		}
		m.writeLabel(l)
	}
	m.end()
	return without
}

// writeLabel writes the lines of a label, with an edge in the colour of what they stand on.
func (m *chartMap) writeLabel(l *mapLabel) {
	s, a := &l.seats[l.at], &m.areas[l.area]
	c := m.grid.under(s.box, a.place)
	over := "ch-on-sea"
	switch {
	case c.own >= max(c.others, c.land, c.sea):
		over = a.over
	case c.others >= max(c.land, c.sea):
		over = "ch-on-focus"
		if other := m.grid.at(int(s.box.left+s.box.right)/2, int(s.box.top+s.box.bottom)/2); other >= 0 {
			over = m.areas[m.owners[other]].over
		}
	case c.land >= c.sea:
		over = "ch-on-land"
	}
	w := &l.words[s.wording]
	y := int(s.box.top)
	for i, line := range w.lines {
		high := line[0].font.lineHeight()
		x := (int(s.box.left+s.box.right) - w.widths[i]) / 2
		for _, r := range line {
			class := over
			if r.class != "" {
				class = r.class + " " + over
			}
			m.write(r.text, class, r.font, x+r.x, y+high/2+r.font.drop())
		}
		y += high
	}
}
