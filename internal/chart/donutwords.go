package chart

import (
	"cmp"
	"slices"
	"strings"
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
		lead = "of " + s.Whole + s.wholeWords() + ": "
	}
	items := make([]string, len(all))
	for k, c := range all {
		items[k] = item(s.Rows[c.row].Label, value(c))
	}
	if all[0].share == 100 {
		items = []string{"all " + s.Rows[all[0].row].Label}
		if lead == "" {
			items[0] += ", " + s.label(s.Series[0].Points[all[0].row])
		}
	}
	return []string{sentence([]string{lead + s.Locale.List(items)})}
}

// wholeWords is what stands below the whole in the middle, within a sentence: " asylum applications (Q1 2023)".
func (s *Spec) wholeWords() string {
	if s.WholeNote == "" {
		return ""
	}
	at := strings.LastIndex(s.WholeNote, ", ")
	if at < 0 {
		return " " + s.WholeNote
	}
	return " " + s.WholeNote[:at] + " (" + s.WholeNote[at+2:] + ")"
}
