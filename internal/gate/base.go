package gate

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// base finds a key figure that has nothing to be compared with, where others of its
// indicator have. The check says nothing of it: a first edition has no earlier values.
func (g *gathering) base(i int, p *site.Page) {
	if !g.lacksBase(p) || g.list.Unsure {
		return
	}
	word := p.Document.Section.Headline.Indicator
	g.find(&g.left[i], Cell, word.Pos, word.Len, "enter it in data/observations/, with status: O if there is none",
		"the key figure has nothing to be compared with: the data has no %s, %s, %s", p.Headline.Indicator.ID, p.Area.Name, p.Headline.BaseTime)
}

// lacksBase tells whether the value that a page's key figure is compared with is one
// that should be there.
func (g *gathering) lacksBase(p *site.Page) bool {
	h := p.Headline
	return h != nil && h.Now != nil && h.Base == nil && slices.ContainsFunc(g.site.Set.Observations(), func(o *data.Observation) bool {
		return o.Indicator == h.Indicator && len(o.Path) == 0 && o.Period.Same(h.BaseTime)
	})
}
