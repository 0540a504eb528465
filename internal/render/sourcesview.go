package render

import "html/template"

// SourcesView lists the registry of sources.
type SourcesView struct {
	Frame
	Summary    string // how many there are, and how many carry figures
	Remarked   string // "8 sources have a remark …"; empty where none has
	Marked     []Link // to those
	Publishers []PublisherSources
	ExamplesID string             // anchor of the heading of the following
	Examples   []PublisherSources // whose values are invented
}

// PublisherSources are the sources of a publisher, the newest first.
type PublisherSources struct {
	ID     string // anchor of its heading
	Name   string
	Count  string // "44 sources"
	Number string // "44"
	Groups []SourceGroup
}

// SourceGroup are sources of a publisher, those of one year where it has many.
type SourceGroup struct {
	ID      string // anchor of its heading; empty without one
	Year    string // "2022", that they report on last; "Undated"; empty where there are few
	Sources []SourceRow
}

// SourceRow is a source, the pages that use it and the figures that rest on it.
type SourceRow struct {
	ID      string        // anchor: "source-unhcr-wb-2023-03"
	Body    template.HTML // the full citation
	Note    string
	Faults  []SourceFault
	Covers  string     // the periods that it reports on, as far as the registry says
	Used    []UsedView // newest first
	More    string     // "and 12 more pages"; empty where all are listed
	Count   string     // "34 figures: New arrivals, Asylum applications"; empty without any
	Figures []RestingView
	Long    bool // its figures fill more than a few lines
	Rest    string
	RestURL string // to all indicators, for the figures that Rest counts
}

// SourceFault is a weakness of a source that the rules find, in words.
type SourceFault struct {
	Text   string // "The address leads to a home page, not to the document"
	Other  Link   // the source that it shares something with; empty for other faults
	Reason string // why it is left so; empty where nobody gave one
}

// UsedView are the pages of an edition, or of a part of the site, that use a
// source.
type UsedView struct {
	Group string // of an edition title and period; empty for a page of its own
	Pages []Link
}

// RestingView are the figures of one indicator that come from a source.
type RestingView struct {
	Indicator Link
	Lines     []RestingLine
}

// RestingLine are the figures of one area and category, by period.
type RestingLine struct {
	Label string // "Serbia", "Romania, Age: Children"; or "12 areas"
	Part  bool   // the label is a category alone, of the area above
	Cells []Link // each period, to its cell; of a range the first and the last
	Range string // "29 figures", where Cells are the ends of a range; else empty
}
