package content

import (
	"github.com/yuin/goldmark/ast"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// title reads a line that carries no notes, since it shows in places that have
// none: a browser's tab, the contents, a list.
func (f *front) title(n *strictyaml.Node) *Markdown {
	m := f.line(n)
	noteless(m, f.problems)
	return m
}

// noteless reports the citations of a text that carries no notes.
func noteless(m *Markdown, problems *diag.Problems) {
	if m == nil {
		return
	}
	for _, c := range m.Citations {
		problems.Errorf(c.Pos, c.Len, "citation", "cite the source in the text", "this line shows where no notes are, and so carries none")
	}
}

// carried reports a note that would be lost: in a heading, or in the words for an
// image.
func (s *scan) carried(parent ast.Node, pos diag.Pos, length int) {
	for ; parent != nil; parent = parent.Parent() {
		what, hint := "", ""
		switch parent.(type) {
		case *ast.Heading:
			what, hint = "a heading", "set the note behind a word of the text below"
		case *ast.Image:
			what, hint = "the description of an image", "set the note behind a word of the text"
		default:
			continue
		}
		s.problems.Errorf(pos, length, "citation", hint, "%s carries no notes", what)
		return
	}
}
