package build

import (
	"context"
	"crypto/sha256"

	"bulletin/internal/content"
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
	late  bool              // made when all authors' pages have been open, of which its pages may ask
	file  *render.Output    // instead of pages
	spare *content.Document // instead of pages: one that no page is made of, and that is read for its mistakes
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

// draw makes the pictures of some pages, before the pages, which tell their sizes. Files
// of the open data that are made on demand are as pictures that are.
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
	for _, later := range w.figures.Later(w.site, pages...) {
		out.linked = append(out.linked, later.Path)
		out.rooms = append(out.rooms, publish.File{Path: later.Path, Source: later.Path})
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
		all = append(all, draft{Output: render.Page(w.site, p, w.theme, images, w.figures)})
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
		file := publish.File{Path: path, Source: source(path, o.Inputs), Pos: o.Pos, Len: o.Len}
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
	return w.addSum(file, src, sum)
}

// addSum brings a file to the stage. Where two clash, the disk may refuse the second
// before all are known: then it is told once they are, as a problem.
func (w *workshop) addSum(file publish.File, src []byte, sum [sha256.Size]byte) error {
	err := w.stage.AddSum(file.Path, file.Source, src, sum)
	if err == nil || !publish.InTheWay(err) {
		return err
	}
	w.hopeless.Store(true)
	w.crossed.CompareAndSwap(nil, &err)
	return nil
}

// source names the file that an output is made from.
func source(path string, inputs []string) string {
	if len(inputs) > 0 {
		return inputs[0]
	}
	return path
}
