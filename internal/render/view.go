package render

import "html/template"

// The views of pages. What several of them hold is in viewparts.go.

// Frame is what every page shows around its content. Each page's view embeds
// it, and the base template reads it.
type Frame struct {
	drawing *drawing // for the functions that a template may call: functions.go

	Language     string // BCP 47, for <html lang>
	SiteTitle    string
	Publisher    PublisherView
	Title        string // the page's own title, plain text: its one <h1>
	PlainTitle   string // Title for machines, as og:title: without marks of revised values, with the period; of the home page the site's
	HeadTitle    string // for <title>: the page's title and the site's
	Description  string // for <meta name=description>; may be empty
	Canonical    string // absolute URL; empty when the site has no base URL
	Root         string // relative path from this page to the site's root: "", "../", "../../"
	Stylesheets  []string
	Scripts      []string // external, deferred: comfort, without which nothing is missing
	Icon         string
	Feed         string // the site's feed; empty without one
	Manifest     string // the site's web manifest
	Locale       string // for og:locale: "en_GB"
	Kind         string // home, edition, section, chapter, snapshot, article, region, page, data, sources, search, not-found: a class on <body>
	Navigation   []Link
	Search       *Link // to the search; nil where the site has none
	FooterLinks  []Link
	Breadcrumbs  []Link         // from the home page down to the parent, without this page
	Revisions    []RevisionView // of values that the page shows, the newest first
	NamingNotes  []string       // one for each area shown that has one: "Kosovo*: References …"
	License      Link
	Hidden       bool   // from search engines: its figures are invented, it repeats other pages, is for wrong addresses, or a draft
	Draft        bool   // it is there only because drafts were asked for
	Accent       string // file of the accent's colours, linked after the stylesheets
	ISOPublished string // day of an article or edition, "2023-06-01"; empty for other pages
	ISOModified  string // day of its last change, if that came later; empty for other pages
	Card         *CardView
	Correction   *CorrectionView // of a page of an edition whose values were revised since it was published
	Cite         *CiteView       // nil for pages that are no words of their own
	Linked       template.HTML   // a data block with what the page is, for machines; may be empty
}

// CardView is the picture that others show when somebody shares the page: its
// own, or that of the edition it belongs to. It is nil without an address of the
// site, and where no pictures are made.
type CardView struct {
	URL           string // absolute
	Width, Height int
	Alternative   string // what it says, in words
}

// HomeView is the home page.
type HomeView struct {
	Frame
	Lead      template.HTML // the summary of content/_index.md
	Latest    *EditionCard  // nil without an edition
	Body      template.HTML
	Editions  []Link
	Snapshots []Link
	News      []Link
	Regions   []Link
	Next      *ReleaseView // nil where no day is known
}

// EditionCard is an edition on the home page.
type EditionCard struct {
	Link    Link
	Period  string
	Summary template.HTML
	Figures []KeyFigure // one an area
	Chart   *ChartView
}

// EditionView is the opening page of an edition.
type EditionView struct {
	Frame
	Period   string
	Cover    template.HTML // an <img>, or empty
	Summary  template.HTML
	Contents []Link     // sections and chapters, in order
	Table    *TableView // all areas: both periods and the change; nil without key figures
	Body     template.HTML
	Imprint  ImprintView
	Print    *Link     // the print edition
	PDF      *Download // nil where there is none
	Previous *Link     // the edition before
	Next     *Link
}

// ImprintRow is a line of facts: "Unit", "People".
type ImprintRow struct{ Label, Text string }

// SectionView is a section of an edition; a chapter when it is about an area.
type SectionView struct {
	Frame
	Edition  Link
	Period   string
	Headline *KeyFigure // nil for a section without one
	AreaPage *Link      // of a chapter: all about its area; nil without
	Summary  template.HTML
	Contents []Link // its own headings of level 2
	Body     template.HTML
	Previous *Link // Detail is the neighbour's key figure
	Next     *Link
}

// SnapshotView is a monthly snapshot.
type SnapshotView struct {
	Frame
	Period    string
	Published string
	Summary   template.HTML
	Body      template.HTML
	Previous  *Link
	Next      *Link
}

// ArticleView is a news article.
type ArticleView struct {
	Frame
	Date     string
	ISODate  string
	Location string
	Summary  template.HTML
	Body     template.HTML
	Source   template.HTML // the citation of its source; may be empty
	Rests    string        // the address of the source's entry in the list of all, with what rests on it
	Contacts []ContactView
}

// ContactView is somebody to ask.
type ContactView struct{ Name, Email, Phone string }

// RegionView is a region page.
type RegionView struct {
	Frame
	Map        template.HTML // an <img>; empty without a map
	Locator    *LocatorView  // in its place, where its areas are known to a map; else nil
	Overview   template.HTML
	Government template.HTML // empty without a response
	Body       template.HTML
	News       *NewsView
	Links      *LinksView
	Subregions []Link
}

// LocatorView is a map of where a region is. Its pictures are named and described
// as those of a ChartView.
type LocatorView struct {
	ID           string
	Title        string
	Wide, Narrow template.HTML
	Alternative  string
}

// NewsView lists news updates: the first ones shown, the rest behind a
// disclosure.
type NewsView struct {
	Title string
	Shown []UpdateView
	More  []UpdateView
}

// UpdateView is one news update.
type UpdateView struct {
	Title   template.HTML
	Date    string
	ISODate string
	Pinned  bool
	Body    template.HTML
}

// LinksView is a titled list of outward links.
type LinksView struct {
	Title string
	Links []Link
}

// StandingView is a standing page, also the opening page of a list (all
// reports, all snapshots, all news): then Entries holds the list.
type StandingView struct {
	Frame
	Summary  template.HTML
	Contents []Link
	Body     template.HTML
	Entries  []Link
	Next     *ReleaseView // in the list of editions; nil where no day is known
}

// NotFoundView is the page for an address that is not there.
type NotFoundView struct {
	Frame
	Links []Link
}
