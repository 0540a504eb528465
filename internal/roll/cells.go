package roll

import (
	"cmp"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// cells finds what the new edition wants of the data: every cell that the last one
// used, moved as its periods move, that is not there yet. A part needs its total: that
// is asked for with it.
func (r *roller) cells(pages []*site.Page) {
	set, seen := r.site.Set, map[data.Cell]bool{}
	var all []Cell
	for _, p := range inOrderOf(pages) {
		for _, o := range p.Shown() {
			for _, part := range whole(o) {
				moved, ok := r.step.Move(part.Period)
				if !ok {
					continue
				}
				cell := data.Cell{Indicator: part.Indicator.ID, Area: part.Area.ID, Period: moved, Categories: data.CategoriesKey(part.Path)}
				if _, there := set.Lookup(cell); there || seen[cell] {
					continue
				}
				seen[cell] = true
				all = append(all, Cell{cell, part})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Cell) int { return cmp.Compare(r.rank(a.Period), r.rank(b.Period)) })
	r.plan.Cells = all
}

// rank puts the cells of the new period first, and those of its base last.
func (r *roller) rank(p period.Period) int {
	switch {
	case r.step.To.Covers(p):
		return 0
	case r.step.NewBase().Covers(p):
		return 2
	}
	return 1
}

// whole is an observation behind those that it is a part of.
func whole(o *data.Observation) []*data.Observation {
	var all []*data.Observation
	for ; o != nil; o = o.Parent {
		all = append(all, o)
	}
	slices.Reverse(all)
	return all
}

// inOrderOf is the pages with the opening page last: it repeats what the chapters
// say.
func inOrderOf(pages []*site.Page) []*site.Page {
	if len(pages) < 2 {
		return pages
	}
	return append(slices.Clone(pages[1:]), pages[0])
}
