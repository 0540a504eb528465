package figure

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
)

// top lists the largest parts of an observation.
func (v *evaluation) top(r resolved) Value {
	dimension, ok := v.Set.Dimension(v.dimension.text)
	if !ok {
		v.unknownDimension(v.dimension)
		return Value{}
	}
	total, ok := v.Set.Lookup(r.cell())
	if !ok {
		if _, ok := v.amount(r, v.subject); ok { // else it says what there is instead
			v.absent(r, v.format, ruleFigure, "name a cell that the data has itself", "%s is a sum, which is not split by %s", r, dimension.ID)
		}
		return Value{}
	}
	value := Value{Subject: Subject{cell: r, by: dimension.ID}}
	parts := slices.Clone(v.Set.Parts(total, dimension.ID))
	value.Broken = total.Broken || slices.ContainsFunc(parts, func(o *data.Observation) bool { return o.Broken })
	if value.Broken {
		return value
	}
	parts = slices.DeleteFunc(parts, func(o *data.Observation) bool { return o.Status == data.CannotExist })
	slices.SortStableFunc(parts, func(x, y *data.Observation) int { return measured(y).Cmp(measured(x)) })
	if !v.ranked(parts, total, r, dimension) {
		return Value{}
	}
	words := make([]string, 0, v.count)
	value.Used = make([]*data.Observation, 0, v.count+1)
	for _, o := range parts[:v.count] {
		number, _ := Written(o, v.Locale)
		words = append(words, v.Locale.With(categoryName(o, dimension), number))
	}
	value.rest(parts[:v.count]...)
	value.rest(total)
	value.Text = v.Locale.List(words)
	return value
}

// ranked tells whether the parts, the largest first, say which are the largest:
// there are enough of them, all have a value of one sort, and the last that is
// asked for is larger than the next.
func (v *evaluation) ranked(parts []*data.Observation, total *data.Observation, r resolved, by *data.Dimension) bool {
	for _, o := range parts {
		switch {
		case !o.HasValue && !o.HasShare:
			v.fail(v.format, ruleFigure, "name the categories one by one", "which parts of %s by %s are the largest is not known: %s has no value: %s", r, by.ID, o.Path[len(o.Path)-1].ID, o.Status.Name())
			return false
		case o.HasValue != parts[0].HasValue:
			v.fail(v.format, ruleFigure, "name the categories one by one", "counts and shares stand side by side in %s by %s", r, by.ID)
			return false
		}
	}
	n := v.count
	switch {
	case len(parts) == 0:
		hint := "enter its parts in data/observations/, under by:"
		if splits := v.Set.Splits(total); len(splits) > 0 {
			hint = "it is split by " + v.Locale.List(splits)
		}
		v.absent(r, v.dimension, ruleFigure, hint, "%s is not split by %s", r, by.ID)
		return false
	case len(parts) < n:
		v.absent(r, v.format, ruleFigure, "ask for fewer, or enter more parts", "top %d wants more parts than %s by %s has: %d", n, r, by.ID, len(parts))
		return false
	case len(parts) > n && measured(parts[n-1]).Cmp(measured(parts[n])) == 0:
		v.fail(v.format, ruleFigure, "ask for more or for fewer", "top %d would cut between equals: %s and %s in %s by %s",
			n, categoryName(parts[n-1], by), categoryName(parts[n], by), r, by.ID)
		return false
	}
	return true
}

// categoryName is the name of the category of an observation in a dimension.
func categoryName(o *data.Observation, by *data.Dimension) string {
	id := o.Path[len(o.Path)-1].ID
	if c, ok := by.Category(id); ok {
		return c.Name
	}
	return id
}

func measured(o *data.Observation) decimal.Decimal {
	number, _, _ := numberOf(o)
	return number
}
