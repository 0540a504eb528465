package build

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"sync"

	"bulletin/internal/check"
	"bulletin/internal/diag"
	"bulletin/internal/publish"
	"bulletin/internal/render"
	"bulletin/internal/site"
	"bulletin/templates"
)

// plan is every file of the site, and what is known of its pictures.
type plan struct {
	outputs  []render.Output
	pictures []render.Picture // that are drawn now; none without Images
	images   render.Images    // pictures that pages may link
	pdfs     []string         // of editions, that are made now; none without PDFs.Make
	first    []int            // of each output: its place on the stage
	files    int              // on the stage
}

// plan names every file of the site. Without a theme there is none.
func (b *build) plan(s *site.Site) *plan {
	var own fs.FS
	switch info, err := b.files.Stat("templates"); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		b.problems.Errorf(diag.Pos{File: "templates"}, 0, "template", "", "cannot be read: %v", cause(err))
	case !info.IsDir():
		b.problems.Errorf(diag.Pos{File: "templates"}, 0, "template", "make it a folder, or remove it: there is a built-in theme", "templates is not a folder")
	default:
		if own, err = fs.Sub(b.files, "templates"); err != nil {
			own = nil
		}
	}
	p := &plan{images: render.Images{}}
	theme, problems := render.LoadTemplates(own, templates.FS)
	b.problems = append(b.problems, problems...)
	if problems.Errors() > 0 {
		return p
	}
	p.outputs, problems = render.Plan(s, theme, b.files, p.images)
	b.problems = append(b.problems, problems...)
	pictures := render.Pictures(s)
	switch {
	case b.Images:
		p.pictures = pictures
	case b.OnDemand:
		b.result.pictures = make(map[string]render.Picture, len(pictures))
		for _, picture := range pictures {
			p.images[picture.Path] = 0
			b.result.pictures[picture.Path] = picture
		}
	}
	var planned []publish.File
	for _, picture := range pictures { // whether they are made or not, there must be room for them
		planned = append(planned, publish.File{Path: picture.Path, Source: source(picture.Path, picture.Inputs)})
	}
	for _, e := range s.Editions { // so for their PDFs
		planned = append(planned, publish.File{Path: strings.TrimPrefix(e.BuiltRoute(), "/"), Source: e.Page.Document.File})
		if b.PDFs.Make {
			p.pdfs = append(p.pdfs, strings.TrimPrefix(e.BuiltRoute(), "/"))
		}
	}
	p.files = len(p.pictures) + len(p.pdfs)
	for _, o := range p.outputs {
		p.first = append(p.first, p.files)
		p.files += 1 + len(o.Along)
		for _, path := range append([]string{o.Path}, o.Along...) {
			planned = append(planned, publish.File{Path: path, Source: source(path, o.Inputs)})
		}
	}
	b.problems = append(b.problems, publish.Clashes(planned)...)
	return p
}

// total is how much there is to make.
func (p *plan) total() int { return len(p.pictures) + len(p.pdfs) + len(p.outputs) }

// source names the file that an output is made from.
func source(path string, inputs []string) string {
	if len(inputs) > 0 {
		return inputs[0]
	}
	return path
}

// stageAt opens the output folder, if it is still thought that the site can be
// published.
func (b *build) stageAt(p *plan) (err error) {
	if b.stopped() || b.Check {
		return nil
	}
	if b.target, err = publish.Open(b.out); err == nil {
		b.stage = b.target.Stage()
	}
	return err
}

// draw makes the pictures, before the pages, which tell their sizes.
func (b *build) draw(ctx context.Context, p *plan) error {
	type drawn struct {
		size     int
		problems diag.Problems
	}
	all := make([]drawn, len(p.pictures))
	progress := b.progress(0, p.total())
	err := each(ctx, b.Jobs, len(p.pictures), func(i int) error {
		picture := p.pictures[i]
		src, problems := picture.Draw()
		all[i] = drawn{len(src), problems}
		defer progress()
		if problems.Errors() > 0 {
			return nil
		}
		return b.stageFile(i, picture.Path, picture.Inputs, src)
	})
	if err != nil {
		return named(err, "draw", func(i int) string { return p.pictures[i].Path })
	}
	for i, d := range all {
		b.problems = append(b.problems, d.problems...)
		if d.problems.Errors() == 0 {
			p.images[p.pictures[i].Path] = d.size
		}
	}
	return nil
}

// make makes every output, for the problems that only come to light then, and
// stages it while none is known that stops the build. It gives back the facts
// of the pages, in the order of the plan.
func (b *build) make(ctx context.Context, p *plan) ([]*site.Facts, error) {
	type made struct {
		facts    *site.Facts
		charts   int
		problems diag.Problems
	}
	all := make([]made, len(p.outputs))
	progress := b.progress(len(p.pictures)+len(p.pdfs), p.total())
	err := each(ctx, b.Jobs, len(p.outputs), func(i int) error {
		o := p.outputs[i]
		output, problems := o.Make()
		all[i] = made{output.Facts, output.Charts, problems}
		defer progress()
		if problems.Errors() > 0 {
			return nil
		}
		if err := b.stageFile(p.first[i], o.Path, o.Inputs, output.Bytes); err != nil {
			return err
		}
		for n, path := range o.Along {
			if err := b.stageFile(p.first[i]+1+n, path, o.Inputs, output.Along[n]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, named(err, "make", func(i int) string { return p.outputs[i].Path })
	}
	facts := make([]*site.Facts, 0, len(p.outputs))
	for _, m := range all {
		b.problems = append(b.problems, m.problems...)
		b.result.Charts += m.charts
		facts = append(facts, m.facts)
	}
	return facts, nil
}

// stageFile stages a file, where there is a stage.
func (b *build) stageFile(_ int, path string, inputs []string, src []byte) error {
	if b.stage == nil {
		return nil
	}
	return b.stage.Add(path, source(path, inputs), src)
}

// progress is called with each thing that is done, by several workers.
func (b *build) progress(done, total int) func() {
	if b.Progress == nil {
		return func() {}
	}
	var lock sync.Mutex
	return func() {
		lock.Lock()
		defer lock.Unlock()
		done++
		b.Progress(done, total)
	}
}

// checkPages applies the rules over the finished pages.
func (b *build) checkPages(s *site.Site, p *plan, facts []*site.Facts) {
	var files []string
	for _, o := range p.outputs {
		files = append(append(files, o.Path), o.Along...)
	}
	for path := range p.images {
		files = append(files, path)
	}
	files = append(files, p.pdfs...)
	b.problems = append(b.problems, check.Sound(s.Set, check.Pages(s, facts, files))...)
}
