package render

import (
	"html/template"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"bulletin/internal/content"
	"bulletin/internal/site"
)

// todo writes a mark of what is still to be done. Only drafts show any: elsewhere a
// mark stops the build.
func (nodes) todo(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.(*pen).todo(node.(*content.TodoNode).Expression)
	}
	return ast.WalkContinue, nil
}

// todo writes a mark, with the space that keeps it apart from the words behind it.
func (p *pen) todo(e *content.Expression) {
	p.WriteString(`<mark class="todo">TODO<span> ` + template.HTMLEscapeString(e.TodoReason) + `</span></mark> `)
}

// draftSheet is the style of what drafts alone show: their banner, marks, places of
// values that are not there yet.
const draftSheet = "assets/draft.css"

// draftHead begins the running head of a print edition that is a draft.
func draftHead(e *site.Edition) string {
	if e.Page.IsDraft() {
		return "Draft, not published · "
	}
	return ""
}

// notYet writes what stands on a draft in place of a value that the data does not have
// yet.
func (p *pen) notYet() { p.WriteString(`<span class="no-value">` + site.NoValueYet + `</span>`) }
