package render

import (
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Output is one file of the site.
type Output struct {
	Path   string     // slash-separated, relative to the output folder, as "reports/2023-q1/index.html"
	Inputs []string   // the source files it is made from, for messages
	Page   *site.Page // nil for a file that is no page
	Make   func() (Made, diag.Problems)
}

// Made is what making an output gives.
type Made struct {
	Bytes  []byte
	Facts  *site.Facts // of a page; nil otherwise
	Charts int         // pictures drawn
}
