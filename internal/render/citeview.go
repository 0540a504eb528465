package render

import (
	"html/template"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// CiteView is how a page is cited, for its foot.
type CiteView struct {
	Citation template.HTML // "Desk (2023), “Serbia”, in <cite>…</cite>. https://…"
	Date     string        // of what and from when it is: "About January to March 2023. Published 1 May 2023."
	BibTeX   string        // the entry; empty for pages that have none
	Files    []Download    // the entry as a file
}

// citing is how others cite the page, for its foot and for machines.
func (d *drawing) citing(description string) (*CiteView, template.HTML) {
	c, ok := d.pageCitation(d.page)
	if !ok {
		return nil, d.linked(c, description)
	}
	return d.citeView(c), d.linked(c, description)
}

// citeView is how the page is cited; nil for one with nothing but invented values,
// and for an edition's opening page, which says it in its imprint.
func (d *drawing) citeView(c citation) *CiteView {
	p := d.page
	if p.Kind == site.Report || invented(p) {
		return nil
	}
	v := &CiteView{Citation: c.text(d.site.Locale), Date: d.speaksFor(p, c.Date), BibTeX: c.bibtex(d.isOrganisation)}
	d.say(string(v.Citation))
	if bibliography(p) != "" {
		v.Files = d.bibtexFile(p, c, v.BibTeX)
	}
	return v
}

// speaksFor says of what time a page is, and from when: "About January to March
// 2023. Published 1 May 2023, updated 2 June 2023. Values last revised 3 July 2023."
func (d *drawing) speaksFor(p *site.Page, day period.Day) string {
	l := d.site.Locale
	var all []string
	switch {
	case p.Kind == site.Indicator:
		if span := d.span(p.Indicator); span != "" {
			all = append(all, "Figures "+span+".")
		}
	case !p.Period.IsZero():
		all = append(all, "About "+l.Months(p.Period)+".")
	}
	switch {
	case day == 0:
		all = append(all, "The page has no date.")
	case p.Kind == site.Indicator, p.Kind == site.DataIndex, p.Kind == site.Area:
		all = append(all, "Values as of "+l.Date(day)+".")
	case p.Kind == site.Region:
		all = append(all, "Newest message of "+l.Date(day)+".")
	case p.Edition != nil && p.Edition.Published() == 0:
		all = append(all, "Updated "+l.Date(day)+".")
	case p.Edition != nil && p.Edition.Updated() != 0:
		all = append(all, "Published "+l.Date(day)+", updated "+l.Date(p.Edition.Updated())+".")
	default:
		all = append(all, "Published "+l.Date(day)+".")
	}
	if revised := p.Revisions(); len(revised) > 0 { // the newest first
		all = append(all, "Values last revised "+l.Date(revised[0].Revision.Date)+".")
	}
	return strings.Join(all, " ")
}

// span is the time that an indicator's figures are about: "from 4 June 2021 to
// 31 March 2023"; "" without any.
func (d *drawing) span(i *data.Indicator) string {
	all := d.observations(i)
	if len(all) == 0 {
		return ""
	}
	first, last := all[0].Period.First(), all[0].Period.Last()
	for _, o := range all {
		first, last = min(first, o.Period.First()), max(last, o.Period.Last())
	}
	return "from " + d.site.Locale.Date(first) + " to " + d.site.Locale.Date(last)
}

// bibliography is the path of the file with a page's BibTeX entry, which works
// that stand alone have; "" for other pages.
func bibliography(p *site.Page) string {
	if p.Kind == site.Snapshot || p.Kind == site.Report && p.Document.Kind == content.Report {
		return strings.TrimPrefix(p.Route, "/") + "citation.bib"
	}
	return ""
}

// makeBibliography makes that file.
func (d *drawing) makeBibliography() []byte {
	c, ok := d.pageCitation(d.page)
	if !ok {
		return nil
	}
	return []byte(c.bibtex(d.isOrganisation))
}

// bibtexFile is the download of a page's entry.
func (d *drawing) bibtexFile(p *site.Page, c citation, entry string) []Download {
	return []Download{{
		Kind: "BibTeX", What: "citation of “" + c.Title + "”", URL: d.link("/" + bibliography(p)),
		Name: c.Key + ".bib", Size: fileSize(d.site.Locale, len(entry)),
	}}
}
