package build

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"

	"bulletin/internal/diag"
	"bulletin/internal/render"
	"bulletin/templates"
)

// theme reads the templates: the site's own, and the built-in ones behind them. It is
// nil where they have errors.
func (b *build) theme() *render.Templates {
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
	kept := b.memory.theme
	state, sure := b.themeState()
	if kept == nil || !sure || kept.state != state {
		kept = &themeKept{state: state}
		kept.theme, kept.problems = render.LoadTemplates(own, templates.FS)
		if b.live != nil && sure {
			b.memory.theme = kept
		}
	}
	b.problems = append(b.problems, kept.problems...)
	if kept.problems.Errors() > 0 {
		return nil
	}
	return kept.theme
}

// themeKept is a theme that was read.
type themeKept struct {
	state    [sha256.Size]byte // of the site's own templates
	theme    *render.Templates
	problems diag.Problems
}

// themeState is the SHA-256 of the site's own templates, if that can be told.
func (b *build) themeState() (state [sha256.Size]byte, sure bool) {
	if b.live == nil || b.survey.odd {
		return state, false
	}
	names := b.survey.under("templates")
	sum := sha256.New()
	for _, name := range names {
		src, err := fs.ReadFile(b.files, name)
		if err != nil {
			return state, false
		}
		of := sha256.Sum256(src)
		fmt.Fprintf(sum, "%q %x\n", name, of)
	}
	sum.Sum(state[:0])
	return state, true
}
