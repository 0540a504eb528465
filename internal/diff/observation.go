package diff

import (
	"cmp"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// Kind is what happened to an observation.
type Kind string

// The kinds of changes.
const (
	Added     Kind = "added"
	Changed   Kind = "changed"
	Withdrawn Kind = "withdrawn"
)

// Change is an observation that is not the same on both sides.
type Change struct {
	Kind    Kind
	Name    string            // the cell in the words of a problem: "arrivals, Serbia, 2023-Q1, age=children"
	Differs []string          // of a changed one: value, share, status, source, note, complete
	Before  *data.Observation // nil when it was added
	After   *data.Observation // nil when it was withdrawn
	Was     string            // its number as pages wrote it, or why there was none; empty when it was added
	Is      string            // the same now; empty when it was withdrawn
	Places  []Place

	Published *Publication // of a value that an edition has published and that differs; nil for others

	cell cell
}

// Now is the observation as it is, or, of a withdrawn one, as it was.
func (c *Change) Now() *data.Observation {
	if c.After == nil {
		return c.Before
	}
	return c.After
}

// cell is the place of an observation, the same on both sides.
type cell struct {
	indicator, area, categories string
	first, last                 period.Day
}

// cells tells the cells of observations of both sides.
type cells struct{ measures map[string]data.Measure }

// cellsOf takes the measure of an indicator from the newer side: where a flow
// became a stock, the two are compared as stocks.
func cellsOf(before, after *data.Set) cells {
	c := cells{map[string]data.Measure{}}
	for _, set := range []*data.Set{before, after} {
		for _, i := range set.Indicators() {
			c.measures[i.ID] = i.Measure
		}
	}
	return c
}

// of is the cell of an observation: of a stock, only the last day counts.
func (c cells) of(o *data.Observation) cell {
	at := cell{o.Indicator.ID, o.Area.ID, data.CategoriesKey(o.Path), o.Period.First(), o.Period.Last()}
	if c.measures[at.indicator] == data.Stock {
		at.first = at.last
	}
	return at
}

// changes are the observations that differ, in order, without their places.
func changes(before, after *site.Site) []*Change {
	known := cellsOf(before.Set, after.Set)
	old := map[cell]*data.Observation{}
	for _, o := range before.Set.Observations() {
		old[known.of(o)] = o
	}
	var all []*Change
	now := map[cell]bool{}
	for _, o := range after.Set.Observations() {
		at := known.of(o)
		now[at] = true
		was, ok := old[at]
		if !ok {
			all = append(all, &Change{Kind: Added, After: o, Is: written(o, after.Locale), cell: at})
			continue
		}
		if differs := differences(was, o); len(differs) > 0 {
			all = append(all, &Change{Kind: Changed, Differs: differs, Before: was, After: o,
				Was: written(was, before.Locale), Is: written(o, after.Locale), cell: at})
		}
	}
	for _, o := range before.Set.Observations() {
		if at := known.of(o); !now[at] {
			all = append(all, &Change{Kind: Withdrawn, Before: o, Was: written(o, before.Locale), cell: at})
		}
	}
	for _, c := range all {
		c.Name = name(c.Now())
	}
	sortChanges(all, before.Set, after.Set)
	return all
}

// differences names what of an observation is not the same.
func differences(was, is *data.Observation) []string {
	if was.Broken || is.Broken { // no more is known of it
		if was.Broken && is.Broken {
			return nil
		}
		return []string{"value"}
	}
	var differs []string
	add := func(what string, differ bool) {
		if differ {
			differs = append(differs, what)
		}
	}
	add("value", was.HasValue != is.HasValue || was.HasValue && was.Value.String() != is.Value.String())
	add("share", was.HasShare != is.HasShare || was.HasShare && was.Share.String() != is.Share.String())
	add("status", was.Status != is.Status)
	add("source", sourceKey(was) != sourceKey(is))
	add("note", was.Note != is.Note)
	add("complete", was.Complete != is.Complete)
	return differs
}

func sourceKey(o *data.Observation) string {
	if o.Source == nil {
		return ""
	}
	return o.Source.Key
}

// written is the number of an observation, or why there is none.
func written(o *data.Observation, l *locale.Locale) string {
	if o.Broken {
		return "not readable"
	}
	if text, ok := figure.Written(o, l); ok {
		return text
	}
	return "no figure (" + o.Status.Name() + ")"
}

// name is a cell as problems name it.
func name(o *data.Observation) string {
	parts := []string{o.Indicator.ID, o.Area.Name, o.Period.String()}
	for _, step := range o.Path {
		parts = append(parts, step.Dimension+"="+step.ID)
	}
	return strings.Join(parts, ", ")
}

// sortChanges orders changes by indicator and area, as the files of the newer
// side list them, then period and categories.
func sortChanges(all []*Change, before, after *data.Set) {
	indicators, areas := map[string]int{}, map[string]int{}
	for _, set := range []*data.Set{after, before} {
		for _, i := range set.Indicators() {
			rank(indicators, i.ID)
		}
		for _, a := range set.Areas() {
			rank(areas, a.ID)
		}
	}
	slices.SortStableFunc(all, func(x, y *Change) int {
		a, b := x.cell, y.cell
		return cmp.Or(
			cmp.Compare(indicators[a.indicator], indicators[b.indicator]), cmp.Compare(areas[a.area], areas[b.area]),
			cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last),
			cmp.Compare(len(x.Now().Path), len(y.Now().Path)), cmp.Compare(a.categories, b.categories))
	})
}

// rank numbers a name that is new.
func rank(ranks map[string]int, name string) {
	if _, ok := ranks[name]; !ok {
		ranks[name] = len(ranks)
	}
}
