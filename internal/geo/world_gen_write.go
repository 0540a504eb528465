//go:build ignore

package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"math"
)

// encode packs the world as decode.go reads it: varints, deflated. Points are differences from the point before; all
// differences of longitude stand together, and all of latitude, since equal kinds of bytes deflate better.
func (w *world) encode() ([]byte, error) {
	var b []byte
	for _, f := range []float64{w.scale[0], w.scale[1], w.translate[0], w.translate[1]} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
	}
	b = binary.AppendUvarint(b, uint64(len(w.arcs)))
	for _, arc := range w.arcs {
		b = binary.AppendUvarint(b, uint64(len(arc)))
	}
	for axis := range 2 {
		for _, arc := range w.arcs {
			last := 0
			for _, at := range arc {
				value := [2]int{at.x, at.y}[axis]
				b = binary.AppendVarint(b, int64(value-last))
				last = value
			}
		}
	}
	b = binary.AppendUvarint(b, uint64(len(w.units)))
	for _, u := range w.units {
		for _, text := range []string{u.code, u.name, u.parent} {
			b = binary.AppendUvarint(b, uint64(len(text)))
			b = append(b, text...)
		}
		b = binary.AppendUvarint(b, uint64(len(u.parts)))
		for _, p := range u.parts {
			main := uint64(0)
			if p.main {
				main = 1
			}
			b = binary.AppendUvarint(b, uint64(len(p.rings))<<1|main)
			for _, ring := range p.rings {
				b = binary.AppendUvarint(b, uint64(len(ring)))
				for _, ref := range ring {
					b = binary.AppendVarint(b, int64(ref)) // ^index is -1 - index: small numbers stay small
				}
			}
		}
	}
	var out bytes.Buffer
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
