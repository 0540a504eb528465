package site

import (
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/period"
)

// selectPeriods reads period:, periods: and compare:.
func (a *assembly) selectPeriods(s *selection) {
	b := s.block
	if len(b.Periods) > 0 {
		a.listPeriods(s)
		return
	}
	now := s.page.Period
	if b.Period.Value != "" {
		now = a.period(b.Period)
	}
	switch {
	case s.is("line", "multiples") && b.Period.Value != "":
		a.refuse(b.Period, "write periods: last 8, or a range 2022-01..2023-12", "lines run over several periods, and period: names one")
	case s.is("line", "multiples"):
		a.refuse(where(b), "add periods: last 8, or a range 2022-01..2023-12", "lines run over several periods, and the %s does not say which", b.Kind)
	case now.IsZero() && b.Period.Value != "": // reported
	case now.IsZero():
		a.refuse(where(b), "add period: 2023-Q1 or periods: [2022-Q1, 2023-Q1]", "the %s names no period, and its page has none", b.Kind)
	default:
		s.periods = []period.Period{now}
		s.base = now.YearBefore()
		if b.Compare.Value != "" {
			s.base = a.compared(b.Compare, now)
		} else if s.page.Edition != nil && now == s.page.Period {
			s.base = s.page.Edition.Base
		}
		switch {
		case !s.is("change", "dumbbell"):
		case s.base.Same(now):
			a.refuse(where(b, []content.Scalar{b.Compare}), "name an earlier period", "%s is compared with itself", now)
		case s.base.Last() >= now.First():
			a.refuse(where(b, []content.Scalar{b.Compare}), "name an earlier period", "%s is compared with %s, which does not end before it begins", now, s.base)
		}
	}
}

// compared is the period that compare: names.
func (a *assembly) compared(word content.Scalar, now period.Period) period.Period {
	switch word.Value {
	case "year-before":
		return now.YearBefore()
	case "previous":
		return now.Previous()
	}
	p, err := period.Parse(word.Value)
	if err != nil {
		a.problems.Errorf(word.Pos, word.Len, "period", "write year-before, previous or a period such as 2022-Q1", "compare: %q is no period: %v", word.Value, err)
		return now.YearBefore()
	}
	return p
}

// listPeriods reads periods: as the type of chart wants them: two to compare,
// one for a donut or a map, in order and of one length for lines.
func (a *assembly) listPeriods(s *selection) {
	b := s.block
	before := a.problems.Errors()
	var odd *content.Scalar // the first word of another length than those before
	for _, word := range b.Periods {
		for _, p := range a.periodsOf(s, word) {
			if len(s.periods) > 0 && odd == nil && (p.Unit() != s.periods[0].Unit() || p.Len() != s.periods[0].Len()) {
				odd = &word
			}
			if !slices.Contains(s.periods, p) { // ranges may overlap
				s.periods = append(s.periods, p)
			}
		}
	}
	if a.problems.Errors() > before || len(s.periods) == 0 {
		return
	}
	switch n := len(s.periods); {
	case s.is("change", "dumbbell") && n == 2 && s.periods[0].Last() >= s.periods[1].First():
		a.refuse(b.Periods[len(b.Periods)-1], "write the earlier period first", "%s is compared with %s, which does not end before it begins", s.periods[1], s.periods[0])
	case s.is("change", "dumbbell") && n == 2:
		s.base, s.periods = s.periods[0], s.periods[1:]
	case s.is("change", "dumbbell"):
		a.refuse(b.Periods[0], "write periods: [2022-Q1, 2023-Q1], or period: and compare:", "a %s chart compares two periods, not %d", s.kind(), n)
	case s.is("donut", "map") && n > 1:
		a.refuse(b.Periods[min(1, len(b.Periods)-1)], "write period: 2023-Q1, or make a chart for each", "a %s shows one period, not %d", s.kind(), n)
	case s.is("line", "multiples") && odd != nil:
		a.refuse(*odd, "name quarters, or months, or years", "a line runs over periods of one length, and %s is of another than %s", odd.Value, s.periods[0])
	case s.is("line", "multiples"):
		slices.SortFunc(s.periods, period.Period.Compare)
	}
}

func (a *assembly) period(word content.Scalar) period.Period {
	p, err := period.Parse(word.Value)
	if err != nil {
		a.problems.Errorf(word.Pos, word.Len, "period", "write 2023-Q1, 2023-01, 2023, or a span 2024-01..2024-02", "%q is no period: %v", word.Value, err)
	}
	return p
}

// mostPeriods is more than a chart can show: ten years of days.
const mostPeriods = 3660

// periodsOf reads one entry of periods: a period, a range of single periods
// (2022-01..2023-03), or "last 8".
func (a *assembly) periodsOf(s *selection, word content.Scalar) []period.Period {
	if count, ok := strings.CutPrefix(word.Value, "last "); ok {
		n, err := strconv.Atoi(count)
		if err != nil || n < 1 || n > 1000 {
			a.problems.Errorf(word.Pos, word.Len, "period", "write it as last 8", "%q is no number of periods", count)
			return nil
		}
		if s.headline {
			a.problems.Errorf(word.Pos, word.Len, "period", "name the periods, or the indicator", "last %d wants one indicator, and headline is another in each country", n)
			return nil
		}
		return a.lastPeriods(s, n)
	}
	first, last, isRange := strings.Cut(word.Value, "..")
	if !isRange {
		if p := a.period(word); !p.IsZero() {
			return []period.Period{p}
		}
		return nil
	}
	from, to := word, word
	from.Value, to.Value = first, last
	p := a.period(from)
	if p.IsZero() {
		return nil // one word, one problem
	}
	q := a.period(to)
	if q.IsZero() {
		return nil
	}
	if p.Unit() == period.UnitDay && q.Last()-p.First() > mostPeriods {
		a.problems.Errorf(word.Pos, word.Len, "period", "name months or years", "%q has more than %d periods", word.Value, mostPeriods)
		return nil
	}
	all, err := period.Range(p, q)
	if err != nil {
		a.problems.Errorf(word.Pos, word.Len, "period", "write it as 2022-01..2023-03", "%q: %v", word.Value, err)
	}
	if len(all) > mostPeriods {
		a.problems.Errorf(word.Pos, word.Len, "period", "name years, or a shorter time", "%q has more than %d periods", word.Value, mostPeriods)
		return nil
	}
	return all
}

// lastPeriods are the n periods that end with the newest observation, in its
// unit.
func (a *assembly) lastPeriods(s *selection, n int) []period.Period {
	var newest period.Period
	for _, area := range s.areas {
		for _, i := range s.indicators {
			for _, o := range a.Set.History(i.ID, area.ID, "") {
				if o.Period.Len() == 1 && (newest.IsZero() || o.Period.Last() > newest.Last() || o.Period.Last() == newest.Last() && o.Period.Unit() > newest.Unit()) {
					newest = o.Period
				}
			}
		}
	}
	if newest.IsZero() {
		return nil
	}
	all := []period.Period{newest}
	for len(all) < n {
		all = append(all, all[len(all)-1].Previous())
	}
	slices.Reverse(all)
	return all
}
