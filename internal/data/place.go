package data

import (
	"slices"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/period"
	"bulletin/internal/strictyaml"
)

// place is a cell that need not be observed any more: what entries of records and
// revisions are found by. For a stock, only the last day of the period counts.
type place struct {
	indicator, area, categories string
	first, last                 period.Day
}

// placeOf is the place of a cell; false where its indicator is unknown.
func (s *Set) placeOf(c Cell) (place, bool) {
	i, ok := s.indicators.get(c.Indicator)
	if !ok || c.Period.IsZero() {
		return place{}, false
	}
	p := place{indicator: c.Indicator, area: c.Area, categories: c.Categories}
	p.first, p.last = stretch(i.Measure, c.Period)
	return p, true
}

// printedFile reads a file of entries that name a cell and its values: a record,
// or the revisions. What is unknown is said once a file, however many entries
// name it.
type printedFile struct {
	observationFile
	said map[string]bool
}

func (l *loader) printedFile() *printedFile {
	return &printedFile{observationFile: observationFile{set: l.set}, said: map[string]bool{}}
}

// goneHint says what to do where a name is not there any more.
const goneHint = "where it was renamed, write its new id here too; where it is gone, keep it in %s, and withdraw its values: a revision, now: none"

// cell reads the cell of an entry; false, after a problem, where it names none.
func (f *printedFile) cell(r *strictyaml.Reader) (c Cell, path []CategoryRef, ok bool) {
	indicator, area, at := r.RequireScalar("indicator"), r.RequireScalar("area"), r.RequireScalar("period")
	path, ok = f.part(r)
	path = canonical(path)
	if indicator != nil {
		if i, found := f.set.indicators.get(indicator.Value); found {
			c.Indicator = i.ID
		} else {
			f.gone("indicator", indicator, f.set.indicators.whole, fileIndicators, ids(f.set.indicators.list, func(i *Indicator) string { return i.ID }))
		}
	}
	if area != nil {
		if a, found := f.set.areas.get(area.Value); found {
			c.Area = a.ID
		} else {
			f.gone("area", area, f.set.areas.whole, fileAreas, ids(f.set.areas.list, func(a *Area) string { return a.ID }))
		}
	}
	if at != nil {
		c.Period, _ = f.readPeriod(at)
	}
	c.Categories = CategoriesKey(path)
	return c, path, ok && c.Indicator != "" && c.Area != "" && !c.Period.IsZero()
}

// gone reports an id that data/ does not have.
func (f *printedFile) gone(what string, n *strictyaml.Node, whole bool, file string, known []string) {
	if !whole || f.said[what+" "+n.Value] {
		return
	}
	f.said[what+" "+n.Value] = true
	f.ps.Errorf(n.Pos, n.Len, rule, diag.DidYouMean(n.Value, known, diag.Messagef(goneHint, file)), "there is no %s %q", what, n.Value)
}

// ids lists the ids of a register.
func ids[T any](list []*T, id func(*T) string) []string {
	all := make([]string, 0, len(list))
	for _, entry := range list {
		all = append(all, id(entry))
	}
	return all
}

// part reads the categories of an entry: part: [age=children, sex=girls]. It is
// false, after a problem, where one is unknown.
func (f *printedFile) part(r *strictyaml.Reader) (path []CategoryRef, ok bool) {
	if r.Refused("part") {
		return nil, false
	}
	ok = true
	for _, n := range r.Strings("part") {
		step, known := f.category(n)
		switch {
		case !known:
			ok = false
		case slices.ContainsFunc(path, func(c CategoryRef) bool { return c.Dimension == step.Dimension }):
			f.ps.Errorf(n.Pos, n.Len, rule, "a cell has one category of a dimension", "%s stands twice in one part", step.Dimension)
			ok = false
		default:
			path = append(path, step)
		}
	}
	if n := r.Node("part"); n != nil && n.Kind == strictyaml.List && len(path) < len(n.Items) {
		ok = false
	}
	return path, ok
}

// category reads age=children.
func (f *printedFile) category(n *strictyaml.Node) (CategoryRef, bool) {
	dimension, id, pair := strings.Cut(n.Value, "=")
	if !pair {
		f.ps.Errorf(n.Pos, n.Len, rule, "write dimension=category: part: [age=children]", "%q is no category with its dimension", n.Value)
		return CategoryRef{}, false
	}
	d, ok := f.set.dimensions.get(dimension)
	if !ok {
		f.gone("dimension", &strictyaml.Node{Pos: n.Pos, Len: n.Len, Value: dimension}, f.set.dimensions.whole, fileDimensions,
			ids(f.set.dimensions.list, func(d *Dimension) string { return d.ID }))
		return CategoryRef{}, false
	}
	if _, ok := d.Category(id); !ok {
		if d.index != nil {
			f.gone("category of "+dimension, &strictyaml.Node{Pos: n.Pos, Len: n.Len, Value: id}, true, fileDimensions, categoryIDs(d))
		}
		return CategoryRef{}, false
	}
	return CategoryRef{dimension, id}, true
}

func categoryIDs(d *Dimension) []string {
	all := make([]string, 0, len(d.Categories))
	for _, c := range d.Categories {
		all = append(all, c.ID)
	}
	return all
}

// printed reads a value: a number, a share as 28%, or none.
func (f *printedFile) printed(r *strictyaml.Reader, key string) (p Printed, at *strictyaml.Node) {
	n := r.RequireScalar(key)
	if n == nil {
		return Printed{}, nil
	}
	p, err := ParsePrinted(n.Value)
	switch {
	case err == nil && n.Quoted:
		f.ps.Errorf(n.Pos, n.Len, rule, "remove the quotes", "a value must not be quoted: %q", n.Value)
		return Printed{}, nil
	case err != nil:
		f.ps.Errorf(n.Pos, n.Len, rule, "write digits, with a point before decimals; 28% where only the share is known; none where there is no value", "%q is no value", n.Value)
		return Printed{}, nil
	}
	if !p.possible() {
		f.ps.Errorf(n.Pos, n.Len, rule, "", "a share lies between 0 and 100 per cent, not at %s", p.Number)
		return Printed{}, nil
	}
	return p, n
}

// day reads the date of an entry.
func (f *printedFile) day(r *strictyaml.Reader) (d period.Day, at *strictyaml.Node) {
	n := r.RequireScalar("date")
	if n == nil {
		return 0, nil
	}
	p, err := period.Parse(n.Value)
	if err != nil || p.Unit() != period.UnitDay || p.Len() != 1 {
		f.ps.Errorf(n.Pos, n.Len, rule, "write the day: date: 2023-06-01", "%q is no date", n.Value)
		return 0, nil
	}
	return p.First(), n
}

// YAML is the cell as entries of data/ write it, without its braces: "indicator:
// arrivals, area: serbia, period: 2023-Q1".
func (c Cell) YAML() string {
	text := "indicator: " + bare(c.Indicator) + ", area: " + bare(c.Area) + ", period: " + c.Period.String()
	if c.Categories != "" {
		text += ", part: [" + strings.ReplaceAll(c.Categories, " ", ", ") + "]"
	}
	return text
}

// bare is an id as YAML takes it for text.
func bare(id string) string {
	if id == "null" {
		return `"null"`
	}
	return id
}
