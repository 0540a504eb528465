package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"bulletin/internal/diag"
)

// collect goes through the tree in reading order: it numbers figures and
// blocks, lists what others look for, puts this package's nodes in place of
// goldmark's, and reports what the site does not take.
func (s *scan) collect() {
	all := s.takeRemarks()
	s.visitChildren(s.m.Root)
	for i := 0; i < len(s.m.Remarks); i++ { // a remark may refer to further ones
		s.within = s.m.Remarks[i]
		s.visitChildren(s.within.Node)
	}
	s.unused(all)
	if s.m.Inline && s.m.Root.ChildCount() > 1 {
		second := s.m.Root.FirstChild().NextSibling()
		s.problems.Errorf(s.m.NodePos(second), 1, "markdown", "remove the empty line", "this text is a single paragraph, and here a second one begins")
	}
}

func (s *scan) visitChildren(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		s.visit(n, c)
		c = next
	}
}

func (s *scan) visit(parent, n ast.Node) {
	m := s.m
	switch n := n.(type) {
	case *FigureNode:
		s.finish(n.Expression)
		s.inAddress(n.Expression)
		return
	case *TodoNode:
		s.finish(n.Expression)
		return
	case *ClaimNode:
		s.finish(n.Expression)
		s.visitChildren(n)
		s.checkClaim(n)
		return
	case *CitationNode:
		m.Citations = append(m.Citations, n.Citation)
		s.eachOnce(n.Citation)
		s.carried(parent, n.Citation.Pos, n.Citation.Len)
		return
	case *east.FootnoteLink:
		s.placeRemark(parent, n)
		return
	case *ast.Heading:
		m.Headings = append(m.Headings, n)
		s.plainHeading(n)
	case *ast.Link, *ast.Image, *ast.AutoLink:
		s.link(n)
	case *ast.LinkReferenceDefinition:
		parent.RemoveChild(parent, n)
		return
	case *east.TableRow:
		s.wholeRow(n)
	case *ast.FencedCodeBlock:
		s.fenced(parent, n)
		return
	case *ast.CodeBlock, *ast.CodeSpan:
		s.coverCode(n)
		return
	case *ast.HTMLBlock, *ast.RawHTML:
		s.coverCode(n)
		s.html(n)
		return
	}
	s.visitChildren(n)
	s.vacate(parent, n)
}

// placeRemark puts a RemarkNode in place of goldmark's mark.
func (s *scan) placeRemark(parent ast.Node, n *east.FootnoteLink) {
	r := s.remarks[n.Index]
	if r == nil {
		return
	}
	at := span{n.Pos(), n.Pos() + len("[^]") + len(r.Label)}
	s.carried(parent, s.m.at(at.start), s.m.chars(at))
	if r == s.within {
		s.problems.Errorf(s.m.at(at.start), s.m.chars(at), "markdown", "remove the mark", "the remark [^%s] refers to itself", r.Label)
		parent.RemoveChild(parent, n)
		return
	}
	if r.Index < 0 {
		r.Index = len(s.m.Remarks)
		s.m.Remarks = append(s.m.Remarks, r)
	}
	mark := &RemarkNode{Remark: r}
	mark.SetPos(n.Pos())
	parent.ReplaceChild(parent, n, mark)
}

// plainHeading reports attributes behind a heading, which other generators read.
func (s *scan) plainHeading(n *ast.Heading) {
	if n.Lines().Len() == 0 {
		return
	}
	l := n.Lines().At(n.Lines().Len() - 1)
	line := bytes.TrimRight(s.m.Source[l.Start:l.Stop], " \t\n")
	i := bytes.LastIndexByte(line, '{')
	if i < 0 || !bytes.HasSuffix(line, []byte("}")) || line[i+1] != '#' && line[i+1] != '.' {
		return
	}
	s.problems.Errorf(s.m.at(l.Start+i), s.m.chars(span{l.Start + i, l.Stop}), "markdown", "remove it: the address of a heading is made from its words", "a heading takes no attributes")
}

// coverCode accounts for the braces in all code and HTML below n, n included.
func (s *scan) coverCode(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		s.coverLines(n)
	case *ast.HTMLBlock:
		s.coverLines(n)
		if n.HasClosure() {
			s.cover(span{n.ClosureLine.Start, n.ClosureLine.Stop})
		}
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			s.cover(span{n.Segments.At(i).Start, n.Segments.At(i).Stop})
		}
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				s.cover(span{t.Segment.Start, t.Segment.Stop})
			}
		}
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.coverCode(c)
	}
}

func (s *scan) coverLines(n ast.Node) {
	for i := range n.Lines().Len() {
		s.cover(span{n.Lines().At(i).Start, n.Lines().At(i).Stop})
	}
}

// html reports raw HTML.
func (s *scan) html(n ast.Node) {
	at := offsetOf(n)
	src := s.m.Source[at:]
	what, hint := "raw HTML", `use Markdown instead, or write \< for the character itself`
	switch {
	case bytes.HasPrefix(src, []byte("<!--")):
		what, hint = "an HTML comment", "remove it; notes for the team belong outside the page"
	case len(src) > 3 && bytes.EqualFold(src[:3], []byte("<br")):
		hint = `end the line with a backslash to break it`
	}
	length := bytes.IndexAny(src, ">\n") + 1
	s.problems.Errorf(s.m.at(at), s.m.chars(span{at, at + max(length, 1)}), "raw-html", hint, "%s is not rendered", what)
}

// wholeRow reports a table row with more cells than the table has columns,
// since those would be lost.
func (s *scan) wholeRow(n *east.TableRow) {
	last, ok := n.LastChild().(*east.TableCell)
	if !ok || last.Lines().Len() == 0 {
		return
	}
	stop := last.Lines().At(0).Stop
	rest := s.m.Source[stop:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	rest = bytes.TrimLeft(rest, " \t")
	if !bytes.HasPrefix(rest, []byte("|")) || len(bytes.TrimSpace(rest[1:])) == 0 {
		return
	}
	s.problems.Errorf(s.m.NodePos(n), 1, "markdown", `write \| for a pipe in a cell, or add a column to the first row`,
		"this row has more cells than the table has columns (%d)", n.ChildCount())
}

// fenced reads a ```chart or ```table block, and passes over other code.
func (s *scan) fenced(parent ast.Node, n *ast.FencedCodeBlock) {
	s.coverLines(n)
	start := offsetOf(n)
	pos := s.m.at(start)
	if !s.closed(n, start) {
		s.problems.Errorf(pos, 3, "markdown", "end it with a line of three backticks", "this block is not closed")
	}
	if n.Info == nil {
		return
	}
	info := string(n.Info.Segment.Value(s.m.Source))
	switch BlockKind(info) {
	case ChartBlock, TableBlock:
	default:
		if word, rest, _ := strings.Cut(info, " "); rest != "" && (BlockKind(word) == ChartBlock || BlockKind(word) == TableBlock) {
			s.problems.Errorf(s.m.at(n.Info.Segment.Start), len([]rune(info)), "chart", "write it on a line of its own in the block", "nothing can stand after %s", word)
		} else if near := diag.Nearest(info, []string{string(ChartBlock), string(TableBlock)}); near != "" {
			s.problems.Errorf(s.m.at(n.Info.Segment.Start), len([]rune(info)), "chart", `did you mean "`+near+`"?`, "unknown block %q", info)
		}
		return
	}
	b := &BlockNode{Block: s.decodeBlock(BlockKind(info), n, pos)}
	b.SetLines(n.Lines())
	b.SetPos(start)
	b.SetBlankPreviousLines(n.HasBlankPreviousLines())
	parent.ReplaceChild(parent, n, b)
}

// closed tells whether a fence stands below the block's last line.
func (s *scan) closed(n *ast.FencedCodeBlock, start int) bool {
	src, after := s.m.Source, 0
	if lines := n.Lines(); lines.Len() > 0 {
		after = lines.At(lines.Len() - 1).Stop
	} else if end := bytes.IndexByte(src[start:], '\n'); end >= 0 {
		after = start + end + 1
	} else {
		return false
	}
	line := src[min(after, len(src)):]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	line = bytes.TrimLeft(line, " \t>")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}
