package site

import (
	"cmp"
	"slices"
	"strconv"

	"bulletin/internal/decimal"
)

// fold puts the smallest parts together with what the parts leave of their
// wholes when there are more than a chart can show, and gives the pieces that
// are left, in their order, the remainder last.
func (a *assembly) fold(c *Chart, wholes []whole, pieces []axis) []axis {
	var small []int
	if len(pieces) > mostPieces {
		small = smallest(wholes, len(pieces), len(pieces)-mostPieces)
	}
	var kept []axis
	var names []string
	for n, piece := range pieces {
		if slices.Contains(small, n) {
			names = append(names, piece.label)
		} else {
			kept = append(kept, piece)
		}
	}
	split := false
	for i := range wholes {
		w := &wholes[i]
		split = split || w.rest.hasCount || w.rest.hasShare
		var parts []part
		for n, p := range w.parts {
			if slices.Contains(small, n) {
				w.rest = together(w.rest, p)
			} else {
				parts = append(parts, p)
			}
		}
		w.parts = parts
	}
	if len(names) > mostFolded {
		slices.Reverse(small) // the largest first
		most := []string{}
		for _, n := range small[:mostFolded-1] {
			most = append(most, pieces[n].label)
		}
		names = append(most, strconv.Itoa(len(names)-len(most))+" smaller ones")
	}
	if len(names) > 0 {
		if split {
			names = append(names, "what the source does not split")
		}
		c.notes = append(c.notes, "“"+otherName(kept)+"” takes in "+a.Locale.List(names)+".")
	}
	return kept
}

// mostFolded is how many parts a remark on what was put together names.
const mostFolded = 6

// smallest are the n parts that weigh least over all wholes: by their shares
// where those are known, else by their counts.
func smallest(wholes []whole, pieces, n int) []int {
	shares := true
	for _, w := range wholes {
		for _, p := range w.parts {
			shares = shares && (p.hasShare || !p.hasCount)
		}
	}
	return lightest(wholes, pieces, shares)[:n]
}

// largestFirst puts the parts into one order for all wholes: that which weighs
// most over all of them stands at the base line.
func largestFirst(wholes []whole, pieces []axis, percent bool) []axis {
	order := lightest(wholes, len(pieces), percent)
	slices.Reverse(order)
	for i, w := range wholes {
		parts := make([]part, 0, len(order))
		for _, n := range order {
			parts = append(parts, w.parts[n])
		}
		wholes[i].parts = parts
	}
	sorted := make([]axis, 0, len(order))
	for _, n := range order {
		sorted = append(sorted, pieces[n])
	}
	return sorted
}

// lightest are all parts, from that which weighs least over all wholes; of two
// that weigh the same, the later comes first.
func lightest(wholes []whole, pieces int, shares bool) []int {
	weights := make([]decimal.Decimal, pieces)
	for _, w := range wholes {
		for i, p := range w.parts {
			if sum, ok := weights[i].Add(pick(shares, p.share, p.count)); ok {
				weights[i] = sum
			}
		}
	}
	order := make([]int, pieces)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(weights[x].Cmp(weights[y]), y-x)
	})
	return order
}

// together adds two parts. Where one of them is missing, so is the sum.
func together(x, y part) part {
	switch {
	case x.missing != "":
		return x
	case y.missing != "":
		return part{missing: y.missing}
	case x.none != "":
		return part{count: y.count, share: y.share, hasCount: y.hasCount, hasShare: y.hasShare, none: y.none}
	case y.none != "":
		return x
	}
	sum := part{}
	if x.hasCount && y.hasCount {
		sum.count, sum.hasCount = x.count.Add(y.count)
	}
	if x.hasShare && y.hasShare {
		sum.share, sum.hasShare = x.share.Add(y.share)
	}
	if !sum.hasCount && !sum.hasShare {
		sum.missing = notKnown
	}
	return sum
}
