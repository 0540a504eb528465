package site

import (
	"strings"

	"bulletin/internal/data"
)

// IndicatorRoute is the page of an indicator.
func IndicatorRoute(indicator *data.Indicator) string { return "/data/" + indicator.ID + "/" }

// CellID is the anchor of an observation on its indicator's page:
// "serbia-2023-q1", "romania-2023-q1-age-children".
func CellID(o *data.Observation) string {
	id := o.Area.ID + "-" + strings.ReplaceAll(strings.ToLower(o.Period.String()), "..", "-to-")
	for _, c := range o.Path {
		id += "-" + c.Dimension + "-" + c.ID
	}
	return id
}

// CellRoute is where a reader finds an observation: page and anchor.
func CellRoute(o *data.Observation) string { return IndicatorRoute(o.Indicator) + "#" + CellID(o) }

// SourceID is the anchor of a source on the sources page.
func SourceID(s *data.Source) string { return "source-" + s.Key }

// SourceRoute is where a reader finds a source.
func SourceRoute(s *data.Source) string { return "/sources/#" + SourceID(s) }
