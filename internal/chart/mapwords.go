package chart

import (
	"cmp"
	"fmt"
	"slices"
)

// mostNamed is how many areas of the highest class are named.
const mostNamed = 5

// mapWords says what a map shows: its highest and lowest areas, and for shades what is in the highest class.
func (s *Spec) mapWords() []string {
	var on, off []int // rows on the map, and those that are not
	for i, r := range s.Rows {
		if r.Code == "" {
			off = append(off, i)
		} else {
			on = append(on, i)
		}
	}
	if s.Map.Style == Locator {
		return []string{s.locatorWords(on)}
	}
	sorted := slices.DeleteFunc(slices.Clone(on), func(i int) bool { return s.Series[0].Points[i].Missing || s.Rows[i].Rest })
	value := func(i int) float64 { return s.Series[0].Points[sorted[i]].Value }
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(s.at(0, b).Value, s.at(0, a).Value) })
	var out []string
	switch n := len(sorted); {
	case n == 0:
	case n > 1 && s.Axis.Signed:
		out = s.changeWords()
	case n == 1:
		out = append(out, item(s.Rows[sorted[0]].Label+":", s.label(s.Series[0].Points[sorted[0]]))+".")
	case value(0) == value(n-1):
		out = append(out, fmt.Sprintf("%s areas have the same value, %s.", capital(s.of(n, n)), s.label(s.Series[0].Points[sorted[0]])))
	case n >= 5 && value(0) > value(1) && value(1) > value(2) && value(2) > value(3):
		out = append(out, fmt.Sprintf("Highest in %s, followed by %s and %s; lowest in %s.", s.named(0, sorted[0]), s.named(0, sorted[1]), s.named(0, sorted[2]), s.tied(0, sorted[n-1])))
	default:
		out = append(out, fmt.Sprintf("Highest in %s, lowest in %s.", s.tied(0, sorted[0]), s.tied(0, sorted[n-1])))
	}
	if s.Map.Style == Shades && len(sorted) >= mostNamed {
		if text := s.topClass(sorted); text != "" {
			out = append(out, text)
		}
	}
	if len(off) > 0 {
		out = append(out, s.offWords(off))
	}
	return out
}

// topClass names what is in the highest class of given bounds, where these are a few of several.
func (s *Spec) topClass(sorted []int) string {
	if len(s.Map.Bounds) == 0 {
		return ""
	}
	sh := s.classes(sorted)
	top := sh.of[sorted[0]]
	var names []string
	for _, i := range sorted {
		if sh.of[i] == top {
			names = append(names, s.Rows[i].Label)
		}
	}
	if len(names) > mostNamed || len(names) == len(sorted) || len(names) < 2 {
		return ""
	}
	return fmt.Sprintf("%s are in the highest class, %s.", s.Locale.List(names), sh.labels[top])
}

// locatorWords says which areas are highlighted.
func (s *Spec) locatorWords(on []int) string {
	names := make([]string, 0, 8)
	for _, i := range on {
		if len(names) == 8 && len(on) > 9 {
			names = append(names, fmt.Sprintf("%d more", len(on)-8))
			break
		}
		names = append(names, s.Rows[i].Label)
	}
	if len(on) == 1 {
		return "Map of " + names[0] + " and its neighbours, with " + names[0] + " highlighted."
	}
	return "Map with " + s.Locale.List(names) + " highlighted among their neighbours."
}

// offWords names the areas that are not on the map, with their values.
func (s *Spec) offWords(off []int) string {
	var names []string
	for _, i := range off[:min(len(off), mostNamed)] {
		name := s.Rows[i].Label
		if p := s.Series[0].Points[i]; !p.Missing {
			name = s.named(0, i)
		}
		names = append(names, name)
	}
	if more := len(off) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return "Not on the map: " + s.Locale.List(names) + "."
}
