package render

import (
	"fmt"
	"strings"

	"bulletin/internal/site"
)

// What the print edition calls the parts that have no file of their own.
const (
	imprintPart  = "imprint"
	openingPart  = "overview"
	openingTitle = "Overview"

	revisionsPart  = "revisions"
	revisionsTitle = "Revised since publication"
)

// partMark stands between the id of a part and the id that a thing in it has on
// the part's own page: "serbia_people-present". No other id of a site has it there:
// names of files and ids of headings have letters, digits and hyphens.
const partMark = "_"

// gather makes the page one that holds a whole edition: wide drawings alone,
// headings one level down, and an id for each part, heading and chart of it.
func (d *drawing) gather(e *site.Edition) {
	d.paper, d.deeper = true, 1
	d.anchors = map[site.Target]string{}
	d.ids[imprintPart], d.ids[revisionsPart] = true, true
	d.settle(e.Page, openingPart)
	for i, p := range e.Sections {
		d.settle(p, partID(p.Document.Slug, i+1, d.ids))
	}
}

// settle gives a part of the edition its ids.
func (d *drawing) settle(p *site.Page, part string) {
	d.ids[part] = true
	d.anchors[site.Target{Route: p.Route}] = part
	for _, t := range p.Texts() {
		for _, h := range t.Headings {
			id := part + partMark + h.ID
			d.ids[id] = true
			d.anchors[site.Target{Route: p.Route, Fragment: h.ID}] = id
		}
		for _, c := range t.Charts {
			d.anchors[site.Target{Route: p.Route, Fragment: "chart-" + c.Name}] = part + partMark + "chart-" + c.Name
		}
	}
}

// partID is the id of the n-th section: the name of its file where that can be
// one, and cannot be taken for a note of another part.
func partID(slug string, n int, taken map[string]bool) string {
	letter := slug != "" && slug[0] >= 'a' && slug[0] <= 'z'
	plain := strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
	ours := strings.Contains(slug, "note-") || strings.Contains(slug, "mark-") || strings.HasPrefix(slug, "part-") || strings.HasSuffix(slug, "-heading")
	if letter && plain && !ours && !taken[slug] {
		return slug
	}
	return fmt.Sprintf("part-%d", n)
}

// partOf is the id of a page's part of the edition.
func (d *drawing) partOf(p *site.Page) string { return d.anchors[site.Target{Route: p.Route}] }

// chapter is the address of a page, which may be a part of this one.
func (d *drawing) chapter(p *site.Page) string {
	if id := d.partOf(p); id != "" {
		return "#" + id
	}
	return d.link(p.Route)
}

// headingID is the id that a heading of a text has on this page.
func (d *drawing) headingID(t *site.Text, id string) string {
	if anchor, ok := d.anchors[site.Target{Route: t.Page.Route, Fragment: id}]; ok {
		return anchor
	}
	if t.Page != d.page {
		return d.uniqueID(id) // the page has headings of its own
	}
	return id
}
