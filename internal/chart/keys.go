package chart

import (
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// keyItem explains a mark below a chart: a swatch, if any, and words.
type keyItem struct {
	swatch func(gochart.Box)
	text   string
}

// marked is a value as it is written in a picture, with the marks of an estimate, of another definition and of a revision.
func (p *plate) marked(point Point) string {
	return p.label(point) + point.marks()
}

// marks are the letters behind a value that the key explains.
func (p Point) marks() string {
	marks := ""
	if p.Estimated {
		marks = "\u00a0e"
	}
	if p.Differs {
		if marks != "" {
			marks += ","
		}
		marks += "\u00a0d"
	}
	if p.Revised {
		marks += "\u00a0[r]"
	}
	return marks
}

// revisedItem explains the mark of a revision.
func revisedItem() keyItem { return keyItem{nil, "[r]: revised since publication"} }

// remarks are the key items of the marks behind values; swatch shows how an estimate is drawn.
func (p *plate) remarks(swatch func(gochart.Box)) []keyItem {
	estimated, differs, revised := false, false, false
	for _, one := range p.Series {
		for _, point := range one.Points {
			estimated = estimated || point.Estimated && !point.Missing
			differs = differs || point.Differs && !point.Missing
			revised = revised || point.Revised && !point.Missing
		}
	}
	var items []keyItem
	if estimated {
		items = append(items, keyItem{swatch, "e: estimate"})
	}
	if differs {
		items = append(items, keyItem{nil, "d: not fully comparable"})
	}
	if revised {
		items = append(items, revisedItem())
	}
	return items
}

// keys writes the key below a chart whose words end at y, in lines from left; it returns the height of the chart.
func (p *plate) keys(items []keyItem, left, y int) int {
	y += 8 * unit
	if len(items) == 0 {
		return y
	}
	if p.narrow {
		left = 0
	}
	f := p.little()
	p.group("ch-key")
	x, between := left, 22*unit
	y += 4 * unit
	for _, item := range items {
		indent := 0
		if item.swatch != nil {
			indent = 27 * unit
		}
		lines := wrap(item.text, p.width-left-indent, f)
		long := indent + widest(lines, f)
		if x > left && x+long > p.width {
			x, y = left, y+f.lineHeight()+4*unit
		}
		if item.swatch != nil {
			item.swatch(gochart.Box{Left: x, Right: x + 20*unit, Top: y + f.lineHeight()/2 - 6*unit, Bottom: y + f.lineHeight()/2 + 6*unit})
		}
		for k, l := range lines {
			if k > 0 {
				y += f.lineHeight()
			}
			p.write(l, "ch-muted", f, x+indent, y+f.lineHeight()/2+f.drop())
		}
		x += long + between
	}
	p.end()
	return y + f.lineHeight() + 4*unit
}

// estimateSwatch is a bar as estimates are drawn.
func (p *plate) estimateSwatch(b gochart.Box) {
	p.SetClassName("ch-base ch-est")
	p.box(b)
	p.FillStroke()
	p.SetClassName("ch-base ch-hatch")
	p.hatch(b)
	p.Stroke()
}

// cutSwatch is a bar that is cut short.
func (p *plate) cutSwatch(b gochart.Box) {
	p.SetClassName("ch-base")
	middle := b.Left + 8*unit
	p.piece(b.Left, b.Left, middle+3*unit, middle, b.Top, b.Bottom)
	p.piece(middle+55, middle+25, b.Right, b.Right, b.Top, b.Bottom)
	p.Fill()
}

// roundedItem says what roundings do to shares.
func roundedItem() keyItem {
	return keyItem{nil, "shares are rounded and do not always add up to 100%"}
}

// uneven tells whether shares, rounded to whole per cent, do not add up to 100.
func uneven(shares []float64) bool {
	sum := 0.0
	for _, s := range shares {
		sum += math.Round(s)
	}
	return sum != 100
}
