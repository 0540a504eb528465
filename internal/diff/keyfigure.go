package diff

import (
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/site"
)

// keyFigure is that of a chapter.
func (f *spotter) keyFigure(p *site.Page) []*spot {
	h := p.Headline
	if h == nil {
		return nil
	}
	front := p.Document.Section.Headline
	key := &spot{kind: KeyFigure, page: p, pos: front.Indicator.Pos, shape: string(KeyFigure), asks: string(KeyFigure), lost: h.Now == nil}
	key.text = strings.TrimSpace(f.number(h.Now) + " " + h.Words.Plain())
	if h.Change != nil {
		key.text += ", " + h.Change.Text
	}
	key.rest(f.cells([]*data.Observation{h.Now, h.Base}))
	return []*spot{key}
}

// overview is the rows of an edition's table of key figures.
func (f *spotter) overview(p *site.Page) []*spot {
	if p.Edition == nil || p.Edition.Page != p {
		return nil
	}
	var all []*spot
	for _, area := range p.Edition.Areas {
		chapter, ok := p.Edition.Chapter(area.ID)
		if !ok || chapter.Headline == nil {
			continue
		}
		h := chapter.Headline
		row := &spot{kind: Overview, page: p, pos: p.Pos(), shape: "row " + area.ID, lost: h.Now == nil}
		row.asks = row.shape
		row.text = area.Name + ": " + f.number(h.Base) + ", " + f.number(h.Now)
		if h.Change != nil {
			row.text += ", " + h.Change.Text
		}
		row.rest(f.cells([]*data.Observation{h.Now, h.Base}))
		all = append(all, row)
	}
	return all
}

// number is an observation as a key figure shows it.
func (f *spotter) number(o *data.Observation) string {
	if text, ok := figure.Written(o, f.site.Locale); ok {
		return text
	}
	return "no figure"
}
