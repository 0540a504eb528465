package render

import (
	"html/template"

	"bulletin/internal/content"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// ImprintView says who made an edition, of which state its figures are, and how to
// cite it.
type ImprintView struct {
	Rows             []ImprintEntry
	Acknowledgements template.HTML
	Citation         template.HTML // in words: the author's own, or one made from the front matter
	BibTeX           string        // the entry
	Files            []Download    // the entry as a file
}

// ImprintEntry is a line of the imprint: "Published by", and below each other the
// publisher's name, address and mail; or what the author says in one line.
type ImprintEntry struct {
	Label string
	Lines []Link // without URL: plain
	Words template.HTML
}

// imprint is that of an edition, on its opening page and in its print edition.
// Rows without a value are left out.
func (d *drawing) imprint(e *site.Edition) ImprintView {
	front := e.Page.Document.Report
	if front == nil {
		front = &content.ReportFront{}
	}
	v := ImprintView{
		Acknowledgements: d.block(e.Page.Text(front.Acknowledgements)),
		Citation:         d.inline(e.Page.Text(front.Citation)),
	}
	row := func(label string, lines ...Link) {
		given := lines[:0]
		for _, l := range lines {
			if l.Text != "" {
				given = append(given, l)
			}
		}
		if len(given) > 0 {
			v.Rows = append(v.Rows, ImprintEntry{Label: label, Lines: given})
		}
	}
	said := func(label string, m *content.Markdown) {
		if words := d.inline(e.Page.Text(m)); words != "" {
			v.Rows = append(v.Rows, ImprintEntry{Label: label, Words: words})
		}
	}
	c, citable := d.pageCitation(e.Page)
	row("Published by", d.publishedBy(front)...)
	row("Authors", Link{Text: d.site.Locale.List(front.Credits.Authors)})
	said("Design", front.Credits.Design)
	said("Photo", front.Credits.Photo)
	row("Published", d.day(front.Published))
	row("Updated", d.day(front.Updated))
	if newest := d.site.Editions; len(newest) > 0 && newest[0] == e {
		row("Next edition", d.day(d.site.NextRelease()))
	}
	row("Figures", d.versionOf(e, c.Version))
	row("Corrections", d.corrections(e))
	row("Licence", Link{Text: d.site.Set.Site.License.Name, URL: d.site.Set.Site.License.URL, Rel: "license"})
	if citable {
		row("Web address", Link{Text: c.Address})
		if v.Citation == "" {
			v.Citation = c.text(d.site.Locale)
		} else {
			v.Citation += c.addressBehind(v.Citation, e.Page.Text(front.Citation).Plain())
		}
		v.BibTeX = c.bibtex(d.isOrganisation)
		v.Files = d.bibtexFile(e.Page, c, v.BibTeX)
	}
	row("Made with", Link{Text: "Bulletin"})
	return v
}

// publishedBy is who publishes an edition: the name, and where the site itself
// does, its address and mail.
func (d *drawing) publishedBy(front *content.ReportFront) []Link {
	p := d.site.Set.Site.Publisher
	if own := front.Credits.Publisher; own != "" && own != p.Name {
		return []Link{{Text: own}}
	}
	lines := []Link{{Text: p.Name, URL: p.URL, Rel: "external noopener"}, {Text: p.Address}}
	if p.Email != "" {
		lines = append(lines, Link{Text: p.Email, URL: "mailto:" + p.Email})
	}
	return lines
}

// day is a day in words, nothing for 0.
func (d *drawing) day(day period.Day) Link {
	if day == 0 {
		return Link{}
	}
	return Link{Text: d.site.Locale.Date(day)}
}

// versionOf says of which state the edition's figures are.
func (d *drawing) versionOf(e *site.Edition, version string) Link {
	if version == "" {
		return Link{}
	}
	text := "Version " + version
	if day := e.Dated(); day != 0 {
		text += " of " + d.site.Locale.Date(day)
	}
	return Link{Text: text, Detail: "Changes whenever a figure of this edition changes."}
}

// corrections says how many published values were revised since, and leads to the
// list of them. Nothing is said of an edition that keeps no record.
func (d *drawing) corrections(e *site.Edition) Link {
	all, recorded := e.Corrections()
	switch {
	case !recorded:
		return Link{}
	case len(all) == 0:
		return Link{Text: "None so far"}
	}
	l := Link{Text: d.count(len(all), "revision", "revisions") + " of published values", Detail: "The latest is of " + d.site.Locale.Date(all[0].Date) + "."}
	if p, ok := d.site.Page(site.RevisionsRoute); ok {
		l.URL = d.link(p.Route)
	}
	return l
}
