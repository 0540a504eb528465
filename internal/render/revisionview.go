package render

// The views of what was revised.

// RevisionView is a later change of a value that was published.
type RevisionView struct {
	ID            string // of its entry on the page of all revisions
	Cell          Link   // "Serbia, first quarter of 2023", to its row; Detail: indicator and category. Without a URL where the data has it no more
	Was, Now      string // "868"; "no figure" where there was, or is, none
	Date, ISODate string
	Reason        string
	Editions      []RevisionPlace // on the page of all revisions: the editions that had published the value, or show it
	Shown         []Link          // there: the other pages that show it now
}

// RevisionPlace is an edition that a revision matters to.
type RevisionPlace struct {
	Edition   Link
	Published bool   // the value as it was
	Pages     []Link // that show it now
}

// RevisionsView lists all revisions.
type RevisionsView struct {
	Frame
	Days []RevisionDay // the newest first
}

// RevisionDay is the revisions of a day.
type RevisionDay struct {
	ID            string // of its heading
	Date, ISODate string
	Revisions     []RevisionView
}
