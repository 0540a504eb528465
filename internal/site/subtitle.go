package site

import (
	"fmt"
	"strings"

	"bulletin/internal/period"
)

// subtitle says in words what a chart shows: measure, areas, period.
func (a *assembly) subtitle(c *Chart, s *selection) string {
	var parts []string
	if s.headline {
		parts = append(parts, "Each country’s headline figure")
	} else {
		var names []string
		for _, i := range s.indicators {
			names = append(names, i.Name)
		}
		what := a.Locale.List(names) + a.partWords(s)
		if s.by != nil {
			what += " by " + strings.ToLower(s.by.Name)
		}
		parts = append(parts, what)
	}
	if c.Spec.Hundred || s.kind() == "donut" && c.Spec.Axis.Percent {
		parts = append(parts, "in per cent")
	}
	switch {
	case s.areasName != "":
		parts = append(parts, s.areasName)
	case len(s.areas) == 1:
		parts = append(parts, s.areas[0].Name)
	case len(s.areas) <= 3:
		var names []string
		for _, area := range s.areas {
			names = append(names, area.Name)
		}
		parts = append(parts, a.Locale.List(names))
	default:
		parts = append(parts, fmt.Sprintf("%d areas", len(s.areas)))
	}
	first, last := s.periods[0], s.periods[len(s.periods)-1]
	switch {
	case s.is("change"):
		parts = append(parts, "change from "+a.Locale.PeriodInText(s.base)+" to "+a.Locale.PeriodInText(first))
	case s.is("dumbbell"):
		parts = append(parts, a.Locale.Period(s.base)+" and "+a.Locale.Period(first))
	case len(s.periods) == 1:
		parts = append(parts, a.Locale.Period(first))
	case len(s.periods) == 2:
		parts = append(parts, a.Locale.Period(first)+" and "+a.Locale.Period(last))
	case !consecutive(s.periods):
		parts = append(parts, fmt.Sprintf("%d periods from %s to %s", len(s.periods), a.Locale.PeriodInText(first), a.Locale.PeriodInText(last)))
	default:
		parts = append(parts, a.Locale.Period(first)+" to "+a.Locale.Period(last), every(first.Unit()))
	}
	return strings.Join(parts, "\u00a0· ")
}

// consecutive tells whether each period follows on the one before.
func consecutive(periods []period.Period) bool {
	for i := 1; i < len(periods); i++ {
		if periods[i] != periods[i-1].Next() {
			return false
		}
	}
	return true
}

// every is how often a series has a point.
func every(u period.Unit) string {
	switch u {
	case period.Year:
		return "yearly"
	case period.Quarter:
		return "quarterly"
	case period.Month:
		return "monthly"
	}
	return "daily"
}
