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
	for _, why := range s.reasons(&s.Series[0], none, true) {
		parts = append(parts, why+" for "+s.listed(func(i int) bool { return none[i] && s.why(s.Series[0].Points[i]) == why }))
	}
	sentences := ""
	if holes := s.holes(none); len(holes) > 0 { // what follows is not of the last series alone
		sentences, parts = sentence(append(parts, holes...))+" ", nil
	}
	estimates, differing, revised := 0, 0, 0
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
				if p.Revised {
					revised++
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
	switch {
	case revised == 1:
		parts = append(parts, "one value was revised since publication")
	case revised > 1:
		parts = append(parts, s.spelled(revised)+" values were revised since publication")
	}
	if len(parts) > 0 {
		sentences += sentence(parts)
	}
	return strings.TrimSuffix(sentences, " ")
}

// why says why a value is missing: "no figure", "suppressed".
func (s *Spec) why(p Point) string {
	if s.Type == Change && p.MissingText == "" { // there may be one of the two
		return "no comparison"
	}
	return p.missing()
}

// reasons are why values of a series are missing, in the order in which they come up, of the rows that lack all values or
// of the others.
func (s *Spec) reasons(of *Series, none []bool, all bool) []string {
	var reasons []string
	for i := range of.Points {
		if p := of.Points[i]; p.Missing && none[i] == all && !slices.Contains(reasons, s.why(p)) {
			reasons = append(reasons, s.why(p))
		}
	}
	return reasons
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
		what   string
		series []string
	}
	var holes []hole // of series that lack the same rows for the same reason
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
		var lacks []string
		for _, why := range s.reasons(one, none, false) {
			lacks = append(lacks, why+" for "+s.listed(func(i int) bool { return one.Points[i].Missing && !none[i] && s.why(one.Points[i]) == why }))
		}
		what := strings.Join(lacks, ", ")
		if at := slices.IndexFunc(holes, func(h hole) bool { return h.what == what }); at >= 0 {
			holes[at].series = append(holes[at].series, one.Name)
		} else {
			holes = append(holes, hole{what, []string{one.Name}})
		}
	}
	if len(holes) > mostHoled {
		return []string{s.spelled(all) + " figures are missing for " + s.Locale.List(names)}
	}
	var parts []string
	for _, h := range holes {
		parts = append(parts, s.Locale.List(h.series)+": "+h.what)
	}
	return parts
}

// listed names rows, at most eight, of lines four; of those, three and more in a row by the first and the last.
func (s *Spec) listed(in func(row int) bool) string {
	var names []string
	rest, most, inTime := 0, 8, s.overTime()
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
