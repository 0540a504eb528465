package site

import "bulletin/internal/diag"

// Facts are what a finished page tells about itself, for the rules. Addresses,
// ids and images are read back from its HTML; what an author wrote has its
// place in the source with it.
type Facts struct {
	Page   *Page
	IDs    map[string]bool // every id, which a link may lead to
	Twice  []string        // ids that stand twice
	Links  []LinkFact      // to the site, but for plain ones to its pages; and what is wrong by itself
	Names  []NameFact      // ids that attributes name, and that the page does not have
	Images []ImageFact
	Levels []LevelFact

	// State, of a print edition, is the SHA-256 in hexadecimal digits of what goes on
	// paper, wherever the site is published. It is made when it is asked for; nil for
	// other pages.
	State    func() string
	Template string                               // that drew it
	Find     func(written string) (diag.Pos, int) // the likeliest place of what no author wrote; nil: there is none
}

// LinkFact is an address that a page holds.
type LinkFact struct {
	Pos    diag.Pos // where an author wrote it; without a file, a template did
	Len    int
	Text   string // as it is written
	Target Target
	Loads  bool   // the page loads what is there: a picture, a stylesheet
	Fault  string // why it can lead nowhere, whatever the site has: "names nobody"; mostly empty
	Remedy string // of a fault
}

// NameFact is an id that an attribute names, as aria-labelledby does.
type NameFact struct{ Attribute, ID string }

// ImageFact is an image.
type ImageFact struct {
	Pos     diag.Pos // where an author wrote it; without a file, a template did
	Len     int      // characters of it; 0: those of Src
	Src     string   // as it is written
	Route   string   // where it is on the site: "/uploads/map.png"
	Alt     bool     // it has a text alternative
	AltHint string   // where to write one
}

// LevelFact is a heading that an author wrote, or one of a template that leaves
// out a level.
type LevelFact struct {
	Pos   diag.Pos // without a file: a template's
	Level int
	Text  string
	New   bool // the first of its text
	Under int  // of a template's: the level of the heading before
}
