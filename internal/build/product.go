package build

import (
	"crypto/sha256"
	"slices"

	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
	"bulletin/internal/site"
)

// product is what came of a unit.
type product struct {
	files    []publish.File // that were made
	rooms    []publish.File // pictures that were not, for which there must be room
	linked   []string       // those of them that are drawn when somebody asks for them
	pages    []drawn
	problems diag.Problems // of its texts, templates and files; not of rules
	charts   int

	sums     [][sha256.Size]byte // of the files; zero of one that could not be made
	sizes    []int
	bytes    [][]byte // nil once they are remembered
	fleeting bool     // not to be remembered
	facts    map[*site.Page]*site.Facts

	id     string                  // of its record
	former string                  // of the record before
	led    map[string]*check.Brief // of the record before, by route
}

// drawn is what is known of a page once it is drawn and closed.
type drawn struct {
	page  *site.Page
	brief *check.Brief // nil where it could not be drawn
	found check.Found
}

// drop lets the bytes of the files go, but for those that no unit remembers and that
// are no copies of the site's own.
func (p *product) drop(all bool) {
	if all || len(p.pages) > 0 || len(p.files) > 0 && upload(p.files[0].Source) {
		p.bytes = nil
	}
}

// sound tells whether nothing is wrong with the unit.
func (p *product) sound() bool {
	return p.problems.Errors() == 0 && !slices.ContainsFunc(p.pages, func(d drawn) bool { return d.found.Problems.Errors() > 0 })
}

// add enters a file that was made.
func (p *product) add(file publish.File, src []byte, sum [sha256.Size]byte) {
	p.files, p.sums, p.sizes, p.bytes = append(p.files, file), append(p.sums, sum), append(p.sizes, len(src)), append(p.bytes, src)
}
