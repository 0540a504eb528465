package chart

import (
	"fmt"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// panel is one small line chart among several.
type panel struct {
	series int
	title  []string // the name of the series, wrapped
	value  string   // the last value, and when that was if it is not the last row
	beside bool     // the value stands right of the title's last line, else below
	ticks  []gochart.Tick
	gutter int // room for the numbers left of it
}

// grid is how the panels are laid out.
type grid struct {
	columns, gap, high, wide int
	panels                   []panel
}

// multiples draws Multiples: a panel for each series, all over the same rows, and returns the height.
func (p *plate) multiples() int {
	g := p.panels()
	places, y := p.placed(), 0
	if p.Free {
		y = p.ownScales()
	}
	context := p.context()
	for from := 0; from < len(g.panels); from += g.columns {
		row := g.panels[from:min(from+g.columns, len(g.panels))]
		lines := 1
		for i := range row {
			lines = max(lines, row[i].lines())
		}
		top := y + lines*p.bold().lineHeight() + 10*unit
		left, bottom := 0, top+g.high
		for i := range row {
			one := &row[i]
			left += one.gutter
			box := gochart.NewBox(top, left, left+g.wide, top+g.high)
			f := newField(box, places, len(p.Rows), one.ticks[0].Value, one.ticks[len(one.ticks)-1].Value)
			p.panelTitle(one, f, y)
			p.panel(one, f, context)
			bottom = max(bottom, p.panelEnds(f))
			left += g.wide + g.gap
		}
		y = bottom + 16*unit
	}
	return p.keys(p.lineKeys(p.marksOf()), 0, y-12*unit)
}

// ownScales says that the panels cannot be compared by height, and returns where the note ends.
func (p *plate) ownScales() int {
	f := p.bold()
	p.write("Each panel has its own scale", "", f, 0, f.lineHeight())
	return f.lineHeight() + 14*unit
}

// panels lays the grid out: two to four columns, one or two in a narrow drawing.
func (p *plate) panels() *grid {
	n := len(p.Series)
	g := &grid{columns: [...]int{1, 1, 2, 3, 2, 3, 3, 4, 4, 3, 4, 4, 4}[n], gap: 26 * unit, panels: make([]panel, n)}
	g.high = [...]int{0, 220, 150, 120, 104}[g.columns] * unit
	if p.narrow {
		g.columns, g.gap, g.high = min(n, 2), 18*unit, 92*unit
		if n == 1 {
			g.high = 150 * unit
		}
	}
	gutter := 0
	for j := range g.panels {
		one := &g.panels[j]
		one.series = j
		if p.Free {
			one.ticks = p.panelTicks(p.Series[j : j+1])
		} else if j == 0 {
			one.ticks = p.panelTicks(p.Series)
		} else {
			one.ticks = g.panels[0].ticks
		}
		gutter = max(gutter, p.widestTick(one.ticks)+8*unit)
	}
	gutters := 1
	if p.Free {
		gutters = g.columns
	}
	g.wide = (p.width - gutters*gutter - (g.columns-1)*g.gap - 4*unit) / g.columns
	for j := range g.panels {
		if p.Free || j%g.columns == 0 {
			g.panels[j].gutter = gutter
		}
		p.entitle(&g.panels[j], g.wide)
	}
	for j := range g.panels { // all values stand beside the names, or all below
		g.panels[0].beside = g.panels[0].beside && g.panels[j].beside
	}
	for j := range g.panels {
		g.panels[j].beside = g.panels[0].beside
	}
	return g
}

// panelTicks are those of a scale that all of these series share.
func (p *plate) panelTicks(of []Series) []gochart.Tick {
	lo, hi, whole := reach(of)
	a := newAxis(hi-lo, 3, whole)
	return p.ticks(a, a.from(lo), a.to(hi), max(hi, -lo) >= 1e4)
}

// entitle finds the words above a panel.
func (p *plate) entitle(one *panel, wide int) {
	s := &p.Series[one.series]
	if _, _, last := extremes(s.Points); last >= 0 {
		one.value = p.marked(s.Points[last])
		if last < len(p.Rows)-1 {
			one.value += ", " + p.Rows[last].short()
		}
	} else {
		one.value = s.Points[len(s.Points)-1].missing()
	}
	one.title = wrap(s.Name, wide, p.bold())
	last := one.title[len(one.title)-1]
	one.beside = textWidth(last, p.bold())+8*unit+textWidth(one.value, p.bold()) <= wide
}

func (one *panel) lines() int {
	if one.beside {
		return len(one.title)
	}
	return len(one.title) + 1
}

// panelTitle writes the name of a panel and its last value, the last line right above the panel.
func (p *plate) panelTitle(one *panel, f *field, y int) {
	b := p.bold()
	base := f.box.Top - 14*unit
	y = base - (one.lines()-1)*b.lineHeight()
	p.group("ch-ends")
	for _, l := range one.title {
		p.write(l, "", b, f.box.Left, y)
		y += b.lineHeight()
	}
	value := wrap(one.value, f.box.Width(), b)
	x, class := f.box.Left, "ch-t1"
	if one.beside {
		x, class = f.box.Right, "ch-t1 ch-end"
	}
	p.write(value[0], class, b, x, base)
	p.end()
}

// panel draws one panel: level lines, the other lines in faint grey, its own line over a light area, and its end.
func (p *plate) panel(one *panel, f *field, context bool) {
	p.levels(f, one.ticks)
	if one.gutter > 0 {
		p.levelNumbers(f, one.ticks, p.Free)
	}
	if context {
		p.group("ch-lines ch-context")
		for j := range p.Series {
			if j != one.series {
				p.follow(f.trace(p.Series[j].Points), "ch-base")
			}
		}
		p.end()
	}
	points := p.Series[one.series].Points
	way := f.trace(points)
	p.under(f, way, "ch-s1 ch-area")
	p.newSeries(f, p.Series[one.series:one.series+1])
	p.group("ch-lines")
	p.course(f, points, way, "ch-s1")
	if len(way) > 0 {
		last := way[len(way)-1]
		p.SetClassName("ch-s1")
		p.Circle(35, last.x, last.y)
	}
	p.end()
}

// mostContext is how many values of other panels a chart draws in grey; more would only be a thicket.
const mostContext = 2500

// context says whether each panel shows the lines of the others.
func (p *plate) context() bool {
	n := len(p.Series)
	return !p.Free && n > 1 && n*(n-1)*len(p.Rows) <= mostContext
}

// panelEnds names the first and the last row below a panel, and returns where that ends.
func (p *plate) panelEnds(f *field) int {
	font := p.little()
	first, last := p.Rows[0].short(), p.Rows[len(p.Rows)-1].short()
	y, lines := f.box.Bottom+6*unit+font.lineHeight(), 1
	p.group("ch-zero")
	p.SetClassName("")
	for _, x := range [2]int{f.box.Left, f.box.Right} {
		p.MoveTo(x, f.box.Bottom)
		p.LineTo(x, f.box.Bottom+5*unit)
	}
	p.Stroke()
	p.end()
	p.group("ch-ticks")
	half := f.box.Width()/2 - 5*unit
	if len(p.Rows) == 1 {
		half, last = f.box.Width(), ""
	}
	for k, l := range wrap(first, half, font) {
		p.write(l, "", font, f.box.Left, y+k*font.lineHeight())
		lines = max(lines, k+1)
	}
	if last != "" {
		for k, l := range wrap(last, half, font) {
			p.write(l, "ch-end", font, f.box.Right, y+k*font.lineHeight())
			lines = max(lines, k+1)
		}
	}
	p.end()
	return y + (lines-1)*font.lineHeight() + 5*unit
}

// unfitMultiples says what small multiples cannot show.
func (s *Spec) unfitMultiples() []string {
	if len(s.Series) < 2 {
		return nil
	}
	for i := range s.Series {
		if s.Series[i].Name == "" {
			return []string{fmt.Sprintf("panel %d of %d has no name: the series of small multiples need one", i+1, len(s.Series))}
		}
	}
	return nil
}
