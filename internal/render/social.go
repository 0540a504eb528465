package render

import (
	"strings"

	"bulletin/internal/chart"
	"bulletin/internal/site"
)

// published is the day on which a page's words were published, or "".
func published(p *site.Page) string {
	if day := p.Day(); day != 0 {
		return day.String()
	}
	return ""
}

// socialLocale is a language tag as the Open Graph protocol wants it, with a territory:
// "en_GB". English without one is that of the United Kingdom, whose dates and spelling
// the pages have.
func socialLocale(tag string) string {
	language, rest, _ := strings.Cut(tag, "-")
	for part := range strings.SplitSeq(rest, "-") {
		if len(part) == 2 { // a region; four letters are a script
			return strings.ToLower(language) + "_" + strings.ToUpper(part)
		}
	}
	return strings.ToLower(language) + "_GB"
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
