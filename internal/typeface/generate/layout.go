//go:build ignore

package main

import (
	"fmt"
	"maps"
	"slices"
)

// featureLookups are the lookups of a feature in GSUB or GPOS, in the order in which they are applied. Scripts are not
// told apart: Inter has the same lookups for Latin, Cyrillic and Greek, and its files hold one script each.
func featureLookups(table []byte, tag string) []int {
	features := table[u16(table, 6):]
	set := map[int]bool{}
	for i := range u16(features, 0) {
		if string(features[2+6*i:6+6*i]) != tag {
			continue
		}
		feature := features[u16(features, 2+6*i+4):]
		for j := range u16(feature, 2) {
			set[u16(feature, 4+2*j)] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

type subtable struct {
	kind int
	body []byte
}

// subtables are those of a lookup; extension is the kind that only points to another (7 in GSUB, 9 in GPOS).
func subtables(table []byte, index, extension int) []subtable {
	lookups := table[u16(table, 8):]
	lookup := lookups[u16(lookups, 2+2*index):]
	var out []subtable
	for k := range u16(lookup, 4) {
		sub, kind := lookup[u16(lookup, 6+2*k):], u16(lookup, 0)
		if kind == extension {
			kind, sub = u16(sub, 2), sub[u32(sub, 4):]
		}
		out = append(out, subtable{kind, sub})
	}
	return out
}

func coverage(c []byte) []int {
	var out []int
	for i := range u16(c, 2) {
		if u16(c, 0) == 1 {
			out = append(out, u16(c, 4+2*i))
			continue
		}
		for g := u16(c, 4+6*i); g <= u16(c, 6+6*i); g++ {
			out = append(out, g)
		}
	}
	return out
}

func classes(c []byte) map[int]int {
	out := map[int]int{}
	if u16(c, 0) == 1 {
		for i := range u16(c, 4) {
			out[u16(c, 2)+i] = u16(c, 6+2*i)
		}
		return out
	}
	for i := range u16(c, 2) {
		for g := u16(c, 4+6*i); g <= u16(c, 6+6*i); g++ {
			out[g] = u16(c, 8+6*i)
		}
	}
	return out
}

// singles reads a subtable that puts one glyph in the place of another.
func singles(sub []byte, out map[int]int) {
	for i, g := range coverage(sub[u16(sub, 2):]) {
		if u16(sub, 0) == 1 {
			out[g] = (g + u16(sub, 4)) & 0xffff
		} else {
			out[g] = u16(sub, 6+2*i)
		}
	}
}

// ligature is a glyph for several; rule says what happens where a context fits.
type ligature struct {
	from []int
	to   int
}

type rule struct {
	before, input, after [][]int // before: nearest first
	lookup               int     // what is done at the first of input; -1: nothing, and no later rule is tried
}

// substitution is a lookup of GSUB.
type substitution struct {
	index     int
	singles   map[int]int
	ligatures []ligature
	rules     []rule
}

// contextual reads the lookups of the feature calt and those they lead to, in order of index; top are the former.
func (f *face) contextual() (all []substitution, top []int, err error) {
	gsub := f.tables["GSUB"]
	top = featureLookups(gsub, "calt")
	todo := slices.Clone(top)
	done := map[int]bool{}
	for len(todo) > 0 {
		index := todo[0]
		todo = todo[1:]
		if done[index] {
			continue
		}
		done[index] = true
		s := substitution{index: index, singles: map[int]int{}}
		for _, sub := range subtables(gsub, index, 7) {
			switch {
			case sub.kind == 1:
				singles(sub.body, s.singles)
			case sub.kind == 4:
				s.ligatures = append(s.ligatures, ligatures(sub.body)...)
			case sub.kind == 6 && u16(sub.body, 0) == 3:
				r, err := chain(sub.body)
				if err != nil {
					return nil, nil, fmt.Errorf("%s: lookup %d: %w", f.name, index, err)
				}
				if r.lookup >= 0 {
					todo = append(todo, r.lookup)
				}
				s.rules = append(s.rules, r)
			default:
				return nil, nil, fmt.Errorf("%s: lookup %d has a subtable of kind %d, which is not read", f.name, index, sub.kind)
			}
		}
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b substitution) int { return a.index - b.index })
	return all, top, nil
}

func ligatures(sub []byte) (out []ligature) {
	for i, g := range coverage(sub[u16(sub, 2):]) {
		set := sub[u16(sub, 6+2*i):]
		for j := range u16(set, 0) {
			l := set[u16(set, 2+2*j):]
			from := []int{g}
			for k := range u16(l, 2) - 1 {
				from = append(from, u16(l, 4+2*k))
			}
			out = append(out, ligature{from, u16(l, 0)})
		}
	}
	return out
}

// chain reads a chained context of format 3: a coverage for each place.
func chain(sub []byte) (rule, error) {
	at := 2
	places := func() (out [][]int) {
		n := u16(sub, at)
		at += 2
		for range n {
			out = append(out, coverage(sub[u16(sub, at):]))
			at += 2
		}
		return out
	}
	r := rule{before: places(), input: places(), after: places(), lookup: -1}
	switch u16(sub, at) {
	case 0:
	case 1:
		if place := u16(sub, at+2); place != 0 {
			return r, fmt.Errorf("acts on place %d of a context, only the first is supported", place)
		}
		r.lookup = u16(sub, at+4)
	default:
		return r, fmt.Errorf("%d actions in a context, one is supported", u16(sub, at))
	}
	return r, nil
}
