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
		if b.name != "" {
			p.write(b.name, "", p.little(), x+widest(b.text, b.font)+look.words+2*unit, top+look.thick/2+p.little().drop())
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

// nameBars names three series and more behind the values of the first row, where all names have room there: then the
// chart needs no legend. It returns whether it did.
func (p *plate) nameBars(r *barRow, look barLook, scale *gochart.ContinuousRange, left int) bool {
	if len(p.Series) < 3 {
		return false
	}
	for j := range r.bars {
		b := &r.bars[j]
		name := p.Series[j].Name
		if b.missing || b.value < 0 || name == "" || b.end(scale, left)+b.room+look.words+2*unit+textWidth(name, p.little()) > p.width {
			return false
		}
	}
	for j := range r.bars {
		r.bars[j].name = p.Series[j].Name
	}
	return true
}

// barLegend names the series above the bars, in their order; it returns where the bars begin.
func (p *plate) barLegend(left int) int {
	if len(p.Series) < 2 {
		return 2 * unit
	}
	items := make([]legendItem, len(p.Series))
	for j, s := range p.Series {
		items[j] = p.boxItem(s.Name, p.barClass(j, 0, false))
	}
	return p.legend(items, left)
}
