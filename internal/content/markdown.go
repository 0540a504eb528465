package content

import (
	"bytes"
	"html"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"bulletin/internal/diag"
)

// Markdown is a parsed body, or a parsed string of the front matter or of a
// block. Its lists are in reading order; what stands in remarks comes last.
type Markdown struct {
	Source      []byte        // what the segments of the nodes point into
	Root        *ast.Document // without the definitions of remarks
	Inline      bool          // a title or another single line: paragraphs only, their <p> is not wanted
	Expressions []*Expression // numbered by Expression.Index
	Citations   []*Citation
	Blocks      []*Block  // numbered by Block.Index
	Remarks     []*Remark // in the order of their first mark
	Headings    []*ast.Heading
	Links       []Link // links, bare addresses and images

	at func(offset int) diag.Pos
}

// Link is a link, a bare address or an image.
type Link struct {
	Node        ast.Node // *ast.Link, *ast.AutoLink or *ast.Image
	Destination string   // with escapes and entities resolved
	Image       bool
	Pos         diag.Pos // of its first character
}

// Pos is the place in the file of the byte of Source at offset.
func (m *Markdown) Pos(offset int) diag.Pos { return m.at(offset) }

// Empty tells whether there is nothing to show. A nil Markdown is empty.
func (m *Markdown) Empty() bool { return m == nil || m.Root == nil || !m.Root.HasChildren() }

// NodePos is the place of a node's first character: of a link its bracket, of
// emphasis its asterisk. A node that goldmark gives no place has that of its
// first descendant with one, or else of its nearest relative before it.
func (m *Markdown) NodePos(n ast.Node) diag.Pos { return m.at(offsetOf(n)) }

func offsetOf(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if at := firstOffset(n); at >= 0 {
			return at
		}
		for before := n.PreviousSibling(); before != nil; before = before.PreviousSibling() {
			if at := firstOffset(before); at >= 0 {
				return at
			}
		}
	}
	return 0
}

func firstOffset(n ast.Node) int {
	if at := n.Pos(); at >= 0 {
		return at
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if at := firstOffset(c); at >= 0 {
			return at
		}
	}
	return -1
}

// Text is the text of a leaf (text, a typographic sign, a bare address, a piece
// of code), with escapes and entities resolved and not escaped for HTML. The
// line break at its end is not included. It is empty for other nodes.
func (m *Markdown) Text(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Text:
		if n.IsRaw() {
			return string(n.Segment.Value(m.Source))
		}
		return unescape(n.Segment.Value(m.Source))
	case *ast.String:
		return string(n.Value)
	case *ast.AutoLink:
		return string(n.Label(m.Source))
	}
	return ""
}

// Destination is the address of a link, a bare address or an image, with
// escapes and entities resolved; empty for other nodes.
func (m *Markdown) Destination(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Link:
		return unescape(n.Destination)
	case *ast.Image:
		return unescape(n.Destination)
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(n.Label(m.Source)), []byte("mailto:")) {
			return "mailto:" + string(n.Label(m.Source))
		}
		return string(n.URL(m.Source))
	}
	return ""
}

// LinkTitle is the title of a link or an image, resolved as Destination is.
func (m *Markdown) LinkTitle(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Link:
		return unescape(n.Title)
	case *ast.Image:
		return unescape(n.Title)
	}
	return ""
}

// unescape resolves backslash escapes and character references in one pass, so
// that \&amp; stays the five characters &amp;.
func unescape(text []byte) string {
	if bytes.IndexByte(text, '\\') < 0 && bytes.IndexByte(text, '&') < 0 {
		return string(text)
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]):
			i++
			out = append(out, text[i])
		case c == '&':
			// the longest name of a character reference has 31 letters
			end := bytes.IndexByte(text[i:min(len(text), i+34)], ';')
			if end < 0 {
				out = append(out, c)
				continue
			}
			reference := string(text[i : i+end+1])
			if resolved := html.UnescapeString(reference); resolved != reference {
				out = append(out, resolved...)
				i += end
				continue
			}
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}
