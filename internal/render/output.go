package render

import "bulletin/internal/diag"

// Output is one file of the site.
type Output struct {
	Path   string   // slash-separated, relative to the output folder, as "reports/2023-q1/index.html"
	Inputs []string // the source files it is made from, for messages
	Make   func() ([]byte, diag.Problems)
}
