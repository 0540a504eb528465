package site

import (
	"fmt"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
)

// ChooseChart chooses the cells of a chart or table that stands on a page by
// the word of a template, not of its text: yaml is what a block of the kind
// holds, and at is where it begins; where no line is known, its file is enough.
// The scope of its figures is the page's. The chart's Name is its id:, or one that no block of the page
// has; two charts of templates on one page want an id: each. Where there are
// problems, the chart has no Spec. It may be called by many at once.
//
// Claims in its words are compared with the data. The other rules of package
// check read the site before any page is drawn, and so before a template has
// asked for a chart: they never see it.
func (s *Site) ChooseChart(p *Page, kind content.BlockKind, at diag.Pos, yaml []byte) (*Chart, diag.Problems) {
	a := &assembly{Site: s}
	block, found := s.parser().ParseBlock(kind, at, yaml)
	a.problems = found
	c := &Chart{Block: block, Page: p, Title: a.aside(p, block.Title), Note: a.aside(p, block.Note)}
	a.choose(c, p)
	switch id := block.ID; {
	case id.Value == "" || !a.nameable(id):
		c.Name = freeName(generated(block), p.names)
	case p.names[id.Value]:
		a.refuse(id, "give each chart of a page an id of its own", "the id %q is taken by a chart in the text of %s", id.Value, p.Route)
		c.Name = freeName(id.Value, p.names)
	default:
		c.Name = id.Value
	}
	for _, t := range []*Text{c.Title, c.Note} {
		a.compareClaims(t)
	}
	if a.problems.Errors() > 0 {
		c.Spec = nil
	}
	if at.Line == 0 { // lines of the YAML are none of the file
		for i := range a.problems {
			p := &a.problems[i]
			if p.Pos.Line > 0 {
				p.Message = fmt.Sprintf("in a %s, line %d: %s", kind, p.Pos.Line, p.Message)
				p.Pos, p.Len = at, 0
			}
		}
	}
	return c, a.problems
}

// compareClaims compares the claims of a text with the data, as the rule claim
// does for the texts of pages.
func (a *assembly) compareClaims(t *Text) {
	if t == nil {
		return
	}
	for _, e := range t.Markdown.Expressions {
		v := t.Value(e)
		if !e.Claim || e.Broken || e.Literal || v.Failed {
			continue
		}
		claim := figure.Claim{Text: e.ClaimText, Pos: e.ClaimPos, Len: e.ClaimLen}
		for _, found := range figure.CheckClaim(claim, v.Value, t.Page.scope) {
			a.problems.Errorf(found.Pos, found.Len, "claim", found.Hint, "%s", found.Message)
		}
	}
}

// aside evaluates a piece of Markdown that is none of a page's own.
func (a *assembly) aside(p *Page, m *content.Markdown) *Text {
	if m == nil {
		return nil
	}
	return a.text(p, m, map[string]bool{})
}
