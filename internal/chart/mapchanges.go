package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// mostChanges is how many depths of colour a map of changes has.
const mostChanges = 4

// changeTints are the shades of so many classes of rises or falls, from the smallest: all can be told from no change.
func changeTints(classes int) []int {
	return [...][]int{{}, {3}, {2, 4}, {2, 3, 5}, {2, 3, 4, 5}}[classes]
}

// changeTint is the shade of a change to one side: orange for falls, blue for rises, as bars are, pale for none.
func changeTint(side, depth int) string {
	switch {
	case side < 0:
		return "fall-" + strconv.Itoa(depth)
	case side > 0:
		return "shade-" + strconv.Itoa(depth)
	}
	return "level"
}

// changeClasses puts sorted rows of changes into classes, from the deepest fall to the steepest rise: in as many depths
// as give no more classes than a map can show.
func (s *Spec) changeClasses(rows []int) shades {
	for depths := mostChanges; ; depths-- {
		if sh := s.changesIn(depths, rows); len(sh.labels) <= mostShades {
			return sh
		}
	}
}

// changesIn are the classes of changes in so many depths at most. The depths are quantiles
// of how far the values are from zero, of falls and rises together, so that one depth of colour means the same size on
// both sides. No change is a class of its own.
func (s *Spec) changesIn(most int, rows []int) shades {
	sh := s.noShades()
	value := func(row int) float64 { return s.Series[0].Points[row].Value }
	size := func(row int) float64 { return math.Abs(value(row)) }
	side := func(row int) int { return cmp.Compare(value(row), 0) }
	moved := those(rows, func(i int) bool { return value(rows[i]) != 0 })
	slices.SortStableFunc(moved, func(a, b int) int { return cmp.Compare(size(a), size(b)) })
	of, n := quantiles(moved, most, size)
	depths := changeTints(n)
	class := func(way, k int) []int {
		return those(moved, func(i int) bool { return of[i] == k && side(moved[i]) == way })
	}
	for k := n - 1; k >= 0; k-- {
		falls := class(-1, k)
		slices.Reverse(falls)
		sh.add(s, falls, changeTint(-1, depths[k]))
	}
	sh.add(s, those(rows, func(i int) bool { return value(rows[i]) == 0 }), changeTint(0, 0))
	for k := range n {
		sh.add(s, class(1, k), changeTint(1, depths[k]))
	}
	return sh
}

// changeTintsOf are the shades of the classes between bounds: those below zero and those above it as deep as they are far
// from it, one that holds zero in its midst pale.
func changeTintsOf(bounds []float64) []string {
	n := len(bounds) + 1
	sides := make([]int, n)
	falls, rises := 0, 0
	for k := range sides {
		switch {
		case k < len(bounds) && bounds[k] <= 0:
			sides[k] = -1
			falls++
		case k > 0 && bounds[k-1] >= 0:
			sides[k] = 1
			rises++
		}
	}
	depths := changeTints(max(falls, rises))
	tints := make([]string, n)
	for k, side := range sides {
		depth := 0
		switch side {
		case -1:
			depth = depths[falls-1-k]
		case 1:
			depth = depths[k-(n-rises)]
		}
		tints[k] = changeTint(side, depth)
	}
	return tints
}
