package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
	"bulletin/internal/site"
)

// build is one run on its way.
type build struct {
	Options
	began    time.Time
	lapped   time.Time // the end of the phase before
	out      string    // real path of the output folder; empty for a check
	root     *os.Root  // the site's folder
	files    fs.StatFS // the files in it
	survey   survey
	later    <-chan second // the survey after all was read; nil unless it is to be kept
	listing  listing
	bound    []check.BoundShare
	sums     map[string][sha256.Size]byte // of the documents, by their names
	changed  map[string]bool              // documents that nobody remembered as they are
	problems diag.Problems
	memory   *Memory         // nil where nothing is remembered
	target   *publish.Folder // nil until it is sure that there is something to publish
	stage    *publish.Stage
	early    *early // of a live one
	result   *Result
}

// open finds the folders, and refuses what makes no sense.
func open(o Options) (*build, error) {
	if u, err := url.Parse(o.BaseURL); o.BaseURL != "" && (err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" || strings.Contains(u.Path, "//")) {
		return nil, &UsageError{fmt.Sprintf("the base URL %q is not an absolute web address", o.BaseURL), "write it as https://example.org/reports/"}
	}
	dir, err := sitePlace(o.Dir)
	if err != nil {
		return nil, err
	}
	now := o.Now()
	b := &build{Options: o, began: now, lapped: now, result: &Result{}}
	if !o.Check {
		if b.out, err = outPlace(dir, o.Out); err != nil {
			return nil, err
		}
	}
	if b.root, err = os.OpenRoot(dir); err != nil {
		return nil, fmt.Errorf("open the site's folder: %w", err)
	}
	b.files = folder{b.root}
	b.memory = b.openMemory()
	return b, nil
}

// close ends a run: a panic becomes a [Fault], what was staged and not
// published is thrown away, and the result is made up.
func (b *build) close(result **Result, err *error) {
	if v := recover(); v != nil {
		*err = &Fault{Value: v, Stack: debug.Stack()}
	}
	*err = errors.Join(*err, b.endEarly())
	if b.stage != nil {
		*err = errors.Join(*err, b.stage.Discard())
	}
	if b.target != nil {
		*err = errors.Join(*err, b.target.Close())
	}
	b.problems.Sort()
	b.result.Problems, b.result.Accepted = b.problems.Split()
	if b.Strict {
		b.result.Problems.Harden()
	}
	b.result.Blocked = b.stopped()
	b.result.sources = map[string][]byte{}
	for _, p := range b.problems {
		if _, ok := b.result.sources[p.Pos.File]; !ok {
			b.result.sources[p.Pos.File] = b.excerpt(p.Pos.File)
		}
	}
	if b.live == nil {
		b.memory.close()
	} else if b.problems.Errors() > 0 { // which may come of a file that is not there any more
		b.memory.listed = false
	}
	b.result.Duration = b.Now().Sub(b.began)
	*err = errors.Join(*err, b.root.Close())
	*result = b.result
}

// excerpt is the text of a file of the site, or nil.
func (b *build) excerpt(file string) []byte {
	if info, err := b.files.Stat(file); err != nil || !info.Mode().IsRegular() || info.Size() > maxText {
		return nil
	}
	src, err := fs.ReadFile(b.files, file)
	if err != nil {
		return nil
	}
	return src
}

// stopped tells whether there is a problem that keeps the site from being
// published.
func (b *build) stopped() bool {
	return b.problems.Errors() > 0 || b.Strict && b.problems.Warnings() > 0
}

// load reads data/, and finds out what is under content/.
func (b *build) load() *data.Set {
	set, problems := b.loadData()
	b.problems = append(b.problems, problems...)
	b.list()
	return set
}

// list finds out what is under content/.
func (b *build) list() {
	var problems diag.Problems
	var surveyed bool
	if b.listing, problems, surveyed = b.survey.listing(); !surveyed {
		b.listing, problems = list(b.files)
	}
	b.problems = append(b.problems, problems...)
}

// read reads what is above the bodies of the documents, in the order of their names:
// of those that have not changed since they were read, from memory.
func (b *build) read(ctx context.Context) ([]*content.Document, error) {
	parser := content.NewParser()
	known, names := b.memory.fronts(), b.listing.documents
	fronts := make([]front, len(names))
	fresh := new(atomic.Int64)
	anew := make([]bool, len(names))
	err := each(ctx, b.Jobs, len(names), func(i int) error {
		f, name := &fronts[i], names[i]
		was, ok := known[name]
		if sum, sure := b.survey.sum(name); ok && sure && sum == was.sum {
			*f = was
			return nil
		}
		src, err := fs.ReadFile(b.files, name)
		if err != nil {
			f.problems.Errorf(diag.Pos{File: name}, 0, "content", "", "cannot be read: %v", cause(err))
			return nil
		}
		if f.sum = sha256.Sum256(src); ok && f.sum == was.sum {
			*f = was
			return nil
		}
		fresh.Add(1)
		anew[i] = true
		f.document, f.problems = parser.Front(name, src)
		f.document = f.document.Slim() // a site may have very many: what stands in it is read again when its page is made
		return nil
	})
	if err != nil {
		return nil, named(err, "read", func(i int) string { return names[i] })
	}
	if fresh.Load() > 0 || len(known) > len(names) {
		b.memory.keepFronts(fronts)
		b.laterFronts(fronts)
	}
	b.keepSurvey(fronts)
	documents := make([]*content.Document, 0, len(names))
	b.sums = make(map[string][sha256.Size]byte, len(names))
	b.changed = map[string]bool{}
	for i, f := range fronts {
		b.problems = append(b.problems, f.problems...)
		if f.document != nil {
			if b.live != nil {
				f.document = f.document.Again() // the pages of other builds are not this one's
			}
			documents = append(documents, f.document)
			b.sums[names[i]] = f.sum
			if anew[i] {
				b.changed[names[i]] = true
			}
		}
	}
	return documents, nil
}

// parse reads the documents with their bodies, in the order of their names.
func (b *build) parse(ctx context.Context) ([]*content.Document, error) {
	type parsed struct {
		document *content.Document
		problems diag.Problems
	}
	names := b.listing.documents
	all := make([]parsed, len(names))
	parser := content.NewParser()
	err := each(ctx, b.Jobs, len(names), func(i int) error {
		src, err := fs.ReadFile(b.files, names[i])
		if err != nil {
			all[i].problems.Errorf(diag.Pos{File: names[i]}, 0, "content", "", "cannot be read: %v", cause(err))
			return nil
		}
		all[i].document, all[i].problems = parser.Parse(names[i], src)
		return nil
	})
	if err != nil {
		return nil, named(err, "read", func(i int) string { return names[i] })
	}
	documents := make([]*content.Document, 0, len(names))
	for _, p := range all {
		b.problems = append(b.problems, p.problems...)
		if p.document != nil {
			documents = append(documents, p.document)
		}
	}
	return documents, nil
}

// config is what a site is told beside its files.
func (b *build) config() site.Config {
	return site.Config{BaseURL: b.BaseURL, Drafts: b.Drafts, Files: b.listing.uploads, Version: b.Version, Pending: b.pending}
}

// outline joins words and numbers, but for the bodies.
func (b *build) outline(set *data.Set, documents []*content.Document) *site.Site {
	s, problems := site.Outline(b.config(), set, documents)
	b.problems = append(b.problems, check.Sound(set, problems)...)
	b.result.Pages = len(s.Pages)
	if b.Sized != nil {
		b.Sized(len(s.Pages))
	}
	b.result.BasePath = s.BasePath()
	return s
}

// keepPictures remembers how pictures are drawn that pages link on demand.
func (b *build) keepPictures(p *plan, made []product) {
	if !b.OnDemand {
		return
	}
	var one sync.Mutex // the pages of a unit are opened for one picture at a time
	b.result.pictures = map[string]func() ([]byte, diag.Problems){}
	for i, m := range made {
		for _, path := range m.linked {
			b.result.pictures[path] = func() ([]byte, diag.Problems) {
				one.Lock()
				defer one.Unlock()
				return p.picture(p.unit(i), path)
			}
		}
	}
}

// publish moves the site in, if nothing speaks against it.
func (b *build) publish() error {
	if b.stage == nil || b.stopped() {
		return nil
	}
	problems, err := b.stage.Obstacles()
	b.problems = append(b.problems, problems...)
	if err != nil || b.stopped() {
		return err
	}
	b.result.Changes, err = b.stage.Publish()
	return err
}

// named tells what a worker was doing when the generator failed.
func named(err error, verb string, name func(i int) string) error {
	var fault *Fault
	if errors.As(err, &fault) {
		return fmt.Errorf("%s %s: %w", verb, name(fault.Index), err)
	}
	return err
}
