package render

import (
	"bytes"
	"html/template"
	"unicode/utf8"

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

// shortCode is how many characters of code in a text stay on one line: as many
// as fit beside other columns on a phone.
const shortCode = 24

// codeSpan writes code within a text. What is short is not broken, since a
// flag or an id that ends in a hyphen reads as another one.
func (nodes) codeSpan(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	var words []byte
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		segment := child.(*ast.Text).Segment.Value(source)
		if line, ended := bytes.CutSuffix(segment, []byte("\n")); ended {
			segment = append(bytes.Clone(line), ' ')
		}
		words = append(words, segment...)
	}
	_, _ = w.WriteString("<code")
	if utf8.RuneCount(words) <= shortCode {
		_, _ = w.WriteString(` class="short"`)
	}
	_ = w.WriteByte('>')
	_, _ = w.Write(util.EscapeHTML(words))
	_, _ = w.WriteString("</code>")
	return ast.WalkSkipChildren, nil
}
