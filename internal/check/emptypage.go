package check

import "bulletin/internal/site"

// emptyPages reports pages that have nothing below their front matter. The home
// page, that of an edition and those of regions have contents of their own.
func emptyPages(d *reading, r *Reporter) {
	p := d.page
	switch p.Kind {
	case site.Section, site.Chapter, site.Snapshot, site.Article, site.Standing:
		if doc := p.Document; doc.Body.Empty() && !doc.Refused && len(doc.Body.Source) > 0 { // else that is said
			r.Report(p.Pos(), 0, "write it, or set draft: true in its front matter until it is written", "the page %q is empty below its front matter", p.Title)
		}
	}
}
