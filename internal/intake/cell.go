package intake

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// mostNamed is how many cells a hint names.
const mostNamed = 6

// Find is the observation that is named as a figure in a text is: by an indicator, an
// area, a period and categories, "arrivals serbia 2023-Q1 age=children", by their ids
// in any order. The error is a [UsageError].
func Find(set *data.Set, name string) (*data.Observation, error) {
	f := &finder{set: set, names: registerOf(set)}
	for _, word := range strings.Fields(name) {
		if err := f.word(word); err != nil {
			return nil, err
		}
	}
	if err := f.whole(); err != nil {
		return nil, err
	}
	c := data.Cell{Indicator: f.indicator.ID, Area: f.area.ID, Period: f.period, Categories: data.CategoriesKey(f.path)}
	if o, ok := set.Lookup(c); ok {
		return o, nil
	}
	return nil, f.missing(c)
}

// finder reads the name of a cell.
type finder struct {
	set       *data.Set
	names     *register
	indicator *data.Indicator
	area      *data.Area
	period    period.Period
	path      []data.CategoryRef
}

// named is how a cell is named.
const named = `name the value by its indicator, area and period: "arrivals serbia 2023-Q1", a part by its category too: "arrivals serbia 2023-Q1 age=children"`

// word reads a word of a name.
func (f *finder) word(word string) error {
	if dimension, category, ok := strings.Cut(word, "="); ok {
		return f.category(dimension, category)
	}
	if p, err := period.Parse(strings.ToUpper(word)); err == nil {
		if !f.period.IsZero() {
			return &UsageError{diag.Messagef("%s is a second period, beside %s", p, f.period), named}
		}
		f.period = p
		return nil
	}
	indicator, isIndicator := f.names.indicators.find(word)
	area, isArea := f.names.areas.find(word)
	switch {
	case isIndicator && f.indicator == nil:
		f.indicator = indicator
	case isArea && f.area == nil:
		f.area = area
	case isIndicator:
		return &UsageError{diag.Messagef("%s is a second indicator, beside %s", word, f.indicator.ID), named}
	case isArea:
		return &UsageError{diag.Messagef("%s is a second area, beside %s", word, f.area.ID), named}
	default:
		return f.unknown(word)
	}
	return nil
}

// unknown says what is wrong with a word that names nothing, by what is still lacking.
func (f *finder) unknown(word string) error {
	if word[0] >= '0' && word[0] <= '9' {
		return &UsageError{diag.Messagef("%q is no period", word), "write it as in data/observations/: 2023, 2023-Q1, 2023-01 or 2023-06-04"}
	}
	what, candidates := "indicator", f.names.indicators
	if f.indicator != nil {
		message, hint := f.names.areas.unknown(word)
		return &UsageError{message, hint}
	}
	if near := diag.Nearest(word, f.names.areas.all); near != "" && diag.Nearest(word, candidates.all) == "" {
		what = "indicator and no area"
		return &UsageError{diag.Messagef("there is no %s %q", what, word), `did you mean "` + near + `"?`}
	}
	message, hint := candidates.unknown(word)
	return &UsageError{message, hint}
}

// category reads dimension=category.
func (f *finder) category(dimension, category string) error {
	d, ok := f.names.dimensions.find(dimension)
	if !ok {
		message, hint := f.names.dimensions.unknown(dimension)
		return &UsageError{message, hint}
	}
	id, ok := f.names.categories[d].find(category)
	if !ok {
		message, hint := f.names.categories[d].unknown(category)
		return &UsageError{message, hint}
	}
	if slices.ContainsFunc(f.path, func(c data.CategoryRef) bool { return c.Dimension == d.ID }) {
		return &UsageError{diag.Messagef("%s is given twice", d.ID), "name one category of a dimension"}
	}
	f.path = append(f.path, data.CategoryRef{Dimension: d.ID, ID: id})
	return nil
}

// whole tells what a name lacks. Where something is lacking, several cells have it.
func (f *finder) whole() error {
	var lacks []string
	for _, part := range []struct {
		what  string
		there bool
	}{{"indicator", f.indicator != nil}, {"area", f.area != nil}, {"period", !f.period.IsZero()}} {
		if !part.there {
			lacks = append(lacks, part.what)
		}
	}
	if len(lacks) == 0 {
		return nil
	}
	var fit []*data.Observation
	for _, o := range f.set.Observations() {
		if (f.indicator == nil || o.Indicator == f.indicator) && (f.area == nil || o.Area == f.area) &&
			(f.period.IsZero() || o.Period.Same(f.period)) && data.CategoriesKey(o.Path) == data.CategoriesKey(f.path) {
			fit = append(fit, o)
		}
	}
	message := "the name has no " + strings.Join(lacks, " and no ")
	if len(lacks) == 3 || len(fit) == 0 {
		return &UsageError{message, named}
	}
	if len(fit) > 1 {
		message += ": several values have it"
	}
	return &UsageError{message, "name one of them in full: " + listed(fit)}
}

// missing says what there is in place of a cell that is not there: what it is the sum
// of, or what is near it.
func (f *finder) missing(c data.Cell) error {
	name := diag.Messagef("%s, %s, %s", f.indicator.ID, f.area.Name, f.period)
	if c.Categories != "" {
		name += ", " + c.Categories
	}
	var within, beside []*data.Observation
	for _, id := range append([]string{f.area.ID}, f.area.Members...) {
		for _, o := range f.set.History(f.indicator.ID, id, c.Categories) {
			if f.period.Covers(o.Period) {
				within = append(within, o)
			}
			if id == f.area.ID {
				beside = append(beside, o)
			}
		}
	}
	switch {
	case len(within) > 0 && f.area.Group:
		return &UsageError{name + " is a sum of other values", "correct the one that has changed: " + listed(within)}
	case len(within) > 0:
		return &UsageError{name + " stands nowhere: it is made of values of shorter periods", "correct the one that has changed: " + listed(within)}
	case len(beside) > 0:
		slices.Reverse(beside) // the latest is most often meant
		return &UsageError{"there is no " + name, "there is " + listed(beside)}
	}
	total, ok := f.set.Lookup(data.Cell{Indicator: c.Indicator, Area: c.Area, Period: c.Period})
	if ok && len(f.path) > 0 {
		var parts []*data.Observation
		for _, dimension := range f.set.Splits(total) {
			parts = append(parts, f.set.Parts(total, dimension)...)
		}
		if len(parts) > 0 {
			return &UsageError{"there is no " + name, "there is " + listed(parts)}
		}
		return &UsageError{"there is no " + name, "there is the total alone: " + nameOf(total)}
	}
	return &UsageError{"there is no " + name, "a value that is new is entered in data/observations/, with its source"}
}

// listed names cells as Find takes them.
func listed(all []*data.Observation) string {
	var names []string
	for i, o := range all {
		if i == mostNamed {
			names = append(names, "…")
			break
		}
		names = append(names, nameOf(o))
	}
	return strings.Join(names, ", ")
}

// nameOf is the name by which Find finds an observation.
func nameOf(o *data.Observation) string {
	name := o.Indicator.ID + " " + o.Area.ID + " " + o.Period.String()
	if key := data.CategoriesKey(o.Path); key != "" {
		name += " " + key
	}
	return name
}
