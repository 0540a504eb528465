package figure

import (
	"fmt"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
)

// amount is the number in a cell, or a sum of cells.
type amount struct {
	cell   resolved
	number decimal.Decimal
	kind   Kind
	used   []*data.Observation
	single *data.Observation // the one observation; nil for a sum
	broken bool
}

// amount finds the number of a cell; it is false after a problem. at is the
// word that a problem is reported at.
func (v *evaluation) amount(r resolved, at word) (amount, bool) {
	found := amount{cell: r, kind: kindOf(r.indicator)}
	o, ok := v.Set.Lookup(r.cell())
	if !ok {
		return v.sum(r, at, found)
	}
	found.used, found.single = []*data.Observation{o}, o
	if found.broken = o.Broken; found.broken {
		return found, true
	}
	if found.number, found.kind, ok = numberOf(o); !ok {
		v.fail(at, ruleFigure, v.absentHint(o), "%s has no value: %s, see %s", r, o.Status.Name(), o.Pos)
	}
	return found, ok
}

func (v *evaluation) absentHint(o *data.Observation) string {
	hint := "leave the figure out, or say that there is none"
	if o.Note != "" {
		hint += "; the note there: " + o.Note
	}
	return hint
}

// mostNear is how many neighbours of a missing cell a hint names.
const mostNear = 6

// nearHint says what there is instead of a missing cell: other periods of it,
// other splits, other areas in the period.
func (v *evaluation) nearHint(r resolved) string {
	history := v.Set.History(r.indicator.ID, r.area.ID, r.key)
	if len(history) > 0 {
		var periods []string
		for _, o := range history[max(0, len(history)-mostNear):] {
			periods = append(periods, o.Period.String())
		}
		return fmt.Sprintf("there is %s for %s", v.Locale.List(periods), r.area.Name)
	}
	if len(r.path) > 0 {
		total := r
		total.path, total.key = nil, ""
		if o, ok := v.Set.Lookup(total.cell()); ok {
			if splits := v.Set.Splits(o); len(splits) > 0 {
				return "it is split by " + v.Locale.List(splits)
			}
			return "it is not split by anything there"
		}
	}
	var areas []string
	for _, a := range v.Set.Areas() {
		if _, ok := v.Set.Lookup(r.of(a).cell()); ok && len(areas) < mostNear {
			areas = append(areas, a.ID)
		}
	}
	if len(areas) > 0 {
		return fmt.Sprintf("in %s there is %s for %s", r.period, r.indicator.ID, v.Locale.List(areas))
	}
	return EnterHint
}
