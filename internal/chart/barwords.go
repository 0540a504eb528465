package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// barLabels writes the names of the rows, right-aligned at right, with the notes under them.
func (p *plate) barLabels(rows []barRow, right int) {
	p.group("ch-labels ch-end")
	plain, little := p.plain(), p.little()
	for i := range rows {
		r := &rows[i]
		y := r.top + (r.high-len(r.label)*plain.lineHeight()-len(r.note)*little.lineHeight())/2
		for _, l := range r.label {
			if l != "" {
				p.write(l, "", plain, right, y+plain.lineHeight()/2+plain.drop())
			}
			y += plain.lineHeight()
		}
		for _, l := range r.note {
			p.write(l, "ch-muted", little, right, y+little.lineHeight()/2+little.drop())
			y += little.lineHeight()
		}
	}
	p.end()
}

// barValues writes the value at the end of each bar, and beside it a note.
func (p *plate) barValues(rows []barRow, look barLook, scale *gochart.ContinuousRange, left int) {
	p.group("ch-values")
	p.eachBar(rows, look, func(b *bar, top int) {
		x, class := b.end(scale, left)+look.words, ""
		switch {
		case b.missing:
			class = "ch-none"
		case !b.font.strong:
			class = "ch-muted"
		}
		if b.value < 0 {
			x -= 2 * look.words
			if class != "" {
				class += " "
			}
			class += "ch-end"
		}
		y := top + look.thick/2 - (len(b.text)-1)*b.font.lineHeight()/2 + b.font.drop()
		for _, l := range b.text {
			p.write(l, class, b.font, x, y)
			y += b.font.lineHeight()
		}
		if b.note == "" {
			return
		}
		y, class = top+look.thick/2+p.little().drop(), "ch-muted"
		beyond := widest(b.text, b.font) + look.words + 2*unit
		if b.value < 0 {
			x, class = x-beyond, "ch-muted ch-end"
		} else {
			x += beyond
		}
		p.write(b.note, class, p.little(), x, y)
	})
	p.end()
}

// legend names the series above the bars, in their order; it returns where the bars begin.
func (p *plate) legend(left int) int {
	if len(p.Series) < 2 {
		return 2 * unit
	}
	f, swatch, gap, between := p.little(), 12*unit, 6*unit, 20*unit
	total := -between
	for _, s := range p.Series {
		total += swatch + gap + textWidth(s.Name, f) + between
	}
	start := left
	if left+total > p.width {
		start = 0
	}
	x, y := start, 0
	p.group("ch-legend")
	for j, s := range p.Series {
		lines := wrap(s.Name, p.width-swatch-gap, f)
		long := swatch + gap + widest(lines, f)
		if x > start && x+long > p.width {
			x, y = start, y+f.lineHeight()+4*unit
		}
		p.SetClassName(p.barClass(j, 0))
		p.box(gochart.Box{Left: x, Right: x + swatch, Top: y + 2*unit, Bottom: y + 2*unit + swatch})
		p.Fill()
		for k, l := range lines {
			if k > 0 {
				y += f.lineHeight()
			}
			p.write(l, "", f, x+swatch+gap, y+8*unit+f.drop())
		}
		x += long + between
	}
	p.end()
	return y + f.lineHeight() + 10*unit
}

func (p *plate) box(b gochart.Box) { p.piece(b.Left, b.Left, b.Right, b.Right, b.Top, b.Bottom) }

// key explains, below a chart, the marks that need words: estimates and cut bars. It returns the height of the chart.
func (p *plate) key(rows []barRow, left, y int) int {
	estimated, cut := false, false
	for i := range rows {
		for _, b := range rows[i].bars {
			estimated = estimated || b.estimated && !b.missing
			cut = cut || b.extra > 0
		}
	}
	if !estimated && !cut {
		return y
	}
	p.group("ch-key")
	f, swatch := p.little(), gochart.Box{Left: left, Right: left + 20*unit, Top: y + 2*unit, Bottom: y + 14*unit}
	if p.narrow {
		swatch.Left, swatch.Right = 0, 20*unit
	}
	item := func(text string) {
		x := swatch.Right + 7*unit
		for k, l := range wrap(text, p.width-x, f) {
			if k > 0 {
				swatch = swatch.Shift(0, f.lineHeight())
			}
			p.write(l, "ch-muted", f, x, swatch.Top+6*unit+f.drop())
		}
		swatch = swatch.Shift(0, f.lineHeight()+4*unit)
	}
	if estimated {
		p.SetClassName("ch-base ch-est")
		p.box(swatch)
		p.FillStroke()
		p.SetClassName("ch-base ch-hatch")
		p.hatch(swatch)
		p.Stroke()
		item("e: estimate")
	}
	if cut {
		p.SetClassName("ch-base")
		middle := swatch.Left + 8*unit
		p.piece(swatch.Left, swatch.Left, middle+3*unit, middle, swatch.Top, swatch.Bottom)
		p.piece(middle+55, middle+25, swatch.Right, swatch.Right, swatch.Top, swatch.Bottom)
		p.Fill()
		item("bar cut short: the value is far beyond this scale")
	}
	p.end()
	return swatch.Top
}
