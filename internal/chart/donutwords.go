package chart

import (
	"cmp"
	"slices"
)

// donutWords names the whole and its parts, from the largest down, a remainder last.
func (s *Spec) donutWords() []string {
	all := s.slices()
	slices.SortStableFunc(all, func(a, b slice) int {
		switch {
		case s.Rows[a.row].Rest:
			return 1
		case s.Rows[b.row].Rest:
			return -1
		}
		return cmp.Compare(b.share, a.share)
	})
	value := func(c slice) string {
		text := s.label(s.Series[0].Points[c.row])
		if !s.Axis.Percent {
			text += " (" + s.percent(c.share) + ")"
		}
		return text
	}
	lead := ""
	if s.Whole != "" {
		lead = "of " + s.Whole
		if s.WholeNote != "" {
			lead += " " + s.WholeNote
		}
		lead += ", "
	}
	if len(all) == 1 || all[0].share == 100 {
		return []string{sentence([]string{lead + s.Rows[all[0].row].Label + " is all: " + value(all[0])})}
	}
	top := 1 // as many as share the first place
	for top < len(all) && all[top].share == all[0].share && !s.Rows[all[top].row].Rest {
		top++
	}
	first := s.Rows[all[0].row].Label + " is the largest part with " + value(all[0])
	if top > 1 {
		names := make([]string, top)
		for k := range names {
			names[k] = s.Rows[all[k].row].Label
		}
		first = s.Locale.List(names) + " are the largest parts with " + value(all[0]) + " each"
	}
	if top == len(all) {
		return []string{sentence([]string{lead + first})}
	}
	others := make([]string, 0, len(all)-top)
	for _, c := range all[top:] {
		others = append(others, s.Rows[c.row].Label+" "+value(c))
	}
	return []string{sentence([]string{lead + first + ", followed by " + s.Locale.List(others)})}
}
