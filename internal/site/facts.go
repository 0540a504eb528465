package site

import "bulletin/internal/diag"

// Facts are what drawing a page tells about it, for the rules that look at
// finished pages.
type Facts struct {
	Page   *Page
	IDs    map[string]bool // every id that can be linked to
	Links  []LinkFact
	Images []ImageFact
	Levels []LevelFact
}

// LinkFact is a link that an author wrote to a place on the site.
type LinkFact struct {
	Pos    diag.Pos
	Len    int
	Text   string // the destination as it is written
	Target Target
}

// ImageFact is an image that an author placed.
type ImageFact struct {
	Pos     diag.Pos
	Len     int    // characters of it; 0: those of Src
	Src     string // as it is written
	Route   string // where it is on the site: "/uploads/map.png"
	Alt     bool   // it has a text alternative
	AltHint string // where to write one
}

// LevelFact is a heading that an author wrote.
type LevelFact struct {
	Pos   diag.Pos
	Level int
	Text  string
	New   bool // the first of its text
}
