//go:build ignore

package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
)

// component is a glyph that stands in another, moved and perhaps transformed.
type component struct {
	glyph, x, y int
	matrix      []int // empty, or xx yx xy yy in 1/16384
}

type point struct {
	x, y int
	on   bool
}

// outline is a glyph as the font draws it: contours, or other glyphs.
type outline struct {
	contours   [][]point
	components []component
}

func (f *face) outline(g int) (outline, error) {
	loca, at, end := f.tables["loca"], 0, 0
	if u16(f.tables["head"], 50) == 0 {
		at, end = 2*u16(loca, 2*g), 2*u16(loca, 2*g+2)
	} else {
		at, end = u32(loca, 4*g), u32(loca, 4*g+4)
	}
	if at == end {
		return outline{}, nil
	}
	b := f.tables["glyf"][at:end]
	if n := i16(b, 0); n >= 0 {
		return outline{contours: simple(b[10:], n)}, nil
	}
	parts, err := composite(b[10:])
	if err != nil {
		return outline{}, fmt.Errorf("%s: glyph %d: %w", f.name, g, err)
	}
	return outline{components: parts}, nil
}

func simple(b []byte, contours int) [][]point {
	if contours == 0 {
		return nil
	}
	total := u16(b, 2*contours-2) + 1
	at := 2*contours + 2 + u16(b, 2*contours) // behind the instructions
	var flags []byte
	for len(flags) < total {
		flag := b[at]
		at++
		flags = append(flags, flag)
		if flag&8 != 0 {
			for range b[at] {
				flags = append(flags, flag)
			}
			at++
		}
	}
	coordinates := func(short, same byte) []int {
		out, v := make([]int, total), 0
		for i, flag := range flags {
			switch {
			case flag&short != 0 && flag&same != 0:
				v += int(b[at])
				at++
			case flag&short != 0:
				v -= int(b[at])
				at++
			case flag&same == 0:
				v += i16(b, at)
				at += 2
			}
			out[i] = v
		}
		return out
	}
	xs := coordinates(2, 16)
	ys := coordinates(4, 32)
	var out [][]point
	start := 0
	for c := range contours {
		var points []point
		for ; start <= u16(b, 2*c); start++ {
			points = append(points, point{xs[start], ys[start], flags[start]&1 != 0})
		}
		out = append(out, points)
	}
	return out
}

func composite(b []byte) (out []component, err error) {
	for more, at := true, 0; more; {
		flags, c := u16(b, at), component{glyph: u16(b, at+2)}
		at += 4
		if flags&2 == 0 {
			return nil, fmt.Errorf("a component is placed by points, which is not read")
		}
		if flags&1 != 0 {
			c.x, c.y = i16(b, at), i16(b, at+2)
			at += 4
		} else {
			c.x, c.y = int(int8(b[at])), int(int8(b[at+1]))
			at += 2
		}
		switch {
		case flags&8 != 0:
			c.matrix = []int{i16(b, at), 0, 0, i16(b, at)}
			at += 2
		case flags&0x40 != 0:
			c.matrix = []int{i16(b, at), 0, 0, i16(b, at+2)}
			at += 4
		case flags&0x80 != 0:
			c.matrix = []int{i16(b, at), i16(b, at+2), i16(b, at+4), i16(b, at+6)}
			at += 8
		}
		if c.matrix != nil && flags&0x800 != 0 {
			return nil, fmt.Errorf("a component's place is scaled, which is not read")
		}
		out = append(out, c)
		more = flags&0x20 != 0
	}
	return out, nil
}

// pack writes an outline as outline.go reads it.
func (o outline) pack(ids map[int]int) []byte {
	var b []byte
	if len(o.components) > 0 {
		b = binary.AppendUvarint(b, uint64(len(o.components))<<1|1)
		for _, c := range o.components {
			b = binary.AppendUvarint(b, uint64(ids[c.glyph])<<1|uint64(min(len(c.matrix), 1)))
			for _, v := range append([]int{c.x, c.y}, c.matrix...) {
				b = binary.AppendVarint(b, int64(v))
			}
		}
		return b
	}
	b = binary.AppendUvarint(b, uint64(len(o.contours))<<1)
	var last point
	for _, contour := range o.contours {
		b = binary.AppendUvarint(b, uint64(len(contour)))
		for _, p := range contour {
			dx := int64(p.x-last.x) << 1
			if p.on {
				dx |= 1
			}
			b = binary.AppendVarint(b, dx)
			b = binary.AppendVarint(b, int64(p.y-last.y))
			last = p
		}
	}
	return b
}

// packOutlines deflates the outlines of each weight: the lengths of all, then all.
func packOutlines(family []*subset) ([]byte, error) {
	var out []byte
	for w := range weights {
		var lengths, shapes blob
		for _, s := range family {
			for _, g := range s.glyphs {
				o, err := s.faces[w].outline(g)
				if err != nil {
					return nil, err
				}
				packed := o.pack(s.ids)
				lengths.put(len(packed))
				shapes.Write(packed)
			}
		}
		var packed bytes.Buffer
		z, err := flate.NewWriter(&packed, flate.BestCompression)
		if err != nil {
			return nil, err
		}
		if _, err := z.Write(append(lengths.Bytes(), shapes.Bytes()...)); err != nil {
			return nil, err
		}
		if err := z.Close(); err != nil {
			return nil, err
		}
		fmt.Printf("weight %s: outlines of %d bytes\n", weights[w], shapes.Len())
		out = binary.BigEndian.AppendUint32(out, uint32(packed.Len()))
		out = append(out, packed.Bytes()...)
	}
	return out, nil
}
