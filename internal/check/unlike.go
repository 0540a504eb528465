package check

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// unlikes reports values that a page compares with others although one of them
// has another definition, or begins a new series, and no note says so. Each is
// reported once, with the first page that compares it: see firstOnly.
func unlikes(d *reading, r *Reporter) {
	said := map[*data.Observation]bool{}
	report := func(v figure.Value, where diag.Pos) {
		if len(v.Unlike) == 0 || slices.ContainsFunc(v.Unlike, noted) || said[v.Unlike[0]] {
			return
		}
		o := v.Unlike[0]
		said[o] = true
		var accepts []*data.Acceptance
		for _, o := range v.Unlike {
			accepts = append(accepts, reasonsFor(o, nil)...)
		}
		r.Find(Finding{Pos: o.Pos, Len: o.Len, Accepts: accepts,
			Message: "the status of this value is " + o.Status.String() + ", " + o.Status.Name() + ", without a note, but it is compared at " + where.String(),
			Hint:    "say in a note how it was counted, so that readers can judge the change"})
	}
	p := d.page
	if p.Headline != nil && p.Headline.Change != nil {
		report(*p.Headline.Change, p.Document.Section.Headline.Indicator.Pos)
	}
	for _, t := range d.texts {
		for _, e := range t.Markdown.Expressions {
			if v := t.Value(e); v.HasBase {
				report(v.Value, e.Pos)
			}
		}
		for _, c := range t.Charts {
			if c.Compares() {
				for _, v := range changes(c, p.Scope()) {
					report(v, c.Block.Pos)
				}
			}
		}
	}
}

// unlikeRule is the rule that unlikes looks for.
const unlikeRule = "unlike"

// firstOnly leaves of what pages say of one value that is compared the first alone.
// The problems are in the order of the pages.
func firstOnly(problems diag.Problems) diag.Problems {
	said := map[diag.Pos]bool{}
	return slices.DeleteFunc(problems, func(p diag.Problem) bool {
		if p.Rule != unlikeRule {
			return false
		}
		again := said[p.Pos]
		said[p.Pos] = true
		return again
	})
}

// changes are the changes that a chart shows: in each row of its table stand
// the two observations, the earlier first, that it compares.
func changes(c *site.Chart, scope figure.Scope) []figure.Value {
	var all []figure.Value
	for _, row := range c.Table.Rows {
		var pair []*data.Observation
		for _, datum := range row {
			if datum.Observation != nil {
				pair = append(pair, datum.Observation)
			}
		}
		if len(pair) == 2 {
			if v, ok := figure.ChangeBetween(pair[1], pair[0], scope); ok {
				all = append(all, v)
			}
		}
	}
	return all
}
