package figure

import (
	"fmt"
	"unicode/utf8"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/locale"
	"bulletin/internal/period"
)

// Scope is what a bare figure is about: the page it stands on.
type Scope struct {
	Set      *data.Set
	Locale   *locale.Locale
	Area     string                   // id; empty on a page about no one area
	Period   period.Period            // zero on a page about no one period
	Base     period.Period            // what a change of Period compares with; zero: the year before
	Headline func(area string) string // the area's headline indicator, or ""; may be nil
}

// evaluation looks the names of an expression up.
type evaluation struct {
	*Expression
	Scope
	problems diag.Problems
}

func (v *evaluation) fail(w word, rule, hint, format string, args ...any) {
	v.problems.Errorf(v.at(w.offset), max(1, utf8.RuneCountInString(w.text)), rule, hint, format, args...)
}

// resolved is an expression with its names looked up.
type resolved struct {
	indicator *data.Indicator
	area      *data.Area
	period    period.Period
	path      []data.CategoryRef
}

// resolve looks the names up; it is false after a problem.
func (v *evaluation) resolve() (resolved, bool) {
	var r resolved
	if v.subject.text != "headline" { // else the area must be known first
		if r.indicator = v.lookUpIndicator(nil); r.indicator == nil {
			return r, false
		}
	}
	r.area = v.lookUpArea()
	if r.indicator == nil {
		r.indicator = v.lookUpIndicator(r.area)
	}
	r.period = v.when(v.time, v.Period)
	for _, c := range v.categories {
		if v.lookUpCategory(c) {
			r.path = append(r.path, data.CategoryRef{Dimension: c.dimension.text, ID: c.id.text})
		}
	}
	if len(v.problems) == 0 && r.period.IsZero() {
		v.fail(v.subject, "figure", "name one: {{ "+v.subject.text+" 2023-Q1 }}", "%s needs a period, and its page is about none", v.subject.text)
	}
	return r, len(v.problems) == 0
}

func (v *evaluation) lookUpArea() *data.Area {
	if v.Expression.area.text == "" && v.Scope.Area == "" {
		v.fail(v.subject, "figure", "name one: {{ "+v.subject.text+" serbia }}", "%s needs an area, and its page is about none", v.subject.text)
		return nil
	}
	id := v.Scope.Area
	if v.Expression.area.text != "" {
		id = v.Expression.area.text
	}
	area, ok := v.Set.Area(id)
	if !ok {
		var known []string
		for _, a := range v.Set.Areas() {
			known = append(known, a.ID)
		}
		hint := "areas are listed in data/areas.yaml"
		if near := diag.Nearest(id, formats()); near != "" {
			hint = fmt.Sprintf("a format comes after a bar: {{ %s | %s }}", v.subject.text, near)
		}
		v.fail(v.Expression.area, "unknown-name", diag.DidYouMean(id, known, hint), "unknown area %q", id)
	}
	return area
}

func (v *evaluation) lookUpIndicator(area *data.Area) *data.Indicator {
	id := v.subject.text
	if id == "headline" && v.Headline != nil && area != nil {
		if id = v.Headline(area.ID); id == "" {
			v.fail(v.subject, "figure", "name the indicator, or give the chapter a headline", "%s has no headline in this edition", area.Name)
			return nil
		}
	}
	indicator, ok := v.Set.Indicator(id)
	if ok || id == "headline" && area == nil {
		return indicator
	}
	known := []string{"period"}
	for _, i := range v.Set.Indicators() {
		known = append(known, i.ID)
	}
	hint := diag.DidYouMean(id, known, "indicators are listed in data/indicators.yaml")
	if _, isArea := v.Set.Area(id); isArea {
		hint = "begin with the indicator: {{ arrivals " + id + " }}"
	}
	v.fail(v.subject, "unknown-name", hint, "unknown indicator %q", id)
	return nil
}

func (v *evaluation) lookUpCategory(c category) bool {
	dimension, ok := v.Set.Dimension(c.dimension.text)
	if !ok {
		v.unknownDimension(c.dimension)
		return false
	}
	if _, ok := dimension.Category(c.id.text); ok {
		return true
	}
	var known []string
	for _, k := range dimension.Categories {
		known = append(known, k.ID)
	}
	v.fail(c.id, "unknown-name", diag.DidYouMean(c.id.text, known, "categories are listed in data/dimensions.yaml"), "unknown %s %q", c.dimension.text, c.id.text)
	return false
}

func (v *evaluation) unknownDimension(w word) {
	var known []string
	for _, d := range v.Set.Dimensions() {
		known = append(known, d.ID)
	}
	v.fail(w, "unknown-name", diag.DidYouMean(w.text, known, "dimensions are listed in data/dimensions.yaml"), "unknown dimension %q", w.text)
}

// when is the period that a time means, seen from another.
func (v *evaluation) when(t *when, from period.Period) period.Period {
	switch {
	case t == nil:
		return from
	case !t.period.IsZero():
		return t.period
	case from.IsZero():
		return period.Period{}
	case t.word.text == "previous":
		return from.Previous()
	}
	return from.YearBefore()
}

// baseOf is what a figure of the period is compared with.
func (v *evaluation) baseOf(p period.Period) period.Period {
	if v.Expression.base != nil {
		return v.when(v.Expression.base, p)
	}
	if !v.Scope.Base.IsZero() && p == v.Period {
		return v.Scope.Base
	}
	return p.YearBefore()
}
