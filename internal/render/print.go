package render

import (
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// print draws the print edition: cover, imprint, contents, the opening page of
// the edition, then its sections, in the order in which they are read, and the
// values that were revised since.
func (d *drawing) print() []byte {
	e, l := d.page.Edition, d.site.Locale
	front := e.Page.Document.Report
	v := PrintView{
		Edition: Link{Text: e.Page.Title, URL: d.link(e.Page.Route)}, Period: upperFirst(l.Months(e.Period)), Publisher: front.Credits.Publisher,
		Address: shortAddress(d.site, e.Page.Route), Months: months(e.Period),
	}
	if v.Publisher == "" {
		v.Publisher = d.site.Set.Site.Publisher.Name
	}
	if front.Cover.Value != "" {
		v.Cover = d.image(e.Page, front.Cover.Value, e.Page.Title, site.ImageFact{Pos: front.Cover.Pos})
	}
	v.Imprint = d.beginPart(imprintPart, "Imprint", 0)
	v.Credits = d.imprint(e)
	v.Credits.BibTeX, v.Credits.Files = "", nil // nobody types them off
	d.endPart(&v.Imprint)
	v.Opening = d.opening()
	for i, p := range e.Sections {
		v.Parts = append(v.Parts, d.part(p, i+1))
	}
	v.Frame = d.printFrame()
	v.Revisions, v.Frame.Revisions = v.Frame.Revisions, nil // a part of the edition, not below it
	if len(v.Revisions) > 0 {
		v.Changes = Link{Text: revisionsTitle, URL: "#" + revisionsPart}
	}
	v.Contents = d.printContents(len(v.Revisions) > 0)
	return d.execute("print", v)
}

// opening is the opening page of the edition: its key figures and its words.
func (d *drawing) opening() PrintPart {
	e := d.page.Edition
	part := d.beginPart(d.partOf(e.Page), openingTitle, 0)
	part.Summary = d.block(e.Page.Text(e.Page.Document.Summary))
	part.Table = d.overview(e)
	part.Body = d.block(e.Page.Text(e.Page.Document.Body))
	d.endPart(&part)
	return part
}

// part is a section or chapter of the edition, the n-th.
func (d *drawing) part(p *site.Page, n int) PrintPart {
	part := d.beginPart(d.partOf(p), p.Title, n)
	d.say(p.Title)
	if p.Headline != nil {
		part.Headline = d.keyFigure(p, true)
	}
	part.Summary = d.block(p.Text(p.Document.Summary))
	part.Body = d.block(p.Text(p.Document.Body))
	d.endPart(&part)
	return part
}

// beginPart begins a part of the edition, whose ids begin with its own, and
// whose notes stand at its foot.
func (d *drawing) beginPart(id, title string, n int) PrintPart {
	d.within = id + partMark
	d.notes.begin(id)
	d.shown.Reset()
	return PrintPart{drawing: d, ID: id, Sheet: sheetName(n), Title: title}
}

// endPart gives a part the notes that it uses and those on the names in it.
func (d *drawing) endPart(part *PrintPart) {
	for _, n := range d.notes.views() {
		d.say(string(n.Body))
	}
	part.NamingNotes = d.namingNotes()
}

// printFrame is what surrounds the print edition: no search engine lists it
// beside the edition itself, and its notes stand in its parts.
func (d *drawing) printFrame() Frame {
	e := d.page.Edition
	f := d.frame(nil)
	f.Hidden, f.Canonical = true, d.site.Absolute(e.Page.Route)
	f.PlainTitle = d.withPeriod(e.Page.PlainTitle())
	f.HeadTitle = f.PlainTitle // what a browser calls the file that it prints into
	if a := d.templates.asset("assets/print.css"); a != "" {
		f.Stylesheets = append(f.Stylesheets, d.root+a)
	}
	sheet := printSheet(d.site, d.page)
	f.Stylesheets = append(f.Stylesheets, d.root+sheet.Path+"?v="+sheet.Hash)
	f.NamingNotes = nil
	return f
}

// printContents are the parts of the edition, each with its headings of the second
// level.
func (d *drawing) printContents(revised bool) []PrintEntry {
	e := d.page.Edition
	entry := func(p *site.Page, title string) PrintEntry {
		one := PrintEntry{Link: Link{Text: title, URL: "#" + d.partOf(p)}}
		for _, h := range p.Text(p.Document.Body).Headings {
			if h.Level == 2 {
				one.Headings = append(one.Headings, Link{Text: h.Text, URL: "#" + d.anchors[site.Target{Route: p.Route, Fragment: h.ID}]})
			}
		}
		return one
	}
	all := []PrintEntry{entry(e.Page, openingTitle)}
	for _, p := range e.Sections {
		all = append(all, entry(p, p.Title))
	}
	if revised {
		all = append(all, PrintEntry{Link: Link{Text: revisionsTitle, URL: "#" + revisionsPart}})
	}
	return all
}

// months are those of the years that a period touches: of each, whether it lies in
// the period. They are none of a long one, of which they would say little.
func months(p period.Period) []bool {
	const most = 36
	if p.IsZero() {
		return nil
	}
	first, _, _ := p.First().Civil()
	last, _, _ := p.Last().Civil()
	if (last-first+1)*12 > most {
		return nil
	}
	var all []bool
	for year := first; year <= last; year++ {
		for month := 1; month <= 12; month++ {
			next := period.Date(year, month+1, 1)
			if month == 12 {
				next = period.Date(year+1, 1, 1)
			}
			all = append(all, period.Date(year, month, 1) <= p.Last() && next > p.First())
		}
	}
	return all
}
