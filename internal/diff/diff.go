package diff

import (
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Result is how the figures of two states of a site differ.
type Result struct {
	Before, After string // what was compared, in words
	Changes       []*Change
	Definitions   []Definition
	Records       []RecordChange    // in the order of the newer side
	Revisions     []*RevisionChange // by date
	Incomplete    []string          // the sides of which an observation could not be read: "before", "after"
}

// Compare finds what differs between two states of a site. A site with problems
// is as good as it can be read.
func Compare(before, after *site.Site) *Result {
	r := &Result{Changes: changes(before, after), Definitions: definitions(before.Set, after.Set), Records: records(before, after), Revisions: revisions(before, after)}
	for _, side := range []struct {
		name string
		set  *data.Set
	}{{"before", before.Set}, {"after", after.Set}} {
		if !side.set.Complete() {
			r.Incomplete = append(r.Incomplete, side.name)
		}
	}
	published(r.Changes, before, after)
	places(r.Changes, before, after)
	return r
}

// Count is how many observations were added, changed or withdrawn.
func (r *Result) Count(k Kind) int {
	n := 0
	for _, c := range r.Changes {
		if c.Kind == k {
			n++
		}
	}
	return n
}

// Pages is how many pages show, or showed, an observation that differs.
func (r *Result) Pages() int {
	routes := map[string]bool{}
	for _, c := range r.Changes {
		for _, p := range c.Places {
			routes[p.Page] = true
		}
	}
	return len(routes)
}

// Broken are the places with a claim that held, or was not there, and does not
// hold now; each claim once.
func (r *Result) Broken() []BrokenClaim {
	var all []BrokenClaim
	seen := map[diag.Pos]bool{}
	for _, c := range r.Changes {
		for _, p := range c.Places {
			for _, claim := range p.Claims {
				if claim.Broke() && !seen[claim.Pos] {
					seen[claim.Pos] = true
					all = append(all, BrokenClaim{claim, p})
				}
			}
		}
	}
	return all
}

// BrokenClaim is a claim that does not hold any more, and where it stands.
type BrokenClaim struct {
	Claim
	Place Place
}

// Missing are the figures that have no value any more, each once.
func (r *Result) Missing() []MissingFigure {
	var all []MissingFigure
	seen := map[diag.Pos]bool{}
	for _, c := range r.Changes {
		for _, p := range c.Places {
			for _, m := range p.Missing {
				if !seen[m.Pos] {
					seen[m.Pos] = true
					all = append(all, MissingFigure{m, p})
				}
			}
		}
	}
	return all
}

// MissingFigure is a figure that has no value any more, and where it stands.
type MissingFigure struct {
	Missing
	Place Place
}
