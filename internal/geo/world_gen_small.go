//go:build ignore

package main

import (
	"fmt"
	"math"
)

// bouvet is the number under which the finer file has Bouvet Island (Norway), and what lies south of there is no other part.
const (
	norway           = "578"
	bouvet           = "BVT"
	southOfNorway    = 0 // ° N
	fewestOfAnIsland = 4 // points, the last the first again
)

// addSmall gives the codes that have no land in the first file that of a finer one, on the grid of the first. Each part is an
// arc of its own: the border of Gibraltar is not shared with Spain's, over which it is drawn.
func (w *world) addSmall(finer *topology, byNumber map[string]*unit) error {
	missing := map[string]int{}
	for i, u := range w.units {
		if len(u.parts) == 0 {
			missing[u.code] = i
		}
	}
	for _, l := range finer.lands {
		u, known := byNumber[l.id]
		if !known {
			continue
		}
		for _, rings := range l.polygons {
			outline := w.regrid(finer, walk(finer.arcs, rings[0]))
			code := u.code
			if _, lat := w.degrees(outline[0]); l.id == norway && lat < southOfNorway {
				code = bouvet
			}
			i, wanted := missing[code]
			if !wanted || len(outline) < fewestOfAnIsland {
				continue
			}
			w.units[i].parts = append(w.units[i].parts, part{rings: [][]int{{len(w.arcs)}}})
			w.arcs = append(w.arcs, outline)
		}
	}
	for _, u := range w.units {
		if len(u.parts) == 0 {
			return fmt.Errorf("%s (%s) has no land", u.code, u.name)
		}
	}
	return nil
}

// regrid takes points from the grid of another file to that of the world; points that fall together become one.
func (w *world) regrid(from *topology, points []point) []point {
	var out []point
	for _, at := range points {
		var on [2]int
		for axis, v := range [2]int{at.x, at.y} {
			degrees := float64(v)*from.scale[axis] + from.translate[axis]
			on[axis] = int(math.Round((degrees - w.translate[axis]) / w.scale[axis]))
		}
		if p := (point{on[0], on[1]}); len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	return out
}
