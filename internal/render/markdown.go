package render

import (
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

// newMarkdown makes a renderer of Markdown for our nodes and goldmark's. It is made
// once; what belongs to one page travels in the writer.
func newMarkdown() renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(nodes{}, 100),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(extension.NewTableHTMLRenderer(), 500),
		util.Prioritized(html.NewRenderer(), 1000),
	))
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

// unwrapped is HTML without the paragraph around it, where there is but one.
func unwrapped(html template.HTML) template.HTML {
	out := strings.TrimSpace(string(html))
	inner, begins := strings.CutPrefix(out, "<p>")
	inner, ends := strings.CutSuffix(inner, "</p>")
	if begins && ends && !strings.Contains(inner, "<p>") {
		out = inner
	}
	return template.HTML(out)
}

func (d *drawing) draw(t *site.Text, root ast.Node, quiet bool) template.HTML {
	b := d.templates.buffer()
	defer d.templates.written.Put(b)
	w := &pen{Buffer: b, drawing: d, text: t, quiet: quiet, silent: quiet}
	if err := d.templates.markdown.Render(w, t.Markdown.Source, root); err != nil {
		d.fail(err)
	}
	out := template.HTML(w.String())
	d.say(string(out))
	return out
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
	reg.Register(ast.KindCodeBlock, n.code)
	reg.Register(ast.KindFencedCodeBlock, n.code)
	reg.Register(ast.KindCodeSpan, n.codeSpan)
	reg.Register(ast.KindRawHTML, n.nothing)
	reg.Register(ast.KindHTMLBlock, n.nothing)
	reg.Register(east.KindTable, n.table)
	reg.Register(east.KindTableCell, n.tableCell)
	reg.Register(content.KindRemark, n.remark)
	reg.Register(content.KindFigure, n.figure)
	reg.Register(content.KindClaim, n.claim)
	reg.Register(content.KindTodo, n.todo)
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

// heading writes a heading with its id, and remembers its level for the rules. Its
// figures carry no note marks.
func (nodes) heading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, n := w.(*pen), node.(*ast.Heading)
	level := string(rune('0' + min(n.Level+p.drawing.deeper, 6)))
	if !entering {
		p.quiet = p.silent
		_, _ = w.WriteString("</h" + level + ">\n")
		return ast.WalkContinue, nil
	}
	id := p.drawing.headingID(p.text, p.text.HeadingID(n))
	p.quiet = true
	p.under = headingText(p.text, n)
	if !p.drawing.paper { // there it is judged on its own page
		p.drawing.facts.Levels = append(p.drawing.facts.Levels, site.LevelFact{
			Pos: p.text.Markdown.NodePos(n), Level: n.Level, Text: p.under, New: p.text.Headings[0].Node == node,
		})
	}
	_, _ = w.WriteString("<h" + level + ` id="` + template.HTMLEscapeString(id) + `">`)
	return ast.WalkContinue, nil
}

func headingText(t *site.Text, n ast.Node) string {
	for _, h := range t.Headings {
		if h.Node == n {
			return h.Text
		}
	}
	return ""
}

// remark numbers a remark among the notes, where it is first met.
func (nodes) remark(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p := w.(*pen)
	if entering && !p.quiet {
		p.note(p.drawing.remark(p.text, node.(*content.RemarkNode).Remark), withinLink(node))
	}
	return ast.WalkContinue, nil
}

// chart draws a chart or table block.
func (nodes) chart(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	p := w.(*pen)
	if err := p.drawing.chart(p.Buffer, p.text.Charts[node.(*content.BlockNode).Block.Index]); err != nil {
		return ast.WalkStop, err
	}
	return ast.WalkSkipChildren, nil
}
