package check

import (
	"cmp"
	"slices"
	"strconv"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// cause is what observations with one fault have in common: they were written
// together, and are put right or accepted together.
type cause struct {
	source      *data.Source // nil where it has no part in the fault
	indicator   *data.Indicator
	first, last period.Day
	accept      *data.Acceptance // that covers them; nil
}

// gathered are the observations of one cause: the first in its file, and how
// many more there are.
type gathered struct {
	first *data.Observation
	more  int
}

// gathering puts together what one rule finds, cause by cause.
type gathering struct {
	rule   string
	byIt   map[cause]*gathered
	causes []cause // in the order in which they were met
}

func gather(r *Reporter) *gathering {
	return &gathering{rule: r.rule.Name, byIt: map[cause]*gathered{}}
}

// add enters an observation.
func (g *gathering) add(o *data.Observation, source *data.Source) {
	c := cause{source: source, indicator: o.Indicator}
	c.first, c.last = o.Stretch()
	c.accept, _ = data.AcceptedBy(reasonsFor(o, source), g.rule)
	found := g.byIt[c]
	if found == nil {
		g.byIt[c] = &gathered{first: o}
		g.causes = append(g.causes, c)
		return
	}
	found.more++
	if before(o.Pos, found.first.Pos) {
		found.first = o
	}
}

// report reports each cause once.
func (g *gathering) report(r *Reporter, finding func(o *data.Observation) (message, hint string)) {
	for _, c := range g.causes {
		found := g.byIt[c]
		message, hint := finding(found.first)
		if found.more > 0 {
			message += " (so with " + counted(found.more, "more value") + ")"
		}
		r.Find(Finding{Pos: found.first.Pos, Len: found.first.Len, Message: message, Hint: hint, Accepts: reasonsFor(found.first, c.source)})
	}
}

// counted is a number and what is counted: "1 more value", "2 more values".
func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return strconv.Itoa(n) + " " + what
}

// before tells whether p stands before q.
func before(p, q diag.Pos) bool {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col)) < 0
}

// reasonsFor are the reasons for leaving what is said of an observation, the
// nearest last: those of the source that it is said of as well, of its
// indicator, of its item and its own.
func reasonsFor(o *data.Observation, source *data.Source) []*data.Acceptance {
	var further []*data.Acceptance
	if source != nil {
		further = source.Accepts
	}
	if len(further)+len(o.Indicator.Accepts) == 0 {
		return o.Accepts
	}
	return slices.Concat(further, o.Indicator.Accepts, o.Accepts)
}

// noted tells whether an observation, or what it is a part of, has a note.
func noted(o *data.Observation) bool {
	for ; o != nil; o = o.Parent {
		if o.Note != "" {
			return true
		}
	}
	return false
}
