package site

import (
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/period"
)

// selectPeriods reads period:, periods: and compare:.
func (a *assembly) selectPeriods(s *selection, t *Text, b *content.Block) {
	now := t.Page.Period
	if b.Period.Value != "" {
		now = a.period(b.Period)
	}
	for _, word := range b.Periods {
		for _, p := range a.periodsOf(s, word) {
			if !slices.Contains(s.periods, p) { // ranges may overlap
				s.periods = append(s.periods, p)
			}
		}
	}
	switch {
	case len(b.Periods) > 0 && b.Type.Value == "change":
		if len(s.periods) == 2 {
			s.base, s.periods = s.periods[0], s.periods[1:]
			return
		}
		a.problems.Errorf(b.Periods[0].Pos, b.Periods[0].Len, "chart", "write periods: [2022-Q1, 2023-Q1], or period: and compare:",
			"a change chart compares two periods, not %d", len(s.periods))
	case len(b.Periods) > 0:
		return
	case now.IsZero():
		a.problems.Errorf(b.Pos, b.Len, "chart", "add period: 2023-Q1 or periods: [2022-Q1, 2023-Q1]", "the %s names no period, and its page has none", b.Kind)
	default:
		s.periods = []period.Period{now}
		s.base = now.YearBefore()
		if b.Compare.Value != "" {
			s.base = a.base(b.Compare, now)
		} else if t.Page.Edition != nil && now == t.Page.Period {
			s.base = t.Page.Edition.Base
		}
	}
}

func (a *assembly) period(word content.Scalar) period.Period {
	p, err := period.Parse(word.Value)
	if err != nil {
		a.problems.Errorf(word.Pos, word.Len, "period", "write 2023-Q1, 2023-01, 2023, or a span 2024-01..2024-02", "%q is no period: %v", word.Value, err)
	}
	return p
}

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
	p, q := a.period(from), a.period(to)
	if p.IsZero() || q.IsZero() {
		return nil
	}
	all, err := period.Range(p, q)
	if err != nil {
		a.problems.Errorf(word.Pos, word.Len, "period", "write it as 2022-01..2023-03", "%q: %v", word.Value, err)
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
