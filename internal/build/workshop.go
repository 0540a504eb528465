package build

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"sync"
	"sync/atomic"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/render"
	"bulletin/internal/site"
)

// workshop is what units are made with. Many workers share it.
type workshop struct {
	*build
	site       *site.Site
	theme      *render.Templates // nil: nothing can be drawn
	inspection *check.Inspection
	parser     *content.Parser
	figures    *render.DataFiles
	readers    chan *check.Worker     // that nobody uses now
	hopeless   *atomic.Bool           // a problem was met that keeps the site from being published
	crossed    *atomic.Pointer[error] // of staging a file where another stands in the way

	known   [sha256.Size]byte               // see knownDigest
	themes  map[site.Kind][sha256.Size]byte // what pages of a kind are drawn with
	reasons map[diag.Pos]*data.Acceptance
	made    *atomic.Int64 // units that were not remembered
	state   data.Digest   // of the files of data/

	before  settled         // what the build before found
	changes map[uint64]bool // series of data/ that have changed since
	told    bool            // changes tells all that has
	cells   *cells          // of data/ as it is; nil where it is as it was

	remaking *sync.Mutex
}

func (b *build) workshop(s *site.Site) workshop {
	w := workshop{
		build: b, site: s, theme: b.theme(), inspection: check.NewInspection(s), parser: content.NewParser(), figures: render.NewDataFiles(s, b.OnDemand, b.Jobs),
		readers: make(chan *check.Worker, max(1, b.Jobs)), hopeless: new(atomic.Bool), crossed: new(atomic.Pointer[error]), made: new(atomic.Int64),
		reasons: reasonsOf(s.Set),
	}
	w.known, w.themes, w.state = w.knownDigest(), themesOf(w.theme, s), s.Set.Digest(data.Dep{Kind: data.OnFiles}, false)
	w.remaking = new(sync.Mutex)
	w.compare()
	return w
}

// reader is a worker of the inspection, to be given back.
func (w *workshop) reader() *check.Worker {
	select {
	case r := <-w.readers:
		return r
	default:
		return w.inspection.Worker()
	}
}

// open reads the bodies of some pages, and evaluates their texts. What was changed
// meanwhile makes the problems fleeting.
func (w *workshop) open(pages []*site.Page) (problems diag.Problems, fleeting bool) {
	type reading struct {
		problems diag.Problems
		fleeting bool
	}
	read := make([]reading, len(pages))
	one := func(i int) error {
		if d := pages[i].Document; d != nil {
			read[i].problems, read[i].fleeting = w.read(d)
		}
		return nil
	}
	jobs := 1
	if w.live != nil { // somebody waits, and most units hold
		jobs = w.Jobs
	}
	if err := each(context.Background(), jobs, len(pages), one); err != nil {
		panic(err) // a fault of ours: whoever makes the unit reports it
	}
	for _, r := range read {
		problems, fleeting = append(problems, r.problems...), fleeting || r.fleeting
	}
	return append(problems, check.Sound(w.site.Set, w.site.Open(pages...))...), fleeting
}

// read reads the body of a document.
func (w *workshop) read(d *content.Document) (problems diag.Problems, fleeting bool) {
	src, err := fs.ReadFile(w.files, d.File)
	switch {
	case err != nil:
		problems.Errorf(diag.Pos{File: d.File}, 0, "content", "", "cannot be read: %v", cause(err))
		return problems, true
	case sha256.Sum256(src) != w.sums[d.File]:
		problems.Errorf(diag.Pos{File: d.File}, 0, "content", "build again", "the file was changed while the site was made of it")
		return problems, true
	}
	w.parser.Fatten(d, src)
	return w.parser.Open(d, src), false
}

// shut lets the texts of some pages go.
func (w *workshop) shut(pages []*site.Page) {
	w.site.Close(pages...)
	for _, p := range pages {
		if p.Document != nil {
			p.Document.Close()
		}
	}
}
