package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// lineMarks says what the key of a line chart has to explain.
type lineMarks struct{ estimated, differs, broken, revised bool }

func (p *plate) marksOf() lineMarks {
	var m lineMarks
	for j := range p.Series {
		points := p.Series[j].Points
		seen, last := false, lastOf(points)
		for i := range points {
			one := &points[i]
			m.broken = m.broken || one.Break && seen
			if one.Missing {
				continue
			}
			seen = true
			m.estimated = m.estimated || one.Estimated
			m.differs = m.differs || one.Differs
			m.revised = m.revised || one.Revised && (i == last || p.Type == Multiples) // others have no label to carry it
		}
	}
	return m
}

// unseen names the lines that have no value, and why.
func (p *plate) unseen() []keyItem {
	var items []keyItem
	for j := range p.Series {
		if one := &p.Series[j]; lastOf(one.Points) < 0 {
			items = append(items, keyItem{nil, p.lineName(j) + ": " + one.Points[len(one.Points)-1].missing()})
		}
	}
	return items
}

// lineKeys explains the marks in a line chart.
func (p *plate) lineKeys(m lineMarks) []keyItem {
	var items []keyItem
	if m.broken {
		items = append(items, keyItem{p.breakSwatch, "new series: not comparable with what was before"})
	}
	if m.estimated {
		items = append(items, keyItem{p.dottedSwatch, "e: estimate"})
	}
	if m.differs {
		items = append(items, keyItem{p.ringSwatch, "d: not fully comparable"})
	}
	if m.revised {
		items = append(items, revisedItem())
	}
	return items
}

func (p *plate) dottedSwatch(b gochart.Box) {
	p.group("ch-lines")
	p.SetClassName("ch-base ch-est")
	p.MoveTo(b.Left, (b.Top+b.Bottom)/2)
	p.LineTo(b.Right, (b.Top+b.Bottom)/2)
	p.Stroke()
	p.end()
}

func (p *plate) ringSwatch(b gochart.Box) {
	p.SetClassName("ch-base ch-hollow")
	p.ring((b.Left+b.Right)/2, (b.Top+b.Bottom)/2, 4*unit)
	p.FillStroke()
}

func (p *plate) breakSwatch(b gochart.Box) {
	p.SetClassName("ch-break")
	p.MoveTo((b.Left+b.Right)/2, b.Top-3*unit)
	p.LineTo((b.Left+b.Right)/2, b.Bottom+3*unit)
	p.Stroke()
}

// newSeries marks where series are broken: a dashed line from top to bottom where all of these are, else a short one
// across the line that is. It returns where the first line from top to bottom is, 0 without one.
func (p *plate) newSeries(f *field, of []Series) int {
	p.SetClassName("ch-break")
	first, last := 0, -4*unit
	for i := 1; i < len(p.Rows); i++ {
		broken := 0
		for j := range of {
			if of[j].Points[i].Break {
				broken++
			}
		}
		if broken == 0 {
			continue
		}
		x := (f.column(i-1) + f.column(i)) / 2
		if x < last+4*unit {
			continue // it cannot be told from the one before
		}
		last = x
		if broken == len(of) {
			p.MoveTo(x, f.box.Top)
			p.LineTo(x, f.box.Bottom)
			if first == 0 {
				first = x
			}
			continue
		}
		for j := range of {
			if one := &of[j].Points[i]; one.Break && !one.Missing {
				y := f.level(one.Value)
				p.MoveTo(x, y-8*unit)
				p.LineTo(x, y+8*unit)
			}
		}
	}
	p.Stroke()
	return first
}

// sayNewSeries writes the words above a field, right of their line where they have room.
func (p *plate) sayNewSeries(f *field, x int) {
	const text = "new series"
	p.SetClassName("ch-break")
	p.MoveTo(x, f.box.Top-39*unit)
	p.LineTo(x, f.box.Top)
	p.Stroke()
	wide := textWidth(text, p.little())
	left := x + 5*unit
	if left+wide > p.width {
		left = x - 5*unit - wide
	}
	p.write(text, "ch-muted", p.little(), left, f.box.Top-29*unit)
}

// differing draws a ring around values that were counted otherwise, as far as they can be told apart; the last value has
// its mark in words.
func (p *plate) differing(f *field, points []Point, class string) {
	p.SetClassName(class + " ch-hollow")
	end, last := lastOf(points), -8*unit
	for i := range points {
		if one := &points[i]; one.Differs && !one.Missing && i < end {
			if x, y := f.place(i, one.Value); x >= last+8*unit {
				p.ring(x, y, 35)
				p.FillStroke()
				last = x
			}
		}
	}
}
