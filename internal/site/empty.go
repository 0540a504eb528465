package site

import (
	"bulletin/internal/content"
	"bulletin/internal/data"
)

// nothingShown tells whether every point of a chart is missing.
func (c *Chart) nothingShown() bool {
	for _, series := range c.Spec.Series {
		for _, p := range series.Points {
			if !p.Missing {
				return false
			}
		}
	}
	return true
}

// refuseEmpty reports a chart that shows nothing, at the field that leaves
// nothing over, with what the data has instead.
func (a *assembly) refuseEmpty(s *selection) {
	b := s.block
	say := func(at content.Scalar, hint string) {
		a.refuse(at, hint, "the %s shows nothing: the data has no value for what it asks", b.Kind)
	}
	const enter = "name an indicator, areas and periods for which data/observations/ has values"
	if s.is("change", "dumbbell") && s.part == nil && s.by == nil && a.hasNow(s) {
		a.refuse(where(b, []content.Scalar{b.Compare}, b.Periods, []content.Scalar{b.Period}, b.Indicators), "name a period that has values, under compare: or periods:",
			"the %s shows nothing: no row has values for both %s and %s", b.Kind, s.base, s.periods[0])
		return
	}
	if s.headline {
		say(where(b, b.Periods, []content.Scalar{b.Period}, b.Areas, b.Indicators), enter)
		return
	}
	var anywhere, here, whole []*data.Observation // with values: of the indicators, of these areas too, of these periods too
	for _, i := range s.indicators {
		for _, o := range a.ByIndicator(i) {
			if !o.HasValue && !o.HasShare || len(o.Path) > 0 {
				continue
			}
			anywhere = append(anywhere, o)
			for _, area := range s.areas {
				if o.Area != area {
					continue
				}
				here = append(here, o)
				for _, p := range s.periods {
					if found, ok := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: p}); ok && found == o {
						whole = append(whole, o)
					}
				}
			}
		}
	}
	switch {
	case len(anywhere) == 0:
		say(where(b, b.Indicators), enter)
	case len(here) == 0:
		say(where(b, b.Areas, b.Indicators), "the data has values for "+a.someAreas(anywhere))
	case len(whole) == 0:
		say(where(b, b.Periods, []content.Scalar{b.Period}, b.Indicators), "for these areas the data has "+a.somePeriods(here))
	default:
		say(where(b, b.Categories, []content.Scalar{b.By}, b.Part), "the values are not split in this way: take it away, or enter the parts in data/observations/")
	}
}

// hasNow tells whether any area has a value for the later of two periods, so
// that it is the earlier one that leaves nothing.
func (a *assembly) hasNow(s *selection) bool {
	for n := range max(1, len(s.indicators)) {
		for _, area := range s.areas {
			i := s.indicatorFor(a, area, n)
			if i == nil {
				continue
			}
			o, ok := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area.ID, Period: s.periods[0]})
			if ok && (o.HasValue || o.HasShare) {
				return true
			}
		}
	}
	return false
}

// mostNamed is how many examples a hint names.
const mostNamed = 3

// someAreas names the first areas of some observations.
func (a *assembly) someAreas(all []*data.Observation) string {
	return a.some(all, func(o *data.Observation) string { return o.Area.ID })
}

// somePeriods names the latest periods of some observations.
func (a *assembly) somePeriods(all []*data.Observation) string {
	latest := make([]*data.Observation, 0, len(all))
	for _, o := range all {
		at := len(latest)
		for at > 0 && latest[at-1].Period.Compare(o.Period) < 0 {
			at--
		}
		latest = append(latest[:at], append([]*data.Observation{o}, latest[at:]...)...)
	}
	return a.some(latest, func(o *data.Observation) string { return o.Period.String() })
}

func (a *assembly) some(all []*data.Observation, name func(*data.Observation) string) string {
	var names []string
	seen := map[string]bool{}
	for _, o := range all {
		if n := name(o); !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	if len(names) > mostNamed {
		names = append(names[:mostNamed], "others")
	}
	return a.Locale.List(names)
}
