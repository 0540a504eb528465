package render

import (
	"slices"
	"strings"

	"bulletin/internal/site"
)

// places is the order in which pages are listed: editions, the newest first,
// each from its opening page on, then snapshots, articles, regions and the rest.
func (d *drawing) places() map[*site.Page]int {
	at := make(map[*site.Page]int, len(d.site.Pages))
	add := func(pages ...*site.Page) {
		for _, p := range pages {
			if _, known := at[p]; !known {
				at[p] = len(at)
			}
		}
	}
	for _, e := range d.site.Editions {
		add(e.Page)
		add(e.Sections...)
	}
	add(d.site.Snapshots...)
	add(d.site.Articles...)
	add(d.site.Regions...)
	add(d.site.Pages...)
	return at
}

// usedIn are the pages that use a source, those of an edition together.
func (d *drawing) usedIn(pages []*site.Page, places map[*site.Page]int) (all []UsedView, more string) {
	sorted := slices.Clone(pages)
	slices.SortFunc(sorted, func(x, y *site.Page) int { return places[x] - places[y] })
	if left := len(sorted) - mostPages; left > 0 {
		sorted = sorted[:mostPages]
		more = "and " + d.count(left, "more page", "more pages")
	}
	for i, p := range sorted {
		opening := openingOf(p)
		if i == 0 || openingOf(sorted[i-1]) != opening {
			all = append(all, UsedView{Group: d.partName(opening)})
		}
		group := &all[len(all)-1]
		link := d.pageLink(p)
		if p == opening {
			link.Text = "opening page"
		}
		group.Pages = append(group.Pages, link)
		if last := i+1 == len(sorted) || openingOf(sorted[i+1]) != opening; last && p == opening && p.Edition == nil && len(group.Pages) == 1 {
			group.Pages[0].Text, group.Group = group.Group, "" // a page of its own
		}
	}
	for _, u := range all {
		d.say(u.Group)
		for _, p := range u.Pages {
			d.say(p.Text)
		}
	}
	return all, more
}

// openingOf is the page that opens the part of the site in which a page lies: of
// an edition its opening page, else the one right below the home page.
func openingOf(p *site.Page) *site.Page {
	if p.Edition != nil {
		return p.Edition.Page
	}
	for p.Parent != nil && p.Parent.Parent != nil {
		p = p.Parent
	}
	return p
}

// partName is the title of a part's opening page; of an edition with its period,
// where the title does not say it.
func (d *drawing) partName(opening *site.Page) string {
	if opening.Kind == site.Home {
		return "Home"
	}
	name, l := opening.Title, d.site.Locale
	if e := opening.Edition; e != nil {
		if when := l.Period(e.Period); !strings.Contains(strings.ToLower(name), strings.ToLower(when)) && !strings.Contains(name, l.Months(e.Period)) {
			name += ", " + when
		}
	}
	return name
}
