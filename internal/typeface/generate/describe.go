//go:build ignore

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// blob is a file under construction; its numbers are of 16 bits, the higher byte first.
type blob struct{ bytes.Buffer }

func (b *blob) put(numbers ...int) {
	for _, n := range numbers {
		if n < -1<<15 || n >= 1<<16 {
			panic(fmt.Sprintf("%d does not fit", n)) // a fault of this program, which nobody feeds
		}
		b.Write(binary.BigEndian.AppendUint16(nil, uint16(n)))
	}
}

// list writes numbers with how many they are.
func (b *blob) list(numbers []int) {
	b.put(len(numbers))
	b.put(numbers...)
}

// describe makes both files.
func describe(family []*subset) (metrics, outlines []byte, err error) {
	glyphs := 0
	chars := map[rune]int{} // → id
	for _, s := range family {
		if err := s.alike(); err != nil {
			return nil, nil, err
		}
		reached, err := s.reach()
		if err != nil {
			return nil, nil, err
		}
		s.enumerate(glyphs, reached)
		glyphs += len(s.glyphs)
		for r, g := range s.faces[0].glyphs {
			if _, taken := chars[r]; s.owns(r) && !taken {
				chars[r] = s.ids[g]
			}
		}
	}
	var b blob
	b.put(glyphs)
	var starts []int
	for _, s := range family {
		starts = append(starts, s.first)
	}
	b.list(starts)
	b.put(len(chars))
	for _, r := range slices.Sorted(maps.Keys(chars)) {
		b.put(int(r), chars[r])
	}
	b.tabular(family)
	b.compositions(chars)
	if err := b.contexts(family); err != nil {
		return nil, nil, err
	}
	marks := map[int]bool{}
	for r, id := range chars {
		marks[id] = unicode.Is(unicode.Mn, r)
	}
	for w := range weights {
		if err := b.weight(family, w, marks); err != nil {
			return nil, nil, err
		}
	}
	if outlines, err = packOutlines(family); err != nil {
		return nil, nil, err
	}
	return b.Bytes(), outlines, nil
}

// alike makes sure that the weights differ in nothing but shapes and distances.
func (s *subset) alike() error {
	for _, f := range s.faces[1:] {
		if !maps.Equal(f.glyphs, s.faces[0].glyphs) || !bytes.Equal(f.tables["GSUB"], s.faces[0].tables["GSUB"]) {
			return fmt.Errorf("%s has other glyphs than %s", f.name, s.faces[0].name)
		}
	}
	return nil
}

// reach finds the glyphs that text can lead to.
func (s *subset) reach() (map[int]bool, error) {
	f := s.faces[0]
	reached := map[int]bool{}
	if s.number == 0 {
		reached[0] = true // drawn where a glyph is missing: id 0
	}
	for r, g := range f.glyphs {
		if s.owns(r) {
			reached[g] = true
		}
	}
	lookups, _, err := f.contextual()
	if err != nil {
		return nil, err
	}
	for before := -1; before < len(reached); {
		before = len(reached)
		for _, l := range lookups {
			for from, to := range l.singles {
				if reached[from] {
					reached[to] = true
				}
			}
			for _, lig := range l.ligatures {
				if !slices.ContainsFunc(lig.from, func(g int) bool { return !reached[g] }) {
					reached[lig.to] = true
				}
			}
		}
		for from, to := range f.tabular {
			if reached[from] {
				reached[to] = true
			}
		}
		for _, g := range slices.Sorted(maps.Keys(reached)) {
			for _, f := range s.faces {
				o, err := f.outline(g)
				if err != nil {
					return nil, err
				}
				for _, c := range o.components {
					reached[c.glyph] = true
				}
			}
		}
	}
	return reached, nil
}

func (b *blob) tabular(family []*subset) {
	var list []int
	for _, s := range family {
		for _, g := range s.glyphs {
			if t, ok := s.faces[0].tabular[g]; ok {
				list = append(list, s.ids[g], s.ids[t])
			}
		}
	}
	b.put(len(list) / 2)
	b.put(list...)
}

// compositions are the characters that Unicode makes of a letter and a mark.
func (b *blob) compositions(chars map[rune]int) {
	var triples [][3]int
	for r := range chars {
		// A composition of three is made in two steps, of which the first is a character too.
		d := []rune(norm.NFD.String(string(r)))
		if n := len(d); n > 1 {
			if first := []rune(norm.NFC.String(string(d[:n-1]))); len(first) == 1 && norm.NFC.String(string(d)) == string(r) {
				triples = append(triples, [3]int{int(first[0]), int(d[n-1]), int(r)})
			}
		}
	}
	slices.SortFunc(triples, func(a, b [3]int) int { return slices.Compare(a[:], b[:]) })
	b.put(len(triples))
	for _, t := range triples {
		b.put(t[:]...)
	}
}

// weight writes the advances of all glyphs, and the kerning of each subset.
func (b *blob) weight(family []*subset, w int, marks map[int]bool) error {
	for _, s := range family {
		for _, g := range s.glyphs {
			if marks[s.ids[g]] {
				b.put(0) // a browser gives a mark no room, whatever its advance
			} else {
				b.put(s.faces[w].widths[g])
			}
		}
	}
	for _, s := range family {
		k, err := s.faces[w].kern(s.glyphs)
		if err != nil {
			return err
		}
		b.put(len(k.table), len(k.table[0]))
		b.put(k.row...)
		b.put(k.column...)
		for _, row := range k.table {
			b.put(row...)
		}
		fmt.Printf("weight %s, subset %s: %d glyphs, %d × %d classes\n", weights[w], subsets[s.number], len(s.glyphs), len(k.table), len(k.table[0]))
	}
	return nil
}
