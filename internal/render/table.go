package render

import (
	"fmt"
	"html/template"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// table puts a table into a box of its own that scrolls, not the page. The box
// is named after the heading that it stands under, so that each has a name of
// its own.
func (nodes) table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	p := w.(*pen)
	if entering {
		p.box = openBox{p.Len(), p.drawing.notes.at, p.drawing.notes.box(true)}
		p.drawing.notes.paragraph()
		label := template.HTMLEscapeString(p.drawing.tableLabel(p.under))
		_, _ = w.WriteString(`<div class="table-box" tabindex="0" role="region" aria-label="` + label + `"><table>` + "\n")
	} else {
		_, _ = w.WriteString("</table></div>\n")
		p.drawing.notes.box(p.box.around)
		p.insert(p.box.begins, p.drawing.notes.beside(p.box.marks))
	}
	return ast.WalkContinue, nil
}

// tableCell writes a cell with its alignment as a class: the attribute is none
// of HTML's any more, and a style would break a strict Content-Security-Policy.
func (nodes) tableCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n, tag := node.(*east.TableCell), "td"
	head := n.Parent().Kind() == east.KindTableHeader
	if head {
		tag = "th"
	}
	if !entering {
		_, _ = w.WriteString("</" + tag + ">\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<" + tag)
	if head {
		_, _ = w.WriteString(` scope="col"`)
	}
	switch n.Alignment {
	case east.AlignRight:
		_, _ = w.WriteString(` class="num"`)
	case east.AlignCenter:
		_, _ = w.WriteString(` class="center"`)
	}
	_ = w.WriteByte('>')
	return ast.WalkContinue, nil
}

// tableLabel names a table by its heading, the second one there by a number.
func (d *drawing) tableLabel(heading string) string {
	label := "Table"
	if heading != "" {
		label += ": " + heading
	}
	d.tables[label]++
	if n := d.tables[label]; n > 1 {
		label += fmt.Sprintf(" (%d)", n)
	}
	return label
}
