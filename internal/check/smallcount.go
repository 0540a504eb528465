package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/locale"
	"bulletin/internal/site"
)

// smallCounts reports parts that are a few children, who might be recognised,
// and breakdowns whose parts leave a few. The site's threshold says how few.
func smallCounts(s *site.Site, r *Reporter) {
	c := smallCounting{Reporter: r, Locale: s.Locale, set: s.Set, limit: decimal.FromInt(int64(s.Set.Site.Thresholds.SmallCount)), young: map[data.CategoryRef]bool{}}
	for _, d := range s.Set.Dimensions() {
		for _, g := range d.Categories {
			c.young[data.CategoryRef{Dimension: d.ID, ID: g.ID}] = speaksOfChildren(g.ID) || speaksOfChildren(g.Name) || isAge(d) && isYoung(g.Name)
		}
	}
	for _, o := range s.Set.Observations() {
		if m := o.Indicator.Measure; m != data.Flow && m != data.Stock {
			continue
		}
		children := c.ofChildren(o)
		if len(o.Path) > 0 && children {
			c.part(o)
		}
		if o.HasValue && o.Value.Cmp(c.limit) >= 0 {
			for _, d := range s.Set.Dimensions() {
				c.remainder(o, d, children)
			}
		}
	}
}

// smallCounting looks at one observation after the other.
type smallCounting struct {
	*Reporter
	*locale.Locale
	set   *data.Set
	limit decimal.Decimal
	young map[data.CategoryRef]bool
}

// ofChildren tells whether an observation counts children.
func (c *smallCounting) ofChildren(o *data.Observation) bool {
	return slices.ContainsFunc(o.Path, func(step data.CategoryRef) bool { return c.young[step] }) || speaksOfChildren(o.Indicator.Name) || speaksOfChildren(o.Indicator.Unit.Other)
}

// few tells whether a number is above nothing and below the threshold.
func (c *smallCounting) few(n decimal.Decimal) bool { return n.Sign() > 0 && n.Cmp(c.limit) < 0 }

// part reports a part that is small, as a count or as a share of a count.
func (c *smallCounting) part(o *data.Observation) {
	how := ""
	switch {
	case o.HasValue && c.few(o.Value):
		how = o.Value.String()
	case o.HasShare && o.Parent.HasValue:
		n, ok := decimal.MulDiv(o.Parent.Value, 1, decimal.FromInt(100), o.Parent.Value.Scale()+2) // exact
		if !ok || o.Share.Sign() <= 0 || decimal.CmpProduct(n, highest(o.Share), c.limit, decimal.FromInt(1)) >= 0 {
			return
		}
		how = c.Number(o.Share) + "% of " + c.Number(o.Parent.Value)
	default:
		return
	}
	c.Find(Finding{Pos: o.Pos, Len: o.Len, Accepts: reasonsFor(o, nil), Message: called(o) + " is " + how + ": so few children might be recognised",
		Hint: "suppress it and a second part, {status: Q}; where others have published it, say so: accept: {small-count: published by …}"})
}

// highest is the most that a share can have been before it was rounded.
func highest(share decimal.Decimal) decimal.Decimal {
	unit := int64(2)
	for range share.Scale() {
		unit *= 10
	}
	half, _ := decimal.Quotient(decimal.FromInt(1), decimal.FromInt(unit), share.Scale()+1)
	sum, _ := share.Add(half)
	return sum
}

// remainder reports a breakdown whose parts leave a few children: it is shown
// as another part, and can be computed where it is not.
func (c *smallCounting) remainder(o *data.Observation, d *data.Dimension, children bool) {
	parts := c.set.Parts(o, d.ID)
	rest, ok := c.set.Remainder(o, d.ID)
	if len(parts) == 0 || !ok || !c.few(rest) || !children && !c.leavesChildren(d, parts) {
		return
	}
	accepts := reasonsFor(o, nil)
	for _, part := range parts {
		accepts = append(accepts[:len(accepts):len(accepts)], part.Accepts...)
	}
	c.Find(Finding{Pos: o.Pos, Len: o.Len, Accepts: accepts, Message: called(o) + ": its parts by " + d.ID + " leave " + rest.String() + ": so few children might be recognised",
		Hint: "suppress two parts, {status: Q}, or give fewer; where others have published it, say so: accept: {small-count: published by …}"})
}

// leavesChildren tells whether what the parts leave of everybody is children: the
// categories that are left out all are, or, where none is, all that there are.
func (c *smallCounting) leavesChildren(d *data.Dimension, parts []*data.Observation) bool {
	out, all := true, true
	n := 0
	for _, g := range d.Categories {
		step := data.CategoryRef{Dimension: d.ID, ID: g.ID}
		all = all && c.young[step]
		if !slices.ContainsFunc(parts, func(p *data.Observation) bool { return p.Path[len(p.Path)-1] == step }) {
			n++
			out = out && c.young[step]
		}
	}
	if n == 0 {
		return all
	}
	return out
}

// speaksOfChildren tells whether a name has a word for children.
func speaksOfChildren(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) })
	return slices.ContainsFunc(words, func(w string) bool {
		switch strings.TrimSuffix(w, "s") {
		case "child", "children", "boy", "girl", "uasc", "minor", "unaccompanied", "infant", "baby", "babie", "toddler", "teenager", "adolescent", "juvenile", "newborn", "pupil", "schoolchildren":
			return true
		}
		return false
	})
}

// isAge tells whether a dimension splits by age.
func isAge(d *data.Dimension) bool {
	return slices.ContainsFunc([]string{d.ID, d.Name}, func(name string) bool {
		return slices.Contains(strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) }), "age")
	})
}

// isYoung tells whether the name of a group of ages ends before adults begin: 0
// to 4, 14-17, under 18.
func isYoung(name string) bool {
	oldest := -1
	for _, digits := range strings.FieldsFunc(name, func(c rune) bool { return c < '0' || c > '9' }) {
		if n, err := strconv.Atoi(digits); err == nil {
			oldest = max(oldest, n)
		}
	}
	name = strings.ToLower(name)
	for _, open := range []string{"over", "and more", "and older", "or more", "or older", "+"} {
		if strings.Contains(name, open) {
			return false
		}
	}
	return oldest >= 0 && oldest < 18 || oldest == 18 && (strings.Contains(name, "under") || strings.Contains(name, "below") || strings.Contains(name, "<"))
}
