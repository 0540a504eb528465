package render

import (
	"bulletin/internal/chart"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// published is the day on which a page's words were published, or "".
func published(p *site.Page) string {
	var day period.Day
	switch p.Kind {
	case site.Article:
		day = p.Document.Article.Date
	case site.Report:
		day = p.Document.Report.Published
	case site.Snapshot:
		day = p.Document.Snapshot.Published
	}
	if day == 0 {
		return ""
	}
	return day.String()
}

// shared is the card that the page is shared with: its own, or, of the home page,
// that of the latest edition.
func (d *drawing) shared() *CardView {
	p := d.page
	if p.Kind == site.Home && len(d.site.Editions) > 0 {
		p = d.site.Editions[0].Page
	}
	if d.site.Base == nil || !hasCard(p) {
		return nil
	}
	path := cardPath(p)
	if _, there := d.images[path]; !there {
		return nil
	}
	return &CardView{
		URL: d.site.Absolute("/" + path), Width: chart.CardWidth, Height: chart.CardHeight,
		Alternative: cardWords(card(d.site, p)),
	}
}
