package chart

import (
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"bulletin/internal/typeface"
)

// unseen is the name of a glyph that shows nothing.
const unseen = -1

// outlines are the glyphs of each weight as paths of SVG. A path depends on the typeface alone, so that this is a
// constant; it is computed glyph by glyph, as they are asked for, since a site uses some hundred of several thousand.
// Two workers may write the same path at once.
var outlines = sync.OnceValue(func() *[typeface.Bold + 1][]atomic.Pointer[string] {
	var all [typeface.Bold + 1][]atomic.Pointer[string]
	for w := range all {
		all[w] = make([]atomic.Pointer[string], typeface.Count())
	}
	return &all
})

// outlinePath is the outline of a glyph as a path of SVG, in units of the em; empty where there is nothing to see.
func outlinePath(g *typeface.Glyph) string {
	kept := &outlines()[g.Weight][g.ID]
	if path := kept.Load(); path != nil {
		return *path
	}
	var b []byte
	for _, c := range g.Outline() {
		b = contourPath(b, c)
	}
	path := string(b)
	kept.Store(&path)
	return path
}

// name is the number of a glyph among those of the file, from 0. The first time it is asked for, the outline is written.
func (f *fileCanvas) name(g *typeface.Glyph) int {
	names := &f.names[g.Weight]
	if *names == nil {
		*names = make([]int16, typeface.Count())
	}
	switch n := int((*names)[g.ID]); {
	case n > 0:
		return n - 1
	case n < 0:
		return unseen
	}
	if g.ID == 0 {
		if !slices.Contains(f.missing, g.Rune) {
			f.missing = append(f.missing, g.Rune)
		}
		return unseen
	}
	path := outlinePath(g)
	if path == "" {
		(*names)[g.ID] = unseen
		return unseen
	}
	name := f.shapes
	f.shapes++
	(*names)[g.ID] = int16(f.shapes)
	f.defs = append(f.defs, `<path id="`...)
	f.defs = letters(f.defs, name)
	f.defs = append(f.defs, `" d="`...)
	f.defs = append(f.defs, path...)
	f.defs = append(f.defs, `"/>`...)
	return name
}

// letters writes a number in letters: a to z, A to Z, aa, ab, … Such names are the shortest that XML allows.
func letters(b []byte, n int) []byte {
	const all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if n >= len(all) {
		b = letters(b, n/len(all)-1)
	}
	return append(b, all[n%len(all)])
}

// contourPath writes a contour, turned upside down, since y grows downwards in SVG. A curve whose control point mirrors
// the one before is written without it: the typeface leaves out the points between such curves in the same way.
func contourPath(b []byte, c typeface.Contour) []byte {
	at := c.From
	b = append(b, 'M')
	b = units(b, at.X, false)
	b = units(b, -at.Y, true)
	last, mirrored := byte('M'), typeface.Point{}
	for i, s := range c.Segments {
		if i == len(c.Segments)-1 && !s.Curved {
			break // Z draws it
		}
		dx, dy := s.To.X-at.X, at.Y-s.To.Y
		command := byte('l')
		switch {
		case s.Curved && (last == 'q' || last == 't') && s.Control == mirrored:
			command = 't'
		case s.Curved:
			command = 'q'
		case dy == 0:
			command = 'h'
		case dx == 0:
			command = 'v'
		}
		behind := command == last
		if !behind {
			b = append(b, command)
		}
		if command == 'q' {
			b = units(b, s.Control.X-at.X, behind)
			b = units(b, at.Y-s.Control.Y, true)
			behind = true
		}
		if command != 'v' {
			b = units(b, dx, behind)
			behind = true
		}
		if command != 'h' {
			b = units(b, dy, behind)
		}
		at, last = s.To, command
		mirrored = typeface.Point{X: 2*at.X - s.Control.X, Y: 2*at.Y - s.Control.Y}
	}
	return append(b, 'Z')
}

// units writes a length in units of the em, apart from a number before it.
func units(b []byte, v float32, behind bool) []byte {
	if behind && v >= 0 {
		b = append(b, ' ')
	}
	if v == 0 {
		return append(b, '0') // and not -0
	}
	return shortFloat(b, float64(v))
}

// shortFloat writes a number without the zero before its point.
func shortFloat(b []byte, v float64) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', -1, 64)
	if v < 1 && v > 0 {
		b = append(b[:from], b[from+1:]...)
	}
	return b
}
