package chart

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"sync"

	"bulletin/internal/typeface"
)

// File draws a sheet as an SVG file that stands alone: the wide drawing on a white ground with the light colours, as
// attributes; text as outlines, so that no typeface is needed. It holds no class, no style, no script and no reference
// out of it, and looks the same in browsers and in programs for pictures and documents. Its title and description say
// what it shows. The error tells what Validate found, or the characters that the typeface does not have.
func File(s *Sheet) ([]byte, error) {
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("draw a chart as a file: %w", err)
	}
	return s.file(nil, s.Spec.alternative())
}

// file draws a sheet that is known to be valid, with its chart on another canvas too if one is given.
func (s *Sheet) file(too *double, alternative string) ([]byte, error) {
	f := fileCanvases.Get().(*fileCanvas)
	f.clear()
	var chart canvas = f
	if too != nil {
		too.fileCanvas = f
		chart = too
	}
	high, drawn := s.drawOn(f, chart)
	if too != nil {
		too.height = drawn
	}
	f.move(0, 0)
	if err := f.fault(); err != nil {
		return nil, fmt.Errorf("draw a chart as a file: %w", err)
	}
	b := f.frame(s, high, alternative)
	fileCanvases.Put(f)
	return b, nil
}

// fileCanvases are canvases to use again, which saves half of the time that a file takes. A canvas keeps its room, and
// the looks that it found: what they are depends on the rules alone, and not on what was drawn before.
var fileCanvases = sync.Pool{New: func() any { return &fileCanvas{looks: newLooker(light)} }}

// fileCanvas is the canvas of an SVG file that stands alone.
type fileCanvas struct {
	pen
	trail
	out     []byte
	looks   *looker
	defs    []byte                     // the outlines of the glyphs
	names   [typeface.Bold + 1][]int16 // of each glyph, its number in defs from 1 on; 0 for none, unseen for no outline
	shapes  int                        // in defs
	glyphs  []typeface.Glyph           // of the line that is written
	missing []rune
	moved   bool
}

// clear makes a canvas empty.
func (f *fileCanvas) clear() {
	for _, names := range f.names {
		clear(names)
	}
	f.looks.leave()
	*f = fileCanvas{trail: trail{path: f.path[:0]}, out: f.out[:0], looks: f.looks, defs: f.defs[:0], names: f.names, glyphs: f.glyphs[:0]}
}

var _ standing = (*fileCanvas)(nil)

func (f *fileCanvas) Stroke()            { f.draw("ch-stroke") }
func (f *fileCanvas) Fill()              { f.draw("ch-fill") }
func (f *fileCanvas) FillStroke()        { f.draw("ch-fill ch-stroke") }
func (f *fileCanvas) group(class string) { f.looks.group(class) }
func (f *fileCanvas) end()               { f.looks.end() }

func (f *fileCanvas) fault() error {
	if f.looks.err != nil {
		return f.looks.err
	}
	return missing(f.missing)
}

// move puts what follows into a group that stands elsewhere.
func (f *fileCanvas) move(x, y int) {
	if f.moved {
		f.out = append(f.out, "</g>"...)
	}
	if f.moved = x != 0 || y != 0; f.moved {
		f.out = append(f.out, `<g transform="translate(`...)
		f.out = tenths(f.out, x)
		f.out = tenths(append(f.out, ' '), y)
		f.out = append(f.out, `)">`...)
	}
}

// frame puts the marks into their <svg> element, on a white ground, with no room behind: files are many, and large.
func (f *fileCanvas) frame(s *Sheet, high int, alternative string) []byte {
	b := append(f.path[:0], `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="`...)
	b = tenths(b, sheetWidth)
	b = tenths(append(b, `" height="`...), high)
	b = tenths(append(b, `" viewBox="0 0 `...), sheetWidth)
	b = tenths(append(b, ' '), high)
	b = append(b, `" stroke="none" role="img" aria-label="`...)
	b = escape(b, s.Spec.Title)
	b = escape(append(b, `"><title>`...), s.Spec.Title)
	b = escape(append(b, `</title><desc>`...), s.words(alternative))
	b = append(b, `</desc><defs>`...)
	defs := len(b)
	b = append(b, `</defs><path fill="`...)
	b = f.looks.tokens["var(--chart-ground)"].hex(b)
	b = tenths(append(b, `" d="M0 0H`...), sheetWidth)
	b = tenths(append(b, 'V'), high)
	b = append(b, `H0Z"/>`...)
	f.path = b[:0]
	file := make([]byte, 0, len(b)+len(f.defs)+len(f.out)+len(fileEnd))
	file = append(file, b[:defs]...)
	file = append(file, f.defs...)
	file = append(file, b[defs:]...)
	file = append(file, f.out...)
	return append(file, fileEnd...)
}

const fileEnd = "</svg>\n"

func (f *fileCanvas) draw(how string) {
	if len(f.path) == 0 {
		return
	}
	if l := f.looks.of(mark, f.class, how); l.fill.shown || l.stroke.shown {
		f.out = append(f.out, "<path"...)
		f.attributes(&l)
		f.out = append(f.out, ` d="`...)
		f.out = append(f.out, f.path...)
		f.out = append(f.out, `"/>`...)
	}
	f.path = f.path[:0]
}

func (f *fileCanvas) Circle(radius float64, x, y int) {
	f.out = append(f.out, "<circle"...)
	l := f.looks.of(mark, f.class, "ch-fill")
	f.attributes(&l)
	f.length(" cx", x)
	f.length(" cy", y)
	f.length(" r", int(math.Round(radius)))
	f.out = append(f.out, "/>"...)
}

// attributes writes a look of the looker.
func (f *fileCanvas) attributes(l *look) {
	if len(*l.written) == 0 {
		from := len(f.out)
		f.describe(l)
		*l.written = bytes.Clone(f.out[from:])
		return
	}
	f.out = append(f.out, *l.written...)
}

// describe writes a look; what SVG would take anyway is left out.
func (f *fileCanvas) describe(l *look) {
	f.paint(" fill", l.fill)
	if l.fill.shown && l.fillOpacity != 1 {
		f.number(" fill-opacity", l.fillOpacity)
	}
	if l.opacity != 1 {
		f.number(" opacity", l.opacity)
	}
	if l.stroke.shown {
		f.strokes(l)
	}
	if l.crisp {
		f.attribute(" shape-rendering", "crispEdges")
	}
}

func (f *fileCanvas) strokes(l *look) {
	f.paint(" stroke", l.stroke)
	if l.width != 1 {
		f.number(" stroke-width", l.width)
	}
	if l.strokeOpacity != 1 {
		f.number(" stroke-opacity", l.strokeOpacity)
	}
	if l.cap != buttCap {
		f.attribute(" stroke-linecap", [...]string{"butt", "round", "square"}[l.cap])
	}
	if l.join != miterJoin {
		f.attribute(" stroke-linejoin", [...]string{"miter", "round", "bevel"}[l.join])
	}
	if l.miter != 4 {
		f.number(" stroke-miterlimit", l.miter)
	}
	for i, d := range l.dashes {
		if i == 0 {
			f.out = append(f.out, ` stroke-dasharray="`...)
		} else {
			f.out = append(f.out, ' ')
		}
		f.out = strconv.AppendFloat(f.out, d, 'f', -1, 64)
	}
	if len(l.dashes) > 0 {
		f.out = append(f.out, '"')
	}
}

func (f *fileCanvas) paint(name string, c colour) {
	f.out = append(f.out, name...)
	f.out = append(f.out, `="`...)
	f.out = append(c.hex(f.out), '"')
}

func (f *fileCanvas) attribute(name, value string) {
	f.out = append(f.out, name...)
	f.out = append(f.out, `="`...)
	f.out = append(f.out, value...)
	f.out = append(f.out, '"')
}

func (f *fileCanvas) number(name string, v float64) {
	f.out = append(f.out, name...)
	f.out = append(f.out, `="`...)
	f.out = strconv.AppendFloat(f.out, v, 'f', -1, 64)
	f.out = append(f.out, '"')
}

func (f *fileCanvas) length(name string, v int) {
	f.out = append(f.out, name...)
	f.out = append(f.out, `="`...)
	f.out = tenths(f.out, v)
	f.out = append(f.out, '"')
}
