package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// legendItem names a series above a chart: its mark, in a square of swatch, and its name.
type legendItem struct {
	name  string
	font  font
	class string // of the name
	mark  func(gochart.Box)
}

// Sizes of a legend, in tenths of a pixel.
const (
	swatch        = 12 * unit
	swatchGap     = 6 * unit
	legendBetween = 20 * unit
	legendBelow   = 9 * unit // between a legend and what it names
)

// long is how wide an item is.
func (i legendItem) long() int { return swatch + swatchGap + textWidth(i.name, i.font) }

// writeItem writes an item at x, its first line in the line that begins at y; it returns where its last line begins.
func (p *plate) writeItem(item legendItem, lines []string, x, y int) int {
	middle := y + item.font.lineHeight()/2
	item.mark(gochart.Box{Left: x, Right: x + swatch, Top: middle - swatch/2, Bottom: middle + swatch/2})
	for k, l := range lines {
		if k > 0 {
			y += item.font.lineHeight()
		}
		p.write(l, item.class, item.font, x+swatch+swatchGap, y+item.font.lineHeight()/2+item.font.drop())
	}
	return y
}

// legend names the series above a chart, in their order: in one line from left, or where that is too short, in as many
// as are needed from the edge. It returns where the chart begins.
func (p *plate) legend(items []legendItem, left int) int {
	total := -legendBetween
	for _, item := range items {
		total += item.long() + legendBetween
	}
	start := left
	if left+total > p.width {
		start = 0
	}
	x, y := start, 0
	p.group("ch-legend")
	for _, item := range items {
		lines := wrap(item.name, p.width-swatch-swatchGap, item.font)
		wide := swatch + swatchGap + widest(lines, item.font)
		if x > start && x+wide > p.width {
			x, y = start, y+item.font.lineHeight()+3*unit
		}
		y = p.writeItem(item, lines, x, y)
		x += wide + legendBetween
	}
	p.end()
	return y + p.little().lineHeight() + legendBelow
}

// boxItem is an item with a box of a class.
func (p *plate) boxItem(name, class string) legendItem {
	return legendItem{name: name, font: p.little(), mark: func(b gochart.Box) {
		p.SetClassName(class)
		p.box(b)
		p.Fill()
	}}
}
