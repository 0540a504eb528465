package roll

import (
	"strings"

	"bulletin/internal/period"
)

// Step is the way from one period to the next: what lies in the old one, or in
// the one that it is compared with, is as far on in the new one.
type Step struct {
	From, Base, To period.Period
	months         int // from the one to the other, for all units but days
	days           int
	ofDays         bool // the periods are counted in days
}

// NewStep is the way from a period, which is compared with base, to another of the
// same unit.
func NewStep(from, base, to period.Period) Step {
	return Step{From: from, Base: base, To: to, months: monthOf(to.First()) - monthOf(from.First()),
		days: int(to.First() - from.First()), ofDays: from.Unit() == period.UnitDay}
}

func monthOf(d period.Day) int {
	year, month, _ := d.Civil()
	return year*12 + month - 1
}

// NewBase is what the new period is compared with.
func (s Step) NewBase() period.Period { return s.shift(s.Base) }

// inside tells whether a period lies in the old one or in its base.
func (s Step) inside(p period.Period) bool { return s.From.Covers(p) || s.Base.Covers(p) }

// ownYear tells whether a period is the whole year of the old one, which ends with
// the step: the next edition speaks of another year.
func (s Step) ownYear(p period.Period) bool {
	return s.yearOf(p, s.From, s.To)
}

func (s Step) yearOf(p, of, next period.Period) bool {
	return p.Unit() == period.Year && p.Len() == 1 && p.Covers(of) && !p.Covers(next)
}

// Move is where a period stands in the new edition; false for one that stays.
// Periods of the old edition and of its base move, and so does the edition's own
// year across a year's end. A span moves where both of its ends do, or, where
// it runs from an earlier time into the old period, its end alone: a series is
// carried on.
func (s Step) Move(p period.Period) (period.Period, bool) {
	unit, first, last := p.Parts()
	switch {
	case p.IsZero():
		return p, false
	case s.ownYear(p):
		return s.shiftYear(p), true
	case p.Len() == 1 && s.inside(p), s.From.Same(p), s.Base.Same(p):
		return s.shift(p), true
	case p.Len() == 1:
		return p, false
	}
	from, _ := period.FromParts(unit, first, first)
	to, _ := period.FromParts(unit, last, last)
	if s.Base.Covers(p) || s.From.Covers(p) {
		return s.shift(p), true
	}
	if !s.From.Covers(to) {
		return p, false
	}
	if s.inside(from) && (unit != period.UnitDay || s.edge(from)) {
		from = s.shift(from)
	}
	_, begin, _ := from.Parts()
	_, _, end := s.shift(to).Parts()
	moved, ok := period.FromParts(unit, begin, end)
	return moved, ok && moved != p
}

// edge tells whether a day is the first or the last of a month, as the days are at
// which statistics begin and end.
func (s Step) edge(day period.Period) bool {
	return day.First() == period.Of(period.Month, day.First()).First() || day.Last() == period.Of(period.Month, day.Last()).Last()
}

// MoveRange is Move for what charts write: a range of single periods,
// 2022-01..2023-03, which may be one of years.
func (s Step) MoveRange(word string) (string, bool) {
	if p, err := period.Parse(word); err == nil {
		moved, ok := s.Move(p)
		return moved.String(), ok
	}
	first, last, isRange := strings.Cut(word, "..")
	from, err := period.Parse(first)
	to, wrong := period.Parse(last)
	if !isRange || err != nil || wrong != nil {
		return word, false
	}
	moved, ok := s.Move(to)
	if !ok {
		return word, false
	}
	if s.From.Unit() == period.Year && s.Base.Same(from) {
		from = s.shift(from)
	}
	return from.String() + ".." + moved.String(), true
}

// MoveYear is the year with which the edition's own year is compared, moved with it.
func (s Step) MoveYear(p period.Period) (period.Period, bool) {
	if s.yearOf(p, s.Base, s.NewBase()) {
		return s.shiftYear(p), true
	}
	return p, false
}

func (s Step) shiftYear(p period.Period) period.Period {
	unit, first, last := p.Parts()
	was, _, _ := s.From.First().Civil()
	is, _, _ := s.To.First().Civil()
	moved, ok := period.FromParts(unit, first+int32(is-was), last+int32(is-was))
	if !ok {
		return p
	}
	return moved
}

// shift moves a period by the step. The last day of a month stays one: 31 March is
// 30 June in the next quarter.
func (s Step) shift(p period.Period) period.Period {
	unit, first, last := p.Parts()
	by := int32(0)
	switch {
	case unit == period.Year:
		return s.shiftYear(p)
	case unit == period.UnitDay:
		first, last = s.shiftDay(first), s.shiftDay(last)
	case s.ofDays:
		return s.shiftLonger(p)
	case unit == period.Quarter:
		by = int32(s.months / 3)
	default:
		by = int32(s.months)
	}
	moved, ok := period.FromParts(unit, first+by, last+by)
	if !ok {
		return p // beyond the years that there are
	}
	return moved
}

// shiftLonger moves a month or longer in an edition that counts days.
func (s Step) shiftLonger(p period.Period) period.Period {
	return period.Of(p.Unit(), p.First()+period.Day(s.days))
}

func (s Step) shiftDay(n int32) int32 {
	if s.ofDays {
		return n + int32(s.days)
	}
	day := period.Day(n)
	of := period.Of(period.Month, day)
	_, at, _ := of.Parts()
	moved, ok := period.FromParts(period.Month, at+int32(s.months), at+int32(s.months))
	switch {
	case !ok:
		return n
	case day == of.Last():
		return int32(moved.Last())
	}
	return int32(min(moved.First()+(day-of.First()), moved.Last()))
}
