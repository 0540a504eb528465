package check

import (
	"bulletin/internal/data"
	"bulletin/internal/site"
)

// revisions reports values that are not as an edition has published them, without
// a reason in data/revisions.yaml; and reasons there that do not lead from the
// value that was published to the one that is. Of one cell it says one thing.
func revisions(s *site.Site, r *Reporter) {
	for _, first := range s.Set.PublishedCells() {
		if s.Set.Unrevised(first.Cell) {
			continue // the reason may be the one that could not be read
		}
		v := revising{set: s.Set, to: r, chain: s.Set.RevisionsIn(first.Cell), entries: s.Set.Published(first.Cell)}
		if v.linked() && v.rooted() {
			v.ends()
		}
	}
}

// revising looks at one cell: as it was published, revised, and is.
type revising struct {
	set     *data.Set
	to      *Reporter
	chain   []*data.Revision // the earliest first
	entries []*data.Entry    // of all editions, the earliest first; one at least
}

// linked tells whether each revision begins with what the one before ended with.
func (v *revising) linked() bool {
	for i, next := range v.chain {
		if i == 0 || v.chain[i-1].Now.Same(next.Was) {
			continue
		}
		before := v.chain[i-1]
		v.to.Report(next.Pos, next.Len, "write was: "+before.Now.String()+", or add the revision between the two",
			"%s was %s, says this revision, but the one of %s made it %s", v.name(), value(next.Was), before.Date, value(before.Now))
		return false
	}
	return true
}

// rooted tells whether the revisions fit what the editions published, and when.
func (v *revising) rooted() bool {
	for _, e := range v.entries {
		if _, ok := v.set.Since(e); ok {
			continue
		}
		before := 0 // revisions up to the day of the entry
		for before < len(v.chain) && v.chain[before].Date <= e.Date {
			before++
		}
		switch {
		case before > 0 && e.Value.Same(v.chain[before-1].Was):
			early := v.chain[before-1]
			v.to.Report(early.DatePos, len("2023-06-01"), "give the day on which the value changed, "+e.Date.String()+" or later",
				"%s was revised on %s, says this revision, but the edition %s still published %s on %s", v.name(), early.Date, e.Record.Edition, value(e.Value), e.Date)
		case before < len(v.chain) && e != v.entries[0] && e.Value.Same(v.chain[before].Now): // of the first, the root is wrong
			late := v.chain[before]
			v.to.Report(late.DatePos, len("2023-06-01"), "give the day on which the value changed, "+e.Date.String()+" or before",
				"%s was revised on %s, says this revision, but the edition %s published %s already on %s", v.name(), late.Date, e.Record.Edition, value(e.Value), e.Date)
		case before == 0:
			root := v.chain[0]
			hint := "write was: " + e.Value.String() + ", or add the revision before this one"
			if e.Value.Same(root.Now) {
				hint = "remove the revision: " + value(root.Now) + " is what was published"
			}
			v.to.Report(root.Pos, root.Len, hint,
				"%s was %s, says this revision, but the edition %s published %s on %s", v.name(), value(root.Was), e.Record.Edition, value(e.Value), e.Date)
		default:
			then := v.chain[before-1]
			v.to.Report(e.Pos, e.Len, "add to data/revisions.yaml what lies between, with dates up to "+e.Date.String(),
				"%s was published by the edition %s on %s as %s, but its revision of %s made it %s", v.name(), e.Record.Edition, e.Date, value(e.Value), then.Date, value(then.Now))
		}
		return false
	}
	return true
}

// ends reports a value that is not the last one that was published or given by a
// revision.
func (v *revising) ends() {
	cell := v.entries[0].Cell
	o, there := v.set.Lookup(cell)
	if !there && !v.set.Complete() || there && o.Broken {
		return // it may be the one that was refused
	}
	now := data.PrintedOf(o)
	was, e := data.Printed{}, v.entries[0]
	if n := len(v.chain); n > 0 {
		was = v.chain[n-1].Now
	} else {
		for _, other := range v.entries {
			if e = other; !e.Value.Same(now) {
				break
			}
		}
		was = e.Value
	}
	if was.Same(now) {
		return // so are nearly all: nothing is put in words before
	}
	since := "was published by the edition " + e.Record.Edition + " on " + e.Date.String() + " as " + value(was)
	if n := len(v.chain); n > 0 {
		since = "was revised on " + v.chain[n-1].Date.String() + " to " + value(was)
	}
	if there {
		cell.Period = o.Period // as it is written beside the value
	}
	line := "say why in data/revisions.yaml: - {" + cell.YAML() + ", was: " + was.String() + ", now: " + now.String() + `, date: YYYY-MM-DD, reason: "…"}`
	switch {
	case there && len(v.chain) > 0 && now.Same(v.chain[len(v.chain)-1].Was):
		v.to.Report(o.Pos, o.Len, "write "+was.String()+" here, as the revision says, or remove the revision", "%s %s, and is still %s", v.name(), since, value(now))
	case !there:
		v.to.Report(e.Pos, e.Len, "bring it back, or "+line, "%s %s, and data/observations/ has no such value any more", v.name(), since)
	case now.None:
		v.to.Report(o.Pos, o.Len, "bring the value back, or "+line, "%s %s, and has no value now", v.name(), since)
	default:
		again := " again, or "
		if len(v.chain) > 0 {
			again = ", or "
		}
		v.to.Report(o.Pos, o.Len, "write "+was.String()+again+line, "%s %s, and is %s now", v.name(), since, value(now))
	}
}

// name is the cell in words, as problems name it.
func (v *revising) name() string {
	if o, ok := v.set.Lookup(v.entries[0].Cell); ok {
		return called(o)
	}
	c := v.entries[0].Cell
	name := c.Indicator + ", " + c.Area + ", " + c.Period.String()
	if a, ok := v.set.Area(c.Area); ok {
		name = c.Indicator + ", " + a.Name + ", " + c.Period.String()
	}
	if c.Categories != "" {
		name += ", " + c.Categories
	}
	return name
}

// value is a value that was or is, in words.
func value(p data.Printed) string {
	if p.None {
		return "no value"
	}
	return p.String()
}
