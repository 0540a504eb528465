package figure

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/period"
)

// amount is the number in a cell, or a sum of cells.
type amount struct {
	number   decimal.Decimal
	kind     Kind
	used     []*data.Observation
	single   *data.Observation // the one observation; nil for a sum
	describe string
	broken   bool
}

// amount finds the number of a cell; it is false after a problem. at is the
// word that a problem is reported at.
func (v *evaluation) amount(r resolved, at word) (amount, bool) {
	found := amount{describe: describe(r), kind: kindOf(r.indicator)}
	o, ok := v.Set.Lookup(data.Cell{Indicator: r.indicator.ID, Area: r.area.ID, Period: r.period, Categories: data.CategoriesKey(r.path)})
	if !ok {
		return v.sum(r, at, found)
	}
	found.used, found.single = []*data.Observation{o}, o
	switch {
	case o.Broken:
		found.broken = true
	case o.HasValue:
		found.number = o.Value
	case o.HasShare:
		found.number, found.kind = o.Share, Share
	default:
		hint := "leave the figure out, or say that there is none"
		if o.Note != "" {
			hint += "; the note there: " + o.Note
		}
		v.fail(at, "figure", hint, "%s has no value: %s, see %s", found.describe, o.Status.Name(), o.Pos)
		return found, false
	}
	return found, true
}

func kindOf(i *data.Indicator) Kind {
	switch i.Measure {
	case data.Share:
		return Share
	case data.Change:
		return Change
	}
	return Count
}

// describe names a cell for messages: "arrivals, Serbia, 2023-Q1, age=children".
func describe(r resolved) string {
	parts := []string{r.indicator.ID, r.area.Name, r.period.String()}
	for _, c := range r.path {
		parts = append(parts, c.Dimension+"="+c.ID)
	}
	return strings.Join(parts, ", ")
}

// sum adds up the members of a group, or the quarters or months of a longer
// period, where the indicator allows it.
func (v *evaluation) sum(r resolved, at word, found amount) (amount, bool) {
	mayAreas := r.indicator.Add == data.AddAreas || r.indicator.Add == data.AddAll
	mayPeriods := (r.indicator.Add == data.AddPeriods || r.indicator.Add == data.AddAll) && r.indicator.Measure == data.Flow
	parts, complete := v.parts(r, mayAreas, mayPeriods)
	if complete {
		for _, o := range parts {
			var fits bool
			if found.number, fits = found.number.Add(o.Value); !fits {
				v.fail(at, "figure", "", "%s: the sum is too large", found.describe)
				return found, false
			}
			found.broken = found.broken || o.Broken
		}
		found.used = parts
		return found, true
	}
	rule, hint := "figure", v.nearHint(r)
	switch {
	case r.area.Group && !mayAreas && v.anyMember(r):
		rule, hint = "not-additive", notSummed(r.indicator, "areas")
	case !mayPeriods && v.anyWithin(r):
		rule, hint = "not-additive", notSummed(r.indicator, "periods")
	}
	v.fail(at, rule, hint, "the data has no %s", found.describe)
	return found, false
}

// notSummed says that the parts are there but may not be added up.
func notSummed(i *data.Indicator, over string) string {
	hint := i.ID + " may not be summed over " + over + ": name a single one"
	if i.Caveat != "" {
		hint = strings.TrimSuffix(i.Caveat, ".") + "; " + hint
	}
	return hint
}

// parts are the observations that make up a cell; false when one is missing.
func (v *evaluation) parts(r resolved, mayAreas, mayPeriods bool) ([]*data.Observation, bool) {
	if o, ok := v.Set.Lookup(data.Cell{Indicator: r.indicator.ID, Area: r.area.ID, Period: r.period, Categories: data.CategoriesKey(r.path)}); ok {
		return []*data.Observation{o}, o.HasValue || o.Broken
	}
	if mayAreas && r.area.Group {
		if all, ok := v.gather(len(r.area.Members), func(i int) (resolved, bool) {
			member, known := v.Set.Area(r.area.Members[i])
			return resolved{r.indicator, member, r.period, r.path}, known
		}, mayAreas, mayPeriods); ok {
			return all, true
		}
	}
	if !mayPeriods {
		return nil, false
	}
	for _, unit := range []period.Unit{period.Quarter, period.Month} {
		pieces, ok := r.period.Split(unit)
		if !ok || len(pieces) < 2 {
			continue
		}
		if all, ok := v.gather(len(pieces), func(i int) (resolved, bool) {
			return resolved{r.indicator, r.area, pieces[i], r.path}, true
		}, mayAreas, true); ok {
			return all, true
		}
	}
	return nil, false
}

// gather collects the parts of n cells; false when one is missing.
func (v *evaluation) gather(n int, cell func(int) (resolved, bool), mayAreas, mayPeriods bool) ([]*data.Observation, bool) {
	var all []*data.Observation
	for i := range n {
		r, ok := cell(i)
		if !ok {
			return nil, false
		}
		parts, ok := v.parts(r, mayAreas, mayPeriods)
		if !ok {
			return nil, false
		}
		all = append(all, parts...)
	}
	return all, n > 0
}

// anyMember tells whether a member of the group has the cell.
func (v *evaluation) anyMember(r resolved) bool {
	return slices.ContainsFunc(r.area.Members, func(id string) bool {
		_, ok := v.Set.Lookup(data.Cell{Indicator: r.indicator.ID, Area: id, Period: r.period, Categories: data.CategoriesKey(r.path)})
		return ok
	})
}

// anyWithin tells whether there is an observation of a part of the period.
func (v *evaluation) anyWithin(r resolved) bool {
	return slices.ContainsFunc(v.Set.History(r.indicator.ID, r.area.ID, data.CategoriesKey(r.path)), func(o *data.Observation) bool {
		return r.period.Covers(o.Period) && !r.period.Same(o.Period)
	})
}

// mostNear is how many neighbours of a missing cell a hint names.
const mostNear = 6

// nearHint says what there is instead: other periods of the cell, or other
// areas in the period.
func (v *evaluation) nearHint(r resolved) string {
	history := v.Set.History(r.indicator.ID, r.area.ID, data.CategoriesKey(r.path))
	if len(history) > 0 {
		var periods []string
		for _, o := range history[max(0, len(history)-mostNear):] {
			periods = append(periods, o.Period.String())
		}
		return fmt.Sprintf("there is %s for %s", v.Locale.List(periods), r.area.Name)
	}
	if len(r.path) > 0 {
		if o, ok := v.Set.Lookup(data.Cell{Indicator: r.indicator.ID, Area: r.area.ID, Period: r.period}); ok {
			if splits := v.Set.Splits(o); len(splits) > 0 {
				return "it is split by " + v.Locale.List(splits)
			}
			return "it is not split by anything there"
		}
	}
	var areas []string
	for _, a := range v.Set.Areas() {
		if _, ok := v.Set.Lookup(data.Cell{Indicator: r.indicator.ID, Area: a.ID, Period: r.period}); ok && len(areas) < mostNear {
			areas = append(areas, a.ID)
		}
	}
	if len(areas) > 0 {
		return fmt.Sprintf("in %s there is %s for %s", r.period, r.indicator.ID, v.Locale.List(areas))
	}
	return "enter it in data/observations/, with status: O if there is none"
}
