package render

import (
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// mostPeriods is how far back a trend goes, in periods of its length.
const mostPeriods = 24

// trend is the course of an indicator in an area, up to a period.
type trend struct {
	indicator *data.Indicator
	periods   []period.Period // one after the other, the last one is that asked for
	cells     []*data.Observation
	known     int // cells with a value
}

// trendTo is the course up to a period, over periods of its length; nothing
// where the last one has no value.
func trendTo(s *site.Site, i *data.Indicator, area *data.Area, last period.Period) trend {
	t := trend{indicator: i}
	at := map[period.Period]*data.Observation{}
	first := last
	for _, o := range s.Set.History(i.ID, area.ID, "") {
		if o.HasValue && o.Period.Unit() == last.Unit() && o.Period.Len() == last.Len() && o.Period.Compare(last) <= 0 {
			at[o.Period] = o
			if o.Period.Compare(first) < 0 {
				first = o.Period
			}
		}
	}
	if at[last] == nil {
		return t
	}
	p := last
	for range mostPeriods {
		t.periods = append(t.periods, p)
		t.cells = append(t.cells, at[p])
		if at[p] != nil {
			t.known++
		}
		if p == first {
			break
		}
		p = p.Previous()
	}
	for t.cells[len(t.cells)-1] == nil { // spans of several periods may miss the first
		t.periods, t.cells = t.periods[:len(t.periods)-1], t.cells[:len(t.cells)-1]
	}
	slices.Reverse(t.periods)
	slices.Reverse(t.cells)
	return t
}

// points are those of a line.
func (t trend) points(s *site.Site) []chart.Point {
	all := make([]chart.Point, len(t.cells))
	for n, o := range t.cells {
		if o == nil {
			all[n] = chart.Point{Missing: true}
			continue
		}
		label, _ := figure.Written(o, s.Locale)
		all[n] = chart.Point{Value: o.Value.Float(), Label: label, Estimated: o.Status.Estimated(), Break: o.Status == data.Break}
	}
	return all
}

// fewPeriods is how many values make a course; of fewer, only the two that are
// compared are shown.
const fewPeriods = 4

// trendSpec is the chart of a key figure's card: its course, or the two values
// that are compared; nil without either.
func trendSpec(s *site.Site, h *site.Headline) *chart.Spec {
	t := trendTo(s, h.Indicator, h.Now.Area, h.Now.Period)
	if t.known < fewPeriods {
		if h.Change == nil || h.Base == nil {
			return nil
		}
		t.periods, t.cells = []period.Period{h.BaseTime, h.Now.Period}, []*data.Observation{h.Base, h.Now}
	}
	spec := &chart.Spec{Type: chart.Line, Title: h.Indicator.Name, Locale: s.Locale, Series: []chart.Series{{Name: h.Indicator.Name, Points: t.points(s)}}}
	spec.Axis.Percent = h.Indicator.Measure == data.Share
	for _, p := range t.periods {
		spec.Rows = append(spec.Rows, chart.Row{Label: upperFirst(s.Locale.Period(p)), Short: upperFirst(s.Locale.PeriodShort(p))})
	}
	return spec
}
