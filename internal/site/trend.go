package site

import (
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// mostTrend is the longest trend: twenty years of months.
const mostTrend = 240

// Trend is an indicator in an area over the n periods up to the page's own; on
// a page without one, up to the newest value. The periods are as long as the
// page's, or, where it has none, as that of the newest value. A period without a
// value is a missing point; those before the first value are left out. label
// says in words what the line shows: "New arrivals, Serbia, from 10,373 in Q1
// 2022 to 16,216 in Q1 2023". It is false when the names are unknown, or fewer
// than two of the periods have a value.
func (s *Site) Trend(p *Page, indicator, area string, n int) (points []chart.Point, label string, ok bool) {
	i, known := s.Set.Indicator(indicator)
	where, there := s.Set.Area(area)
	if !known || !there || n < 2 {
		return nil, "", false
	}
	last := p.Period
	if last.IsZero() {
		last = newest(s.Set.History(i.ID, where.ID, ""))
	}
	if last.IsZero() {
		return nil, "", false
	}
	a := &assembly{Site: s}
	points = make([]chart.Point, 0, min(n, mostTrend))
	seen := make([]*data.Observation, 0, cap(points))
	for _, o := range s.Set.Totals(i, where, last, min(n, mostTrend)) {
		points = append(points, a.point(o))
		if !points[len(points)-1].Missing {
			seen = append(seen, o)
		}
	}
	slices.Reverse(points)
	slices.Reverse(seen)
	if len(seen) < 2 {
		return nil, "", false
	}
	points = points[slices.IndexFunc(points, func(p chart.Point) bool { return !p.Missing }):]
	a.breakTrend(points, seen)
	first, end := seen[0], seen[len(seen)-1]
	return points, i.Name + ", " + where.Name + ", from " + s.dated(first) + " to " + s.dated(end), true
}

// dated is a value with its period: "16,216 in Q1 2023".
func (s *Site) dated(o *data.Observation) string {
	text, _ := figure.Written(o, s.Locale)
	return text + " in " + s.Locale.PeriodShort(o.Period)
}

// newest is the period of the latest value that is of a single period.
func newest(history []*data.Observation) period.Period {
	var last period.Period
	for _, o := range history {
		if (o.HasValue || o.HasShare) && o.Period.Len() == 1 && (last.IsZero() || o.Period.Last() >= last.Last()) {
			last = o.Period
		}
	}
	return last
}

// breakTrend marks the points with which a new series begins, or before which
// one began that is not shown. seen are the observations of the points that are
// not missing.
func (a *assembly) breakTrend(points []chart.Point, seen []*data.Observation) {
	at := 0
	for n := range points {
		if points[n].Missing {
			continue
		}
		if at > 0 {
			points[n].Break = a.breaksBetween(seen[at-1], seen[at])
		}
		at++
	}
}

// breaksBetween tells whether a new series begins after one observation, with
// a later one of the same cell or before it.
func (a *assembly) breaksBetween(before, o *data.Observation) bool {
	return slices.ContainsFunc(a.Set.Breaks(o), func(b *data.Observation) bool {
		return b.Period.First() > before.Period.First() && b.Period.First() <= o.Period.First()
	})
}
