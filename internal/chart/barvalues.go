package chart

import gochart "github.com/wcharczuk/go-chart/v2"

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
