package site

import (
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// leastLine is how many values, of which some follow each other, make a line: two are
// a comparison.
const leastLine = 3

// Reading is where an indicator stands in an area, and how it came there: totals, over
// all periods.
type Reading struct {
	Indicator *data.Indicator
	Area      *data.Area
	First     *data.Observation // of all that there are, in the order of the set
	Now       *data.Observation // the newest value; nil where there is none
	Before    *data.Observation // the value a year earlier or, without one, the last of a period as long; nil without
	YearApart bool              // Before is a year earlier
	Change    figure.Value      // from Before to Now, where HasChange
	HasChange bool
	Gap       *data.Observation // the newest one without a value, where it is newer than Now
	By        []*data.Dimension // by which any of them is broken down, in the order of the set
	Values    int               // how many totals have a value
	Line      Line
}

// Line is the totals of a reading over periods of one unit, to be drawn.
type Line struct {
	Unit   period.Unit
	Values []*data.Observation // of the points; nil for one that is missing
	Points []chart.Point       // none where that is less than a line
}

// At is the period of the n-th point.
func (l *Line) At(n int) period.Period { return period.Of(l.Unit, l.Values[n].Period.Last()) }

// Readings lists the readings of an area, one for each indicator that has
// observations there, in the order of the indicators; invented ones are left out.
func (s *Site) Readings(area *data.Area) []Reading {
	for _, i := range s.Set.Indicators() {
		s.askSeries(i, area)
	}
	return s.readings(area)
}

func (s *Site) readings(area *data.Area) []Reading {
	var all []Reading
	for _, series := range s.byArea[area] {
		if !series[0].Indicator.Example {
			all = append(all, s.read(series))
		}
	}
	return all
}

// Headlines gives of each area its most telling reading, nil where it has none with a
// value: that of the key figure of its newest chapter, else the one with the newest
// value; of several, that with the most.
func (s *Site) Headlines(areas []*data.Area) []*Reading {
	for _, i := range s.Set.Indicators() {
		s.askSeries(i, nil)
	}
	all := make([]*Reading, 0, len(areas))
	for _, area := range areas {
		s.About(area) // its newest chapter
		all = append(all, s.HeadlineOf(area, s.readings(area)))
	}
	return all
}

// HeadlineOf is the most telling of an area's readings, as Headlines says.
func (s *Site) HeadlineOf(area *data.Area, readings []Reading) *Reading {
	for _, e := range s.Editions {
		id := e.HeadlineOf(area.ID)
		if n := slices.IndexFunc(readings, func(r Reading) bool { return r.Indicator.ID == id && r.Now != nil }); n >= 0 {
			return &readings[n]
		}
	}
	var best *Reading
	for n := range readings {
		r := &readings[n]
		if r.Now != nil && (best == nil || r.Now.Period.Last() > best.Now.Period.Last() ||
			r.Now.Period.Last() == best.Now.Period.Last() && r.Values > best.Values) {
			best = r
		}
	}
	return best
}

// read reads a series: all observations of an indicator in an area.
func (s *Site) read(series []*data.Observation) Reading {
	r := Reading{Indicator: series[0].Indicator, Area: series[0].Area, First: series[0]}
	var totals []*data.Observation // with a value, from the earliest on
	by := map[string]bool{}
	for _, o := range series {
		if len(o.Path) > 0 {
			by[o.Path[0].Dimension] = true
			continue
		}
		if _, _, ok := amount(o); !ok {
			if r.Gap == nil || o.Period.Last() >= r.Gap.Period.Last() {
				r.Gap = o
			}
			continue
		}
		totals = append(totals, o)
	}
	for _, d := range s.Set.Dimensions() {
		if by[d.ID] {
			r.By = append(r.By, d)
		}
	}
	if r.Values = len(totals); r.Values == 0 {
		return r
	}
	r.Now, r.Before, r.YearApart = newestOf(totals)
	if r.Gap != nil && r.Gap.Period.Last() <= r.Now.Period.Last() {
		r.Gap = nil
	}
	if r.Before != nil {
		r.Change, r.HasChange = figure.ChangeBetween(r.Now, r.Before, figure.Scope{Set: s.Set, Locale: s.Locale})
	}
	r.Line = s.line(totals)
	return r
}

// newestOf is the newest of some values, and what it is compared with. Of several that
// end on one day it is one that has a value a year earlier, or else the longest.
func newestOf(totals []*data.Observation) (now, before *data.Observation, yearApart bool) {
	last := slices.MaxFunc(totals, func(x, y *data.Observation) int { return int(x.Period.Last() - y.Period.Last()) }).Period.Last()
	for _, o := range totals {
		if o.Period.Last() != last {
			continue
		}
		base := find(totals, o, o.Period.YearBefore())
		if now == nil || (base != nil) != yearApart && base != nil || (base != nil) == yearApart && o.Period.First() < now.Period.First() {
			now, before, yearApart = o, base, base != nil
		}
	}
	if before != nil {
		return now, before, true
	}
	for _, o := range totals { // from the earliest on
		_, ends := o.Stretch()
		begins, _ := now.Stretch()
		if ends < begins && (now.Indicator.Measure == data.Stock || o.Period.Unit() == now.Period.Unit() && o.Period.Len() == now.Period.Len()) {
			before = o
		}
	}
	return now, before, false
}

// find is the value in a period: of a stock, at its end.
func find(totals []*data.Observation, like *data.Observation, p period.Period) *data.Observation {
	for _, o := range totals {
		if o.Period.Same(p) || like.Indicator.Measure == data.Stock && o.Period.Last() == p.Last() {
			return o
		}
	}
	return nil
}

// line is the line of some values, from the earliest on: over periods of the unit in
// which most follow each other, of several the longest, and of those the newest that
// fit. It has no points where that is no line.
func (s *Site) line(totals []*data.Observation) (l Line) {
	best := 0
	for unit := period.Year; unit <= period.UnitDay; unit++ {
		pairs, values := 0, 0
		var before period.Period
		for _, o := range totals {
			at, fits := inUnit(o, unit)
			if !fits {
				continue
			}
			if values++; !before.IsZero() && at.Previous() == before {
				pairs++
			}
			before = at
		}
		if values >= leastLine && pairs > best {
			best, l.Unit = pairs, unit
		}
	}
	if best == 0 {
		return Line{}
	}
	l.fill(&assembly{Site: s}, totals)
	if len(l.Values)-count(l.Values, nil) < leastLine {
		return Line{}
	}
	return l
}

// fill enters the values that fit into the unit of the line, and the gaps between them:
// so many of the newest that at least two of three periods have a value.
func (l *Line) fill(a *assembly, totals []*data.Observation) {
	var breaks []period.Day
	for _, o := range totals {
		if o.Status == data.Break {
			breaks = append(breaks, begins(o))
		}
	}
	var last period.Period
	var before *data.Observation
	for _, o := range totals {
		at, fits := inUnit(o, l.Unit)
		if !fits {
			continue
		}
		for !last.IsZero() && last.Next() != at {
			if last = last.Next(); len(l.Points) >= 2*mostTrend { // a long time without a value: what was before is not shown
				l.Points, l.Values, before = l.Points[:0], l.Values[:0], nil
				break
			}
			l.Points, l.Values = append(l.Points, a.point(nil)), append(l.Values, nil)
		}
		point := a.point(o)
		point.Break = before != nil && slices.ContainsFunc(breaks, func(day period.Day) bool { return day > begins(before) && day <= begins(o) })
		l.Points, l.Values, last, before = append(l.Points, point), append(l.Values, o), at, o
	}
	from := max(0, len(l.Points)-mostTrend)
	known := len(l.Values) - from - count(l.Values[from:], nil)
	for from < len(l.Points) && (l.Points[from].Missing || 3*known < 2*(len(l.Points)-from)) {
		if !l.Points[from].Missing {
			known-- // too lonely to show a course
		}
		from++
	}
	l.Points, l.Values = l.Points[from:], l.Values[from:]
}

// count counts what is the same as one.
func count(all []*data.Observation, one *data.Observation) (n int) {
	for _, o := range all {
		if o == one {
			n++
		}
	}
	return n
}
