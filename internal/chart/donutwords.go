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
		lead = "of " + s.Whole + s.wholeWords() + ", "
	}
	if len(all) == 1 || all[0].share == 100 {
		return []string{sentence([]string{lead + s.Rows[all[0].row].Label + " is all: " + value(all[0])})}
	}
	last := all[len(all)-1]
	rest := s.Rows[last.row].Rest
	if rest {
		all = all[:len(all)-1]
	}
	top := 1 // as many as share the first place
	for top < len(all) && all[top].share == all[0].share {
		top++
	}
	names := make([]string, top)
	for k := range names {
		names[k] = s.Rows[all[k].row].Label
	}
	text := lead + "the largest " + named(rest && last.share > all[0].share) + number(top, "part is ", "parts are ") + s.Locale.List(names) + " with " + value(all[0])
	if top > 1 {
		text += " each"
	}
	var others []string
	for _, c := range all[top:] {
		others = append(others, s.Rows[c.row].Label+" "+value(c))
	}
	if len(others) > 0 {
		text += ", followed by " + s.Locale.List(others)
	}
	parts := []string{text}
	if rest {
		parts = append(parts, s.Rows[last.row].Label+": "+value(last))
	}
	return []string{sentence(parts)}
}

// named is the word for a part that is the largest of those with a name, beside a remainder that is larger.
func named(behind bool) string {
	if behind {
		return "named "
	}
	return ""
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
