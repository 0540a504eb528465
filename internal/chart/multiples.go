package chart

import (
	"fmt"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// panel is one small line chart among several.
type panel struct {
	series int
	title  []string // the name of the series, wrapped
	value  []string // the last value, and when that was if it is not the last row
	beside bool     // the value stands right of the title's last line, else below
	scale  levels
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
	marks, context := p.marksOf(), p.context()
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
			f := newField(box, places, len(p.Rows), one.scale.bottom, one.scale.top)
			p.panelTitle(one, f)
			p.panel(one, f, marks, context)
			bottom = max(bottom, p.panelEnds(f))
			left += g.wide + g.gap
		}
		y = bottom + 16*unit
	}
	return p.keys(p.lineKeys(marks), 0, y-12*unit)
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
		g.columns, g.gap, g.high = 2, 18*unit, 92*unit
		if n <= 2 {
			g.columns, g.high = 1, 130*unit
		}
	}
	gutter := 0
	for j := range g.panels {
		one := &g.panels[j]
		one.series = j
		if p.Free {
			one.scale = p.panelLevels(p.Series[j : j+1])
		} else if j == 0 {
			one.scale = p.panelLevels(p.Series)
		} else {
			one.scale = g.panels[0].scale
		}
		gutter = max(gutter, p.widestTick(one.scale.ticks)+8*unit)
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

// panelLevels are those of a scale that all of these series share.
func (p *plate) panelLevels(of []Series) levels {
	lo, hi, whole := reach(of)
	parts := 3
	if len(p.Series) <= 4 && !p.narrow { // higher panels
		parts = 4
	}
	a := newAxis(hi-lo, parts, whole)
	return p.levelsOf(a, lo, hi, max(hi, -lo) >= 1e4)
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
