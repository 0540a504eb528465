package diff

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// Publication is what editions have published of an observation whose value
// differs.
type Publication struct {
	Entry    *data.Entry    // the earliest that is recorded
	Revision *data.Revision // that leads to what it is now; nil where there is none
	Silent   bool           // it is not as it was published, and no revision says why
}

// published tells of each change of a value whether it had been published, and
// whether a reason is given. The newer side has the records and revisions that
// count; where it has lost a record, that of the older side does.
func published(all []*Change, before, after *site.Site) {
	for _, c := range all {
		now := data.PrintedOf(c.After)
		if data.PrintedOf(c.Before).Same(now) || c.Before != nil && c.Before.Broken || c.After != nil && c.After.Broken {
			continue
		}
		cell := c.Now().Cell()
		entries := after.Set.Published(cell)
		if len(entries) == 0 {
			entries = before.Set.Published(cell)
		}
		if len(entries) == 0 {
			continue
		}
		p := &Publication{Entry: entries[0]}
		if chain := after.Set.RevisionsIn(cell); len(chain) > 0 {
			last := chain[len(chain)-1]
			if p.Silent = !last.Now.Same(now); !p.Silent {
				p.Revision = last
			}
		} else { // as the rule revision has it: what any edition published
			p.Silent = slices.ContainsFunc(entries, func(e *data.Entry) bool { return !e.Value.Same(now) })
		}
		c.Published = p
	}
}

// words is the publication in a sentence; the reason is what its author wrote.
func (p *Publication) words() string {
	e := p.Entry
	as := e.Value.String()
	if e.Value.None {
		as = "no value"
	}
	text := "published on " + e.Date.String() + " as " + as + " (" + e.Record.Edition + ")"
	switch {
	case p.Revision != nil:
		text += "; revised on " + p.Revision.Date.String() + ": " + p.Revision.Reason
	case p.Silent:
		text += ", and no reason given in data/revisions.yaml"
	}
	return text
}

// Silent are the changes of published values without a reason.
func (r *Result) Silent() []*Change {
	var all []*Change
	for _, c := range r.Changes {
		if c.Published != nil && c.Published.Silent {
			all = append(all, c)
		}
	}
	return all
}
