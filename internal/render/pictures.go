package render

import (
	"strings"

	"bulletin/internal/chart"
	"bulletin/internal/diag"
	"bulletin/internal/site"
)

// Pictures lists the pictures of pages, which are open: the PNG of each chart beside
// its SVG, and the card of each edition, of its sections and of each snapshot.
func Pictures(s *site.Site, pages ...*site.Page) []Picture {
	var all []Picture
	for _, p := range pages {
		var inputs []string
		if p.Document != nil {
			inputs = []string{p.Document.File}
		}
		for _, f := range filesOf(s, p) {
			if f.chart.Spec == nil {
				continue
			}
			all = append(all, Picture{f.stem + ".png", inputs, func() ([]byte, diag.Problems) {
				src, err := chart.PNG(sheet(s, p, f.chart))
				if err != nil {
					return nil, f.undrawn(err)
				}
				return src, nil
			}})
		}
		if hasCard(p) {
			all = append(all, Picture{cardPath(p), inputs, func() ([]byte, diag.Problems) {
				src, err := chart.CardPNG(card(s, p))
				if err != nil {
					return nil, undrawn(err, p.Pos(), 0, cardTexts(p)...)
				}
				return src, nil
			}})
		}
	}
	return all
}

// hasCard tells whether a page has a social card of its own.
func hasCard(p *site.Page) bool {
	switch p.Kind {
	case site.Report, site.Chapter, site.Section:
		return p.Edition != nil
	case site.Snapshot:
		return !p.Period.IsZero()
	}
	return false
}

func cardPath(p *site.Page) string { return strings.TrimPrefix(p.Route, "/") + "card.png" }
