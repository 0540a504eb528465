package content

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// name reads the name of a person or an organisation. It is plain text, since
// citations and machines take it too; what would be more in Markdown is reported,
// since readers would see its signs.
func (f *front) name(n *strictyaml.Node) string {
	if n == nil {
		return ""
	}
	var unused diag.Problems // of a text that is none
	m := f.p.markdown([]byte(n.Value), n.PosAt, true, &unused)
	at, what := 0, ""
	if node, beyond := beyondName(m.Root); node != nil {
		at, what = offsetOf(node), beyond
	}
	if i := strings.Index(n.Value, "[^"); i >= 0 && what == "" {
		at, what = i, "a note"
	}
	if what != "" {
		f.problems.Errorf(n.PosAt(at), 1, "markdown", "write the name alone; links and notes can stand in acknowledgements, and in the credits for design and photo", "this is a name, and %s would show as its signs", what)
	}
	return n.Value
}

// beyondName is the first node that a name cannot have, and what it is; nil for
// plain text, for an address, which shows as it is, and for figures and claims,
// which are reported everywhere (strays).
func beyondName(node ast.Node) (ast.Node, string) {
	switch node.(type) {
	case *ast.Link, *ast.Image:
		return node, "a link"
	case *CitationNode:
		return node, "a note"
	case *ast.Emphasis, *east.Strikethrough:
		return node, "emphasis"
	case *ast.CodeSpan:
		return node, "code"
	case *ast.RawHTML:
		return node, "HTML"
	}
	for c := node.FirstChild(); c != nil; c = c.NextSibling() {
		if found, what := beyondName(c); found != nil {
			return found, what
		}
	}
	return nil, ""
}
