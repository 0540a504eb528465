package site

import (
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// Kind is what a page is; it chooses the template.
type Kind string

// The kinds of pages. The later ones have no document of their own.
const (
	Home      Kind = "home"
	Report    Kind = "edition"
	Section   Kind = "section"
	Chapter   Kind = "chapter"
	Snapshot  Kind = "snapshot"
	Article   Kind = "article"
	Region    Kind = "region"
	Standing  Kind = "page"
	List      Kind = "list"
	DataIndex Kind = "data"
	Indicator Kind = "indicator"
	Sources   Kind = "sources"
	Area      Kind = "area"  // an area, over all periods
	Areas     Kind = "areas" // the list of them
	Search    Kind = "search"
	Print     Kind = "print"     // a whole edition on one page, for paper
	Revisions Kind = "revisions" // of values that were published
	NotFound  Kind = "not-found"
)

// Page is one page of the site.
type Page struct {
	Kind      Kind
	Route     string
	Document  *content.Document // nil for a page that is made from data alone
	Title     string            // plain text, its figures written out
	Parent    *Page             // nil for the home page
	Edition   *Edition          // of an edition's opening page, its sections and its print edition
	Area      *data.Area        // of a chapter, and of an area's page
	Period    period.Period     // that bare figures are about; may be zero
	Headline  *Headline         // of a chapter
	Indicator *data.Indicator   // of an indicator's page
	Entries   []*Page           // of a list
	Previous  *Page             // neighbours in reading order; nil at the ends
	Next      *Page

	scope      figure.Scope
	plainTitle string

	// What Open makes and Close takes away:
	texts map[*content.Markdown]*Text
	names map[string]bool // of the charts and tables in its texts

	// What stays of an open page:
	shown    []*data.Observation
	recalled *recalled      // in place of shown, of a page that was not opened
	cited    []*data.Source // by what it shows, by hand, by an article's source
	lead     string
	passages []Passage
	areas    []string // ids of those that a snapshot, an article or a region page is about, sorted
}

// Text is the evaluated form of one of the page's pieces of Markdown; nil
// gives nil, and so does a page that is closed.
func (p *Page) Text(m *content.Markdown) *Text { return p.texts[m] }

// Pos is where the page's source begins; for a generated page, nowhere.
func (p *Page) Pos() diag.Pos {
	if p.Document == nil {
		return diag.Pos{}
	}
	return diag.Pos{File: p.Document.File, Line: 1}
}

// Headline is a chapter's key figure.
type Headline struct {
	Indicator *data.Indicator
	Now       *data.Observation // nil when the data has none: a problem was reported; of a draft, perhaps not yet
	Base      *data.Observation // nil when there is none
	BaseTime  period.Period
	Change    *figure.Value // nil when it cannot be formed
	Words     *Text         // nil while the chapter is closed
}

// Edition is one published report for one period.
type Edition struct {
	ID       string // "2023-q1"
	Page     *Page
	Period   period.Period
	Base     period.Period // what it compares with
	Areas    []*data.Area  // in the order of its front matter
	Sections []*Page       // in reading order
	Print    *Page         // all of it on one page
	Uploaded *PDF          // made by bulletin pdf, or by hand; nil without
	Built    *PDF          // made with the site; nil without
	Pending  bool          // it is to be released: what it lacks is told as of a draft

	chapters  map[string]*Page
	corrected func() []*data.Revision // see Site.Corrected
	shown     []*data.Observation
	gathered  bool // shown and version are known
	version   string
	unsure    bool // what it declares was refused in part
}

// Chapter is the chapter about an area, if the edition has one.
func (e *Edition) Chapter(area string) (*Page, bool) {
	p, ok := e.chapters[area]
	return p, ok
}

// HeadlineOf is the id of an area's headline indicator, or "".
func (e *Edition) HeadlineOf(area string) string {
	if p, ok := e.chapters[area]; ok && p.Document.Section.Headline != nil {
		return p.Document.Section.Headline.Indicator.Value
	}
	return ""
}
