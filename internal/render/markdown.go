package render

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"bulletin/internal/content"
	"bulletin/internal/site"
)

// markdown is a renderer of Markdown for our nodes and goldmark's. It is made
// once; what belongs to one page travels in the writer.
func newMarkdown() renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(nodes{}, 100),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(extension.NewTableHTMLRenderer(), 500),
		util.Prioritized(html.NewRenderer(), 1000),
	))
}

// pen is the writer that Markdown is drawn with: the page and the text travel
// with it to the node renderers.
type pen struct {
	bytes.Buffer
	drawing *drawing
	text    *site.Text
	quiet   bool   // no note marks: in a note, a heading, a title
	under   string // the heading that is being written under
	waiting string // note marks that wait for the end of a link
}

// Flush, Buffered and the Buffer's own methods make it goldmark's BufWriter.
func (p *pen) Flush() error { return nil }

// Buffered is part of goldmark's BufWriter.
func (p *pen) Buffered() int { return 0 }

// tighten takes back the spaces at the end of what was written: a note mark
// stands close to its word.
func (p *pen) tighten() {
	p.Truncate(len(bytes.TrimRight(p.Bytes(), " \n")))
}

// block draws a text as blocks: paragraphs, headings, lists, charts.
func (d *drawing) block(t *site.Text) template.HTML {
	if t == nil || t.Markdown.Empty() {
		return ""
	}
	return d.draw(t, t.Markdown.Root, false)
}

// inline draws a text without the paragraph around it.
func (d *drawing) inline(t *site.Text) template.HTML { return d.inlineQuiet(t, false) }

// plainInline is inline without note marks.
func (d *drawing) plainInline(t *site.Text) template.HTML { return d.inlineQuiet(t, true) }

func (d *drawing) inlineQuiet(t *site.Text, quiet bool) template.HTML {
	if t == nil || t.Markdown.Empty() {
		return ""
	}
	return unwrapped(d.draw(t, t.Markdown.Root, quiet))
}

// unwrapped is HTML without the one paragraph around it.
func unwrapped(html template.HTML) template.HTML {
	out := strings.TrimSpace(string(html))
	if inner, ok := strings.CutPrefix(out, "<p>"); ok && strings.Count(out, "<p>") == 1 {
		out = strings.TrimSuffix(inner, "</p>")
	}
	return template.HTML(out)
}

func (d *drawing) draw(t *site.Text, root ast.Node, quiet bool) template.HTML {
	w := &pen{drawing: d, text: t, quiet: quiet}
	d.notes.paragraph()
	if err := d.templates.markdown.Render(w, t.Markdown.Source, root); err != nil {
		d.fail(err)
	}
	out := w.String()
	d.say(out)
	return template.HTML(out)
}

// nodes draws the nodes that we draw otherwise than goldmark does.
type nodes struct{}

// RegisterFuncs implements goldmark's renderer.NodeRenderer.
func (n nodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindParagraph, n.paragraph)
	reg.Register(ast.KindTextBlock, n.textBlock)
	reg.Register(ast.KindHeading, n.heading)
	reg.Register(ast.KindLink, n.link)
	reg.Register(ast.KindAutoLink, n.autoLink)
	reg.Register(ast.KindImage, n.image)
	reg.Register(ast.KindRawHTML, n.nothing)
	reg.Register(ast.KindHTMLBlock, n.nothing)
	reg.Register(east.KindTable, n.table)
	reg.Register(east.KindTableCell, n.tableCell)
	reg.Register(content.KindRemark, n.remark)
	reg.Register(content.KindFigure, n.figure)
	reg.Register(content.KindClaim, n.claim)
	reg.Register(content.KindCitation, n.citation)
	reg.Register(content.KindBlock, n.chart)
}

func (nodes) nothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

func (nodes) paragraph(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.(*pen).drawing.notes.paragraph()
		_, _ = w.WriteString("<p>")
	} else {
		_, _ = w.WriteString("</p>\n")
	}
	return ast.WalkContinue, nil
}

func (nodes) textBlock(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.(*pen).drawing.notes.paragraph()
	} else if n.NextSibling() != nil && n.FirstChild() != nil {
		_ = w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// heading writes a heading with its id, and remembers both for the rules. Its
// figures carry no note marks.
func (nodes) heading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, n := w.(*pen), node.(*ast.Heading)
	level := string(rune('0' + n.Level))
	if !entering {
		p.quiet = false
		_, _ = w.WriteString("</h" + level + ">\n")
		return ast.WalkContinue, nil
	}
	id := p.text.HeadingID(n)
	p.quiet = true
	p.under = headingText(p.text, n)
	p.drawing.facts.IDs[id] = true
	p.drawing.facts.Levels = append(p.drawing.facts.Levels, site.LevelFact{
		Pos: p.text.Markdown.NodePos(n), Level: n.Level, Text: p.under, New: p.text.Headings[0].Node == node,
	})
	_, _ = w.WriteString("<h" + level + ` id="` + template.HTMLEscapeString(id) + `">`)
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

func headingText(t *site.Text, n ast.Node) string {
	for _, h := range t.Headings {
		if h.Node == n {
			return h.Text
		}
	}
	return ""
}

// table puts a table into a box of its own that scrolls, not the page. The box
// is named after the heading that it stands under, so that each has a name of
// its own.
func (nodes) table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		p := w.(*pen)
		p.drawing.notes.paragraph()
		label := template.HTMLEscapeString(p.drawing.tableLabel(p.under))
		_, _ = w.WriteString(`<div class="table-box" tabindex="0" role="region" aria-label="` + label + `"><table>` + "\n")
	} else {
		_, _ = w.WriteString("</table></div>\n")
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

// remark numbers a remark among the notes, where it is first met.
func (nodes) remark(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p := w.(*pen)
	if entering && !p.quiet {
		_, _ = w.WriteString(string(p.drawing.remark(p.text, node.(*content.RemarkNode).Remark)))
	}
	return ast.WalkContinue, nil
}

func (nodes) figure(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	p, e := w.(*pen), node.(*content.FigureNode).Expression
	v := p.text.Value(e)
	if v.Failed {
		_, _ = w.WriteString(`<span class="failed">…</span>`)
		return ast.WalkContinue, nil
	}
	linked := withinLink(node)
	_, _ = w.WriteString(p.drawing.figure(v.Value, template.HTMLEscapeString(v.Text), linked))
	p.marks(v, linked)
	return ast.WalkContinue, nil
}

// claim writes the author's words, bound to the value that bears them out.
func (nodes) claim(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, e := w.(*pen), node.(*content.ClaimNode).Expression
	v := p.text.Value(e)
	linked := withinLink(node)
	if e.Literal || v.Failed || linked || len(v.Used) == 0 {
		if !entering && !e.Literal && !v.Failed {
			p.marks(v, linked)
		}
		return ast.WalkContinue, nil
	}
	if entering {
		class := "figure claim"
		if v.Estimated {
			class += " estimated"
		}
		_, _ = w.WriteString(`<a class="` + class + `" href="` + template.HTMLEscapeString(p.drawing.cell(v.Used[0])) + `">`)
		if v.Machine != "" {
			_, _ = w.WriteString(`<data value="` + template.HTMLEscapeString(v.Machine) + `">`)
		}
		return ast.WalkContinue, nil
	}
	if v.Machine != "" {
		_, _ = w.WriteString(`</data>`)
	}
	if v.Estimated {
		_, _ = w.WriteString(`<span class="status" title="estimated">e</span>`)
	}
	_, _ = w.WriteString(`</a>`)
	p.marks(v, false)
	return ast.WalkContinue, nil
}

// marks writes the note marks of the sources that a figure draws on. Those of
// a figure in a link wait for its end, since a mark is a link itself.
func (p *pen) marks(v site.Value, linked bool) {
	if p.quiet {
		return
	}
	for _, o := range v.Used {
		mark := string(p.drawing.mark(o.Source, ""))
		if linked {
			p.waiting += mark
		} else {
			_, _ = p.WriteString(mark)
		}
	}
}

// citation writes the marks of a citation by hand.
func (nodes) citation(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p := w.(*pen)
	if !entering || p.quiet {
		return ast.WalkContinue, nil
	}
	for _, item := range node.(*content.CitationNode).Citation.Items {
		if s, ok := p.drawing.site.Set.Source(item.Key); ok {
			p.tighten()
			_, _ = w.WriteString(string(p.drawing.mark(s, item.Locator)))
		}
	}
	return ast.WalkContinue, nil
}

// chart draws a chart or table block.
func (nodes) chart(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	p := w.(*pen)
	html, err := p.drawing.chart(p.text.Charts[node.(*content.BlockNode).Block.Index])
	if err != nil {
		return ast.WalkStop, err
	}
	_, _ = w.WriteString(string(html))
	return ast.WalkSkipChildren, nil
}

// withinLink tells whether a node stands in a link, where no second link may.
func withinLink(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			return true
		}
	}
	return false
}
