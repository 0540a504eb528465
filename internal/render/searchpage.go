package render

import (
	"strings"

	"bulletin/internal/site"
)

// mostListed is how many pages a site may have whose list of all tells of each chapter.
const mostListed = 2000

// searchPage draws the page of the search.
func (d *drawing) searchPage() []byte {
	f := d.findings()
	v := SearchView{Index: d.link("/"+searchPath) + "?v=" + newAsset(searchPath, d.index).Hash}
	if script := d.templates.asset("assets/search.js"); script != "" {
		v.Script = d.root + script
	}
	group := func(id, title string, short bool, entries []SearchEntry) {
		if len(entries) > 0 {
			v.Groups = append(v.Groups, SearchGroup{
				ID: id, Title: title, Number: strings.TrimSpace(d.count(len(entries), "", "")), Entries: entries, Short: short,
			})
		}
	}
	group("all-areas", "Areas", true, d.entries(f.areas))
	group("all-indicators", "Indicators", true, d.entries(f.indicators))
	editions := make([]SearchEntry, 0, len(f.editions))
	for _, e := range f.editions {
		entry := d.entries([]*site.Page{e.Page})[0]
		if len(d.site.Pages) <= mostListed {
			for _, p := range found(e.Sections) {
				inner := d.pageLink(p)
				d.say(inner.Text)
				entry.Inner = append(entry.Inner, inner)
			}
		}
		editions = append(editions, entry)
	}
	group("all-reports", "Reports", false, editions)
	group("all-snapshots", "Snapshots", true, d.entries(f.snapshots))
	group("all-news", "News", false, d.entries(f.news))
	group("all-regions", "Regions", true, d.entries(f.regions))
	group("all-pages", "Pages", true, d.entries(f.others))
	v.Frame = d.frame(nil)
	if a := d.templates.asset("assets/search.css"); a != "" {
		v.Stylesheets = append(v.Stylesheets, d.root+a)
	}
	v.Description = "Areas, indicators, reports and passages of " + d.site.Set.Site.Title + "."
	return d.execute("search", v)
}

// entries are pages as the list of all shows them.
func (d *drawing) entries(pages []*site.Page) []SearchEntry {
	all := make([]SearchEntry, 0, len(pages))
	for _, l := range d.pageLinks(pages) {
		all = append(all, SearchEntry{Link: l})
	}
	return all
}

// searchLink leads to the search; nil where the site has none.
func (d *drawing) searchLink() *Link {
	p, ok := d.site.Page(site.SearchRoute)
	if !ok {
		return nil
	}
	l := d.pageLink(p)
	return &l
}
