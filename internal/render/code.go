package render

import (
	"html/template"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// code writes a block of code. It can be reached with the keyboard, since a
// long line scrolls in its own box.
func (nodes) code(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<pre tabindex="0"><code`)
	if fenced, ok := node.(*ast.FencedCodeBlock); ok {
		if language := fenced.Language(source); language != nil {
			_, _ = w.WriteString(` class="language-` + template.HTMLEscapeString(string(language)) + `"`)
		}
	}
	_ = w.WriteByte('>')
	for i := range node.Lines().Len() {
		line := node.Lines().At(i)
		_, _ = w.WriteString(template.HTMLEscapeString(string(line.Value(source))))
	}
	_, _ = w.WriteString("</code></pre>\n")
	return ast.WalkSkipChildren, nil
}
