package typeface

import (
	_ "embed"
	"sync"
	"unicode"
)

//go:embed metrics.bin
var metricsFile string

// ID is a glyph of the typeface, the same in all weights. 0 is the box for a missing glyph.
type ID uint16

// metric is what one glyph takes on a line.
type metric struct {
	advance int32
	row     uint32 // of the table of kerning, where it is the first of a pair
	column  uint16 // where it is the second
	subset  uint16 // the file it is from, or marks
}

// cell leads from a character to its glyph.
type cell struct {
	shown ID // with tabular figures
	plain ID // without
	slow  bool
}

// pageSize is how many characters share a page of cells.
const pageSize = 64

// inter is all of metrics.bin.
type inter struct {
	pageOf       []uint8 // character / pageSize → page; page 0 is empty
	pages        [][pageSize]cell
	tabular      []ID // glyph → its form among tabular figures, often itself
	compositions []composition
	contexts     contexts
	glyphs       [weights][]metric
	kerning      [weights][]int16
}

// loaded is a constant that is computed late, so that a program that draws nothing does not pay for it.
var loaded = sync.OnceValue(func() *inter {
	f := &inter{}
	f.read(&reader{metricsFile})
	return f
})

// reader takes numbers of 16 bits, the higher byte first, from a file of ours. The file is part of the program, so
// that nothing about it can be wrong that the tests do not see.
type reader struct{ rest string }

func (r *reader) number() int {
	n := int(r.rest[0])<<8 | int(r.rest[1])
	r.rest = r.rest[2:]
	return n
}

func (r *reader) ids(n int) []ID {
	out := make([]ID, n)
	for i := range out {
		out[i] = ID(r.number())
	}
	return out
}

// list reads numbers that follow how many they are.
func (r *reader) list() []ID { return r.ids(r.number()) }

func (f *inter) read(r *reader) {
	glyphs := r.number()
	starts := append(r.list(), ID(glyphs)) // the first glyph of each subset
	chars := make([][2]int, r.number())
	for i := range chars {
		chars[i] = [2]int{r.number(), r.number()}
	}
	f.tabular = make([]ID, glyphs)
	for i := range f.tabular {
		f.tabular[i] = ID(i)
	}
	for range r.number() {
		plain := r.number()
		f.tabular[plain] = ID(r.number())
	}
	f.compositions = make([]composition, r.number())
	for i := range f.compositions {
		f.compositions[i] = composition{rune(r.number()), rune(r.number()), rune(r.number())}
	}
	f.contexts.read(r, starts[1])
	f.turn(chars)
	for w := range weights {
		f.glyphs[w] = make([]metric, glyphs)
		for i := range f.glyphs[w] {
			f.glyphs[w][i].advance = int32(r.number())
		}
		for s, start := range starts[:len(starts)-1] {
			f.readKerning(r, f.glyphs[w][start:starts[s+1]], w, s)
		}
		for _, c := range chars {
			if unicode.Is(unicode.Mn, rune(c[0])) {
				f.glyphs[w][c[1]].subset = marks
			}
		}
	}
}

// readKerning reads the table of one file in one weight, a row for each class of first glyphs.
func (f *inter) readKerning(r *reader, glyphs []metric, w Weight, subset int) {
	start, rows, columns := len(f.kerning[w]), r.number(), r.number()
	for i := range glyphs {
		glyphs[i].row, glyphs[i].subset = uint32(start+r.number()*columns), uint16(subset)
	}
	for i := range glyphs {
		glyphs[i].column = uint16(r.number())
	}
	for range rows * columns {
		f.kerning[w] = append(f.kerning[w], int16(r.number()))
	}
}

// turn makes the pages of cells.
func (f *inter) turn(chars [][2]int) {
	f.pages = make([][pageSize]cell, 1)
	f.pageOf = make([]uint8, chars[len(chars)-1][0]/pageSize+1)
	for _, c := range chars {
		page := &f.pageOf[c[0]/pageSize]
		if *page == 0 {
			*page = uint8(len(f.pages))
			f.pages = append(f.pages, [pageSize]cell{})
		}
		plain := ID(c[1])
		f.pages[*page][c[0]%pageSize] = cell{f.tabular[plain], plain, f.contexts.starts(plain) || isMark(rune(c[0]))}
	}
}

// cell is the zero one where Inter does not have the character.
func (f *inter) cell(r rune) cell {
	if page := uint32(r) / pageSize; page < uint32(len(f.pageOf)) {
		return f.pages[f.pageOf[page]][uint32(r)%pageSize]
	}
	return cell{}
}
