package render

import "html/template"

// AreaView is the page of an area: everything that the site has on it.
type AreaView struct {
	Frame
	Group       bool
	Code        string       // ISO 3166-1 alpha-3, or the site's own; may be empty
	Naming      string       // its naming note; may be empty
	Facts       []AreaFact   // the groups that it is in, its members, what it covers
	Key         *KeyFigure   // its most telling figure; nil without any
	Locator     *LocatorView // nil where no map knows its outline
	Rows        []ReadingRow // one an indicator
	Dotted      bool         // a line shown has estimates
	Comparisons []ComparisonView
	Shelves     []Shelf    // the pages of words about it: chapters, snapshots, news, regions
	Files       []Download // its observations; none where it has none of its own
	Data        Link       // to the data of all areas
}

// AreaFact is a line on how an area belongs to others.
type AreaFact struct {
	Label string
	Areas []Link // without an address where an area has no page
	More  []Link // of very many, in a disclosure
}

// Shelf is pages of one kind, the newest first. An empty one is not there.
type Shelf struct {
	ID    string // of its heading
	Title string
	Links []Link
	More  []Link // of many, in a disclosure
}

// ReadingRow is where an indicator stands in an area, in a table.
type ReadingRow struct {
	Head   Link   // the indicator, leading to its figures there; on the list of areas, the area
	Detail string // "also by age and sex"; on the list, what is counted; may be empty
	Line   template.HTML
	Span   string  // the time of the line: "2015 – 2024"; empty without one
	Before AreaEnd // its Text says where there is none
	Now    AreaEnd
	Change Cell
	Gap    string // a newer observation without a value: "Q2 2023: not collected"; mostly empty
}

// AreaEnd is a value of a reading.
type AreaEnd struct {
	Value  Cell
	Period string // "Q1 2023"; empty where there is no value
	Status string // "estimated", "definition differs"; empty when normal
}

// ComparisonView sets the members of a group side by side.
type ComparisonView struct {
	ID        string // of its heading
	Indicator Link
	Period    string
	Unit      string // "people", "%"
	Rows      []ComparedRow
	More      []ComparedRow // of a large group, in a disclosure
	Lacking   []Link        // members without a value there
	Total     *ComparedRow  // the group's own value, or the sum; nil without either
	Remark    string        // why there is no sum; may be empty
}

// ComparedRow is an area in a comparison.
type ComparedRow struct {
	Area  Link
	Bar   string // how long its bar is, of 100: "37.5"; empty without a bar
	Value Cell
}

// AreasView is the list of areas.
type AreasView struct {
	Frame
	Locator *LocatorView // nil where no map knows any outline
	Lists   []AreaList
	Groups  []GroupCard
	Dotted  bool
}

// AreaList is areas with their most telling figures.
type AreaList struct {
	ID    string
	Title string
	Rows  []ReadingRow
}

// GroupCard is a group in the list of areas.
type GroupCard struct {
	Link    Link
	Detail  string // "6 areas"
	Members []Link // without an address where an area has no page
	More    string // of very many: "and 188 more", which the page of the group lists; mostly empty
}
