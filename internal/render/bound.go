package render

import (
	"html/template"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"bulletin/internal/content"
	"bulletin/internal/site"
)

// The nodes that bind words to the data: figures, claims and citations.

// figure writes a figure, or an ellipsis where a problem was reported.
func (nodes) figure(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	p, e := w.(*pen), node.(*content.FigureNode).Expression
	v := p.text.Value(e)
	switch {
	case v.NotYet():
		p.notYet()
		return ast.WalkContinue, nil
	case v.Failed:
		_, _ = w.WriteString(`<span class="failed">…</span>`)
		return ast.WalkContinue, nil
	}
	linked := withinLink(node)
	p.figure(v, linked)
	p.revised(v, linked)
	p.marks(v, linked)
	return ast.WalkContinue, nil
}

// figure writes an evaluated figure with the words that show it. Within a link it
// leads nowhere itself.
func (p *pen) figure(v site.Value, linked bool) {
	leads := !linked && len(v.Used) > 0
	if leads {
		p.WriteString(p.drawing.open("figure", v.Value))
	}
	if v.Machine != "" {
		p.WriteString(`<data value="`)
		p.WriteString(template.HTMLEscapeString(v.Machine))
		p.WriteString(`">`)
	}
	p.WriteString(template.HTMLEscapeString(v.Text))
	if v.Machine != "" {
		p.WriteString(`</data>`)
	}
	p.WriteString(statusMarks(v.Value))
	if leads {
		p.WriteString(`</a>`)
	}
}

// claim writes the author's words, bound to the value that bears them out.
func (nodes) claim(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, e := w.(*pen), node.(*content.ClaimNode).Expression
	v := p.text.Value(e)
	linked := withinLink(node)
	if v.NotYet() {
		if entering {
			_, _ = w.WriteString(`<span class="unproven">`)
		} else {
			_, _ = w.WriteString(`</span> `)
			p.notYet()
		}
		return ast.WalkContinue, nil
	}
	if e.Literal || v.Failed || linked || len(v.Used) == 0 {
		if !entering && !e.Literal && !v.Failed {
			p.revised(v, linked)
			p.marks(v, linked)
		}
		return ast.WalkContinue, nil
	}
	if entering {
		_, _ = w.WriteString(p.drawing.open("figure claim", v.Value))
		if v.Machine != "" {
			_, _ = w.WriteString(`<data value="` + template.HTMLEscapeString(v.Machine) + `">`)
		}
		return ast.WalkContinue, nil
	}
	if v.Machine != "" {
		_, _ = w.WriteString(`</data>`)
	}
	_, _ = w.WriteString(statusMarks(v.Value) + `</a>`)
	p.revised(v, false)
	p.marks(v, false)
	return ast.WalkContinue, nil
}

// revised writes the mark of a value that rests on a revised one.
func (p *pen) revised(v site.Value, linked bool) {
	_, _ = p.WriteString(string(p.drawing.revised(p.text.Page, linked, v.Used...)))
}

// marks writes the note marks of the sources that a figure draws on, and of
// what keeps a comparison from being like with like. Those of a figure in a
// link wait for its end, since a mark is a link itself.
func (p *pen) marks(v site.Value, linked bool) {
	if p.quiet {
		return
	}
	marks := ""
	for _, o := range v.Used {
		marks += string(p.drawing.mark(o.Source, ""))
	}
	for _, o := range v.Unlike {
		marks += string(p.drawing.markUnlike(o))
	}
	if linked {
		p.waiting += marks
	} else {
		_, _ = p.WriteString(marks)
	}
}

// note writes a mark that an author sets, close to the word before it, or keeps
// it for the end of the link that it stands in.
func (p *pen) note(mark template.HTML, linked bool) {
	p.tighten()
	if linked {
		p.waiting += string(mark)
	} else {
		_, _ = p.WriteString(string(mark))
	}
}

// citation writes the marks of a citation by hand.
func (nodes) citation(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p := w.(*pen)
	if !entering || p.quiet {
		return ast.WalkContinue, nil
	}
	linked := withinLink(node)
	for _, item := range node.(*content.CitationNode).Citation.Items {
		if s, ok := p.drawing.site.Set.Source(item.Key); ok {
			locator := setRanges(item.Locator)
			if !p.drawing.notes.locate(p.Bytes(), s, locator) {
				p.note(p.drawing.mark(s, locator), linked)
			}
		}
	}
	return ast.WalkContinue, nil
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
