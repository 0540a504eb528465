//go:build ignore

package main

import (
	"fmt"
	"math/bits"
)

// kerning is what the feature kern adds to the advance of the first glyph of each pair of glyphs, as a table: pairs
// with equal rows or columns share one.
type kerning struct {
	row, column []int // of each glyph
	table       [][]int
}

// pairs reads one lookup of GPOS: a subtable answers for a pair, or leaves it to the next.
type pairs []func(first, second int) (int, bool)

func (f *face) pairLookups() ([]pairs, error) {
	gpos := f.tables["GPOS"]
	var out []pairs
	for _, index := range featureLookups(gpos, "kern") {
		var lookup pairs
		for _, sub := range subtables(gpos, index, 9) {
			if sub.kind != 2 {
				return nil, fmt.Errorf("%s: kern has a lookup of kind %d", f.name, sub.kind)
			}
			first, second := u16(sub.body, 4), u16(sub.body, 6)
			if first&4 == 0 || first&^0xff != 0 || first&3 != 0 || first&8 != 0 || second&0xf != 0 {
				return nil, fmt.Errorf("%s: kern moves glyphs in the formats %#x and %#x", f.name, first, second)
			}
			// The advance is the first value of a record: neither placement precedes it.
			size := 2 * (bits.OnesCount(uint(first)) + bits.OnesCount(uint(second)))
			if u16(sub.body, 0) == 1 {
				lookup = append(lookup, listed(sub.body, size))
			} else {
				lookup = append(lookup, classed(sub.body, size))
			}
		}
		out = append(out, lookup)
	}
	return out, nil
}

// listed reads a subtable of format 1: pairs of glyphs.
func listed(body []byte, size int) func(int, int) (int, bool) {
	values := map[[2]int]int{}
	for i, g := range coverage(body[u16(body, 2):]) {
		set := body[u16(body, 10+2*i):]
		for j := range u16(set, 0) {
			at := 2 + j*(2+size)
			values[[2]int{g, u16(set, at)}] = i16(set, at+2)
		}
	}
	return func(first, second int) (int, bool) {
		v, ok := values[[2]int{first, second}]
		return v, ok
	}
}

// classed reads a subtable of format 2: pairs of classes. Where the second glyph has no class HarfBuzz, which browsers
// use, goes on to the next subtable.
func classed(body []byte, size int) func(int, int) (int, bool) {
	covered := map[int]bool{}
	for _, g := range coverage(body[u16(body, 2):]) {
		covered[g] = true
	}
	one, two := classes(body[u16(body, 8):]), classes(body[u16(body, 10):])
	columns := u16(body, 14)
	return func(first, second int) (int, bool) {
		if !covered[first] || two[second] == 0 {
			return 0, false
		}
		return i16(body, 16+(one[first]*columns+two[second])*size), true
	}
}

// kern makes the table of a face for the glyphs of its subset.
func (f *face) kern(glyphs []int) (*kerning, error) {
	lookups, err := f.pairLookups()
	if err != nil {
		return nil, err
	}
	full := make([][]int, len(glyphs))
	for i, first := range glyphs {
		full[i] = make([]int, len(glyphs))
		for j, second := range glyphs {
			for _, lookup := range lookups {
				for _, subtable := range lookup {
					if v, ok := subtable(first, second); ok {
						full[i][j] += v
						break
					}
				}
			}
		}
	}
	k := &kerning{}
	var rows [][]int
	k.row, rows = distinct(full)
	var columns [][]int
	k.column, columns = distinct(transposed(rows))
	k.table = transposed(columns)
	return k, nil
}

// distinct numbers equal lists alike.
func distinct(lists [][]int) (number []int, out [][]int) {
	known := map[string]int{}
	for _, list := range lists {
		key := fmt.Sprint(list)
		n, ok := known[key]
		if !ok {
			n = len(out)
			known[key] = n
			out = append(out, list)
		}
		number = append(number, n)
	}
	return number, out
}

func transposed(m [][]int) [][]int {
	out := make([][]int, len(m[0]))
	for j := range out {
		for i := range m {
			out[j] = append(out[j], m[i][j])
		}
	}
	return out
}
