package site

import (
	"slices"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/period"
)

// selectShape refuses what no one chart of a type can show. Every name in the
// block is known by now.
func (a *assembly) selectShape(s *selection) {
	b := s.block
	before := a.problems.Errors()
	switch s.kind() {
	case "change":
		a.shapeChange(s)
	case "stacked", "donut":
		a.shapeParts(s)
	case "map":
		a.shapeMap(s)
	case "dumbbell":
		if len(s.indicators) > 1 && len(s.areas) > 1 {
			a.refuse(b.Indicators[1], "make a chart for each, or name one area", "a dumbbell chart of several areas shows one indicator, not %d", len(s.indicators))
		}
	}
	if a.problems.Errors() > before {
		return
	}
	a.shapeUnits(s)
	a.shapeLengths(s)
	a.shapeSplit(s)
}

// shapeLengths refuses to set what came in a month beside what came in a year:
// only stocks, shares and changes are alike over periods of any length. A table
// may show them, unless it compares.
func (a *assembly) shapeLengths(s *selection) {
	b := s.block
	compares := s.is("change", "dumbbell")
	flows := s.headline || slices.ContainsFunc(s.indicators, func(i *data.Indicator) bool { return i.Measure == data.Flow })
	if !flows || len(s.periods) == 0 || b.Kind == content.TableBlock && !compares || s.is("line", "multiples") { // of lines it is refused whatever they count
		return
	}
	first := s.periods[0]
	for _, p := range s.periods[1:] {
		if !alikeLong(first, p) {
			a.refuse(periodWord(b, p), "name periods of one length", "%s is longer or shorter than %s, so that what came in the one is not like what came in the other", p, first)
			return
		}
	}
	if compares && !alikeLong(first, s.base) {
		at := periodWord(b, s.base)
		if b.Compare.Value != "" {
			at = b.Compare
		}
		a.refuse(at, "name a period of the same length", "%s is compared with %s, which is longer or shorter", first, s.base)
	}
}

// alikeLong tells whether two periods have as many days, but for the lengths of
// months: the shortest quarter has 90, the longest 92.
func alikeLong(p, q period.Period) bool {
	if p.Unit() == q.Unit() && p.Len() == q.Len() {
		return true
	}
	x, y := p.Last()-p.First()+1, q.Last()-q.First()+1
	return 10*max(x, y) <= 11*min(x, y)
}

// periodWord is the word of periods: that names a period; the first where it is
// one of a range, and the type where nothing names it.
func periodWord(b *content.Block, p period.Period) content.Scalar {
	for _, word := range b.Periods {
		if q, err := period.Parse(word.Value); err == nil && q == p {
			return word
		}
	}
	return where(b, b.Periods, []content.Scalar{b.Period})
}

// shapeUnits refuses different units on one axis.
func (a *assembly) shapeUnits(s *selection) {
	if s.block.Kind == content.TableBlock || len(s.indicators) < 2 {
		return
	}
	first := s.indicators[0]
	for n, i := range s.indicators {
		switch {
		case perCent(i) != perCent(first):
			a.refuse(s.block.Indicators[n], "make two charts, or a table", "%s is in per cent and %s is not, which one axis cannot show", pick(perCent(i), i, first).ID, pick(perCent(i), first, i).ID)
			return
		case i.Unit == first.Unit || s.block.Scale.Value == "free":
		case s.is("multiples"):
			a.refuse(s.block.Indicators[n], "write scale: free, so that each panel has an axis of its own", "%s and %s are counted in different units, which one scale cannot show", first.ID, i.ID)
			return
		default:
			a.refuse(s.block.Indicators[n], "make two charts, or a table; or type: multiples with scale: free", "%s and %s are counted in different units, which one axis cannot show", first.ID, i.ID)
			return
		}
	}
}

func pick[T any](first bool, x, y T) T {
	if first {
		return x
	}
	return y
}

// perCent tells whether the values of an indicator are percentages.
func perCent(i *data.Indicator) bool { return i.Measure == data.Share || i.Measure == data.Change }

// signed tells whether the values are changes, whose sign is part of what they
// say.
func (s *selection) signed() bool {
	return len(s.indicators) > 0 && !slices.ContainsFunc(s.indicators, func(i *data.Indicator) bool { return i.Measure != data.Change })
}

// shapeSplit refuses what leaves no room for categories, and an order where the
// rows run over time.
func (a *assembly) shapeSplit(s *selection) {
	b := s.block
	if s.by != nil {
		several := 0
		for _, n := range []int{len(s.areas), len(s.periods), len(s.indicators)} {
			if n > 1 {
				several++
			}
		}
		overTime := s.is("line", "multiples")
		switch {
		case slices.ContainsFunc(s.part, func(c data.CategoryRef) bool { return c.Dimension == s.by.ID }):
			a.refuse(b.By, "name another dimension, or take part: away", "part: names one category of %s already", s.by.ID)
		case s.headline:
			a.refuse(b.By, "name the indicator", "by: wants one indicator, and headline is another in each country")
		case overTime && len(s.areas) > 1:
			a.refuse(b.By, "make a chart for each area", "by: makes a line for each category, which leaves room for one area, not %d", len(s.areas))
		case (overTime || s.is("dumbbell", "stacked", "donut")) && len(s.indicators) > 1:
			a.refuse(b.By, "make a chart for each indicator", "by: leaves room for one indicator, not %d", len(s.indicators))
		case s.is("dumbbell") && len(s.areas) > 1:
			a.refuse(b.By, "make a chart for each area", "by: makes a row for each category, which leaves room for one area, not %d", len(s.areas))
		case several > 1 && !overTime:
			a.refuse(b.By, "make several charts", "by: leaves room for several areas, or several periods, or several indicators, and not for two of them")
		}
	}
	if s.is("bar", "stacked") && len(s.areas) > 0 && len(s.periods) > 1 && a.layout(s).overTime {
		a.idle(b.Sort, "sort", "the rows run over time")
	}
}

// shapeChange refuses what has no change in per cent.
func (a *assembly) shapeChange(s *selection) {
	for n, i := range s.indicators {
		if perCent(i) {
			a.refuse(s.block.Indicators[n], "show it as bars, lines or a dumbbell", "a change chart compares counts, and %s is in per cent", i.ID)
		}
	}
	if len(s.indicators) > 1 {
		a.refuse(s.block.Indicators[1], "make a chart for each, or use headline", "a change chart shows one indicator, not %d", len(s.indicators))
	}
}
