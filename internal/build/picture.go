package build

import (
	"errors"
	"io/fs"
	"os"

	"bulletin/internal/diag"
	"bulletin/internal/render"
	"bulletin/internal/site"
)

// find makes one file of the site, for a browser that prints an edition: the pages of
// the edition are open.
func (p *plan) find(e *site.Edition, name string) ([]byte, error) {
	outputs := []render.Output{render.Page(p.site, e.Print, p.theme, render.Images{}, p.figures)}
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

// picture draws a picture, or makes a file, that pages link on demand. The build is over by then, and
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
	for _, picture := range append(render.Pictures(w.site, u.pages...), w.figures.Later(w.site, u.pages...)...) {
		if picture.Path == path {
			return picture.Draw()
		}
	}
	problems.Errorf(u.pages[0].Pos(), 0, "picture", "build again", "the picture %s is not there any more", path)
	return nil, problems
}
