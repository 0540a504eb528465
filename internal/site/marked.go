package site

import (
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
)

// RevisedMark stands behind a revised value where no link may stand: in titles,
// the texts of images, links, feeds.
const RevisedMark = "\u00a0[r]"

// Marked is Plain, with the mark of a revised value behind each figure and claim
// that rests on one.
func (t *Text) Marked() string {
	if t == nil {
		return ""
	}
	return content.Plain(t.Markdown, t.MarkedWords)
}

// PlainTitle is the page's title without marks of revised values: for a browser's
// tab, for those who cite the page, and for machines that describe it, to whom the
// mark is noise.
func (p *Page) PlainTitle() string { return p.plainTitle }

// MarkedWords are Words with the mark of a revised value, if they rest on one, or of one
// that is not there yet.
func (t *Text) MarkedWords(e *content.Expression) string {
	words := t.Words(e)
	if t.values[e.Index].NotYet() {
		return strings.TrimPrefix(words+" "+NotYetMark, " ")
	}
	if v := t.values[e.Index]; words != "" && !v.Failed && t.Page.RestsOnRevised(v.Used...) {
		words += RevisedMark
	}
	return words
}

// Revised tells whether a figure or claim of the text rests on a revised value.
func (t *Text) Revised() bool {
	return t != nil && slices.ContainsFunc(t.values, func(v Value) bool { return !v.Failed && t.Page.RestsOnRevised(v.Used...) })
}

// RestsOnRevised tells whether readers of the page are told that one of some
// observations, which may be nil, was revised: then what rests on them is marked
// as they are.
func (p *Page) RestsOnRevised(used ...*data.Observation) bool {
	return slices.ContainsFunc(used, func(o *data.Observation) bool { return o != nil && p.Revised(o) })
}

// RevisionsOf lists the revisions of an observation that the page tells of, the
// earliest first. Nil has none, and no page tells of any.
func (p *Page) RevisionsOf(o *data.Observation) []*data.Revision {
	if p == nil || o == nil {
		return nil
	}
	return p.revisionsOf(o)
}

// markRevised marks the cells of a chart's table that hold a revised value, or
// rest on one.
func (c *Chart) markRevised(p *Page) {
	for _, row := range c.Table.Rows {
		for i := range row {
			d := &row[i]
			d.Revised = !d.Heading && (p.RestsOnRevised(d.Observation) || p.RestsOnRevised(d.Used...))
		}
	}
}
