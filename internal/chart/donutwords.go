package chart

import "slices"

// donutWords names the whole and its parts, from the largest down, a remainder last.
func (s *Spec) donutWords() []string {
	all := s.slices()
	slices.SortStableFunc(all, func(a, b slice) int {
		ra, rb := s.Rows[a.row].Rest, s.Rows[b.row].Rest
		switch {
		case ra != rb && rb, ra == rb && a.share > b.share:
			return -1
		case ra != rb, a.share < b.share:
			return 1
		}
		return 0
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
	items := make([]string, len(all))
	for k, c := range all {
		items[k] = s.Rows[c.row].Label + " " + value(c)
		if k == 0 {
			items[k] = s.Rows[c.row].Label + " is the largest part with " + value(c)
		}
	}
	return []string{sentence([]string{lead + items[0] + ", followed by " + s.Locale.List(items[1:])})}
}
