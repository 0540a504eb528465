package prose

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"bulletin/internal/content"
)

// walk gathers the passages of a piece of Markdown. Text, pieces and runs of
// all of them stand in one buffer each.
type walk struct {
	m      *content.Markdown
	words  func(*content.Expression) string
	text   []byte
	pieces []Piece
	runs   []run
	found  []part
	first  int // where the text of the passage begins
	opened int // and its pieces
	source int // no node that is still to come begins before it

	claim   *content.Expression // that the walk is in
	link    *Link
	ordered bool // the item that the walk is in
}

// part is a passage in the making: where it begins in the buffers.
type part struct {
	kind                         Kind
	ordered                      bool
	text, pieces, runs           int
	textStop, pieceStop, runStop int
}

// Passages is every passage of m in reading order, remarks last. words gives
// the words of each figure.
func Passages(m *content.Markdown, words func(*content.Expression) string) []Passage {
	return new(walk).passages(nil, m, words)
}

// passages adds those of m to a list. The buffers may hold what belongs to
// others.
func (w *walk) passages(all []Passage, m *content.Markdown, words func(*content.Expression) string) []Passage {
	if m == nil {
		return all
	}
	w.m, w.words, w.source, w.claim, w.link = m, words, 0, nil, nil
	w.text, w.found = slices.Grow(w.text[:0], len(m.Source)+len(m.Source)/8), w.found[:0]
	w.pieces = slices.Grow(w.pieces, 16+2*len(m.Expressions)+2*len(m.Links)+2*len(m.Citations))
	w.runs = slices.Grow(w.runs, 16+2*len(m.Expressions)+len(m.Source)/64)
	kind := Paragraph
	if m.Inline {
		kind = Title
	}
	w.blocks(m.Root, kind)
	for _, r := range m.Remarks {
		w.blocks(r.Node, Remark)
	}
	text := string(w.text)
	all = slices.Grow(all, len(w.found))
	for _, f := range w.found {
		all = append(all, Passage{
			Kind: f.kind, Ordered: f.ordered, Text: text[f.text:f.textStop], m: m,
			Pieces: w.pieces[f.pieces:f.pieceStop:f.pieceStop], runs: w.runs[f.runs:f.runStop:f.runStop],
		})
	}
	return all
}

func (w *walk) blocks(parent ast.Node, kind Kind) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			w.passage(n, kind)
		case *ast.Heading:
			w.passage(n, Heading)
		case *east.TableCell:
			w.passage(n, Cell)
		case *ast.ListItem:
			list, ok := n.Parent().(*ast.List)
			outer := w.ordered
			w.ordered = ok && list.IsOrdered()
			w.blocks(n, Item)
			w.ordered = outer
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *content.BlockNode:
		default:
			w.blocks(n, kind)
		}
	}
}

// passage adds the running text of a block, and that of its images behind it.
func (w *walk) passage(n ast.Node, kind Kind) {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		w.source = lines.At(0).Start
	}
	f, images := w.begin(kind), []ast.Node(nil)
	w.inlines(n, &images)
	w.end(f)
	for _, image := range images {
		f := w.begin(Image)
		w.source = max(image.Pos(), 0)
		w.inlines(image, nil)
		w.end(f)
	}
}

func (w *walk) begin(kind Kind) part {
	w.first, w.opened = len(w.text), len(w.pieces)
	return part{kind: kind, ordered: w.ordered, text: len(w.text), pieces: len(w.pieces), runs: len(w.runs)}
}

// end closes a passage, without the spaces at its end.
func (w *walk) end(f part) {
	w.trim()
	f.textStop, f.pieceStop, f.runStop = len(w.text), len(w.pieces), len(w.runs)
	if f.textStop > f.text {
		w.found = append(w.found, f)
	}
}

// trim takes the spaces at the end of the passage away.
func (w *walk) trim() {
	for len(w.text) > w.first && w.text[len(w.text)-1] == ' ' {
		w.text = w.text[:len(w.text)-1]
	}
	for i := len(w.pieces) - 1; i >= w.opened && w.pieces[i].Stop > w.at(); i-- {
		w.pieces[i].Stop = w.at()
		w.pieces[i].Start = min(w.pieces[i].Start, w.at())
	}
}

// at is how long the text of the passage is so far.
func (w *walk) at() int { return len(w.text) - w.first }

func (w *walk) inlines(parent ast.Node, images *[]ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			w.typed(n, Words)
		case *ast.String:
			w.sign(n)
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					w.typed(t, Code)
				}
			}
		case *ast.AutoLink:
			w.mark(Address, n.Label(w.m.Source), n.Label(w.m.Source))
		case *content.FigureNode:
			start := max(n.Pos(), w.source)
			stop := w.behind(start, "}}")
			w.fixed(Figure, n.Expression, w.words(n.Expression), start, stop-start)
		case *content.TodoNode: // nothing that readers of the text are told
			w.source = w.behind(max(n.Pos(), w.source), "}}")
		case *content.ClaimNode:
			w.claim, w.source = n.Expression, max(w.source, n.Pos()+1)
			w.inlines(n, images)
			w.claim = nil
			w.source = w.behind(w.source, "}}")
		case *content.CitationNode, *content.RemarkNode:
			w.note(n)
		case *ast.Image:
			if images != nil {
				*images = append(*images, n)
			}
			w.source = w.behindLink(n)
		case *ast.Link:
			w.link = &Link{Start: w.at(), Destination: w.m.Destination(n)}
			w.inlines(n, images)
			w.link.Stop, w.link = w.at(), nil
			w.source = w.behindLink(n)
		case *ast.RawHTML:
			if n.Segments.Len() > 0 {
				w.source = max(w.source, n.Segments.At(n.Segments.Len()-1).Stop)
			}
		default:
			w.inlines(n, images)
		}
	}
}
