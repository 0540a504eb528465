package render

import "html/template"

// PublisherView is who is behind the site.
type PublisherView struct {
	Name, Address, Email, URL string
	Social                    []Link
}

// Link is a link in navigation and lists.
type Link struct {
	Text    string
	URL     string
	Rel     string // for an outward link: "external noopener"
	Current bool   // it leads to the page it stands on
	Detail  string // a second line: a date, a summary
}

// NoteView is a note at the foot of the page: a source or a remark.
type NoteView struct {
	Number int
	ID     string        // of the <li>: "note-3"
	Body   template.HTML // the citation or the remark
	Back   []Link        // to each place that carries the mark; Text is "↩" or a letter
	Rests  string        // of a source: the address of its entry in the list of all, with what rests on it
}

// KeyFigure is a number set large, with its words, change and source.
type KeyFigure struct {
	Area      string        // name, where figures of several areas stand together
	AreaURL   string        // to its chapter
	Value     string        // "16,216"
	ValueURL  string        // to its cell on the data page
	Machine   string        // for <data value>
	Words     template.HTML // "new arrivals were registered …", inline HTML
	Change    string        // "+56%"; empty when there is none
	ChangeURL string
	Direction string        // "up", "down" or "flat"; empty without a change
	Revised   template.HTML // the mark of a value revised since publication; mostly empty
	Restated  template.HTML // the same mark, of the change
	Base      string        // "from 10,373 in the first quarter of 2022"; or why there is no change
	Status    string        // "estimated", "definition differs"; empty when normal
	Remark    string        // the note of the cell or its base, where its status asks for one
	Mark      template.HTML // the source's note mark, a <sup> with a link; may be empty
	NotYet    bool          // on a draft: the data does not have it yet, as Value says
	Trend     template.HTML // its course as a small <svg>; empty where it is not known over four periods in a row
}

// Cell is one cell of a table of figures.
type Cell struct {
	Text      string // "16,216"; for a missing value the words for it, never empty
	Unit      string // of the column, in its head: "people", "%"; empty where its rows differ
	URL       string // to the cell on the data page; may be empty
	Machine   string
	Header    bool // a row's or column's heading
	Numeric   bool // set right, on the decimal
	Missing   bool
	NotYet    bool // missing on a draft, which may be because it was not entered yet
	Estimated bool
	Direction string // of a change
	Mark      template.HTML
	Revised   template.HTML // the mark of a value revised since publication; mostly empty
	Remark    string        // a short word under the value: "e", "definition differs"
}

// TableView is a table of figures.
type TableView struct {
	Caption string
	Head    []Cell
	Rows    [][]Cell
	Remarks []string // under the table
}

// ChartView is a chart in a page. The pictures are named by the element with
// the id {{.ID}}_title, and described by the one with {{.ID}}_words. The second
// may be hidden, but not in a closed disclosure, where browsers do not find it.
type ChartView struct {
	ID          string        // of the <figure>
	Title       template.HTML // the headline, inline
	Subtitle    string        // measure, areas, period
	Wide        template.HTML // the <svg> for wide screens and print
	Narrow      template.HTML // the <svg> for narrow ones; empty on paper
	Alternative string        // the picture in words
	Table       TableView     // the same figures, in a disclosure
	TableOnly   bool          // a ```table block: no picture
	Note        template.HTML // the author's; may be empty
	Marks       template.HTML // note marks of its sources
	Sources     []string      // publishers, plain
	Remarks     []string      // estimates, differing definitions, naming notes, missing values
	Downloads   []Download    // its files; empty where it stands on another page than its own
	Data        []Link        // to the pages of its indicators, at the rows that it shows
	NotYet      bool          // on a draft: the data has nothing of what it shows yet; it has no picture and no table
	Paper       bool          // nothing to open: no table beside the picture, and no narrow drawing
}

// Download is a link to a file of a chart.
type Download struct {
	Kind string // "SVG"
	What string // for those who hear the link alone: "picture of “Serbia: 16,216 people”"
	URL  string
	Name string // that the file is saved under
	Size string // "14 kB"; empty where it is not known
}
