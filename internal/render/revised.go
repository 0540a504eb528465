package render

import (
	"html/template"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// revisions are those that a page has told of so far, each once.
type revisions struct {
	list  []site.Revised
	known map[*data.Revision]bool // those in list
	told  bool                    // the page's list is made: a mark drawn from now on leads nowhere
}

// add enters the revisions of an observation that readers of a page are told of.
func (r *revisions) add(p *site.Page, o *data.Observation) (found bool) {
	for _, one := range p.RevisionsOf(o) {
		found = true
		r.enter(site.Revised{Observation: o, Revision: one})
	}
	return found
}

// enter adds one, if it is not there.
func (r *revisions) enter(one site.Revised) {
	if r.known[one.Revision] {
		return
	}
	if r.known == nil {
		r.known = map[*data.Revision]bool{}
	}
	r.known[one.Revision] = true
	r.list = append(r.list, one)
}

// revisedWord is what the mark of a revised value is called.
const revisedWord = "revised"

// The mark for those who see it and those who hear it, and the mark where no link
// may stand.
const (
	revisedMark  = `<span aria-hidden="true">[r]</span><span class="unseen"> ` + revisedWord + `</span>`
	plainRevised = `<span class="revised">` + revisedMark + `</span>`
)

// revised is the mark of a value that rests on observations, which may be nil, if
// one of them was revised since page p published it; else nothing. It leads to the
// list of revisions on the page that is being drawn, which then has them.
func (d *drawing) revised(p *site.Page, linked bool, used ...*data.Observation) template.HTML {
	found := false
	for _, o := range used {
		found = d.revisions.add(p, o) || found
	}
	switch {
	case !found:
		return ""
	case linked || d.revisions.told:
		return plainRevised
	case d.page.Kind == site.Indicator: // which has no list: rows tell of their revisions
		at := slices.IndexFunc(used, func(o *data.Observation) bool { return len(p.RevisionsOf(o)) > 0 })
		return revisedLink("#" + site.CellID(used[at]))
	}
	return revisedLink("#revisions")
}

// revisedLink is the mark as a link.
func revisedLink(address string) template.HTML {
	return template.HTML(`<a class="revised" href="` + template.HTMLEscapeString(address) + `">` + revisedMark + `</a>`)
}

// revisedOf is the mark of the row of an observation on its indicator's page, which
// leads to the last revision of its cell.
func (d *drawing) revisedOf(o *data.Observation) template.HTML {
	all := d.page.RevisionsOf(o)
	if len(all) == 0 {
		return ""
	}
	return revisedLink(d.link(site.RevisionRoute(o, all[len(all)-1])))
}

// revisedViews are the revisions that the page tells of, the newest first, for its
// list; from now on it is made.
func (d *drawing) revisedViews() []RevisionView {
	d.revisions.told = true
	if d.page.Kind == site.Indicator || d.page.Kind == site.Revisions {
		return nil // its rows tell of them
	}
	for _, one := range d.page.Revisions() {
		d.revisions.enter(one)
	}
	list := d.revisions.list
	slices.SortStableFunc(list, func(a, b site.Revised) int {
		if a.Revision.Date != b.Revision.Date {
			return int(b.Revision.Date - a.Revision.Date)
		}
		return a.Observation.Compare(b.Observation)
	})
	var views []RevisionView
	for _, one := range list {
		views = append(views, d.revisionView(one))
	}
	return views
}

// revisionView is a revision in words.
func (d *drawing) revisionView(one site.Revised) RevisionView {
	o, r, l := one.Observation, one.Revision, d.site.Locale
	v := RevisionView{
		Cell: Link{Text: o.Area.Name + ", " + l.Period(o.Period), Detail: o.Indicator.Name},
		Was:  d.site.Printed(o.Indicator, r.Was), Now: d.site.Printed(o.Indicator, r.Now),
		Date: l.Date(r.Date), ISODate: r.Date.String(), Reason: r.Reason,
	}
	if parts := d.site.CategoryNames(o); parts != "" {
		v.Cell.Detail += ": " + parts
	}
	if !one.Gone {
		v.Cell.URL = d.cell(o)
	}
	d.say(v.Cell.Text, v.Reason)
	return v
}
