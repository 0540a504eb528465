package site

import (
	"slices"
	"strings"

	"bulletin/internal/content"
)

// field is a field of a block that only some types of chart heed.
type field struct {
	name  string
	words []content.Scalar
	types string // that heed it
	why   string // the others do not
}

// selectFields refuses fields that would do nothing, words that a field does
// not know, and lists that name something twice.
func (a *assembly) selectFields(s *selection) {
	b := s.block
	for _, f := range []field{
		{"by", []content.Scalar{b.By}, "bar line dumbbell stacked donut multiples", "has one value for each area; part: chooses a category"},
		{"compare", []content.Scalar{b.Compare}, "change dumbbell", "compares nothing"},
		{"values", []content.Scalar{b.Values}, "stacked donut", "is not of parts of a whole"},
		{"sort", []content.Scalar{b.Sort}, "change bar dumbbell stacked donut", "is in the order of time, or of place"},
		{"scale", []content.Scalar{b.Scale}, "multiples", "has one scale"},
		{"style", []content.Scalar{b.Style}, "map", "is no map"},
		{"classes", b.Classes, "map", "is no map"},
	} {
		if len(f.words) > 0 && f.words[0].Value != "" && !slices.Contains(strings.Fields(f.types), s.kind()) {
			what := "a " + s.kind() + " chart"
			if b.Type.Value == "" {
				what = "a table without a type"
			}
			a.idle(f.words[0], f.name, what+" "+f.why)
		}
	}
	if b.By.Value == "" && len(b.Categories) > 0 {
		a.refuse(b.Categories[0], "add by: and the dimension that they are of", "categories: has no effect here: the %s is not split", b.Kind)
	}
	if len(b.Periods) > 0 {
		a.idle(b.Period, "period", "periods: is there too")
		if s.is("change", "dumbbell") {
			a.idle(b.Compare, "compare", "periods: names both already")
		}
	}
	a.oneOf(b.Sort, "order", []string{"value", "name", "given"})
	a.oneOf(b.Values, "kind of values", []string{"counts", "percent"})
	a.oneOf(b.Scale, "scale", []string{"same", "free"})
	a.oneOf(b.Style, "style of map", []string{"symbols", "shades"})
	for _, list := range [][]content.Scalar{b.Indicators, b.Areas, b.Periods, b.Categories} {
		a.noneTwice(list)
	}
}

// idle reports a field that has no effect.
func (a *assembly) idle(word content.Scalar, field, why string) {
	if word.Value != "" {
		a.refuse(word, "remove it", "%s: has no effect here: %s", field, why)
	}
}

// noneTwice reports words that a list repeats.
func (a *assembly) noneTwice(list []content.Scalar) {
	seen := map[string]bool{}
	for _, word := range list {
		if seen[word.Value] {
			a.refuse(word, "remove one", "%s is named twice", word.Value)
		}
		seen[word.Value] = true
	}
}
