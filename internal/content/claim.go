package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// claimParser reads […]{{ … }}. Which brackets belong to claims is found out
// for the whole block when its first bracket is met; the opening one leaves a
// mark among the nodes, and the closing one gathers what has come since.
type claimParser struct{}

func (claimParser) Trigger() []byte { return []byte{'[', ']', '!'} }

func (claimParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	s := pc.(*scan)
	switch line[0] {
	case '!': // not the beginning of an image, when a claim follows
		if len(line) > 1 && line[1] == '[' && s.claimsOf(parent)[segment.Start+1] > 0 {
			block.Advance(1)
			return ast.NewTextSegment(segment.WithStop(segment.Start + 1))
		}
	case '[':
		end, ok := s.claimsOf(parent)[segment.Start]
		if !ok {
			return nil
		}
		opener := &claimOpener{start: segment.Start, end: end}
		if last := pc.LastDelimiter(); last != nil {
			opener.bottom = last
		}
		s.open = append(s.open, opener)
		block.Advance(1)
		return opener
	case ']':
		return s.closeClaim(parent, block, segment.Start)
	}
	return nil
}

// closeClaim makes the claim whose closing bracket stands at offset.
func (s *scan) closeClaim(parent ast.Node, block text.Reader, offset int) ast.Node {
	if len(s.open) == 0 {
		return nil
	}
	opener := s.open[len(s.open)-1]
	if opener.end != offset || opener.Parent() != parent {
		return nil
	}
	s.open = s.open[:len(s.open)-1]
	block.Advance(1)
	b, ok := s.take(parent, block)
	if !ok {
		ast.MergeOrReplaceTextSegment(parent, opener, text.NewSegment(opener.start, opener.start+1))
		return ast.NewTextSegment(text.NewSegment(offset, offset+1))
	}
	parser.ProcessDelimiters(opener.bottom, s)
	claim := &ClaimNode{Expression: &Expression{whole: b.whole, at: s.m.at, Claim: true}}
	claim.SetPos(opener.start)
	for c := opener.NextSibling(); c != nil; {
		next := c.NextSibling()
		claim.AppendChild(claim, c)
		c = next
	}
	parent.RemoveChild(parent, opener)
	e := claim.Expression
	inside := span{opener.start + 1, offset}
	e.ClaimPos, e.ClaimLen = s.m.at(inside.start), s.m.chars(inside)
	return claim
}

// CloseBlock turns the brackets of claims that were not reached into text: a
// link has swallowed their ends.
func (claimParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	s := pc.(*scan)
	for _, o := range s.open {
		if p := o.Parent(); p != nil {
			p.ReplaceChild(p, o, ast.NewTextSegment(text.NewSegment(o.start, o.start+1)))
		}
	}
	s.open, s.block, s.claims = nil, nil, nil
}

// claimsOf finds the claims of a block, by the source offsets of their
// brackets.
func (s *scan) claimsOf(block ast.Node) map[int]int {
	if s.block == block {
		return s.claims
	}
	s.block, s.claims = block, nil
	lines := block.Lines()
	if lines.Len() == 0 {
		return nil
	}
	all := s.m.Source[lines.At(0).Start:lines.At(lines.Len()-1).Stop]
	if !bytes.Contains(all, []byte("]{{")) {
		return nil
	}
	f := flatten(s.m.Source, lines)
	s.claims = map[int]int{}
	for _, pair := range bracketPairs(f.text) {
		s.claims[f.source(pair.start)] = f.source(pair.stop)
	}
	return s.claims
}

// flat is the text of a block in one piece.
type flat struct {
	text   []byte
	starts []part // where each line begins, in text and in the source
}

func flatten(src []byte, lines *text.Segments) flat {
	var f flat
	for i := range lines.Len() {
		l := lines.At(i)
		f.starts = append(f.starts, part{len(f.text), l.Start})
		f.text = append(f.text, src[l.Start:l.Stop]...)
	}
	return f
}

// source is the offset in the source of a byte of the text.
func (f flat) source(offset int) int {
	low, high := 0, len(f.starts)
	for high-low > 1 {
		if mid := (low + high) / 2; f.starts[mid].text <= offset {
			low = mid
		} else {
			high = mid
		}
	}
	return f.starts[low].source + offset - f.starts[low].text
}

// bracketPairs finds the brackets that {{ … }} follows: the offsets of [ and ].
// Escapes, code spans and braces are passed over; notes and citations are no
// claims.
func bracketPairs(text []byte) []span {
	var pairs []span
	var open []int
	unclosed := map[int]bool{} // lengths of runs of backticks that nothing closes any more
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '`':
			n := run(text[i:])
			end := -1
			if !unclosed[n] {
				end = closingRun(text[i+n:], n)
			}
			if end < 0 {
				unclosed[n] = true
				i += n - 1
				continue
			}
			i += n + end + n - 1
		case '{':
			if n := bracesLen(text[i:]); n > 0 {
				i += n - 1
			}
		case '[':
			open = append(open, i)
		case ']':
			if len(open) == 0 {
				continue
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			note := text[start+1] == '^' || text[start+1] == '@'
			if !note && bracesLen(text[i+1:]) > 0 {
				pairs = append(pairs, span{start, i})
			}
		}
	}
	return pairs
}

// bracesLen is the length of the {{ … }} that text begins with; 0 without one.
func bracesLen(text []byte) int {
	if !bytes.HasPrefix(text, []byte("{{")) {
		return 0
	}
	rest := text[2:]
	if end := bytes.Index(rest, []byte("}}")); end >= 0 && len(bytes.TrimSpace(rest[:end])) > 0 && !bytes.Contains(rest[:end], []byte("{{")) {
		return 2 + end + 2
	}
	return 0
}

// run counts the backticks that text begins with.
func run(text []byte) int {
	n := 0
	for n < len(text) && text[n] == '`' {
		n++
	}
	return n
}

// closingRun is the offset of the first run of exactly n backticks, or -1.
func closingRun(text []byte, n int) int {
	for i := 0; i < len(text); {
		if text[i] != '`' {
			i++
			continue
		}
		found := run(text[i:])
		if found == n {
			return i
		}
		i += found
	}
	return -1
}

// checkClaim reports what cannot be compared with a value.
func (s *scan) checkClaim(n *ClaimNode) {
	e := n.Expression
	e.ClaimText = PlainNode(s.m, n, func(*Expression) string { return "" })
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		e.Broken = !s.checkClaimPart(c) || e.Broken
	}
	if e.ClaimText == "" && !e.Broken {
		e.Broken = true
		s.problems.Errorf(s.m.NodePos(n), e.ClaimLen+2, "claim", "write the words that the data is to check, or leave the brackets out", "the brackets of this claim hold no words")
	}
}

// checkClaimPart is false where a part was reported.
func (s *scan) checkClaimPart(n ast.Node) bool {
	what := ""
	switch n.(type) {
	case *ast.Text, *ast.String, *ast.CodeSpan:
		return true
	case *ast.Emphasis:
		fine := true
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			fine = s.checkClaimPart(c) && fine
		}
		return fine
	case *ast.RawHTML: // reported wherever it stands
		return false
	case *FigureNode:
		what = "a figure"
	case *TodoNode:
		what = "a mark of what is to be done"
	case *ClaimNode:
		what = "another claim"
	case *CitationNode, *RemarkNode, *east.FootnoteLink:
		what = "a note"
	case *east.Strikethrough:
		what = "words that are struck out"
	case *ast.Image:
		what = "an image"
	default:
		what = "a link"
	}
	s.problems.Errorf(s.m.NodePos(n), 1, "claim", "take it out of the brackets: they hold the words that the data checks", "a claim cannot hold %s", what)
	return false
}
