package render

import (
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Output is one file of the site, and the files that are made along with it:
// a page tells the sizes of the files of its charts.
type Output struct {
	Path   string     // slash-separated, relative to the output folder, as "reports/2023-q1/index.html"
	Along  []string   // paths of the other files: the SVG and CSV of each chart of a page
	Inputs []string   // the source files it is made from, for messages
	Pos    diag.Pos   // where the first of them asks for it; zero: as a whole
	Len    int        // how many characters say so
	Page   *site.Page // nil for a file that is no page
	Make   func() (Made, diag.Problems)
}

// Made is what making an output gives.
type Made struct {
	Bytes  []byte
	Along  [][]byte    // the files of Output.Along, in its order; nil for one that could not be made
	Facts  *site.Facts // of a page; nil otherwise
	Charts int         // pictures drawn
}

// Picture is a PNG of the site: of a chart, or the card of a page. Drawing it
// shares nothing that it changes, and takes some 50 ms.
type Picture struct {
	Path   string   // relative to the output folder
	Inputs []string // as of an Output
	Draw   func() ([]byte, diag.Problems)
}

// Images are the pictures that the site has, by their path: each with its size
// in bytes, or 0 for one that is drawn when somebody asks for it. Pages link
// and name no others.
type Images map[string]int
