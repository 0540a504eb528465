package render

import (
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// leastTrend is how many periods make the course of a key figure: fewer are a
// comparison, which stands beside it already.
const leastTrend = 4

// mostTrend is how many periods a course goes back.
const mostTrend = 24

// course is how a chapter's key figure came about: its values over the periods up
// to the page's, as far as they follow on each other. label says what a line of
// them shows. It is nothing where that is less than a course.
func course(s *site.Site, p *site.Page) (points []chart.Point, label string) {
	indicator := p.Headline.Indicator.ID
	points, label, ok := s.Trend(p, indicator, p.Area.ID, mostTrend)
	if !ok {
		return nil, ""
	}
	run := following(points)
	switch {
	case run < leastTrend:
		return nil, ""
	case run == len(points):
		return points, label
	}
	points, label, _ = s.Trend(p, indicator, p.Area.ID, run)
	return points, label
}

// following is how many points at the end follow on each other: without a gap,
// within one series, counted in one way.
func following(points []chart.Point) int {
	n := 0
	for n < len(points) {
		at := len(points) - 1 - n
		if points[at].Missing || n > 0 && points[at].Differs != points[at+1].Differs {
			break
		}
		n++
		if points[at].Break {
			break
		}
	}
	return n
}

// trendSpec is the small chart on a chapter's card: the course of its key figure,
// or the two values that are compared; nil without either.
func trendSpec(s *site.Site, p *site.Page) *chart.Spec {
	h := p.Headline
	spec := &chart.Spec{Type: chart.Line, Title: h.Indicator.Name, Locale: s.Locale}
	spec.Axis.Percent = h.Indicator.Measure == data.Share || h.Indicator.Measure == data.Change
	row := func(at period.Period) chart.Row {
		return chart.Row{Label: upperFirst(s.Locale.Period(at)), Short: upperFirst(s.Locale.PeriodShort(at))}
	}
	points, _ := course(s, p)
	switch {
	case len(points) > 0:
		at := p.Period
		for range points {
			spec.Rows = append(spec.Rows, row(at))
			at = at.Previous()
		}
		slices.Reverse(spec.Rows)
	case h.Change != nil && h.Base != nil:
		spec.Rows = []chart.Row{row(h.BaseTime), row(p.Period)}
		points = []chart.Point{pointOf(s, h.Base), pointOf(s, h.Now)}
	default:
		return nil
	}
	spec.Series = []chart.Series{{Name: h.Indicator.Name, Points: points}}
	return spec
}

// pointOf is an observation with a value as a point.
func pointOf(s *site.Site, o *data.Observation) chart.Point {
	label, _ := figure.Written(o, s.Locale)
	return chart.Point{Value: o.Value.Float(), Label: label, Estimated: o.Status.Estimated()}
}
