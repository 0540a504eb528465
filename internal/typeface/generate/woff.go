//go:build ignore

package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// face is a font file, taken apart as the OpenType specification says
// (https://learn.microsoft.com/typography/opentype/spec/).
type face struct {
	name    string
	tables  map[string][]byte
	glyphs  map[rune]int
	widths  []int
	tabular map[int]int // glyph → its tabular form
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

// open reads a WOFF 1.0 file (https://www.w3.org/TR/WOFF/): a directory of tables, each deflated where that is shorter.
func open(name string) (*face, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if string(src[:4]) != "wOFF" {
		return nil, errors.New(name + ": not a WOFF file")
	}
	tables := map[string][]byte{}
	for i := range u16(src, 12) {
		entry := src[44+20*i:]
		offset, packed, size := u32(entry, 4), u32(entry, 8), u32(entry, 12)
		body := src[offset : offset+packed]
		if packed < size {
			z, err := zlib.NewReader(bytes.NewReader(body))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if body, err = io.ReadAll(z); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		tables[string(entry[:4])] = body
	}
	if units := u16(tables["head"], 18); units != 2048 {
		return nil, fmt.Errorf("%s: %d units to the em, not 2048", name, units)
	}
	f := &face{name: name, tables: tables, glyphs: characters(tables["cmap"]), tabular: map[int]int{}}
	f.widths = widths(tables, u16(tables["maxp"], 4))
	for _, i := range featureLookups(tables["GSUB"], "tnum") {
		for _, sub := range subtables(tables["GSUB"], i, 7) {
			if sub.kind == 1 {
				singles(sub.body, f.tabular)
			}
		}
	}
	if len(f.glyphs) == 0 {
		return nil, fmt.Errorf("%s: no characters", name)
	}
	return f, nil
}

func widths(tables map[string][]byte, glyphs int) []int {
	metrics := u16(tables["hhea"], 34)
	out := make([]int, glyphs)
	for g := range out {
		out[g] = u16(tables["hmtx"], 4*min(g, metrics-1))
	}
	return out
}

// characters reads the format 4 subtable of cmap: the basic plane.
func characters(cmap []byte) map[rune]int {
	out := map[rune]int{}
	for i := range u16(cmap, 2) {
		t := cmap[u32(cmap, 4+8*i+4):]
		if u16(t, 0) != 4 {
			continue
		}
		n := u16(t, 6) / 2
		for s := range n {
			end, start := u16(t, 14+2*s), u16(t, 16+2*n+2*s)
			delta, at := u16(t, 16+4*n+2*s), 16+6*n+2*s
			offset := u16(t, at)
			for c := start; c <= end && c != 0xffff; c++ {
				g := c
				if offset != 0 {
					if g = u16(t, at+offset+2*(c-start)); g == 0 {
						continue
					}
				}
				out[rune(c)] = (g + delta) & 0xffff
			}
		}
	}
	return out
}
