package build

import (
	"context"
	"time"

	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
)

// Options is what a build is asked for.
type Options struct {
	Dir      string                // the site's folder
	Out      string                // where to publish; a relative one is taken from Dir
	BaseURL  string                // overrides the one in data/site.yaml; empty keeps it
	Version  string                // of the generator
	Cache    string                // the folder of the cache, taken from Dir; empty: none
	Jobs     int                   // workers; at least one works
	Strict   bool                  // warnings stop the build too
	Drafts   bool                  // pages marked as drafts are made
	Check    bool                  // everything but publishing: nothing is written, Out is not looked at
	Images   bool                  // PNGs of the charts and social cards are made
	OnDemand bool                  // in place of Images: pages link them, and Result.Picture finds them, and the files of the open data
	PDFs     PDFs                  // of editions
	Timings  bool                  // Result.Timings is wanted
	Progress func(done, total int) // told of each output made, one call at a time; may be nil
	Sized    func(pages int)       // told how many pages the site has, before they are made; may be nil
	Now      func() time.Time      // measures the duration

	pending string // an edition that is looked at as a draft is; empty: none

	live  *Live
	ahead func(paths []string) // told of files that were made ahead of the rest; may be nil
}

// Result is what came of a build.
type Result struct {
	publish.Changes                    // files; all zero when nothing was published
	Pages           int                // of the site
	Charts          int                // on its pages
	Problems        diag.Problems      // to be mended, sorted
	Accepted        diag.Problems      // warnings that somebody gave a reason for, sorted
	Bound           []check.BoundShare // of a check: how much of each edition's numbers is bound to the data
	Notes           []string           // what whoever builds should know
	Blocked         bool               // the problems kept the build from publishing
	BasePath        string             // the path the site is made for: "/" or "/repo/"
	Duration        time.Duration
	Timings         []Timing // in their order

	sources  map[string][]byte
	pictures map[string]func() ([]byte, diag.Problems) // on demand, by path
}

// Source is the text of a file that a problem is in, or nil.
func (r *Result) Source(file string) []byte { return r.sources[file] }

// Picture finds a picture of a site that was built on demand, the PNG of a chart
// or a card, or a file of the open data, by its path below the output folder; nil where the site has none
// there. It may be drawn at any time, by several workers at once.
func (r *Result) Picture(path string) (draw func() ([]byte, diag.Problems)) {
	return r.pictures[path]
}

// Run builds a site. Its steps go on after an author's mistakes, so that one
// run finds them all, and the last one publishes only when there are none. The
// error is the world's: a folder that cannot be written, a cancelled context,
// a [UsageError], a [Fault]; the Result is not nil unless the folders could
// not be opened.
func Run(ctx context.Context, o Options) (result *Result, err error) {
	b, err := open(o)
	if err != nil {
		return nil, err
	}
	defer b.close(&result, &err)

	if done, err := b.unchanged(ctx); done || err != nil {
		return nil, err
	}
	b.beginEarly()
	set, documents, err := b.readAll(ctx)
	if err != nil {
		return nil, err
	}
	site := b.outline(set, documents)
	b.readUploads(site)
	b.lap("joining", len(site.Pages))
	plan := b.plan(site, documents)
	if err := b.stageAt(); err != nil {
		return nil, err
	}
	if err := b.print(ctx, plan); err != nil {
		return nil, err
	}
	made, err := b.make(ctx, plan)
	if err != nil {
		return nil, err
	}
	b.lookOnceMore()
	if err := b.check(ctx, plan, made); err != nil {
		return nil, err
	}
	b.lap("checking the site", len(site.Pages))
	b.keepPictures(plan, made)
	if err := b.conclude(ctx, plan, made); err != nil {
		return nil, err
	}
	b.lap("remembering", len(made))
	defer func() { b.lap("publishing", b.result.Written+b.result.Removed) }()
	return nil, b.publish()
}
