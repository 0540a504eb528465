package diff

import (
	"cmp"
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Place is something on a page that shows an observation.
type Place struct {
	Kind      PlaceKind
	Page      string   // route
	PageTitle string   // as it is now
	Pos       diag.Pos // of the figure that rests on the observation, as it is now; of what is gone, as it was
	Before    string   // plain text; empty when it is new
	After     string   // plain text; empty when it is gone
	New, Gone bool
	Claims    []Claim // that rest on the observation
	Missing   []Missing
	Empty     bool // a chart, table or key figure that shows nothing any more
}

// Missing is a figure in a place that had a value, or is new, and has none now.
type Missing struct {
	Source string // its expression
	Pos    diag.Pos
}

// Claim is a claim that rests on an observation.
type Claim struct {
	Text    string
	Pos     diag.Pos
	Before  bool   // it stood there before
	Held    bool   // its words agreed with the data before
	After   bool   // it stands there now
	Holds   bool   // its words agree with the data now
	Message string // what speaks against it
}

// Fails tells whether the claim does not hold now.
func (c Claim) Fails() bool { return c.After && !c.Holds }

// Broke tells whether the claim fails, and did not before.
func (c Claim) Broke() bool { return c.Fails() && (!c.Before || c.Held) }

// places finds the places of each change.
func places(all []*Change, before, after *site.Site) {
	byCell := map[cell]*Change{}
	for _, c := range all {
		byCell[c.cell] = c
	}
	known := cellsOf(before.Set, after.Set)
	old, now := newSpotter(before, known), newSpotter(after, known)
	for _, both := range pages(before, after) {
		if !old.touched(both.before, byCell) && !now.touched(both.after, byCell) {
			continue
		}
		var was, is []*spot
		if both.before != nil {
			was = old.page(both.before)
		}
		if both.after != nil {
			is = now.page(both.after)
		}
		for _, p := range pairs(was, is) {
			p.enter(byCell)
		}
	}
	for _, c := range all {
		slices.SortStableFunc(c.Places, func(x, y Place) int {
			return cmp.Or(strings.Compare(x.Page, y.Page), x.order(y))
		})
	}
}

// order is that of two places on one page: what is of the page now comes first.
func (p Place) order(q Place) int {
	switch {
	case p.Gone != q.Gone:
		if q.Gone {
			return -1
		}
		return 1
	case p.Pos.Less(q.Pos):
		return -1
	case q.Pos.Less(p.Pos):
		return 1
	}
	return 0
}

// twoPages is a page on both sides; one may be nil.
type twoPages struct{ before, after *site.Page }

// pages pairs the pages of both sides that are made from documents.
func pages(before, after *site.Site) []twoPages {
	var all []twoPages
	for _, p := range after.Pages {
		if p.Document != nil {
			was, _ := before.File(p.Document.File)
			all = append(all, twoPages{was, p})
		}
	}
	for _, p := range before.Pages {
		if p.Document == nil {
			continue
		}
		if _, ok := after.File(p.Document.File); !ok {
			all = append(all, twoPages{p, nil})
		}
	}
	return all
}

// enter gives a pair to the changes that it shows.
func (p pair) enter(byCell map[cell]*Change) {
	var on []cell
	for _, s := range []*spot{p.before, p.after} {
		if s == nil {
			continue
		}
		for _, c := range s.cells {
			if !slices.Contains(on, c) {
				on = append(on, c)
			}
		}
	}
	for _, c := range on {
		if change, ok := byCell[c]; ok {
			change.Places = append(change.Places, p.place(c))
		}
	}
}

// place is what a pair is to one observation.
func (p pair) place(on cell) Place {
	s := p.after
	if s == nil {
		s = p.before
	}
	out := Place{Kind: s.kind, Page: s.page.Route, PageTitle: s.page.Title, Pos: s.place(on), New: p.before == nil, Gone: p.after == nil}
	if p.before != nil {
		out.Before = p.before.text
	}
	if p.after != nil {
		out.After = p.after.text
		out.Missing = p.missing()
		out.Empty = p.after.lost && (p.before == nil || !p.before.lost)
	}
	out.Claims = p.claims(on)
	if out.Kind == Sentence && len(out.Claims) > 0 {
		out.Kind = ClaimIn
	}
	return out
}

// place is that of the first figure that rests on the cell, or, where it shows
// nothing now, of the spot.
func (s *spot) place(on cell) diag.Pos {
	if s.kind == Chart || s.kind == Table {
		return s.pos
	}
	for _, r := range s.rests {
		if slices.Contains(r.cells, on) {
			return r.pos
		}
	}
	if len(s.failed) > 0 {
		return s.failed[0].Pos
	}
	return s.pos
}

// missing are the figures that have no value now, but for those that had none
// before.
func (p pair) missing() []Missing {
	var had []Missing
	if p.before != nil {
		had = slices.Clone(p.before.failed)
	}
	var missing []Missing
	for _, m := range p.after.failed {
		if at := slices.IndexFunc(had, func(h Missing) bool { return h.Source == m.Source }); at >= 0 {
			had = slices.Delete(had, at, at+1)
			continue
		}
		missing = append(missing, m)
	}
	return missing
}

// claims are those of a pair that rest on a cell on either side. The claims of
// both sides are matched by their source, in order.
func (p pair) claims(on cell) []Claim {
	var was []claimed
	if p.before != nil {
		was = slices.Clone(p.before.claims)
	}
	var all []Claim
	if p.after != nil {
		for _, is := range p.after.claims {
			c := is.Claim
			c.After = true
			rests := slices.Contains(is.cells, on)
			at := slices.IndexFunc(was, func(w claimed) bool { return w.source == is.source })
			if at >= 0 {
				c.Before, c.Held = true, was[at].Holds
				rests = rests || slices.Contains(was[at].cells, on)
				was = slices.Delete(was, at, at+1)
			}
			if rests {
				all = append(all, c)
			}
		}
	}
	for _, w := range was {
		if slices.Contains(w.cells, on) {
			c := w.Claim
			c.Before, c.Held, c.Holds, c.Message = true, c.Holds, false, ""
			all = append(all, c)
		}
	}
	return all
}
