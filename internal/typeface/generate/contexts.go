//go:build ignore

package main

import (
	"fmt"
	"maps"
	"slices"
)

// contexts writes the contextual alternates of the first subset; the others have none.
func (b *blob) contexts(family []*subset) error {
	for _, s := range family[1:] {
		if _, top, err := s.faces[0].contextual(); err != nil || len(top) > 0 {
			return fmt.Errorf("%s has contextual alternates (%v)", s.faces[0].name, err)
		}
	}
	s := family[0]
	lookups, top, err := s.faces[0].contextual()
	if err != nil {
		return err
	}
	position := map[int]int{}
	for i, l := range lookups {
		position[l.index] = i
	}
	var sets [][]int
	known := map[string]int{}
	places := func(coverages [][]int) (out []int) {
		for _, glyphs := range coverages {
			var set []int
			for _, g := range glyphs {
				if id, ok := s.ids[g]; ok {
					set = append(set, id)
				}
			}
			slices.Sort(set)
			key := fmt.Sprint(set)
			if _, ok := known[key]; !ok {
				known[key] = len(sets)
				sets = append(sets, set)
			}
			out = append(out, known[key])
		}
		return out
	}
	var body blob
	for _, l := range lookups {
		var singles []int
		for _, from := range slices.Sorted(maps.Keys(l.singles)) {
			if id, ok := s.ids[from]; ok {
				singles = append(singles, id, s.ids[l.singles[from]])
			}
		}
		body.list(singles)
		var ligatures blob
		count := 0
		for _, lig := range l.ligatures {
			to, ok := s.ids[lig.to]
			var from []int
			for _, g := range lig.from {
				id, reached := s.ids[g]
				ok = ok && reached
				from = append(from, id)
			}
			if ok {
				ligatures.list(append(from, to))
				count++
			}
		}
		body.put(count)
		body.Write(ligatures.Bytes())
		body.put(len(l.rules))
		for _, r := range l.rules {
			body.list(places(r.before))
			body.list(places(r.input))
			body.list(places(r.after))
			if r.lookup < 0 {
				body.put(0xffff)
			} else {
				body.put(position[r.lookup])
			}
		}
	}
	b.put(len(sets))
	for _, set := range sets {
		b.list(set)
	}
	b.put(len(lookups))
	b.Write(body.Bytes())
	var first []int
	for _, index := range top {
		first = append(first, position[index])
	}
	b.list(first)
	return nil
}
