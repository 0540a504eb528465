package render

import (
	"slices"

	"bulletin/internal/content"
	"bulletin/internal/site"
)

func (d *drawing) region() []byte {
	front := d.page.Document.Region
	v := RegionView{}
	if front.Map.Value != "" {
		alt := d.page.Text(front.MapAlt).Marked()
		if alt == "" && front.MapAlt == nil {
			alt = "Map of " + d.page.Title
		}
		v.Map = d.upload(front.Map.Value, alt, site.ImageFact{Pos: front.Map.Pos, AltHint: "write one under mapAlt:"})
	} else {
		v.Locator = d.locator()
	}
	v.Overview = d.block(d.page.Text(front.Overview))
	v.Government = d.block(d.page.Text(front.GovernmentResponse))
	v.Body = d.body()
	v.News = d.news(front.News)
	if front.Links != nil {
		v.Links = &LinksView{Title: d.page.Text(front.Links.Title).Marked()}
		for _, l := range front.Links.Links {
			v.Links.Links = append(v.Links.Links, d.listed(l))
		}
	}
	for _, file := range front.Subregions {
		if p, ok := d.site.File(file.Value); ok {
			d.site.Page(p.Route) // its name is shown: a change of that is one of this page
			v.Subregions = append(v.Subregions, d.pageLink(p))
			continue
		}
		d.facts.Links = append(d.facts.Links, site.LinkFact{
			Pos: file.Pos, Len: file.Len, Text: file.Value, Target: site.Target{Route: "/" + file.Value},
		})
	}
	v.Frame = d.frame(d.description())
	if v.Description == "" {
		v.Description = firstSentence(d.page.Text(front.Overview).Plain())
	}
	return d.execute("region", v)
}

// locator draws the map of a region that brings none, or nil.
func (d *drawing) locator() *LocatorView { return d.drawLocator(d.site.Locator(d.page)) }

// listed is a quick link: outward as it is, inward from here.
func (d *drawing) listed(entry content.LinkEntry) Link {
	link := Link{Text: entry.Label.Value, Detail: d.page.Text(entry.Description).Marked()}
	d.say(link.Text, link.Detail)
	target, internal := d.locate(d.page, entry.URL.Value)
	if !internal {
		link.URL, link.Rel = entry.URL.Value, "external noopener"
		return link
	}
	d.facts.Links = append(d.facts.Links, site.LinkFact{Pos: entry.URL.Pos, Len: entry.URL.Len, Text: entry.URL.Value, Target: target})
	link.URL = d.link(target.Route)
	if target.Fragment != "" {
		link.URL += "#" + target.Fragment
	}
	return link
}

// news orders updates: pinned first, then the newest; the first visibleCount
// are shown.
func (d *drawing) news(front *content.News) *NewsView {
	if front == nil {
		return nil
	}
	updates := slices.Clone(front.Updates)
	slices.SortStableFunc(updates, func(x, y content.Update) int {
		switch {
		case x.Pinned != y.Pinned:
			if x.Pinned {
				return -1
			}
			return 1
		}
		return int(y.Date) - int(x.Date)
	})
	v := &NewsView{Title: d.page.Text(front.Title).Marked()}
	for i, u := range updates {
		update := UpdateView{
			Title: d.plainInline(d.page.Text(u.Title)), Body: d.block(d.page.Text(u.Content)), Pinned: u.Pinned,
			Date: d.site.Locale.Date(u.Date), ISODate: u.Date.String(),
		}
		if i < front.VisibleCount {
			v.Shown = append(v.Shown, update)
		} else {
			v.More = append(v.More, update)
		}
	}
	return v
}

// firstSentence is the beginning of a text, up to its first full stop.
func firstSentence(s string) string {
	for i, r := range s {
		if r == '.' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			return s[:i+1]
		}
	}
	return s
}
