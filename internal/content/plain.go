package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Plain is m as plain text: no marks, no notes, no charts, line breaks as
// spaces. text gives the words for each figure, and for each claim. A nil m is
// empty.
func Plain(m *Markdown, text func(*Expression) string) string {
	if m == nil {
		return ""
	}
	return PlainNode(m, m.Root, text)
}

// PlainNode is the content of one node of m as plain text: of a heading, a link
// or an image; of a claim the author's words.
func PlainNode(m *Markdown, n ast.Node, text func(*Expression) string) string {
	p := plain{m: m, text: text}
	if _, leaf := n.(*ClaimNode); leaf || n.HasChildren() {
		p.children(n)
	} else {
		p.node(n)
	}
	return strings.Join(strings.Fields(string(p.out)), " ")
}

type plain struct {
	m    *Markdown
	text func(*Expression) string
	out  []byte
}

func (p *plain) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.node(c)
	}
}

func (p *plain) node(n ast.Node) {
	switch n := n.(type) {
	case *FigureNode:
		p.out = append(p.out, p.text(n.Expression)...)
	case *ClaimNode:
		p.out = append(p.out, p.text(n.Expression)...)
	case *CitationNode, *RemarkNode:
		p.out = bytes.TrimRight(p.out, " ") // the note itself is not written
	case *ast.Text:
		p.out = append(p.out, p.m.Text(n)...)
		if n.SoftLineBreak() || n.HardLineBreak() {
			p.out = append(p.out, ' ')
		}
	case *ast.String, *ast.AutoLink:
		p.out = append(p.out, p.m.Text(n)...)
	case *BlockNode, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock, *ast.RawHTML:
	default:
		p.children(n)
		if n.Type() == ast.TypeBlock {
			p.out = append(p.out, ' ')
		}
	}
}
