package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// bars draws Change and Bar, and returns the height.
func (p *plate) bars() int {
	look := p.barLook()
	look.limit = cutAt(p.Spec)
	rows, left := p.barRows(look)
	scale := fit(p.width-left-2*unit, longest(rows), func(scale float64) (int, int) { return barNeeds(rows, scale) })
	top := 2 * unit
	if !p.nameBars(&rows[0], look, scale, left) {
		top = p.barLegend(left)
	}
	bottom := top
	for i := range rows {
		rows[i].top = bottom
		bottom += rows[i].high
	}
	lo, hi, whole := p.extent()
	if look.limit > 0 {
		lo, hi = max(lo, -look.limit), min(hi, look.limit)
	} else if lo >= 0 {
		hi = scale.Max
	}
	p.valueAxis(scale, left, top, bottom, lo, hi, whole)
	p.barMarks(rows, look, scale, left)
	p.zeroLine(scale, left, top, bottom)
	p.group("ch-labels ch-end")
	for i := range rows {
		p.writeHead(&rows[i].rowHead, left-nameGap)
	}
	p.end()
	p.barValues(rows, look, scale, left)
	items := p.remarks(p.estimateSwatch)
	if look.limit > 0 {
		items = append(items, keyItem{p.cutSwatch, "bar cut short: the value is far beyond this scale"})
	}
	return p.keys(items, left, bottom+p.little().lineHeight()+5*unit)
}

// barMarks draws the bars: one path for each class, one more for those that are estimated, and their hatching.
func (p *plate) barMarks(rows []barRow, look barLook, scale *gochart.ContinuousRange, left int) {
	p.group("ch-bars")
	for _, class := range [...]string{"ch-base", "ch-up", "ch-down", "ch-s1", "ch-s2", "ch-s3", "ch-s4", "ch-s5", "ch-rest"} {
		p.SetClassName(class)
		p.eachBar(rows, look, func(b *bar, top int) {
			if b.class == class && !b.estimated {
				p.barMark(b, top, look.thick, scale, left)
			}
		})
		p.Fill()
		p.SetClassName(class + " ch-est")
		p.eachBar(rows, look, func(b *bar, top int) {
			if b.class == class && b.estimated {
				p.barMark(b, top, look.thick, scale, left)
			}
		})
		p.FillStroke()
		p.SetClassName(class + " ch-hatch")
		p.eachBar(rows, look, func(b *bar, top int) {
			if b.class == class && b.estimated && !b.missing {
				zero, end := left+scale.Translate(0), b.end(scale, left)
				p.hatch(gochart.Box{Left: min(zero, end), Right: max(zero, end), Top: top, Bottom: top + look.thick})
			}
		})
		p.Stroke()
	}
	p.end()
}

// eachBar calls draw for every bar with the top of its mark.
func (p *plate) eachBar(rows []barRow, look barLook, draw func(b *bar, top int)) {
	for i := range rows {
		y := rows[i].top + (rows[i].high-rows[i].thick(look))/2
		for j := range rows[i].bars {
			b := &rows[i].bars[j]
			draw(b, y+(b.high-look.thick)/2)
			y += b.high + look.gap
		}
	}
}

// end is where a bar ends.
func (b *bar) end(scale *gochart.ContinuousRange, left int) int {
	x := left + scale.Translate(b.value)
	if b.value < 0 {
		return x - b.extra
	}
	return x + b.extra
}

// barMark adds a bar to the path. A cut bar has two slanted slits beyond the scale. A value that is not zero is at
// least a pixel long.
func (p *plate) barMark(b *bar, top, thick int, scale *gochart.ContinuousRange, left int) {
	if b.missing || b.value == 0 {
		return
	}
	zero, end, side := left+scale.Translate(0), b.end(scale, left), 1
	if b.value < 0 {
		side = -1
	}
	if (end-zero)*side < unit {
		end = zero + side*unit
	}
	bottom, slant := top+thick, 4*unit
	if b.extra == 0 {
		p.piece(zero, zero, end, end, top, bottom)
		return
	}
	// The slits stand near the end of the scale, where the part that is to scale stops.
	x, slit, sliver := end-side*(b.extra-8*unit), side*25, side*3*unit
	p.piece(zero, zero, x+slant, x, top, bottom)
	x += slit
	p.piece(x+slant, x, x+sliver+slant, x+sliver, top, bottom)
	x += slit + sliver
	p.piece(x+slant, x, end, end, top, bottom)
}
