package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
	"sync/atomic"

	"bulletin/internal/check"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
	"bulletin/internal/render"
	"bulletin/internal/site"
)

// unit is what is opened, checked, drawn and closed together: an edition, a page, or a
// file that belongs to no page. Only units that are being made have texts in memory.
type unit struct {
	name  string
	pages []*site.Page
	file  *render.Output    // instead of pages
	spare *content.Document // instead of pages: one that no page is made of, and that is read for its mistakes
}

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

// workshop is what units are made with. Many workers share it.
type workshop struct {
	*build
	site       *site.Site
	theme      *render.Templates // nil: nothing can be drawn
	inspection *check.Inspection
	parser     *content.Parser
	readers    chan *check.Worker // that nobody uses now
	hopeless   *atomic.Bool       // a problem was met that keeps the site from being published

	known   [sha256.Size]byte               // see knownDigest
	themes  map[site.Kind][sha256.Size]byte // what pages of a kind are drawn with
	reasons map[diag.Pos]*data.Acceptance
	made    *atomic.Int64 // units that were not remembered
	state   data.Digest   // of the files of data/

	before  settled         // what the build before found
	changes map[uint64]bool // series of data/ that have changed since
	told    bool            // changes tells all that has

	remaking *sync.Mutex
}

func (b *build) workshop(s *site.Site) workshop {
	w := workshop{
		build: b, site: s, theme: b.theme(), inspection: check.NewInspection(s), parser: content.NewParser(),
		readers: make(chan *check.Worker, max(1, b.Jobs)), hopeless: new(atomic.Bool), made: new(atomic.Int64),
		reasons: reasonsOf(s.Set),
	}
	w.known, w.themes, w.state = w.knownDigest(), themesOf(w.theme, s), s.Set.Digest(data.Dep{Kind: data.OnFiles}, false)
	w.remaking = new(sync.Mutex)
	w.compare()
	return w
}

// make makes a unit, unless nothing has changed since it was made, and stages its
// files while no problem is known that stops the build. Others only come to light
// when all is made.
func (w *workshop) make(ctx context.Context, u unit, progress func()) (product, error) {
	if u.spare != nil {
		defer progress()
		var out product
		out.problems, out.fleeting = w.read(u.spare)
		u.spare.Close()
		return out, nil
	}
	if u.file != nil {
		defer progress()
		var out product
		err := w.output(&out, *u.file)
		return out, err
	}
	known, ok, err := w.again(u)
	if ok || err != nil {
		for range u.pages {
			progress()
		}
		return known, err
	}
	w.made.Add(1)
	var trace site.Trace
	v := *w
	v.site = w.site.View(&trace)
	out, err := v.anew(ctx, u, progress)
	out.former, out.led = known.former, known.led
	if err != nil {
		return out, err
	}
	if w.theme != nil {
		w.remember(u, &out, &trace)
	}
	return out, nil
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

// anew makes a unit of pages.
func (w *workshop) anew(ctx context.Context, u unit, progress func()) (out product, err error) {
	out.problems, out.fleeting = w.open(u.pages)
	defer w.shut(u.pages)
	reader := w.reader()
	for _, p := range u.pages {
		found := reader.Page(w.site, p)
		if found.Problems.Errors() > 0 {
			w.hopeless.Store(true)
		}
		out.pages = append(out.pages, drawn{page: p, found: found})
	}
	w.readers <- reader
	if w.theme == nil {
		return out, nil
	}
	var images render.Images
	images, err = w.draw(&out, u.pages)
	if err != nil {
		return out, err
	}
	out.facts = map[*site.Page]*site.Facts{}
	drafts := w.drafts(&out, u.pages, images)
	for i, p := range u.pages {
		if ctx.Err() != nil {
			return out, context.Cause(ctx)
		}
		if out.facts[p], err = w.page(&out, p, drafts[i]); err != nil {
			return out, err
		}
		progress()
	}
	return out, nil
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
	for _, p := range pages {
		if p.Document == nil {
			continue
		}
		found, passing := w.read(p.Document)
		problems, fleeting = append(problems, found...), fleeting || passing
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

// draw makes the pictures of some pages, before the pages, which tell their sizes.
func (w *workshop) draw(out *product, pages []*site.Page) (render.Images, error) {
	images := render.Images{}
	for _, picture := range render.Pictures(w.site, pages...) {
		file := publish.File{Path: picture.Path, Source: source(picture.Path, picture.Inputs)}
		switch {
		case w.OnDemand:
			images[picture.Path] = 0
			out.linked = append(out.linked, picture.Path)
			out.rooms = append(out.rooms, file)
		case !w.Images:
			out.rooms = append(out.rooms, file)
		default:
			src, problems := picture.Draw()
			out.problems = append(out.problems, problems...)
			if problems.Errors() > 0 {
				out.rooms = append(out.rooms, file)
				continue
			}
			images[picture.Path] = len(src)
			if err := w.stageFile(out, file, src); err != nil {
				return nil, err
			}
		}
	}
	return images, nil
}

// draft is a page that is to be drawn, or was drawn because somebody waits for it.
type draft struct {
	render.Output
	drawn    bool
	made     render.Made
	problems diag.Problems
}

// drafts are the pages of a unit, in their order. Where a page is live, those that
// somebody looks at are drawn, and told of, before the others: unless anything is wrong
// with the unit so far.
func (w *workshop) drafts(out *product, pages []*site.Page, images render.Images) []draft {
	all := make([]draft, 0, len(pages))
	for _, p := range pages {
		all = append(all, draft{Output: render.Page(w.site, p, w.theme, images)})
	}
	if w.live == nil || !out.sound() || w.hollow() {
		return all
	}
	for i := range all {
		d := &all[i]
		if !w.live.isWanted(d.Path) {
			continue
		}
		d.made, d.problems = d.Make()
		if d.drawn = true; d.problems.Errors() == 0 {
			w.live.early(d, w.ahead)
		}
	}
	return all
}

// page draws a page with the files beside it.
func (w *workshop) page(out *product, p *site.Page, d draft) (*site.Facts, error) {
	o, made, problems := d.Output, d.made, d.problems
	if !d.drawn {
		made, problems = o.Make()
	}
	out.problems = append(out.problems, problems...)
	out.charts += made.Charts
	if f := made.Facts; f != nil && f.State != nil {
		state := "" // only an uploaded PDF asks for it
		if p.Edition != nil && p.Edition.Uploaded != nil {
			state = f.State()
		}
		f.State = func() string { return state }
	}
	return made.Facts, w.stageOutput(out, o, made, problems)
}

// output makes a file that belongs to no page.
func (w *workshop) output(out *product, o render.Output) error {
	made, problems := o.Make()
	out.problems = append(out.problems, problems...)
	return w.stageOutput(out, o, made, problems)
}

// stageOutput stages what an output gave, if that is whole.
func (w *workshop) stageOutput(out *product, o render.Output, made render.Made, problems diag.Problems) error {
	for n, path := range append([]string{o.Path}, o.Along...) {
		file := publish.File{Path: path, Source: source(path, o.Inputs)}
		if problems.Errors() > 0 {
			out.add(file, nil, [sha256.Size]byte{}) // it is planned all the same: links to it lead somewhere
			continue
		}
		src := made.Bytes
		if n > 0 {
			src = made.Along[n-1]
		}
		if err := w.stageFile(out, file, src); err != nil {
			return err
		}
	}
	return nil
}

// stageFile stages a file, where there is a stage.
func (w *workshop) stageFile(out *product, file publish.File, src []byte) error {
	sum := sha256.Sum256(src)
	out.add(file, src, sum)
	if out.problems.Errors() > 0 {
		w.hopeless.Store(true)
	}
	if w.stage == nil || w.hopeless.Load() {
		return nil
	}
	return w.stage.AddSum(file.Path, file.Source, src, sum)
}

// add enters a file that was made.
func (p *product) add(file publish.File, src []byte, sum [sha256.Size]byte) {
	p.files, p.sums, p.sizes, p.bytes = append(p.files, file), append(p.sums, sum), append(p.sizes, len(src)), append(p.bytes, src)
}

// source names the file that an output is made from.
func source(path string, inputs []string) string {
	if len(inputs) > 0 {
		return inputs[0]
	}
	return path
}

// find makes one file of the site, for a browser that prints an edition: the pages of
// the edition are open.
func (p *plan) find(e *site.Edition, name string) ([]byte, error) {
	outputs := []render.Output{render.Page(p.site, e.Print, p.theme, render.Images{})}
	for _, u := range p.last {
		if u.file != nil {
			outputs = append(outputs, *u.file)
		}
	}
	for _, o := range outputs {
		for n, path := range append([]string{o.Path}, o.Along...) {
			if path != name {
				continue
			}
			made, problems := o.Make()
			if problems.Errors() > 0 {
				return nil, errors.New(problems[0].Message)
			}
			if n > 0 {
				return made.Along[n-1], nil
			}
			return made.Bytes, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// picture draws a picture that pages link on demand. The build is over by then, and
// its folder closed.
func (p *plan) picture(u unit, path string) (src []byte, problems diag.Problems) {
	root, err := os.OpenRoot(p.root.Name())
	if err != nil {
		problems.Errorf(diag.Pos{File: "."}, 0, "picture", "", "the site's folder cannot be opened: %v", cause(err))
		return nil, problems
	}
	defer func() {
		if err := root.Close(); err != nil {
			problems.Errorf(diag.Pos{File: "."}, 0, "picture", "", "the site's folder cannot be closed: %v", cause(err))
		}
	}()
	again, w := *p.build, p.workshop
	again.files, w.build = folder{root}, &again
	problems, _ = w.open(u.pages)
	defer w.shut(u.pages)
	for _, picture := range render.Pictures(w.site, u.pages...) {
		if picture.Path == path {
			return picture.Draw()
		}
	}
	problems.Errorf(u.pages[0].Pos(), 0, "picture", "build again", "the picture %s is not there any more", path)
	return nil, problems
}
