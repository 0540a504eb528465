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
	var room [96]byte
	return string(appendCellID(room[:0], o))
}

func appendCellID(b []byte, o *data.Observation) []byte {
	b = append(append(b, o.Area.ID...), '-')
	period := o.Period.String()
	for i := 0; i < len(period); i++ {
		switch c := period[i]; {
		case c == '.' && strings.HasPrefix(period[i:], ".."): // of a span
			b = append(b, "-to-"...)
			i++
		case c >= 'A' && c <= 'Z':
			b = append(b, c+'a'-'A')
		default:
			b = append(b, c)
		}
	}
	for _, c := range o.Path {
		b = append(append(b, '-'), c.Dimension...)
		b = append(append(b, '-'), c.ID...)
	}
	return b
}

// CellRoute is where a reader finds an observation: page and anchor.
func CellRoute(o *data.Observation) string {
	var room [128]byte
	return string(AppendCell(append(room[:0], '/'), o))
}

// AppendCell appends the route of an observation without its first slash: what
// stands behind the address of the site's root.
func AppendCell(b []byte, o *data.Observation) []byte {
	b = append(append(b, "data/"...), o.Indicator.ID...)
	return appendCellID(append(b, "/#"...), o)
}

// SourceID is the anchor of a source on the sources page.
func SourceID(s *data.Source) string { return "source-" + s.Key }

// SourceRoute is where a reader finds a source.
func SourceRoute(s *data.Source) string { return "/sources/#" + SourceID(s) }
