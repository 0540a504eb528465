package render

import "html/template"

// DataView is the opening page of the data: every indicator, and the files of all.
type DataView struct {
	Frame
	Summary    string // how much there is: "44 indicators, 14 areas, 868 observations, 2013 to 2025"
	Files      []DataFile
	Columns    []ImprintRow // of the observations: what each holds
	Statuses   []ImprintRow // letters and words
	Indicators []IndicatorCard
	Examples   []IndicatorCard // whose values are invented
}

// DataFile is a part of the open data, in one or several formats.
type DataFile struct {
	What  string // "Every observation"
	Words string // "One row each, …"
	Links []Download
}

// IndicatorCard is an indicator in the list of the data page.
type IndicatorCard struct {
	Link       Link
	Definition string
	Caveat     string
	Unit       string
	Facts      string        // "People, counted over a period; may be summed over periods"
	Coverage   string        // "10 areas, 2019 to 2025, 214 observations"
	Picture    template.HTML // of the coverage: an <svg>; empty without observations
	Files      []Download
}

// IndicatorView is the page of one indicator: definition, chart, what there is of
// it, and every observation.
type IndicatorView struct {
	Frame
	Example     bool // its values are invented
	Definition  string
	Caveat      string
	Facts       []ImprintRow // unit, measure, over what it may be added
	Files       []Download   // empty for an example
	Chart       *ChartView   // nil where there is nothing to compare
	Coverage    *CoverageView
	Courses     []CourseRow // its course in each area that has one, at most twelve
	More        string      // how many more areas have one: "3 more areas have such a course."; empty where all are shown
	Dotted      bool        // a line shown has estimates
	MostPeriods int         // how many periods a course goes back
	Rows        []ObservationRow
}

// CoverageView is the grid of what there is of an indicator: a row for each area, a
// column for each period, or, of many, for each year.
type CoverageView struct {
	Words   string // "62 of 140 cells have a figure."
	Years   []CoverageHead
	Periods []CoverageHead // the second row of heads, below those of Years that are no periods themselves
	Rows    []CoverageRow
	Legend  []CoverageMark // what the marks mean, as far as they occur
	Skips   bool           // a column stands apart from the one to its left
	Yearly  bool
}

// CoverageHead is the head of a column, or of those of a year.
type CoverageHead struct {
	Text  string
	Span  int // columns
	Tall  bool
	Apart bool
}

// CoverageRow is an area in the grid.
type CoverageRow struct {
	Area  Link // to its page; without an address where it has none
	Cells []CoverageMark
}

// CoverageMark is a cell of the grid. An empty Class is a gap.
type CoverageMark struct {
	Class  string // firm, soft, differs, missing
	Letter string // of its status, as SDMX writes it; of a year how many figures it has; may be empty
	Label  string // what it holds: "16,216, estimated"
	URL    string // to the row of the first observation in it
	Apart  bool   // it stands apart from the one to its left
}

// CourseRow is the course of an indicator in an area.
type CourseRow struct {
	Area        Link          // to its page; without an address where it has none
	Line        template.HTML // the spark line
	First, Last CourseEnd
}

// CourseEnd is the first or last value of a course.
type CourseEnd struct {
	Value  Cell   // leads to its row on the page
	Period string // "Jan 2023"
	Status string // "estimated", "definition differs"; empty when normal
}

// ObservationRow is an observation on its indicator's page.
type ObservationRow struct {
	ID        string // anchor: "serbia-2023-q1"
	Area      string
	AreaID    string
	Period    string
	PeriodID  string // "2023-Q1"
	End       string // the last day of the period, "2023-03-31": rows are sorted by it
	Category  string // "Age: Children"; empty for a total
	Depth     int    // how many breakdowns deep it stands: 0 for a total
	Value     string
	Machine   string
	Missing   bool
	Revised   template.HTML  // the mark of a value revised since publication; mostly empty
	Revisions []RevisionView // of its cell, the newest first
	Status    string         // empty when normal
	Note      string
	Source    string // publisher and date
	SourceURL string // to its entry on the sources page
}
