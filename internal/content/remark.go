package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// unknownRemark reports a [^1] that the parser before it did not take: nothing
// defines it.
type unknownRemark struct{}

func (unknownRemark) Trigger() []byte { return []byte{'['} }

func (unknownRemark) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 3 || line[1] != '^' {
		return nil
	}
	end := bytes.IndexAny(line, "] \t\n")
	if end < 3 || line[end] != ']' {
		return nil
	}
	s := pc.(*scan)
	mark := line[:end+1]
	hint := "define it in a paragraph of its own: " + string(mark) + ": the remark"
	if s.m.Inline {
		hint = "a title or another single line has no remarks"
	}
	s.problems.Errorf(s.m.at(segment.Start), s.m.chars(span{segment.Start, segment.Start + end + 1}), "markdown", hint, "there is no remark %s", mark)
	return nil
}

// takeRemarks takes the definitions of remarks out of the tree.
func (s *scan) takeRemarks() []*Remark {
	list := findList(s.m.Root)
	if list == nil {
		return nil
	}
	list.Parent().RemoveChild(list.Parent(), list)
	s.defined = map[int]bool{}
	var all []*Remark
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		f := n.(*east.Footnote)
		r := &Remark{Index: -1, Label: string(f.Ref), Node: f, Pos: s.m.NodePos(f)}
		all = append(all, r)
		s.defined[r.Pos.Line] = true
		if !f.HasChildren() {
			s.problems.Errorf(r.Pos, 1, "markdown", "write it behind the colon, in the same line: [^"+r.Label+"]: the remark", "the remark [^%s] is empty", r.Label)
		}
		if f.Index > 0 {
			s.remarks[f.Index] = r
		}
	}
	return all
}

// vacate takes a block out of the tree that the definition of a remark left
// empty: the quote or the item of a list that it was written in.
func (s *scan) vacate(parent, n ast.Node) {
	if n.HasChildren() {
		return
	}
	switch n.(type) {
	case *ast.Blockquote, *ast.List:
		parent.RemoveChild(parent, n)
	case *ast.ListItem:
		if s.defined[s.m.NodePos(n).Line] {
			parent.RemoveChild(parent, n)
		}
	}
}

func findList(n ast.Node) *east.FootnoteList {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if list, ok := c.(*east.FootnoteList); ok {
			return list
		}
		if c.Type() == ast.TypeBlock {
			if list := findList(c); list != nil {
				return list
			}
		}
	}
	return nil
}

// unused reports remarks that no text refers to, and those defined twice.
func (s *scan) unused(all []*Remark) {
	first := map[string]*Remark{}
	for _, r := range all {
		before, twice := first[r.Label]
		if !twice {
			first[r.Label] = r
		}
		if r.Index >= 0 {
			continue
		}
		s.coverCode(r.Node)
		if twice {
			s.problems.Errorf(r.Pos, 1, "markdown", "give one of them another name", "the remark [^%s] is already defined in line %d", r.Label, before.Pos.Line)
			continue
		}
		s.problems.Errorf(r.Pos, 1, "markdown", "add the mark [^"+r.Label+"] to the text, or remove the remark", "no text refers to the remark [^%s]", r.Label)
	}
}
