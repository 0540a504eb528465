package geo

import (
	"cmp"
	"slices"
)

// borders fills in the borders of a view: lines between lands that are both in it.
func (f *fitting) borders(view *View) {
	outer := extent{plane{-Overhang, -Overhang}, plane{f.width + Overhang, f.height + Overhang}}
	frame := extent{plane{0, 0}, plane{f.width, f.height}}
	for _, l := range f.w.lines {
		a, b := f.drawn[l.a], f.drawn[l.b]
		if !f.present[a] || !f.present[b] || a == b && !l.disputed {
			continue
		}
		border := Border{A: f.w.units[a].code, B: f.w.units[b].code, Disputed: l.disputed}
		if border.A > border.B {
			border.A, border.B = border.B, border.A
		}
		draw := func(line []plane) {
			f.clip.lines(line, outer, func(piece []plane) {
				box := nowhere
				for _, p := range piece {
					box.include(p)
				}
				if size := box.size(); !box.meets(frame) || piece[0] == piece[len(piece)-1] && size.x*size.y < smallest {
					return // out of sight, or around an enclave that is too small to be seen
				}
				if border.Points = whole(piece); len(border.Points) > 1 {
					view.Borders = append(view.Borders, border)
				}
			})
		}
		f.ring = f.walk(f.ring[:0], l.arcs)
		if f.wide {
			f.strands(f.ring, draw)
		} else {
			draw(f.ring)
		}
	}
	slices.SortStableFunc(view.Borders, func(a, b Border) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
}

// whole is a line in whole units, without points that repeat.
func whole(line []plane) []Point {
	points := make([]Point, 0, len(line))
	for _, p := range line {
		if at := p.rounded(); len(points) == 0 || at != points[len(points)-1] {
			points = append(points, at)
		}
	}
	return points
}
