package chart

import (
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// piece adds a shape with level edges and ends that may slant.
func (p *plate) piece(topStart, bottomStart, topEnd, bottomEnd, top, bottom int) {
	p.MoveTo(topStart, top)
	p.LineTo(topEnd, top)
	p.LineTo(bottomEnd, bottom)
	p.LineTo(bottomStart, bottom)
	p.Close()
}

// box adds a box.
func (p *plate) box(b gochart.Box) { p.piece(b.Left, b.Left, b.Right, b.Right, b.Top, b.Bottom) }

// hatch adds lines that rise at 45 degrees and fill a box.
func (p *plate) hatch(b gochart.Box) {
	step, high := 6*unit, b.Height()
	for x := b.Left - high + step; x < b.Right; x += step {
		cut, over := max(0, b.Left-x), max(0, x+high-b.Right)
		if high-cut-over > unit {
			p.MoveTo(x+cut, b.Bottom-cut)
			p.LineTo(x+high-over, b.Top+over)
		}
	}
}

// ring is the path of a circle.
func (p *plate) ring(x, y int, radius float64) {
	p.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	p.Close()
}

// overlap says whether two boxes share more than an edge.
func overlap(a, b gochart.Box) bool {
	return a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom
}

// inside moves the middle of a text so that it stays within the picture.
func (p *plate) inside(x, width int) int {
	return max(width/2, min(x, p.width-width/2))
}
