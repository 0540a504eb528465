package render

import (
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// revisionsPage draws the page of all revisions: the newest first, those of a day
// together.
func (d *drawing) revisionsPage() []byte {
	var v RevisionsView
	pages := d.showing()
	for _, one := range d.site.Revisions() {
		view := d.revisionView(one)
		if len(v.Days) == 0 || v.Days[len(v.Days)-1].ISODate != view.ISODate {
			v.Days = append(v.Days, RevisionDay{ID: site.RevisionDayID(one.Revision.Date), Date: view.Date, ISODate: view.ISODate})
		}
		view.ID = site.RevisionID(one.Observation, one.Revision)
		d.place(&view, one, pages[one.Observation])
		day := &v.Days[len(v.Days)-1]
		day.Revisions = append(day.Revisions, view)
	}
	v.Frame = d.frame(nil)
	v.Description = "Every value of " + d.site.Set.Site.Title + " that was changed after an edition had published it, with the reason."
	return d.execute("revisions", v)
}

// place says where a revised value was published, and where it is shown.
func (d *drawing) place(v *RevisionView, one site.Revised, shown []*site.Page) {
	for _, e := range d.site.Editions {
		at := RevisionPlace{Edition: d.editionLink(e), Published: slices.Contains(e.Page.RevisionsOf(one.Observation), one.Revision)}
		for _, p := range shown {
			link := d.pageLink(p)
			if p == e.Page {
				link.Text = "opening page"
			}
			if p.Edition == e {
				at.Pages = append(at.Pages, link)
			}
		}
		if at.Published || len(at.Pages) > 0 {
			v.Editions = append(v.Editions, at)
		}
	}
	for _, p := range shown {
		if p.Edition != nil {
			continue
		}
		link := d.pageLink(p)
		if p.Kind == site.Home {
			link.Text = "Home"
		}
		v.Shown = append(v.Shown, link)
	}
}

// editionLink is a link to an edition under its title and its months.
func (d *drawing) editionLink(e *site.Edition) Link {
	link := d.pageLink(e.Page)
	if months := d.detail(e.Page); months != "" {
		link.Text += ", " + months
	}
	return link
}

// showing lists the pages of words that show each observation that was revised, in
// the order of the site.
func (d *drawing) showing() map[*data.Observation][]*site.Page {
	pages := map[*data.Observation][]*site.Page{}
	for _, one := range d.site.Revisions() {
		pages[one.Observation] = nil
	}
	for _, p := range d.site.Pages {
		shown := p.Shown()
		if p.Kind == site.Home {
			shown = append(slices.Clone(shown), d.onCard()...)
		}
		for _, o := range shown {
			if all, revised := pages[o]; revised && !slices.Contains(all, p) {
				pages[o] = append(all, p)
			}
		}
	}
	return pages
}

// onCard lists the key figures of the newest edition, which the home page shows.
func (d *drawing) onCard() (all []*data.Observation) {
	if len(d.site.Editions) == 0 {
		return nil
	}
	for _, p := range d.site.Editions[0].Sections {
		if h := p.Headline; h != nil {
			all = append(all, h.Now, h.Base)
		}
	}
	return all
}
