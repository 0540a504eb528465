package chart

import (
	"slices"
	"strings"
)

// gaps names the rows without a value, and says how many values are estimates: a sentence, or nothing.
func (s *Spec) gaps() string {
	if s.locates() {
		return ""
	}
	none := s.empty()
	var parts []string
	if rows := s.listed(func(i int) bool { return none[i] }); rows != "" {
		what := "no figure for "
		if s.Type == Change { // there may be one of the two
			what = "no comparison for "
		}
		parts = append(parts, what+rows)
	}
	sentences := ""
	if holes := s.holes(none); len(holes) > 0 { // what follows is not of the last series alone
		sentences, parts = sentence(append(parts, holes...))+" ", nil
	}
	estimates, differing := 0, 0
	for j := range s.Series {
		points := s.Series[j].Points
		for i := range points {
			if p := &points[i]; !p.Missing {
				if p.Estimated {
					estimates++
				}
				if p.Differs {
					differing++
				}
			}
		}
	}
	switch {
	case estimates == 1:
		parts = append(parts, "one value is an estimate")
	case estimates > 1:
		parts = append(parts, s.spelled(estimates)+" values are estimates")
	}
	switch {
	case differing == 1:
		parts = append(parts, "one value is not fully comparable")
	case differing > 1:
		parts = append(parts, s.spelled(differing)+" values are not fully comparable")
	}
	if len(parts) > 0 {
		sentences += sentence(parts)
	}
	return strings.TrimSuffix(sentences, " ")
}

// empty are the rows without any value.
func (s *Spec) empty() []bool {
	none := make([]bool, len(s.Rows))
	for i := range none {
		none[i] = true
	}
	for j := range s.Series {
		points := s.Series[j].Points
		for i := range points {
			none[i] = none[i] && points[i].Missing
		}
	}
	return none
}

// mostHoled is how many kinds of gap have their rows named; of more, only the series are.
const mostHoled = 3

// holes names the rows that single series lack.
func (s *Spec) holes(none []bool) []string {
	if len(s.Series) == 1 {
		return nil // what it lacks, all lack
	}
	type hole struct {
		rows   string
		series []string
	}
	var holes []hole // of series that lack the same rows
	var names []string
	all := 0
	for j := range s.Series {
		one := &s.Series[j]
		missing := 0
		for i := range one.Points {
			if one.Points[i].Missing && !none[i] {
				missing++
			}
		}
		if missing == 0 {
			continue
		}
		all += missing
		names = append(names, one.Name)
		rows := s.listed(func(i int) bool { return one.Points[i].Missing && !none[i] })
		if at := slices.IndexFunc(holes, func(h hole) bool { return h.rows == rows }); at >= 0 {
			holes[at].series = append(holes[at].series, one.Name)
		} else {
			holes = append(holes, hole{rows, []string{one.Name}})
		}
	}
	if len(holes) > mostHoled {
		return []string{s.spelled(all) + " figures are missing of " + s.Locale.List(names)}
	}
	var parts []string
	for _, h := range holes {
		parts = append(parts, s.Locale.List(h.series)+": no figure for "+h.rows)
	}
	return parts
}

// listed names rows, at most eight, of lines four; of those, three and more in a row by the first and the last.
func (s *Spec) listed(in func(row int) bool) string {
	var names []string
	rest, most, inTime := 0, 8, s.Type == Line || s.Type == Multiples
	if inTime {
		most = 4
	}
	add := func(name string, rows int) {
		if len(names) < most {
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
		for inTime && last+1 < len(s.Rows) && in(last+1) {
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
		names = append(names, s.spelled(rest)+" more")
	}
	return s.Locale.List(names)
}
