package site

import (
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/period"
)

// Course is how an indicator went in an area: its totals over periods of one
// unit that follow each other without a gap, none counted in another way than
// the one before.
type Course struct {
	Area   *data.Area
	Unit   period.Unit
	Values []*data.Observation // from the earliest on; all have a number
	Points []chart.Point       // the same, to be drawn
}

// At is the period of the n-th value in the unit of the course: a stock that
// was entered for a quarter stands in a course of months for its last month.
func (c *Course) At(n int) period.Period { return period.Of(c.Unit, c.Values[n].Period.Last()) }

// Courses lists a course of an indicator for each area that has one of at least
// `least` periods, in the order of the areas: of the finest unit that has one the
// newest, and of that its newest `most` periods. It looks at each observation
// once.
func (s *Site) Courses(i *data.Indicator, least, most int) []Course {
	a := &assembly{Site: s}
	var courses []Course
	for all := s.ByIndicator(i); len(all) > 0; {
		n := slices.IndexFunc(all, func(o *data.Observation) bool { return o.Area != all[0].Area })
		if n < 0 {
			n = len(all)
		}
		if c, ok := newestCourse(all[:n], least); ok {
			c.Values = c.Values[max(0, len(c.Values)-most):]
			for _, o := range c.Values {
				c.Points = append(c.Points, a.point(o))
			}
			courses = append(courses, c)
		}
		all = all[n:]
	}
	return courses
}

// newestCourse is the course of an area, whose observations these are.
func newestCourse(all []*data.Observation, least int) (Course, bool) {
	var breaks []period.Day // in order, as the observations are
	for _, o := range all {
		if len(o.Path) == 0 && o.Status == data.Break {
			breaks = append(breaks, begins(o))
		}
	}
	var open, found [period.UnitDay + 1][]*data.Observation // by unit: the run so far, the newest that is long enough
	for _, o := range all {
		if _, _, known := amount(o); len(o.Path) > 0 || !known {
			continue
		}
		for unit := period.Year; unit <= period.UnitDay; unit++ {
			at, fits := inUnit(o, unit)
			if !fits {
				continue
			}
			if run := open[unit]; len(run) > 0 && !goesOn(run[len(run)-1], o, at, breaks) {
				open[unit] = nil
			}
			open[unit] = append(open[unit], o)
			if len(open[unit]) >= least {
				found[unit] = open[unit]
			}
		}
	}
	for unit := period.UnitDay; unit >= period.Year; unit-- {
		if len(found[unit]) > 0 {
			return Course{Area: all[0].Area, Unit: unit, Values: found[unit]}, true
		}
	}
	return Course{}, false
}

// inUnit is the period of a unit that an observation is of: that which it covers,
// or, of a stock, that at whose end it was taken.
func inUnit(o *data.Observation, unit period.Unit) (period.Period, bool) {
	at := period.Of(unit, o.Period.Last())
	if o.Indicator.Measure == data.Stock {
		return at, at.Last() == o.Period.Last()
	}
	return at, at.Same(o.Period)
}

// goesOn tells whether an observation, of the period at, follows on the one
// before it: at once, by the same definition, in the same series. breaks are the
// days on which a new series begins, in order.
func goesOn(before, o *data.Observation, at period.Period, breaks []period.Day) bool {
	if at.Previous().Last() != before.Period.Last() {
		return false
	}
	differs := o.Status == data.DefinitionDiffers
	if differs != (before.Status == data.DefinitionDiffers) || differs && o.Note != before.Note {
		return false
	}
	next, _ := slices.BinarySearch(breaks, begins(before)+1)
	return next == len(breaks) || breaks[next] > o.Period.Last()
}

// begins is the first day of an observation: of a stock, the day on which it was
// taken.
func begins(o *data.Observation) period.Day {
	if o.Indicator.Measure == data.Stock {
		return o.Period.Last()
	}
	return o.Period.First()
}
