package data

import (
	"slices"

	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// by reads the breakdowns of o.
func (f *observationFile) by(n *strictyaml.Node, o *Observation) {
	if strictyaml.Read(n, `"by"`, &f.ps).Empty() {
		f.lost = true
		return
	}
	unsplit := f.unsplit(n, "a breakdown names its dimension first")
	for _, field := range n.Fields {
		if slices.Contains(unsplit, field.Key) {
			continue
		}
		d := f.dimension(field.Key)
		if d == nil {
			f.lost = true
			continue
		}
		if i := slices.IndexFunc(o.Path, func(c CategoryRef) bool { return c.Dimension == d.ID }); i >= 0 {
			f.ps.Errorf(field.Key.Pos, field.Key.Len, ruleParts, "put all categories of a dimension side by side", "a part of %s=%s is split by %s again", d.ID, o.Path[i].ID, d.ID)
			continue
		}
		if strictyaml.Read(field.Value, "the breakdown by "+d.ID, &f.ps).Empty() {
			f.lost = true
			continue
		}
		sum := breakdown{total: o, dimension: d, at: field.Key}
		for _, category := range field.Value.Fields {
			if part := f.part(o, d, category); part != nil {
				sum.parts = append(sum.parts, part)
			} else {
				sum.broken = true
			}
		}
		sum.check(&f.ps)
	}
}

// part reads one category of a breakdown; nil, after a problem, when the
// dimension lacks it.
func (f *observationFile) part(total *Observation, d *Dimension, field strictyaml.Field) *Observation {
	key := field.Key
	part := f.start(Observation{Indicator: total.Indicator, Area: total.Area, Period: total.Period, Source: total.Source, Status: total.Status, Accepts: total.Accepts,
		Parent: total, Pos: key.Pos, Len: key.Len})
	if part.Status.Missing() {
		part.Status = Normal
	}
	c, known := d.Category(key.Value)
	if !known {
		f.unknownCategory(key, d)
		part.Indicator = nil // read for its own mistakes, not kept
		c.ID = key.Value
	}
	part.Path = f.path(total.Path, CategoryRef{d.ID, c.ID})
	f.value(key, field.Value, nil, part)
	if !known {
		return nil
	}
	return part
}

// path is the path one step further; equal paths of a file are one.
func (f *observationFile) path(parent []CategoryRef, category CategoryRef) []CategoryRef {
	at := step{category: category}
	if len(parent) > 0 {
		at.parent = &parent[0]
	}
	p, ok := f.paths[at]
	if !ok {
		p = append(slices.Clone(parent), category)
		f.paths[at] = p
	}
	return p
}

func (f *observationFile) dimension(n *strictyaml.Node) *Dimension {
	d, ok := f.set.dimensions.get(n.Value)
	if !ok && f.set.dimensions.whole {
		ids := make([]string, 0, len(f.set.dimensions.list))
		for _, d := range f.set.dimensions.list {
			ids = append(ids, d.ID)
		}
		hint := diag.DidYouMean(n.Value, ids, "add it to "+fileDimensions)
		if _, ok := f.set.areas.get(n.Value); ok {
			hint = "it is an area: values: {" + n.Value + ": …} lists areas"
		}
		f.ps.Errorf(n.Pos, n.Len, rule, hint, "there is no dimension %q", n.Value)
	}
	return d
}

func (f *observationFile) unknownCategory(n *strictyaml.Node, d *Dimension) {
	if d.index == nil {
		return
	}
	ids := make([]string, 0, len(d.Categories))
	for _, c := range d.Categories {
		ids = append(ids, c.ID)
	}
	hint := diag.DidYouMean(n.Value, ids, "add it to "+d.ID+" in "+fileDimensions)
	for _, other := range f.set.dimensions.list {
		if _, ok := other.Category(n.Value); ok {
			hint = "it is a category of " + other.ID
		}
	}
	f.ps.Errorf(n.Pos, n.Len, rule, hint, "%s has no category %q", d.ID, n.Value)
}

// breakdown is a total and its parts by one dimension.
type breakdown struct {
	total     *Observation
	dimension *Dimension
	at        *strictyaml.Node // the dimension's key
	parts     []*Observation
	broken    bool // a part could not be read
}

// check applies the rules on parts and totals. A breakdown with a part that
// could not be read has its problem already.
func (b *breakdown) check(ps *diag.Problems) {
	var absent, suppressed int
	var hidden *Observation
	for _, part := range b.parts {
		b.broken = b.broken || part.Broken
		switch part.Status {
		case Suppressed:
			suppressed++
			hidden = part
		case NotCollected, Missing:
			absent++
		}
	}
	o := b.total
	if b.broken || o.Broken || o.Indicator == nil || o.Indicator.Measure == Change {
		return
	}
	if suppressed == 1 && absent == 0 && (o.HasValue || o.HasShare) {
		hidden.disclosed = true
		ps.Errorf(hidden.Pos, hidden.Len, ruleDisclosure, "suppress a second part as well, or the total", "the only suppressed part by %s can be computed from the published total", b.dimension.ID)
	}
	if slices.ContainsFunc(b.parts, func(p *Observation) bool { return p.HasShare }) {
		b.checkShares(o.Complete && absent+suppressed == 0, ps)
		return
	}
	if !o.HasValue {
		if o.Complete {
			ps.Errorf(b.at.Pos, b.at.Len, ruleParts, "give the total, or remove complete", "the breakdown by %s is complete, but its total has no value", b.dimension.ID)
		}
		return
	}
	b.checkValues(o.Complete && absent+suppressed == 0, ps)
}

// checkValues compares the sum of the parts with the total: exactly for
// counts, within rounding for shares.
func (b *breakdown) checkValues(whole bool, ps *diag.Problems) {
	var sum, slack decimal.Decimal
	ok := true
	for _, part := range b.parts {
		if !part.HasValue {
			continue
		}
		ok = ok && add(&sum, part.Value)
		if b.total.Indicator.Measure == Share {
			ok = ok && add(&slack, halfUnit(part.Value))
		}
	}
	if !ok {
		return
	}
	over, short := exceeds(sum, b.total.Value, slack), exceeds(b.total.Value, sum, slack)
	switch {
	case over:
		ps.Errorf(b.at.Pos, b.at.Len, ruleParts, "correct a part or the total", "the parts by %s add up to %s, more than the total of %s", b.dimension.ID, sum, b.total.Value)
	case short && whole:
		ps.Errorf(b.at.Pos, b.at.Len, ruleParts, "correct a number, add what is left out, or remove complete", "the parts by %s add up to %s, but the complete total is %s", b.dimension.ID, sum, b.total.Value)
	}
}

// checkShares compares the sum of the shares with 100, within rounding. Parts
// that have a value count with their share of the total.
func (b *breakdown) checkShares(whole bool, ps *diag.Problems) {
	hundred := decimal.FromInt(100)
	var sum, slack decimal.Decimal
	ok := true
	for _, part := range b.parts {
		share := part.Share
		switch {
		case part.HasShare:
		case !part.HasValue:
			continue
		default:
			if share, ok = decimal.MulDiv(part.Value, 100, b.total.Value, 4); !ok || !b.total.HasValue {
				return // nothing to set the shares beside
			}
		}
		ok = ok && add(&sum, share) && add(&slack, halfUnit(share))
	}
	switch {
	case !ok:
	case exceeds(sum, hundred, slack):
		ps.Errorf(b.at.Pos, b.at.Len, ruleShares, "correct a share", "the shares by %s add up to %s, more than 100", b.dimension.ID, sum)
	case whole && exceeds(hundred, sum, slack):
		ps.Errorf(b.at.Pos, b.at.Len, ruleShares, "correct a share, add what is left out, or remove complete", "the shares by %s add up to %s, but a complete breakdown has 100", b.dimension.ID, sum)
	}
}

// add adds d to the sum, and tells whether it fits.
func add(sum *decimal.Decimal, d decimal.Decimal) bool {
	s, ok := sum.Add(d)
	if ok {
		*sum = s
	}
	return ok
}

// halfUnit is the most that rounding can have changed d by: 0.5 for 28, 0.05
// for 28.3.
func halfUnit(d decimal.Decimal) decimal.Decimal {
	unit := int64(2)
	for range d.Scale() {
		unit *= 10
	}
	half, _ := decimal.Quotient(decimal.FromInt(1), decimal.FromInt(unit), d.Scale()+1)
	return half
}

// exceeds tells whether a is more than b by more than slack.
func exceeds(a, b, slack decimal.Decimal) bool {
	limit, ok := b.Add(slack)
	return ok && a.Cmp(limit) > 0
}
