package content

import (
	"github.com/yuin/goldmark/ast"

	"bulletin/internal/diag"
)

// The kinds of the nodes that this package adds to goldmark's.
var (
	KindFigure   = ast.NewNodeKind("Figure")
	KindClaim    = ast.NewNodeKind("Claim")
	KindCitation = ast.NewNodeKind("Citation")
	KindRemark   = ast.NewNodeKind("Remark")
	KindBlock    = ast.NewNodeKind("Block")
	KindTodo     = ast.NewNodeKind("Todo")

	kindClaimOpener = ast.NewNodeKind("ClaimOpener")
)

// FigureNode is a figure, {{ … }}. It has no children.
type FigureNode struct {
	ast.BaseInline
	Expression *Expression
}

// Kind is KindFigure.
func (n *FigureNode) Kind() ast.NodeKind { return KindFigure }

// Dump writes the node for debugging.
func (n *FigureNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Source": n.Expression.Source}, nil)
}

// ClaimNode is a claim, […]{{ … }}. Its children are what the reader sees.
type ClaimNode struct {
	ast.BaseInline
	Expression *Expression
}

// Kind is KindClaim.
func (n *ClaimNode) Kind() ast.NodeKind { return KindClaim }

// Dump writes the node for debugging.
func (n *ClaimNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Source": n.Expression.Source}, nil)
}

// CitationNode is a citation, [@key, p. 4; @other]. It has no children.
type CitationNode struct {
	ast.BaseInline
	Citation *Citation
}

// Kind is KindCitation.
func (n *CitationNode) Kind() ast.NodeKind { return KindCitation }

// Dump writes the node for debugging.
func (n *CitationNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// RemarkNode is the mark of a remark, [^1]. It has no children.
type RemarkNode struct {
	ast.BaseInline
	Remark *Remark
}

// Kind is KindRemark.
func (n *RemarkNode) Kind() ast.NodeKind { return KindRemark }

// Dump writes the node for debugging.
func (n *RemarkNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Label": n.Remark.Label}, nil)
}

// Remark is a footnote of the author's own words: [^1]: …
type Remark struct {
	Index int    // in Markdown.Remarks
	Label string // as written, "1"
	Node  ast.Node
	Pos   diag.Pos // of its definition
}

// BlockNode stands in place of a fenced ```chart or ```table block.
type BlockNode struct {
	ast.BaseBlock
	Block *Block
}

// Kind is KindBlock.
func (n *BlockNode) Kind() ast.NodeKind { return KindBlock }

// IsRaw is true: there is no Markdown in its lines.
func (n *BlockNode) IsRaw() bool { return true }

// Dump writes the node for debugging.
func (n *BlockNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Kind": string(n.Block.Kind)}, nil)
}

// claimOpener keeps the place of a claim's opening bracket until the closing
// one is reached.
type claimOpener struct {
	ast.BaseInline
	start, end int      // source offsets of the two brackets
	bottom     ast.Node // the last delimiter before it; nil without one
}

func (n *claimOpener) Kind() ast.NodeKind { return kindClaimOpener }

func (n *claimOpener) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
