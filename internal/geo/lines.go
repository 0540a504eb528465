package geo

import (
	"cmp"
	"slices"
)

// line is what lies between two units: arcs, end to end, as rings have them.
type line struct {
	a, b     int // units, in their order
	disputed bool
	arcs     []int
}

// disputes are pairs of codes between which the line, or what lies behind it, is not agreed among the members of the United
// Nations; so is every line around a land without a code. Only whole lines can be told in this data: that through Kashmir is
// part of the border between India and Pakistan.
func disputed(a, b *unit) bool {
	switch min(a.code, b.code) + max(a.code, b.code) {
	case "SRBXKX", "ESHMAR", "ISRPSE":
		return true
	}
	return a.code == "" || b.code == ""
}

// findLines joins the arcs between each pair of units to lines that are as long as can be, so that a dashed line begins its
// dashes once.
func (w *world) findLines() {
	var arcs []int
	for i := range w.arcs {
		if s := w.arcs[i].sides; s[1] >= 0 && s[0] != s[1] {
			arcs = append(arcs, i)
		}
	}
	pair := func(i int) (int, int) {
		s := w.arcs[i].sides
		return min(s[0], s[1]), max(s[0], s[1])
	}
	slices.SortStableFunc(arcs, func(i, j int) int {
		a, b := pair(i)
		c, d := pair(j)
		return cmp.Or(cmp.Compare(a, c), cmp.Compare(b, d))
	})
	for len(arcs) > 0 {
		a, b := pair(arcs[0])
		n := 1
		for n < len(arcs) && w.samePair(arcs[0], arcs[n]) {
			n++
		}
		for _, chain := range w.chain(arcs[:n]) {
			w.lines = append(w.lines, line{a, b, disputed(&w.units[a], &w.units[b]), chain})
		}
		arcs = arcs[n:]
	}
}

func (w *world) samePair(i, j int) bool {
	a, b := w.arcs[i].sides, w.arcs[j].sides
	return min(a[0], a[1]) == min(b[0], b[1]) && max(a[0], a[1]) == max(b[0], b[1])
}

// chain puts arcs end to end where they meet.
func (w *world) chain(arcs []int) [][]int {
	left := slices.Clone(arcs)
	var chains [][]int
	for len(left) > 0 {
		chain := []int{left[0]}
		left = left[1:]
		for grown := true; grown; {
			grown = false
			for i, a := range left {
				head, tail := w.begin(chain[0]), w.begin(^chain[len(chain)-1])
				switch {
				case w.begin(a) == tail:
					chain = append(chain, a)
				case w.begin(^a) == tail:
					chain = append(chain, ^a)
				case w.begin(^a) == head:
					chain = slices.Insert(chain, 0, a)
				case w.begin(a) == head:
					chain = slices.Insert(chain, 0, ^a)
				default:
					continue
				}
				left = slices.Delete(left, i, i+1)
				grown = true
				break
			}
		}
		chains = append(chains, chain)
	}
	return chains
}

// begin is the first point of an arc as it is walked.
func (w *world) begin(ref int) [2]int32 {
	if ref < 0 {
		grid := w.arcs[^ref].grid
		return grid[len(grid)-1]
	}
	return w.arcs[ref].grid[0]
}
