package chart

import (
	"bytes"
	"strconv"

	"bulletin/internal/locale"
)

// Type is a kind of chart.
type Type uint8

// The kinds of chart.
const (
	Change    Type = iota // bars to both sides of zero, one series
	Bar                   // bars from zero, one to five series
	Line                  // lines over time, one to twelve series
	Dumbbell              // two periods, as two dots a row and an arrow from the first series to the second
	Stacked               // parts of a whole: a bar a row, a piece a series, one to five and a rest
	Donut                 // parts of one whole: one series, a slice a row, five and a rest at most
	Multiples             // small line charts of one series each, up to twelve, over the same rows
	Map                   // areas by place: a symbol or a shade a row, one series
)

// Width is the width of a drawing, in pixels.
type Width int

// The two drawings of a chart. A stylesheet shows the one that fits.
const (
	Wide   Width = 720
	Narrow Width = 328 // a phone of 360 pixels without its margins
)

// Spec is what a chart shows. It is read only, and can be drawn by several workers at once.
type Spec struct {
	Type      Type
	Title     string // what the chart tells, in words
	Subtitle  string // measure, areas, period
	Rows      []Row
	Series    []Series
	Axis      Axis
	Hundred   bool   // Stacked: every row is drawn as 100 %, and its pieces say their shares; with Axis.Percent the values are shares, with their labels
	Free      bool   // Multiples: every panel has a scale of its own, which is said
	Whole     string // Donut: the total, for the middle: "18,431"; "" for none
	WholeNote string // Donut: what the total is: "reports in 2024"
	Map       MapLook
	Locale    *locale.Locale
}

// MapLook says how a Map shows its values.
type MapLook struct {
	Style      MapStyle
	Bounds     []float64 // Shades: where a class ends and the next begins, rising, one to four; empty for quantiles
	Disclaimer string    // below the map; "" for none
	Dashed     []string  // codes of areas whose border is drawn dashed, as XKX
	Naming     []Naming  // how areas are named, for those whose words are nowhere else beside the map
}

// Naming is a remark on the name or the status of an area. It stands below a map that has the area in its frame, be it
// shown or a mere neighbour, since its dashed border is seen there.
type Naming struct {
	Code string // as in Row
	Note string // "Kosovo*: References to Kosovo are to be read …"
}

// MapStyle is how a map shows values.
type MapStyle uint8

// The styles of a map.
const (
	Symbols MapStyle = iota // a circle whose area is the value: counts
	Shades                  // a shade of up to five classes: shares
	Locator                 // no values: the rows are where they are
)

// Axis says what the values are.
type Axis struct {
	Percent bool   // ticks carry a percent sign; those of Change always do
	Signed  bool   // the values are changes: a rise carries a plus, and a map has a colour for each direction; those of Change always do
	Unit    string // what is counted, in the plural: "people"; for the words
}

// Row is what stands at one place of the chart, with one point in each series.
type Row struct {
	Label string  // "Serbia", "October 2022"
	Short string  // where space is tight: "Oct 2022"; "" means Label
	Tick  string  // Line: what stands on the axis below this row; "" for no tick
	X     float64 // Line: position, in any even unit, rising from row to row; all zero means evenly spaced. Others: rising where the rows are periods, for the words
	Rest  bool    // a remainder, "Other": drawn, but never named the highest or the lowest
	Note  string  // Change: the two counts, "79 to 868", where the bar is cut (see Cut) or the base is small
	Total string  // Stacked: the total, behind the bar: "40,000 in all"; "" is the sum of the parts, or nothing where one is missing
	Code  string  // Map: ISO 3166-1 alpha-3, XKX for Kosovo; an area without one is listed below the map
}

// Series is one measure, period or category over all rows.
type Series struct {
	Name   string
	Short  string  // where space is tight; "" means Name
	Rest   bool    // a remainder, "Other": drawn in grey, named last
	Points []Point // one a row
}

// Point is a value of a series.
type Point struct {
	Value       float64
	Label       string // as it is shown, "16,216" or "+56%"; "" lets the locale format the value
	Missing     bool   // there is no value
	MissingText string // why, "no figure"; "" means that
	Estimated   bool
	Break       bool // Line, Multiples: a new series begins here, and is not joined to what was before
	Differs     bool // counted by another definition: not comparable
	Revised     bool // it, or what it rests on, was changed after it had been published
}

// label is how a point is written, without the mark of an estimate.
func (s *Spec) label(p Point) string {
	if p.Label != "" {
		return p.Label
	}
	return s.tick(p.Value, fraction(p.Value), false)
}

// fraction is how many decimals a value has as it is written, up to those of the finest tick.
func fraction(v float64) int {
	var digits [32]byte
	text := strconv.AppendFloat(digits[:0], v, 'f', -1, 64)
	point := bytes.IndexByte(text, '.')
	if point < 0 {
		return 0
	}
	return min(len(text)-point-1, maxDecimals)
}

// tick is a number of an axis in the words of the locale.
func (s *Spec) tick(v float64, decimals int, compact bool) string {
	var text string
	if compact {
		text = s.Locale.Compact(v)
	} else {
		text = s.Locale.Float(v, decimals)
	}
	if (s.Type == Change || s.Axis.Signed) && v > 0 {
		text = "+" + text
	}
	if s.Type == Change || s.Axis.Percent {
		text += "%"
	}
	return text
}

// missing says that a value is missing, and why.
func (p Point) missing() string {
	if p.MissingText != "" {
		return p.MissingText
	}
	return "no figure"
}

func (r Row) short() string {
	if r.Short != "" {
		return r.Short
	}
	return r.Label
}

// placed are the rows of a line where they have places of their own; nil where they are evenly spaced.
func (s *Spec) placed() []Row {
	for i := range s.Rows {
		if s.Rows[i].X != 0 {
			return s.Rows
		}
	}
	return nil
}
