package chart

import (
	"math"

	"bulletin/internal/typeface"
)

// letter is a glyph in a weight and a size, its outline in dots from where it stands.
type letter struct {
	id     typeface.ID
	weight typeface.Weight
	size   int
	italic bool
}

// Text draws a line of text.
func (r *raster) Text(body string, x, y int) {
	r.text(body, r.looks.of(words, r.class, r.strong()), x, y)
}

// text draws a line of text in a look.
func (r *raster) text(body string, l look, x, y int) {
	r.missing = gather(r.missing, body)
	left := -float64(l.shift(body, r.font.size)*r.scale) / 100
	sin, cos := math.Sincos(r.theta)
	origin := r.at(x, y)
	var letters [][]chain
	scale := float64(r.font.size*r.scale) / typeface.UnitsPerEm
	for _, g := range typeface.Glyphs(body, l.weight) {
		from := dot{left + float64(float64(g.X)*scale), -float64(g.Y) * scale}
		var lines []chain
		for _, c := range r.letter(g, l.italic, scale) {
			dots := make([]dot, len(c.dots))
			for i, d := range c.dots {
				d = d.plus(from)
				if r.theta != 0 {
					d = dot{float64(d.x*cos) - float64(d.y*sin), float64(d.x*sin) + float64(d.y*cos)}
				}
				dots[i] = d.plus(origin)
			}
			lines = append(lines, chain{dots, true})
		}
		letters = append(letters, lines)
	}
	// One letter after the other: the rasterizer is slow where many edges cross a row.
	for _, edge := range [2]bool{l.beneath, !l.beneath} {
		for _, lines := range letters {
			if edge {
				r.stroke(lines, l)
			} else {
				r.fill(lines, l)
			}
		}
	}
}

// letter is the outline of a glyph in dots.
func (r *raster) letter(g typeface.Glyph, italic bool, scale float64) []chain {
	key := letter{g.ID, g.Weight, r.font.size, italic}
	known, ok := r.letters[key]
	if ok {
		return known
	}
	place := func(p typeface.Point) dot {
		x, y := float64(p.X)*scale, -float64(p.Y)*scale
		if italic {
			x -= float64(y * slant)
		}
		return dot{x, y}
	}
	for _, c := range g.Outline() {
		dots := []dot{place(c.From)}
		for _, s := range c.Segments {
			if s.Curved {
				dots = curve(dots, dots[len(dots)-1], place(s.Control), place(s.To))
			} else {
				dots = append(dots, place(s.To))
			}
		}
		known = append(known, chain{dots, true})
	}
	r.letters[key] = known
	return known
}
