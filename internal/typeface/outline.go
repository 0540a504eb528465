package typeface

import (
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"io"
	"strings"
	"sync"
)

//go:embed outlines.bin
var outlinesFile string

// Point is a place in units of the em: x grows to the right, y upwards. Halves occur.
type Point struct{ X, Y float32 }

// Segment leads from where the one before it ended to To: a straight line, or a quadratic curve with one control point.
type Segment struct {
	Control Point // To itself for a line
	To      Point
	Curved  bool
}

// Contour is a closed line: its last segment ends at From.
type Contour struct {
	From     Point
	Segments []Segment
}

// Path is the shape of a glyph. It is filled by the nonzero rule: outer contours run clockwise, as TrueType has it, holes
// the other way, and contours may overlap.
type Path []Contour

// Bounds is the smallest box around all points of a path, control points among them; the zero one for an empty path.
type Bounds struct{ MinX, MinY, MaxX, MaxY float32 }

// Bounds of the path.
func (p Path) Bounds() Bounds {
	var b Bounds
	for i, c := range p {
		if i == 0 {
			b = Bounds{c.From.X, c.From.Y, c.From.X, c.From.Y}
		}
		for _, s := range c.Segments {
			b.MinX, b.MaxX = min(b.MinX, s.Control.X, s.To.X), max(b.MaxX, s.Control.X, s.To.X)
			b.MinY, b.MaxY = min(b.MinY, s.Control.Y, s.To.Y), max(b.MaxY, s.Control.Y, s.To.Y)
		}
	}
	return b
}

// shapes are the outlines of one weight, packed.
type shapes struct {
	starts []int // glyph → where it begins in packed; one more for the end
	packed []byte
}

// drawn holds the outlines, a constant that is computed late: only what draws pictures needs them.
var drawn = [weights]func() shapes{
	sync.OnceValue(func() shapes { return unpack(Regular) }),
	sync.OnceValue(func() shapes { return unpack(SemiBold) }),
	sync.OnceValue(func() shapes { return unpack(Bold) }),
}

// unpack inflates one weight of outlines.bin: for each weight how many bytes follow, and those bytes.
func unpack(w Weight) shapes {
	rest := outlinesFile
	part := func() string {
		n := int(rest[0])<<24 | int(rest[1])<<16 | int(rest[2])<<8 | int(rest[3])
		p := rest[4 : 4+n]
		rest = rest[4+n:]
		return p
	}
	for range w {
		part()
	}
	all, err := io.ReadAll(flate.NewReader(strings.NewReader(part())))
	if err != nil {
		panic("typeface: outlines.bin, which is part of the program, is damaged: " + err.Error())
	}
	glyphs := len(loaded().tabular)
	s := shapes{starts: make([]int, glyphs+1), packed: all[2*glyphs:]}
	for i := range glyphs {
		s.starts[i+1] = s.starts[i] + int(binary.BigEndian.Uint16(all[2*i:]))
	}
	return s
}

// Outline is the shape of a glyph: nothing for a space, and the box for a missing glyph where there is no such id.
func Outline(id ID, w Weight) Path {
	s := drawn[w.within()]()
	if int(id) >= len(s.starts)-1 {
		id = 0
	}
	return s.outline(id)
}

func (s *shapes) outline(id ID) Path {
	r := packed(s.packed[s.starts[id]:s.starts[id+1]])
	if len(r) == 0 {
		return nil
	}
	n := r.count()
	if n&1 == 1 {
		return s.composed(&r, n>>1)
	}
	out := make(Path, 0, n>>1)
	x, y := 0, 0
	for range n >> 1 {
		points := make([]dot, r.count())
		for i := range points {
			dx := r.signed()
			x, y = x+dx>>1, y+r.signed()
			points[i] = dot{Point{float32(x), float32(y)}, dx&1 != 0}
		}
		if len(points) > 1 {
			out = append(out, contour(points))
		}
	}
	return out
}

// packed is a list of numbers of various lengths; see the package encoding/binary.
type packed []byte

func (p *packed) count() int {
	v, n := binary.Uvarint(*p)
	*p = (*p)[n:]
	return int(v)
}

func (p *packed) signed() int {
	v, n := binary.Varint(*p)
	*p = (*p)[n:]
	return int(v)
}

// composed puts a glyph together from others, each moved and perhaps turned or scaled by a matrix in 1/16384.
func (s *shapes) composed(r *packed, parts int) Path {
	var out Path
	for range parts {
		head := r.count()
		dx, dy := float32(r.signed()), float32(r.signed())
		m := [4]float32{1, 0, 0, 1}
		if head&1 == 1 {
			for i := range m {
				m[i] = float32(r.signed()) / 16384
			}
		}
		move := func(p Point) Point {
			return Point{float32(m[0]*p.X) + float32(m[2]*p.Y) + dx, float32(m[1]*p.X) + float32(m[3]*p.Y) + dy}
		}
		for _, c := range s.outline(ID(head >> 1)) {
			c.From = move(c.From)
			for i, seg := range c.Segments {
				c.Segments[i].Control, c.Segments[i].To = move(seg.Control), move(seg.To)
			}
			out = append(out, c)
		}
	}
	return out
}

// dot is a point of a contour as TrueType has it: on the line, or beside it as a control point.
type dot struct {
	Point
	on bool
}

// contour makes segments of dots. Between two control points lies a point of the line, in the middle.
func contour(dots []dot) Contour {
	first := 0
	for first < len(dots) && !dots[first].on {
		first++
	}
	c := Contour{Segments: make([]Segment, 0, len(dots))}
	if first == len(dots) { // control points only
		first = 0
		c.From = middle(dots[len(dots)-1].Point, dots[0].Point)
	} else {
		c.From = dots[first].Point
		first++
	}
	var control *Point
	for i := range dots {
		d := dots[(first+i)%len(dots)]
		switch {
		case d.on && control == nil:
			c.Segments = append(c.Segments, Segment{d.Point, d.Point, false})
		case d.on:
			c.Segments = append(c.Segments, Segment{*control, d.Point, true})
			control = nil
		case control == nil:
			control = &d.Point
		default:
			c.Segments = append(c.Segments, Segment{*control, middle(*control, d.Point), true})
			control = &d.Point
		}
	}
	if control != nil {
		c.Segments = append(c.Segments, Segment{*control, c.From, true})
	}
	return c
}

func middle(a, b Point) Point { return Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }
