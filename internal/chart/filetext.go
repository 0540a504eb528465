package chart

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"bulletin/internal/typeface"
)

// slant is how much upright letters are slanted for italics, of which there are no outlines: about 11 degrees.
const slant = 0.2

// Text writes a line of text as outlines: every glyph is written once, in units of the em, and used where it stands. A
// halo is drawn first, since not every program knows the order of stroke and fill.
func (f *fileCanvas) Text(body string, x, y int) {
	l := f.looks.of(words, f.class, f.strong())
	f.glyphs = typeface.AppendGlyphs(f.glyphs[:0], body, l.weight)
	if len(f.glyphs) == 0 {
		return
	}
	scale := float64(f.font.size) / typeface.UnitsPerEm
	f.out = append(f.out, `<g transform="`...)
	if f.theta != 0 {
		f.out = append(f.out, "rotate("...)
		f.out = tenths(f.out, int(math.Round(f.theta*180/math.Pi*unit)))
		f.out = tenths(append(f.out, ' '), x)
		f.out = tenths(append(f.out, ' '), y)
		f.out = append(f.out, ')')
	}
	f.out = append(f.out, "translate("...)
	f.out = hundredths(f.out, 10*x-l.shift(body, f.font.size))
	f.out = tenths(append(f.out, ' '), y)
	f.out = append(f.out, ")scale("...)
	f.out = shortFloat(f.out, scale)
	f.out = append(f.out, ')')
	if l.italic {
		f.out = append(f.out, "matrix(1 0 "...)
		f.out = shortFloat(f.out, -slant)
		f.out = append(f.out, " 1 0 0)"...)
	}
	f.out = append(f.out, '"')
	if l.opacity != 1 {
		f.number(" opacity", l.opacity)
	}
	if !l.stroke.shown {
		f.inked(l)
		f.out = append(f.out, '>')
		f.place()
	} else {
		f.out = append(f.out, '>')
		edge := l
		edge.width = math.Round(l.width / scale)
		uses := [2]int{} // of the first, from and past
		for i, edged := range [2]bool{l.beneath, !l.beneath} {
			f.out = append(f.out, "<g"...)
			if edged {
				f.attribute(" fill", "none")
				f.strokes(&edge)
			} else {
				f.inked(l)
			}
			f.out = append(f.out, '>')
			if i == 0 {
				uses[0] = len(f.out)
				f.place()
				uses[1] = len(f.out)
			} else {
				f.out = append(f.out, f.out[uses[0]:uses[1]]...)
			}
			f.out = append(f.out, "</g>"...)
		}
	}
	f.out = append(f.out, "</g>"...)
}

func (f *fileCanvas) inked(l look) {
	f.paint(" fill", l.fill)
	if l.fillOpacity != 1 {
		f.number(" fill-opacity", l.fillOpacity)
	}
}

// place uses the outlines of the line's glyphs.
func (f *fileCanvas) place() {
	b := f.out
	for i := range f.glyphs {
		g := &f.glyphs[i]
		name := f.name(g)
		if name == unseen {
			continue
		}
		b = append(b, `<use xlink:href="#`...)
		b = letters(b, name)
		if g.X != 0 {
			b = append(b, `" x="`...)
			b = strconv.AppendInt(b, int64(g.X), 10)
		}
		if g.Y != 0 {
			b = append(b, `" y="`...)
			b = strconv.AppendInt(b, int64(-g.Y), 10)
		}
		b = append(b, `"/>`...)
	}
	f.out = b
}

// strong is the class of text in the heavier weight.
func (p *pen) strong() string {
	if p.font.strong {
		return "ch-strong"
	}
	return ""
}

// shift is how far left of its place a line of text begins, in hundredths of a pixel.
func (l look) shift(body string, size int) int {
	if l.anchor == startAnchor {
		return 0
	}
	width := (typeface.Width(body, l.weight)*size*100 + typeface.UnitsPerEm/2) / typeface.UnitsPerEm
	if l.anchor == middleAnchor {
		width /= 2
	}
	return width
}

// hundredths writes a number of hundredths: 1205 is 12.05.
func hundredths(b []byte, v int) []byte {
	if v%10 == 0 {
		return tenths(b, v/10)
	}
	return strconv.AppendFloat(b, float64(v)/100, 'f', -1, 64)
}

// Save writes what was drawn as a file without a title.
func (f *fileCanvas) Save(w io.Writer) error {
	f.move(0, 0)
	if err := f.fault(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><defs>%s</defs>%s</svg>`, f.defs, f.out)
	return err
}
