package site

import (
	"strconv"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/period"
)

// place is a cell of the data that a chart asks for.
type place struct {
	indicator int // into the selection's indicators
	area      *data.Area
	period    period.Period
	path      []data.CategoryRef
	other     bool // the remainder of the breakdown, not an observation
}

// axis is one row or one series of a chart: a name, and what it fixes of the
// place.
type axis struct {
	label, short, tick string
	x                  float64    // of a row over time
	area               *data.Area // of a row that is an area; else nil
	unit               string     // what it counts, where it is an indicator
	other              bool       // a remainder
	fix                func(*place)
}

// name is what a series is called in a legend and at the head of a column,
// where space is short.
func (x axis) name() string {
	if x.short != "" {
		return x.short
	}
	return x.label
}

// layout is how a selection is arranged as rows and series.
type layout struct {
	rows, series []axis
	heading      string         // of the column that names the rows
	overTime     bool           // the rows are periods
	byCategory   bool           // the rows are categories
	maker        content.Scalar // the field that makes the series as many as they are
}

// layout arranges a selection. A chart of changes or a dumbbell compares two
// periods; its layout has the rows alone.
func (a *assembly) layout(s *selection) layout {
	b := s.block
	areas, indicators, periods := a.areaAxis(s), a.indicatorAxis(s), a.periodAxis(s.periods)
	var l layout
	named := [][]content.Scalar{b.Areas, b.Indicators} // the fields behind several series, the likeliest first
	switch {
	case s.is("line", "multiples") && s.by != nil:
		l.rows, l.series, named = periods, a.categoryAxis(s, false), [][]content.Scalar{b.Categories, {b.By}}
	case s.is("line", "multiples"):
		l.rows, l.series = periods, cross(areas, indicators)
		if len(indicators) > len(areas) {
			named = [][]content.Scalar{b.Indicators, b.Areas}
		}
	case s.by != nil && len(areas) == 1 && len(s.periods) == 1 && s.is("bar", "dumbbell"):
		l.rows, l.series, named = a.categoryAxis(s, true), indicators, [][]content.Scalar{b.Indicators}
	case s.by != nil:
		l.rows, l.series, named = areas, a.categoryAxis(s, true), [][]content.Scalar{b.Categories, {b.By}}
		if len(areas) == 1 {
			l.rows = periods
		}
	case s.is("stacked", "donut") && s.pieces() == byIndicator:
		l.rows, l.series, named = areas, indicators, [][]content.Scalar{b.Indicators}
		if len(areas) == 1 {
			l.rows = periods
		}
	case s.is("stacked", "donut"):
		l.rows, l.series = periods, areas
	case len(areas) > 1 || s.is("map"):
		l.rows, l.series, named = areas, cross(periods, indicators), [][]content.Scalar{b.Periods, b.Indicators}
		if len(indicators) > len(periods) {
			named = [][]content.Scalar{b.Indicators}
		}
	case len(indicators) > 1:
		l.rows, l.series, named = indicators, periods, [][]content.Scalar{b.Periods}
	default:
		l.rows, l.series = periods, areas
	}
	l.maker = where(b, named...)
	if len(l.rows) == 0 {
		return l
	}
	switch {
	case l.rows[0].area != nil:
		l.heading = "Area"
	case len(periods) > 0 && len(l.rows) == len(periods) && l.rows[0].label == periods[0].label:
		l.heading, l.overTime = "Period", true
	case s.by != nil:
		l.heading, l.byCategory = s.by.Name, true
	default:
		l.heading = "Counted"
	}
	return l
}

// cross is every pair of two axes; an axis of one is left out of the names.
func cross(x, y []axis) []axis {
	var all []axis
	for _, p := range x {
		for _, q := range y {
			both := axis{label: p.label + ", " + q.label, area: p.area, unit: p.unit + q.unit, fix: func(at *place) { p.fix(at); q.fix(at) }}
			switch {
			case len(y) == 1:
				both.label, both.short = p.label, p.short
			case len(x) == 1:
				both.label, both.short = q.label, q.short
			}
			all = append(all, both)
		}
	}
	return all
}

func (a *assembly) areaAxis(s *selection) []axis {
	var all []axis
	for _, area := range s.areas {
		all = append(all, axis{label: area.Name, area: area, fix: func(at *place) { at.area = area }})
	}
	return all
}

// indicatorAxis has one entry under headline: each area brings its own.
func (a *assembly) indicatorAxis(s *selection) []axis {
	if s.headline {
		return []axis{{label: "Headline figure", fix: func(*place) {}}}
	}
	var all []axis
	for n, i := range s.indicators {
		all = append(all, axis{label: i.Name, unit: unitOf(i), fix: func(at *place) { at.indicator = n }})
	}
	return all
}

// categoryAxis is the categories that any selected observation is split by,
// and the rest where it can be known. Categories that were named have no rest
// beside them, except among the parts of a whole.
func (a *assembly) categoryAxis(s *selection, rest bool) []axis {
	var all []axis
	whole := s.is("stacked", "donut")
	other := false
	periods := s.periods
	if s.is("dumbbell") {
		periods = append([]period.Period{s.base}, periods...)
	}
	for _, category := range s.categories {
		path := append(append([]data.CategoryRef{}, s.part...), data.CategoryRef{Dimension: s.by.ID, ID: category.ID})
		used := len(s.block.Categories) > 0
		for _, i := range s.indicators {
			for _, area := range s.areas {
				for _, p := range periods {
					total, ok := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: p, Categories: data.CategoriesKey(s.part)})
					if !ok {
						continue
					}
					_, found := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: p, Categories: data.CategoriesKey(path)})
					used = used || found
					left, known := a.Set.Remainder(total, s.by.ID)
					other = other || known && left.Sign() > 0
				}
			}
		}
		if used {
			all = append(all, axis{label: category.Name, fix: func(at *place) { at.path = path }})
		}
	}
	if other && rest && !whole && len(s.block.Categories) == 0 && len(all) > 0 {
		all = append(all, axis{label: otherName(all), other: true, fix: func(at *place) { at.other = true }})
	}
	return all
}

// otherName is what a remainder is called beside its parts, one of which may
// have that name itself.
func otherName(parts []axis) string {
	for _, x := range parts {
		if x.label == "Other" {
			return "All other"
		}
	}
	return "Other"
}

// periodAxis names periods, with a tick where a line's axis wants one: at each
// year's beginning, or, over two years and less, at each quarter's; of a quarter
// and less at each week's or month's.
func (a *assembly) periodAxis(periods []period.Period) []axis {
	long := len(periods) > 0 && periods[len(periods)-1].Last()-periods[0].First() > 2*366
	short := len(periods) > 0 && periods[len(periods)-1].Last()-periods[0].First() < 92
	var all []axis
	for _, p := range periods {
		x := axis{label: a.Locale.Period(p), short: a.Locale.PeriodShort(p), x: position(p), fix: func(at *place) { at.period = p }}
		if p.Unit() == period.Quarter { // "first quarter of 2023" is neither the head of a row nor, without an article, part of a sentence
			x.label = x.short
		}
		year, month, day := p.First().Civil()
		switch {
		case p.Unit() == period.UnitDay && (day != 1 && !(short && day%7 == 1)):
		case p.Unit() == period.Year, long && month == 1:
			x.tick = strconv.Itoa(year)
		case !long && ((month-1)%3 == 0 || short):
			x.tick = x.short
		}
		all = append(all, x)
	}
	return all
}

// position is where a period stands on an axis of time: in days, or, so that
// months are even, in months.
func position(p period.Period) float64 {
	if p.Unit() == period.UnitDay {
		return float64(p.First())
	}
	year, month, _ := p.First().Civil()
	return float64(year*12 + month)
}
