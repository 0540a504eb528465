package intake

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// names finds what a table names by id, code or name.
type names[T any] struct {
	what, file string // "area", and the file that lists them
	by         map[string]T
	ids        map[string][]string // of a folded name: the ids that it may mean
	all        []string            // what may have been meant
}

// entry is a thing with its id and its other names.
type entry[T any] struct {
	thing T
	id    string
	other []string
}

// fold is a name as it is compared: in lower case, with single spaces, without the
// star that marks a naming note.
func fold(name string) string {
	return strings.TrimSpace(strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(name), " ")), "*"))
}

// index makes names of entries. An id goes before other names; a name of two things
// names neither.
func index[T any](what, file string, all []entry[T]) *names[T] {
	n := &names[T]{what: what, file: file, by: map[string]T{}, ids: map[string][]string{}}
	for _, e := range all {
		n.by[fold(e.id)], n.ids[fold(e.id)] = e.thing, []string{e.id}
		n.all = append(n.all, e.id)
	}
	taken := len(n.by)
	firm := make(map[string]bool, taken)
	for key := range n.by {
		firm[key] = true
	}
	for _, e := range all {
		for _, name := range e.other {
			key := fold(name)
			if key == "" || firm[key] || slices.Contains(n.ids[key], e.id) {
				continue
			}
			n.by[key], n.ids[key] = e.thing, append(n.ids[key], e.id)
			n.all = append(n.all, name)
		}
	}
	return n
}

// find is the thing with the name.
func (n *names[T]) find(name string) (thing T, ok bool) {
	key := fold(name)
	if len(n.ids[key]) != 1 {
		return thing, false
	}
	return n.by[key], true
}

// unknown is the message and the hint for a name that is none.
func (n *names[T]) unknown(name string) (message, hint string) {
	if ids := n.ids[fold(name)]; len(ids) > 1 {
		return diag.Messagef("%q may mean several: %s", name, strings.Join(ids, ", ")), "write the id"
	}
	hint = diag.DidYouMean(name, n.all, "add it to "+n.file)
	if before, _, remark := strings.Cut(name, "("); remark {
		if _, ok := n.find(before); ok { // "Kosovo (UNSC 1244)"
			hint = diag.Messagef("did you mean %q?", n.ids[fold(before)][0])
		}
	}
	return diag.Messagef("there is no %s %q", n.what, name), hint
}

// register is all that a table can name.
type register struct {
	areas      *names[*data.Area]
	indicators *names[*data.Indicator]
	dimensions *names[*data.Dimension]
	sources    *names[*data.Source]
	categories map[*data.Dimension]*names[string]
}

// registerOf is what a set has.
func registerOf(set *data.Set) *register {
	r := &register{categories: map[*data.Dimension]*names[string]{}}
	var areas []entry[*data.Area]
	for _, a := range set.Areas() {
		areas = append(areas, entry[*data.Area]{a, a.ID, []string{a.Code, a.Name}})
	}
	r.areas = index("area", "data/areas.yaml", areas)
	var indicators []entry[*data.Indicator]
	for _, i := range set.Indicators() {
		indicators = append(indicators, entry[*data.Indicator]{i, i.ID, []string{i.Name}})
	}
	r.indicators = index("indicator", "data/indicators.yaml", indicators)
	var dimensions []entry[*data.Dimension]
	for _, d := range set.Dimensions() {
		dimensions = append(dimensions, entry[*data.Dimension]{d, d.ID, []string{d.Name}})
		var categories []entry[string]
		for _, c := range d.Categories {
			categories = append(categories, entry[string]{c.ID, c.ID, []string{c.Name}})
		}
		r.categories[d] = index("category of "+d.ID, "data/dimensions.yaml", categories)
	}
	r.dimensions = index("dimension", "data/dimensions.yaml", dimensions)
	var sources []entry[*data.Source]
	for _, s := range set.Sources() {
		sources = append(sources, entry[*data.Source]{s, s.Key, nil})
	}
	r.sources = index("source", "data/sources.yaml", sources)
	return r
}
