package chart

// entitle finds the words above a panel.
func (p *plate) entitle(one *panel, wide int) {
	s, b := &p.Series[one.series], p.bold()
	value := s.Points[len(s.Points)-1].missing()
	if last := lastOf(s.Points); last >= 0 {
		value = p.marked(s.Points[last])
		if last < len(p.Rows)-1 {
			value += ", " + p.Rows[last].short()
		}
	}
	one.value = wrap(value, wide, b)
	one.title = wrap(s.Name, wide, b)
	last := one.title[len(one.title)-1]
	one.beside = textWidth(last, b)+8*unit+textWidth(value, b) <= wide
}

// lines is how many lines of words stand above a panel.
func (one *panel) lines() int {
	if one.beside {
		return len(one.title)
	}
	return len(one.title) + len(one.value)
}

// panelTitle writes the name of a panel and its last value, the last line right above the panel.
func (p *plate) panelTitle(one *panel, f *field) {
	b := p.bold()
	base := f.box.Top - 14*unit
	y := base - (one.lines()-1)*b.lineHeight()
	p.group("ch-ends")
	for _, l := range one.title {
		p.write(l, "", b, f.box.Left, y)
		y += b.lineHeight()
	}
	if one.beside {
		p.write(one.value[0], "ch-t1 ch-end", b, f.box.Right, base)
	} else {
		for _, l := range one.value {
			p.write(l, "ch-t1", b, f.box.Left, y)
			y += b.lineHeight()
		}
	}
	p.end()
}

// panel draws one panel: level lines, the other lines in faint grey, its own line over a light area, and its end.
func (p *plate) panel(one *panel, f *field, marks lineMarks, context bool) {
	p.levels(f, one.scale.ticks)
	if one.gutter > 0 {
		p.levelNumbers(f, one.scale.ticks, p.Free)
	}
	points := p.Series[one.series].Points
	way := f.trace(points)
	if context {
		p.others(f, one.series)
	}
	p.under(f, way, "ch-s1 ch-area")
	if marks.broken {
		p.newSeries(f, p.Series[one.series:one.series+1])
	}
	p.group("ch-lines")
	p.course(way, "ch-s1")
	if marks.differs {
		p.differing(f, points, "ch-s1")
	}
	if len(way) > 0 {
		last := way[len(way)-1]
		p.SetClassName("ch-s1")
		p.Circle(35, last.x, last.y)
	}
	p.end()
}

// mostContext is how many values of other panels a chart draws in grey; more would be a thicket, and a heavy page.
const mostContext = 1200

// context says whether each panel shows the lines of the others.
func (p *plate) context() bool {
	n := len(p.Series)
	return !p.Free && n > 1 && n*(n-1)*len(p.Rows) <= mostContext
}

// others draws the lines of all panels but one, as one path.
func (p *plate) others(f *field, but int) {
	p.group("ch-lines ch-context")
	p.SetClassName("ch-base")
	var way []vertex
	for j := range p.Series {
		if j == but {
			continue
		}
		way = f.traceInto(way[:0], p.Series[j].Points)
		for i := range way {
			v := &way[i]
			switch {
			case v.opens && !v.alone(way, i):
				p.MoveTo(v.x, v.y)
			case !v.opens:
				p.LineTo(v.x, v.y)
			}
		}
	}
	p.Stroke()
	p.end()
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
