package chart

import (
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// raster is the canvas of a picture of dots. go-chart's raster context fills the areas, by the nonzero rule; lines are
// made into areas and curves into straight pieces here, and letters are areas too.
type raster struct {
	pen
	picture *image.RGBA
	context *drawing.RasterGraphicContext
	area    drawing.Path
	looks   *looker
	scale   int // dots to a pixel
	dx, dy  int // where zero is, in tenths of a pixel
	lines   []chain
	letters map[letter][]chain
	missing []rune
}

var _ standing = (*raster)(nil)

// newRaster is a picture of a size in dots, filled with a colour.
func newRaster(width, height, scale int, ground colour, looks *looker) *raster {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	context := drawing.NewRasterGraphicContextWithPainter(picture, &painter{picture: picture})
	context.SetFillRule(drawing.FillRuleWinding)
	draw.Draw(picture, picture.Bounds(), image.NewUniform(ground.opaque(1)), image.Point{}, draw.Src)
	return &raster{picture: picture, context: context, looks: looks, scale: scale, letters: map[letter][]chain{}}
}

// opaque is the colour for go-chart.
func (c colour) opaque(opacity float64) color.Color {
	return color.NRGBA{c.r, c.g, c.b, uint8(math.Round(min(1, max(0, opacity)) * 255))}
}

func (r *raster) group(class string) { r.looks.group(class) }
func (r *raster) end()               { r.looks.end() }
func (r *raster) move(x, y int)      { r.dx, r.dy = x, y }

func (r *raster) fault() error {
	if r.looks.err != nil {
		return r.looks.err
	}
	return missing(r.missing)
}

// at is a place in dots.
func (r *raster) at(x, y int) dot {
	return dot{float64((x+r.dx)*r.scale) / unit, float64((y+r.dy)*r.scale) / unit}
}

func (r *raster) MoveTo(x, y int) { r.lines = append(r.lines, chain{dots: []dot{r.at(x, y)}}) }

func (r *raster) LineTo(x, y int) { r.lineTo(r.at(x, y)) }

func (r *raster) lineTo(d dot) {
	n := len(r.lines)
	if n == 0 {
		r.lines = append(r.lines, chain{dots: []dot{d}})
		return
	}
	last := &r.lines[n-1]
	if last.closed { // what follows begins where the closed line began
		r.lines = append(r.lines, chain{dots: []dot{last.dots[0], d}})
		return
	}
	last.dots = append(last.dots, d)
}

func (r *raster) QuadCurveTo(cx, cy, x, y int) {
	control, to := r.at(cx, cy), r.at(x, y)
	if len(r.lines) == 0 {
		r.lineTo(control)
	}
	last := r.lines[len(r.lines)-1].dots
	for _, d := range curve(nil, last[len(last)-1], control, to) {
		r.lineTo(d)
	}
}

// curve adds a quadratic curve in straight pieces, none of them a twelfth of a dot away from it.
func curve(out []dot, from, control, to dot) []dot {
	bow := math.Hypot(from.x-2*control.x+to.x, from.y-2*control.y+to.y) / 4
	n := max(1, min(64, int(math.Ceil(math.Sqrt(12*bow)))))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		a, b, c := (1-t)*(1-t), 2*t*(1-t), t*t
		out = append(out, dot{
			float64(a*from.x) + float64(b*control.x) + float64(c*to.x),
			float64(a*from.y) + float64(b*control.y) + float64(c*to.y),
		})
	}
	return append(out, to)
}

// ArcTo leads to the start of an arc and along it. What is no number, or no circle, is left out: go-chart's own arcs do
// not end there.
func (r *raster) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	for _, v := range [...]float64{rx, ry, start, delta} {
		if math.IsNaN(v) || math.Abs(v) > maxMagnitude {
			return
		}
	}
	middle := r.at(cx, cy)
	long := float64(r.scale) / unit
	delta = max(-2*math.Pi, min(delta, 2*math.Pi))
	n := pieces(max(math.Abs(rx), math.Abs(ry))*long, delta)
	for i := range n + 1 {
		sin, cos := math.Sincos(start + float64(delta*float64(i)/float64(n)))
		r.lineTo(dot{middle.x + float64(rx*long*cos), middle.y + float64(ry*long*sin)})
	}
}

func (r *raster) Close() {
	if n := len(r.lines); n > 0 {
		r.lines[n-1].closed = true
	}
}

func (r *raster) Stroke()     { r.draw("ch-stroke") }
func (r *raster) Fill()       { r.draw("ch-fill") }
func (r *raster) FillStroke() { r.draw("ch-fill ch-stroke") }

func (r *raster) draw(how string) {
	l := r.looks.of(mark, r.class, how)
	r.fill(r.lines, l)
	r.stroke(r.lines, l)
	r.lines = r.lines[:0]
}

func (r *raster) Circle(radius float64, x, y int) {
	kept := r.lines
	r.lines = nil
	r.ArcTo(x, y, math.Round(radius), math.Round(radius), 0, 2*math.Pi)
	r.Close()
	r.draw("ch-fill")
	r.lines = kept
}

// fill paints what lines enclose.
func (r *raster) fill(lines []chain, l look) {
	if l.fill.shown {
		r.paint(lines, l.fill.opaque(l.fillOpacity*l.opacity))
	}
}

// stroke paints lines.
func (r *raster) stroke(lines []chain, l look) {
	if !l.stroke.shown || l.width <= 0 {
		return
	}
	scale := float64(r.scale)
	if l.crisp {
		lines = whole(lines, l.width*scale)
	}
	if len(l.dashes) > 0 {
		lines = dashed(lines, l.dashes, scale)
	}
	s := stroker{half: l.width * scale / 2, cap: l.cap, join: l.join, miter: l.miter}
	for _, c := range lines {
		s.stroke(c)
	}
	r.paint(s.out, l.stroke.opaque(l.strokeOpacity*l.opacity))
}

// whole lays level and upright lines on whole dots, so that they are sharp.
func whole(lines []chain, width float64) []chain {
	odd := 0.0
	if int(math.Round(width))%2 == 1 {
		odd = 0.5
	}
	snap := func(v float64) float64 { return math.Round(v-odd) + odd }
	out := make([]chain, 0, len(lines))
	for _, c := range lines {
		if len(c.dots) == 2 {
			a, b := c.dots[0], c.dots[1]
			if a.x == b.x {
				a.x, b.x = snap(a.x), snap(b.x)
			}
			if a.y == b.y {
				a.y, b.y = snap(a.y), snap(b.y)
			}
			c = chain{[]dot{a, b}, c.closed}
		}
		out = append(out, c)
	}
	return out
}

// paint fills areas. What lies outside the picture is drawn to its edge, so that no size can make this slow.
func (r *raster) paint(areas []chain, c color.Color) {
	width, height := float64(r.picture.Rect.Dx()), float64(r.picture.Rect.Dy())
	r.area.Clear()
	for _, one := range areas {
		if len(one.dots) < 3 {
			continue
		}
		for i := range len(one.dots) + 1 {
			d := one.dots[i%len(one.dots)]
			component := drawing.LineToComponent
			if i == 0 {
				component = drawing.MoveToComponent
			}
			r.area.Components = append(r.area.Components, component)
			r.area.Points = append(r.area.Points, max(0, min(d.x, width)), max(0, min(d.y, height)))
		}
	}
	if len(r.area.Components) > 0 {
		r.context.SetFillColor(c)
		r.context.Fill(&r.area)
	}
}

// Save writes the picture as PNG.
func (r *raster) Save(w io.Writer) error {
	if err := r.fault(); err != nil {
		return err
	}
	return encode(w, r.picture)
}
