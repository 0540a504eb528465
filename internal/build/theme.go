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

// theme is the templates of the site; nil where they have errors.
func (b *build) theme() *render.Templates {
	kept, odd := b.earlyTheme()
	b.problems = append(append(b.problems, odd...), kept.problems...)
	if b.live != nil && kept.sure {
		b.memory.theme = kept
	}
	if kept.problems.Errors() > 0 {
		return nil
	}
	return kept.theme
}

// readTheme reads the templates: the site's own, and the built-in ones behind them,
// unless a live site knows them already. odd is what is wrong with their folder.
func (b *build) readTheme() (_ *themeKept, odd diag.Problems) {
	var own fs.FS
	switch info, err := b.files.Stat("templates"); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		odd.Errorf(diag.Pos{File: "templates"}, 0, "template", "", "cannot be read: %v", cause(err))
	case !info.IsDir():
		odd.Errorf(diag.Pos{File: "templates"}, 0, "template", "make it a folder, or remove it: there is a built-in theme", "templates is not a folder")
	default:
		if own, err = fs.Sub(b.files, "templates"); err != nil {
			own = nil
		}
	}
	state, sure := b.themeState()
	if kept := b.memory.theme; kept != nil && sure && kept.state == state {
		return kept, odd
	}
	kept := &themeKept{state: state, sure: sure}
	kept.theme, kept.problems = render.LoadTemplates(own, templates.FS)
	return kept, odd
}

// themeKept is a theme that was read.
type themeKept struct {
	state    [sha256.Size]byte // of the site's own templates
	sure     bool              // that can be told
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
