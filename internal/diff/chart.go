package diff

import (
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/site"
)

// chart is the spot of a chart or a table: its cells, and what its title and
// note rest on.
func (f *spotter) chart(t *site.Text, c *site.Chart) *spot {
	b := c.Block
	at := &spot{kind: Table, page: t.Page, pos: b.Pos, text: plain(c.Title), lost: len(c.Used) == 0}
	if b.Kind == content.ChartBlock {
		at.kind = Chart
		at.lost = c.Spec == nil
	}
	if at.text == "" {
		at.text = c.Subtitle
	}
	var asks []string
	for _, word := range b.Words() {
		asks = append(asks, word.Value)
	}
	at.asks = strings.Join(asks, "\n")
	at.shape = at.asks
	at.rest(f.cells(slices.Collect(c.Observations())))
	for _, inner := range []*site.Text{c.Title, c.Note} {
		if inner == nil {
			continue
		}
		for _, s := range f.sentences(inner) {
			f.add(at, inner, s)
			at.shape += "\n" + s.shape
		}
	}
	return at
}
