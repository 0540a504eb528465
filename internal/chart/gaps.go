package chart

import (
	"fmt"
	"strings"
)

// gaps names the rows without a value, and says how many values are estimates: a sentence, or nothing.
func (s *Spec) gaps() string {
	none := make([]bool, len(s.Rows)) // rows without any value
	for i := range s.Rows {
		none[i] = true
		for _, one := range s.Series {
			none[i] = none[i] && one.Points[i].Missing
		}
	}
	var parts []string
	if rows := s.listed(func(i int) bool { return none[i] }); rows != "" {
		parts = append(parts, "no figure for "+rows)
	}
	estimates := 0
	for _, one := range s.Series {
		if rows := s.listed(func(i int) bool { return one.Points[i].Missing && !none[i] }); rows != "" {
			parts = append(parts, one.Name+": no figure for "+rows)
		}
		for _, p := range one.Points {
			if p.Estimated && !p.Missing {
				estimates++
			}
		}
	}
	switch {
	case estimates == 1:
		parts = append(parts, "one value is an estimate")
	case estimates > 1:
		parts = append(parts, fmt.Sprintf("%d values are estimates", estimates))
	}
	if len(parts) == 0 {
		return ""
	}
	return capital(strings.Join(parts, "; ")) + "."
}

// listed names rows, at most eight; of a line, three and more in a row by the first and the last.
func (s *Spec) listed(in func(row int) bool) string {
	var names []string
	rest := 0
	add := func(name string, rows int) {
		if len(names) < 8 {
			names = append(names, name)
		} else {
			rest += rows
		}
	}
	for i := 0; i < len(s.Rows); i++ {
		if !in(i) {
			continue
		}
		last := i
		for s.Type == Line && last+1 < len(s.Rows) && in(last+1) {
			last++
		}
		if last < i+2 {
			add(s.Rows[i].Label, 1)
			continue
		}
		add(s.Rows[i].Label+" to "+s.Rows[last].Label, last-i+1)
		i = last
	}
	if rest > 0 {
		names = append(names, fmt.Sprintf("%d more", rest))
	}
	return s.Locale.List(names)
}
