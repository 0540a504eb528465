//go:build ignore

package main

import (
	"log"
	"math"
	"slices"
)

// moves are parts that the data counts to one country, and that ISO 3166 knows apart from it or counts to another: every
// part of a unit (by code, or by name where it has none) whose points all lie in a box of longitude and latitude.
var moves = []struct {
	from                     string
	west, south, east, north float64
	code, name, parent       string
}{
	{from: "FRA", west: -55, south: 1, east: -51, north: 7, code: "GUF", parent: "FRA"},
	{from: "FRA", west: -62, south: 15.7, east: -60, north: 17, code: "GLP", parent: "FRA"},
	{from: "FRA", west: -62, south: 14, east: -60, north: 15.7, code: "MTQ", parent: "FRA"},
	{from: "FRA", west: 55, south: -22, east: 56, north: -20, code: "REU", parent: "FRA"},
	{from: "FRA", west: 44, south: -14, east: 46, north: -12, code: "MYT", parent: "FRA"},
	{from: "NLD", west: -69, south: 11, east: -62, north: 18, code: "BES", parent: "NLD"},
	{from: "NOR", west: -10, south: 70.5, east: -7, north: 72, code: "SJM", parent: "NOR"}, // Jan Mayen
	{from: "NOR", west: 10, south: 74, east: 35, north: 82, code: "SJM", parent: "NOR"},    // Svalbard
	{from: "NZL", west: -173, south: -10, east: -171, north: -8, code: "TKL", parent: "NZL"},
	{from: "Indian Ocean Ter.", west: 105, south: -11, east: 106, north: -10, code: "CXR", parent: "AUS"},
	{from: "Indian Ocean Ter.", west: 96, south: -13, east: 97, north: -11, code: "CCK", parent: "AUS"},
	// ISO 3166-2 lists Crimea and Sevastopol under Ukraine (UA-43, UA-40), as does United Nations General Assembly
	// resolution 68/262; Natural Earth draws who holds the ground.
	{from: "RUS", west: 32, south: 44, east: 37, north: 46.3, name: "Crimea", parent: "UKR"},
}

// moveParts carries out the moves.
func (w *world) moveParts() {
	for _, m := range moves {
		from := w.find(m.from)
		var moved, kept []part
		for _, p := range w.units[from].parts {
			if w.within(p, m.west, m.south, m.east, m.north) {
				moved = append(moved, p)
			} else {
				kept = append(kept, p)
			}
		}
		if len(moved) == 0 {
			log.Fatalf("no part of %s lies where %s%s should", m.from, m.code, m.name)
		}
		w.units[from].parts = kept
		to := w.find(m.code)
		if m.code == "" {
			to = len(w.units)
			w.units = append(w.units, unit{name: m.name})
		}
		w.units[to].parent = m.parent
		w.units[to].parts = append(w.units[to].parts, moved...)
	}
	w.units = slices.DeleteFunc(w.units, func(u unit) bool { return u.code == "" && len(u.parts) == 0 })
}

// find is the place of a unit by its code, or by its name where it has no code; -1 without one.
func (w *world) find(key string) int {
	return slices.IndexFunc(w.units, func(u unit) bool { return u.code == key || u.code == "" && u.name == key })
}

// within says whether all of a part lies in a box.
func (w *world) within(p part, west, south, east, north float64) bool {
	for _, at := range w.outline(p.rings[0]) {
		lon, lat := w.degrees(at)
		if lon < west || lon > east || lat < south || lat > north {
			return false
		}
	}
	return true
}

// dropPoleLine takes away the ring that runs along the southernmost line of the grid: on the sphere it is the pole, and
// the coast of Antarctica is all the outline that there is.
func (w *world) dropPoleLine() {
	for _, u := range w.units {
		for i, p := range u.parts {
			u.parts[i].rings = slices.DeleteFunc(p.rings, func(ring []int) bool {
				return !slices.ContainsFunc(w.outline(ring), func(at point) bool { return at.y != 0 })
			})
		}
	}
}

// weldAntimeridian joins parts that the 180th meridian cuts in two (Vanua Levu, Taveuni and another island of Fiji), so
// that no coast is drawn along it. Each is a ring of one arc; the ends of the two cuts are equal within a step of the grid.
func (w *world) weldAntimeridian() {
	last := int(math.Round(360 / w.scale[0]))
	for u := range w.units {
		parts := w.units[u].parts
		for i := 0; i < len(parts); i++ {
			for j := 0; j < len(parts); j++ {
				west, south, north := w.cut(parts[i], last)
				east, south2, north2 := w.cut(parts[j], 0)
				if i != j && west != nil && east != nil && abs(south-south2) <= 2 && abs(north-north2) <= 2 {
					joined := append(west, east...)
					w.arcs[parts[i].rings[0][0]] = append(joined, joined[0])
					w.arcs[parts[j].rings[0][0]] = nil
					parts = slices.Delete(parts, j, j+1)
					i, j = -1, len(parts)
				}
			}
		}
		w.units[u].parts = parts
	}
	w.dropEmptyArcs()
}

// cut is the outline of a part of one arc, opened along the edges that lie on the meridian x, from the end of the cut to
// its beginning, and the two ends of the cut; nil when no edge lies there.
func (w *world) cut(p part, x int) (open []point, south, north int) {
	if len(p.rings) != 1 || len(p.rings[0]) != 1 || p.rings[0][0] < 0 {
		return nil, 0, 0
	}
	ring := w.arcs[p.rings[0][0]]
	ring = ring[:len(ring)-1]
	on := func(i int) bool { return ring[i%len(ring)].x == x }
	for i := range ring {
		if on(i) && on(i+1) && !on(i+len(ring)-1) {
			n := 1
			for on(i + n) {
				n++
			}
			for k := i + n - 1; k <= i+len(ring); k++ {
				open = append(open, ring[k%len(ring)])
			}
			a, b := open[0].y, open[len(open)-1].y
			return open, min(a, b), max(a, b)
		}
	}
	return nil, 0, 0
}

func abs(n int) int { return max(n, -n) }

// dropEmptyArcs takes away the arcs that welding left without points, and numbers the others anew.
func (w *world) dropEmptyArcs() {
	number := make([]int, len(w.arcs))
	var kept [][]point
	for i, arc := range w.arcs {
		number[i] = len(kept)
		if len(arc) > 0 {
			kept = append(kept, arc)
		}
	}
	w.arcs = kept
	for _, u := range w.units {
		for _, p := range u.parts {
			for _, ring := range p.rings {
				for i, ref := range ring {
					if ref < 0 {
						ring[i] = ^number[^ref]
					} else {
						ring[i] = number[ref]
					}
				}
			}
		}
	}
}
