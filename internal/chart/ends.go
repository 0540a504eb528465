package chart

import "slices"

// endLabel is what stands at the end of a line.
type endLabel struct {
	series, row int
	lines       []string
	fonts       []font
	high        int
	y           int // its top
}

// endLabels lays out the labels at the ends of the lines; long is the room they need to the right of the chart. A single
// line needs no name: its last value and when that was.
func (p *plate) endLabels() (ends []endLabel, long int) {
	most := 170 * unit
	if p.narrow {
		most = 104 * unit
	}
	for j, s := range p.Series {
		_, _, last := extremes(s.Points)
		if last < 0 {
			continue
		}
		e := endLabel{series: j, row: last, high: 2 * unit}
		add := func(text string, f font) {
			for _, l := range wrap(text, most, f) {
				e.lines, e.fonts = append(e.lines, l), append(e.fonts, f)
				e.high += f.lineHeight()
				long = max(long, textWidth(l, f))
			}
		}
		value := p.value(s.Points[last])
		switch {
		case len(p.Series) == 1:
			add(value, p.bold())
			add(p.Rows[last].short(), p.little())
		case s.Name == "":
			add(value, font{p.small, true})
		default:
			add(s.Name, font{p.small, true})
			add(value, p.little())
		}
		ends = append(ends, e)
	}
	return ends, long + p.lead()
}

// lead is the room between the end of a line and its label, for the stroke that leads to it.
func (p *plate) lead() int {
	if len(p.Series) == 1 {
		return 9 * unit
	}
	return 22 * unit
}

// writeEnds writes the labels at the ends, moved apart where they would overlap, and leads each line to its own.
func (p *plate) writeEnds(f *field, ends []endLabel) {
	for i := range ends {
		_, y := f.place(ends[i].row, p.Series[ends[i].series].Points[ends[i].row].Value)
		ends[i].y = y - ends[i].first()
	}
	slices.SortStableFunc(ends, func(a, b endLabel) int { return a.y - b.y })
	spread(ends, f.box.Top-10*unit, f.box.Bottom+10*unit)
	p.group("ch-ends")
	for i := range ends {
		e := &ends[i]
		x, y := f.place(e.row, p.Series[e.series].Points[e.row].Value)
		p.SetClassName(lineClass(e.series))
		p.Circle(35, x, y)
		right := f.box.Right + p.lead()
		if len(p.Series) > 1 {
			p.SetClassName(seriesClass(e.series) + " ch-lead")
			p.MoveTo(x+5*unit, y)
			p.LineTo(max(x+5*unit, f.box.Right+6*unit), y)
			p.LineTo(right-5*unit, e.y+e.first())
			p.Stroke()
		}
		if len(p.Series) == 1 && x < f.box.Right {
			right = x + p.lead()
		}
		y = e.y
		for k, l := range e.lines {
			class := ""
			if !e.fonts[k].strong {
				class = "ch-muted"
			}
			p.write(l, class, e.fonts[k], right, y+e.fonts[k].lineHeight()/2+e.fonts[k].drop())
			y += e.fonts[k].lineHeight()
		}
	}
	p.end()
}

// first is the way from the top of a label to the middle of its first line.
func (e *endLabel) first() int { return e.fonts[0].lineHeight() / 2 }

// spread moves labels, sorted by where they want to be, so that none overlap, between top and bottom: first down, then
// back up.
func spread(ends []endLabel, top, bottom int) {
	for i := range ends {
		ends[i].y = max(ends[i].y, top)
		top = ends[i].y + ends[i].high
	}
	for i := len(ends) - 1; i >= 0; i-- {
		ends[i].y = min(ends[i].y, bottom-ends[i].high)
		bottom = ends[i].y
	}
}
