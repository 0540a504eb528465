package site

import (
	"slices"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
)

// mostPieces is how many parts of a whole are told apart; the others are one.
const mostPieces = 5

// whole is one row of a stacked chart, or a donut: a total and its parts.
type whole struct {
	axis  axis
	total *data.Observation   // its own value, where it has one
	sum   decimal.Decimal     // of the total, or of the parts where it has none
	ok    bool                // the sum is known: every part is
	parts []part              // a piece each
	rest  part                // what the parts leave of it, and the parts that were folded
	used  []*data.Observation // the total and all parts, as far as there are any
}

// part is one piece of a whole.
type part struct {
	observation *data.Observation
	count       decimal.Decimal // where it has one
	share       decimal.Decimal // per cent of the whole, where it is known
	hasCount    bool
	hasShare    bool
	none        string // why there is no such part, so that it adds nothing; "" where there is
	missing     string // why its value is not known; "" where it is
}

// chooseParts fills a chart of the parts of a whole: a stacked chart, a donut.
func (a *assembly) chooseParts(c *Chart, s *selection) {
	l := a.layout(s)
	if len(l.rows) == 0 || len(l.series) == 0 {
		return // no category has a value
	}
	if b := c.Block; len(b.Categories) > mostPieces && b.Kind == content.ChartBlock {
		a.refuse(b.Categories[mostPieces], "name five; the others are shown as one, Other", "%d parts are too many to tell apart: %d at most", len(b.Categories), mostPieces)
		return
	}
	wholes := a.wholes(c, s, l)
	pieces := l.series
	if c.Block.Kind == content.ChartBlock {
		pieces = a.fold(c, wholes, pieces)
	}
	percent, ok := a.inPercent(c, wholes)
	if !ok {
		return
	}
	if s.kind() == "stacked" && s.pieces() == byCategory && !s.named() {
		pieces = largestFirst(wholes, pieces, percent)
	}
	if s.kind() == "donut" && !a.wholeDonut(c, s, wholes[0], pieces, percent) {
		return
	}
	if s.kind() == "donut" {
		a.donut(c, s, wholes[0], pieces, percent)
	} else {
		a.stack(c, s, l, wholes, pieces, percent)
	}
	a.roundingNote(c, wholes, percent)
}

// wholes looks up each row and its parts.
func (a *assembly) wholes(c *Chart, s *selection, l layout) []whole {
	var all []whole
	for _, row := range l.rows {
		w := whole{axis: row}
		at := place{area: s.areas[0], period: s.periods[0], path: s.part}
		row.fix(&at)
		switch s.pieces() {
		case byCategory:
			w.total = a.look(c, s.indicators[0], at.area, at.period, s.part)
		case byArea:
			if s.group != nil {
				w.total = a.look(c, s.indicators[0], s.group, at.period, s.part)
			}
		}
		for _, piece := range l.series {
			cell := at
			piece.fix(&cell)
			o := a.look(c, s.indicatorFor(a, cell.area, cell.indicator), cell.area, cell.period, cell.path)
			w.parts = append(w.parts, a.partOf(o, s.pieces() == byCategory))
			w.used = append(w.used, o)
		}
		w.used = append(w.used, w.total)
		a.weigh(&w, s)
		all = append(all, w)
	}
	return all
}

// partOf is an observation as a part. A category that a breakdown does not
// name, or that cannot exist, adds nothing.
func (a *assembly) partOf(o *data.Observation, category bool) part {
	p := part{observation: o}
	switch {
	case o == nil && category:
		p.none = unnamedPart
	case o != nil && o.Status == data.CannotExist:
		p.none = o.Status.Name()
	case o == nil || !o.HasValue && !o.HasShare:
		p.missing = a.absence(o)
	case o.HasValue && o.Indicator.Measure == data.Share:
		p.share, p.hasShare = o.Value, true // of a whole of 100 per cent
	case o.HasValue:
		p.count, p.hasCount = o.Value, true
	default:
		p.share, p.hasShare = o.Share, true
	}
	return p
}

// weigh finds the sum of a whole, the share of each part in it, and what the
// parts leave.
func (a *assembly) weigh(w *whole, s *selection) {
	known, any, counts := true, false, decimal.Decimal{}
	for _, p := range w.parts {
		known = known && p.missing == ""
		any = any || p.hasCount || p.hasShare
		if p.hasCount {
			var fits bool
			if counts, fits = counts.Add(p.count); !fits {
				known = false
			}
		}
	}
	if !any {
		for i := range w.parts {
			w.parts[i].none, w.parts[i].missing = "", a.absence(w.parts[i].observation)
		}
	}
	shares := slices.ContainsFunc(w.parts, func(p part) bool { return p.hasShare })
	switch {
	case w.total != nil && w.total.HasValue && w.total.Indicator.Measure == data.Share:
		w.sum, w.ok = w.total.Value, any // parts of a share are shares of its whole
	case w.total != nil && w.total.HasValue:
		w.sum, w.ok = w.total.Value, any
	case s.pieces() != byCategory && known && any:
		w.sum, w.ok = counts, true
	}
	for i := range w.parts {
		p := &w.parts[i]
		if p.hasCount && w.ok && w.sum.Sign() > 0 {
			p.share, p.hasShare = decimal.MulDiv(p.count, 100, w.sum, 4)
		}
	}
	if w.total != nil && w.total.Complete && known && any {
		w.nothingElse(shares)
	}
	w.rest = part{none: nothing}
	if any && w.total == nil {
		return // nothing is known that could leave a rest
	}
	if !any || !known {
		w.rest = part{missing: notKnown}
		if !any {
			w.rest.missing = a.absence(nil)
		}
		return
	}
	if s.named() && w.total != nil && a.hidden(w.total, s.by.ID) {
		w.rest = part{missing: notKnown}
		return
	}
	switch {
	case s.pieces() == byIndicator || w.total == nil:
	case s.pieces() == byArea:
		if left, ok := w.sum.Sub(counts); ok && left.Sign() > 0 {
			w.rest = a.rest(left, w.sum)
		}
	case shares:
		w.rest = shareRest(w)
	case s.named():
		if left, ok := w.sum.Sub(counts); ok && left.Sign() > 0 {
			w.rest = a.rest(left, w.sum)
		}
	default:
		if left, ok := a.Set.Remainder(w.total, s.by.ID); ok && left.Sign() > 0 {
			w.rest = a.rest(left, w.sum)
		}
	}
}

// Why a whole has no such part: its breakdown does not name it; then, where it
// has a rest, that holds it; and why a complete breakdown has no rest.
const (
	unnamedPart = "not named"
	inRest      = "in Other"
	nothing     = "none"
	notKnown    = "not known" // a rest, where a part is not
)

// nothingElse gives the parts that a complete breakdown does not name: none.
func (w *whole) nothingElse(shares bool) {
	for i := range w.parts {
		if p := &w.parts[i]; p.none != "" && p.observation == nil {
			*p = part{hasCount: !shares, hasShare: shares || w.sum.Sign() > 0}
		}
	}
}

// named tells whether the block chooses among the categories.
func (s *selection) named() bool { return len(s.block.Categories) > 0 }

// rest is a remainder that is counted.
func (a *assembly) rest(left, sum decimal.Decimal) part {
	p := part{count: left, hasCount: true}
	if sum.Sign() > 0 {
		p.share, p.hasShare = decimal.MulDiv(left, 100, sum, 4)
	}
	return p
}

// shareRest is what published shares leave of 100 per cent; nothing where the
// breakdown is complete, so that a gap is of rounding.
func shareRest(w *whole) part {
	left := decimal.FromInt(100)
	for _, p := range w.parts {
		if p.hasShare {
			var ok bool
			if left, ok = left.Sub(p.share); !ok {
				return part{none: nothing}
			}
		}
	}
	if w.total.Complete || left.Sign() <= 0 {
		return part{none: nothing}
	}
	return part{share: left, hasShare: true}
}

// hidden tells whether a part of a total is missing or suppressed, so that what
// the others leave would give it away.
func (a *assembly) hidden(total *data.Observation, dimension string) bool {
	return slices.ContainsFunc(a.Set.Parts(total, dimension), func(o *data.Observation) bool {
		return !o.HasValue && !o.HasShare && o.Status != data.CannotExist
	})
}

// inPercent tells whether a chart of parts is in per cent: as values: says, or
// because some of them are known as shares alone.
func (a *assembly) inPercent(c *Chart, wholes []whole) (percent, ok bool) {
	values := c.Block.Values
	shares := false
	for _, w := range wholes {
		for _, p := range w.parts {
			shares = shares || p.hasShare && !p.hasCount
		}
	}
	if values.Value == "counts" && shares {
		a.refuse(values, "write values: percent, or leave it out", "some parts are published as shares alone, and have no counts")
		return false, false
	}
	return shares || values.Value == "percent", true
}
