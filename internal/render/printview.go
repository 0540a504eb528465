package render

import "html/template"

// PrintView is a whole edition on one page, for paper.
type PrintView struct {
	Frame
	Edition   Link // on the screen
	Period    string
	Publisher string
	Address   string        // of the edition, as people write it; empty without an address of the site
	Cover     template.HTML // an <img>, or empty
	Months    []bool        // of the years that the period touches: whether it covers the month; empty of a long period
	Imprint   PrintPart     // has notes alone; what it says is in Credits
	Credits   ImprintView
	Contents  []PrintEntry
	Opening   PrintPart // the opening page of the edition
	Parts     []PrintPart
	Revisions []RevisionView // of what the parts show, the newest first
	Changes   Link           // to them, from the cover; empty without any
}

// PrintEntry is a line of the contents, and those of the headings below.
type PrintEntry struct {
	Link
	Headings []Link
}

// PrintPart is a part of an edition, on sheets of its own.
type PrintPart struct {
	drawing *drawing // has its notes, which come last

	ID          string
	Sheet       string // class, which the edition's print.css gives its running head
	Title       string
	Headline    *KeyFigure // nil for a part without one
	Summary     template.HTML
	Table       *TableView // of the opening part; else nil
	Body        template.HTML
	NamingNotes []string
}
