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
	Headline func(area string) string // the area's headline indicator, or ""; nil on a page of no edition
	Draft    bool                     // the page is a draft: what the data does not have yet may still be entered
}

// evaluation looks the names of an expression up.
type evaluation struct {
	*Expression
	Scope
	problems diag.Problems
	wants    []data.Cell // that the data does not have yet
}

// absent reports a cell that the data does not have: on a draft, where it may still be
// entered, as a warning.
func (v *evaluation) absent(r resolved, w word, rule, hint, format string, args ...any) {
	if !v.Draft {
		v.fail(w, rule, hint, format, args...)
		return
	}
	v.wants = append(v.wants, r.cell())
	v.problems.Warnf(v.at(w.offset), max(1, utf8.RuneCountInString(w.text)), RuleNoValue, EnterHint, format, args...)
}

func (v *evaluation) fail(w word, rule, hint, format string, args ...any) {
	v.problems.Errorf(v.at(w.offset), max(1, utf8.RuneCountInString(w.text)), rule, hint, format, args...)
}

// The rules that the problems of an evaluation belong to.
const (
	ruleFigure      = "figure"
	ruleName        = "unknown-name"
	ruleNotAdditive = "not-additive"
)

// RuleNoValue is the rule of what a draft shows and the data does not have yet.
const RuleNoValue = "no-value"

// EnterHint says how a value is entered that the data does not have.
const EnterHint = "enter it in data/observations/, with status: O if there is none"

// resolved is a cell: the names of an expression, looked up.
type resolved struct {
	indicator *data.Indicator
	area      *data.Area
	period    period.Period
	path      []data.CategoryRef
	key       string // of path
}

// String names a cell for messages: "arrivals, Serbia, 2023-Q1, age=children".
func (r resolved) String() string {
	if r.indicator == nil {
		return ""
	}
	s := r.indicator.ID + ", " + r.area.Name + ", " + r.period.String()
	for _, c := range r.path {
		s += ", " + c.Dimension + "=" + c.ID
	}
	return s
}

// cell is r as the data is asked for it.
func (r resolved) cell() data.Cell {
	return data.Cell{Indicator: r.indicator.ID, Area: r.area.ID, Period: r.period, Categories: r.key}
}

// in is the same cell in another period.
func (r resolved) in(p period.Period) resolved { r.period = p; return r }

// of is the same cell of another area.
func (r resolved) of(a *data.Area) resolved { r.area = a; return r }

// resolve looks the names up; it is false after a problem.
func (v *evaluation) resolve() (resolved, bool) {
	r := resolved{path: v.path, key: v.key}
	if v.subject.text != wordHeadline { // else the area must be known first
		if r.indicator = v.lookUpIndicator(v.subject.text); r.indicator == nil {
			return r, false
		}
	}
	r.area = v.lookUpArea()
	if r.indicator == nil && r.area != nil {
		r.indicator = v.lookUpHeadline(r.area)
	}
	r.period = v.when(v.time, v.Period)
	for _, c := range v.categories {
		v.lookUpCategory(c)
	}
	if len(v.problems) == 0 && r.period.IsZero() {
		v.fail(v.subject, ruleFigure, "name one: {{ "+v.subject.text+" 2023-Q1 }}", "%s needs a period, and its page is about none", v.subject.text)
	}
	return r, len(v.problems) == 0
}

func (v *evaluation) lookUpArea() *data.Area {
	id := v.Expression.area.text
	if id == "" {
		id = v.Scope.Area
	}
	if id == "" {
		v.fail(v.subject, ruleFigure, "name one: {{ "+v.subject.text+" serbia }}", "%s needs an area, and its page is about none", v.subject.text)
		return nil
	}
	area, ok := v.Set.Area(id)
	if !ok {
		v.fail(v.Expression.area, ruleName, v.areaHint(id), "unknown area %q", id)
	}
	return area
}

// areaHint says what an unknown area may have been meant for.
func (v *evaluation) areaHint(id string) string {
	known := []string{wordYearBefore, wordPrevious}
	for _, a := range v.Set.Areas() {
		known = append(known, a.ID)
	}
	hint := "areas are listed in data/areas.yaml"
	if near := diag.Nearest(id, formats()); near != "" {
		hint = fmt.Sprintf("a format comes after a bar: {{ %s | %s }}", v.subject.text, near)
	}
	for _, d := range v.Set.Dimensions() {
		if _, ok := d.Category(id); ok {
			return fmt.Sprintf("a category comes with its dimension: %s=%s", d.ID, id)
		}
	}
	if _, ok := v.Set.Indicator(id); ok {
		hint = "an expression has one indicator, its first word"
	}
	return diag.DidYouMean(id, known, hint)
}

func (v *evaluation) lookUpHeadline(area *data.Area) *data.Indicator {
	if v.Headline == nil {
		v.fail(v.subject, ruleFigure, "name the indicator", "headline is a word for the pages of an edition, and this page is of none")
		return nil
	}
	id := v.Headline(area.ID)
	if id == "" {
		v.fail(v.subject, ruleFigure, "name the indicator, or give the chapter a headline", "%s has no headline in this edition", area.Name)
		return nil
	}
	return v.lookUpIndicator(id)
}

func (v *evaluation) lookUpIndicator(id string) *data.Indicator {
	indicator, ok := v.Set.Indicator(id)
	if ok {
		return indicator
	}
	known := []string{wordPeriod, wordHeadline}
	for _, i := range v.Set.Indicators() {
		known = append(known, i.ID)
	}
	hint := diag.DidYouMean(id, known, "indicators are listed in data/indicators.yaml")
	if _, isArea := v.Set.Area(id); isArea {
		hint = "begin with the indicator: {{ arrivals " + id + " }}"
	} else if diag.Nearest(id, formats()) == id {
		hint = "begin with the indicator; a format comes after a bar: {{ arrivals | " + id + " }}"
	}
	v.fail(v.subject, ruleName, hint, "unknown indicator %q", id)
	return nil
}

func (v *evaluation) lookUpCategory(c category) {
	dimension, ok := v.Set.Dimension(c.dimension.text)
	if !ok {
		v.unknownDimension(c.dimension)
		return
	}
	if _, ok := dimension.Category(c.id.text); ok {
		return
	}
	var known []string
	for _, k := range dimension.Categories {
		known = append(known, k.ID)
	}
	hint := "categories are listed in data/dimensions.yaml"
	for _, d := range v.Set.Dimensions() {
		if _, ok := d.Category(c.id.text); ok {
			hint = fmt.Sprintf("it is a category of another dimension: %s=%s", d.ID, c.id.text)
		}
	}
	v.fail(c.id, ruleName, diag.DidYouMean(c.id.text, known, hint), "unknown %s %q", c.dimension.text, c.id.text)
}

func (v *evaluation) unknownDimension(w word) {
	var known []string
	for _, d := range v.Set.Dimensions() {
		known = append(known, d.ID)
	}
	v.fail(w, ruleName, diag.DidYouMean(w.text, known, "dimensions are listed in data/dimensions.yaml"), "unknown dimension %q", w.text)
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
	case t.word.text == wordPrevious:
		return from.Previous()
	}
	return from.YearBefore()
}

// baseOf is what a figure of the period is compared with.
func (v *evaluation) baseOf(p period.Period) period.Period {
	if v.Expression.base != nil {
		return v.when(v.Expression.base, p)
	}
	if !v.Scope.Base.IsZero() && p.Same(v.Period) {
		return v.Scope.Base
	}
	return p.YearBefore()
}
