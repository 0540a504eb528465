package render

import (
	"html/template"

	"bulletin/internal/site"
)

// body is the page's main text.
func (d *drawing) body() template.HTML {
	if d.page.Document == nil {
		return ""
	}
	return d.block(d.page.Text(d.page.Document.Body))
}

// summary is the page's summary, in blocks.
func (d *drawing) summary() template.HTML {
	if d.page.Document == nil {
		return ""
	}
	return d.block(d.page.Text(d.page.Document.Summary))
}

// description is what a search engine shows: the description, or the summary.
func (d *drawing) description() *site.Text {
	doc := d.page.Document
	if doc == nil {
		return nil
	}
	if doc.Description != nil {
		return d.page.Text(doc.Description)
	}
	return d.page.Text(doc.Summary)
}

func (d *drawing) home() []byte {
	v := HomeView{Lead: d.summary()}
	if len(d.site.Editions) > 0 {
		v.Latest = d.editionCard(d.site.Editions[0])
	}
	v.Body = d.body()
	var reports []*site.Page
	for _, e := range d.site.Editions {
		reports = append(reports, e.Page)
	}
	v.Editions = d.pageLinks(reports)
	v.Snapshots = d.pageLinks(d.site.Snapshots)
	v.News = d.pageLinks(d.site.Articles)
	if list, ok := d.site.Page("/regions/"); ok {
		v.Regions = d.pageLinks(list.Entries)
	}
	v.Next = d.nextRelease()
	v.Frame = d.frame(d.description())
	return d.execute("home", v)
}

// editionCard shows an edition on the home page: its key figures, and the
// first chart of its opening page.
func (d *drawing) editionCard(e *site.Edition) *EditionCard {
	defer d.notes.box(d.notes.box(true))
	p := e.Page
	card := &EditionCard{Link: d.pageLink(p), Period: upperFirst(d.site.Locale.Months(e.Period))}
	if p.IsDraft() {
		card.Period += " · draft: not published"
	}
	card.Summary = d.block(p.Text(p.Document.Summary))
	for _, area := range e.Areas {
		if chapter, ok := e.Chapter(area.ID); ok {
			if k := d.keyFigure(chapter, false); k != nil {
				card.Figures = append(card.Figures, *k)
			}
		}
	}
	for _, c := range p.Text(p.Document.Body).Charts {
		if c.Spec == nil {
			continue
		}
		view, err := d.chartView(c)
		if err != nil {
			d.fail(err)
		}
		card.Chart = view
		break
	}
	return card
}

func (d *drawing) edition() []byte {
	e, front := d.page.Edition, d.page.Document.Report
	v := EditionView{Period: upperFirst(d.site.Locale.Months(e.Period)), Contents: d.pageLinks(e.Sections)}
	if front.Cover.Value != "" {
		v.Cover = d.upload(front.Cover.Value, d.page.Title, site.ImageFact{Pos: front.Cover.Pos})
	}
	v.Summary = d.summary()
	v.Table = d.overview(e)
	v.Body = d.body()
	v.Imprint = d.imprint(e)
	v.Print = &Link{Text: "Print edition", URL: d.link(e.Print.Route)}
	v.PDF = d.pdf(e)
	v.Previous, v.Next = d.neighbour(d.page.Previous), d.neighbour(d.page.Next)
	v.Frame = d.frame(d.description())
	return d.execute("edition", v)
}

func (d *drawing) section() []byte {
	e := d.page.Edition
	v := SectionView{Edition: d.pageLink(e.Page), Period: upperFirst(d.site.Locale.Months(e.Period))}
	if d.page.Headline != nil {
		v.Headline = d.keyFigure(d.page, true)
	}
	if area := d.page.Area; area != nil {
		if p, ok := d.site.AreaPage(area); ok {
			v.AreaPage = &Link{Text: "All about " + area.Name, URL: d.link(p.Route)}
		}
	}
	v.Summary = d.summary()
	v.Body = d.body()
	v.Contents = d.contents(d.page.Text(d.page.Document.Body))
	v.Previous, v.Next = d.neighbour(d.page.Previous), d.neighbour(d.page.Next)
	v.Frame = d.frame(d.description())
	return d.execute("section", v)
}

func (d *drawing) snapshot() []byte {
	v := SnapshotView{Period: d.detail(d.page), Summary: d.summary(), Body: d.body()}
	if day := d.page.Document.Snapshot.Published; day != 0 {
		v.Published = d.site.Locale.Date(day)
	}
	v.Previous, v.Next = d.neighbour(d.page.Previous), d.neighbour(d.page.Next)
	v.Frame = d.frame(d.description())
	return d.execute("snapshot", v)
}

func (d *drawing) article() []byte {
	front := d.page.Document.Article
	v := ArticleView{Date: d.site.Locale.Date(front.Date), ISODate: front.Date.String(), Location: front.Location, Summary: d.summary(), Body: d.body()}
	if s, ok := d.site.Set.Source(front.Source.Value); ok {
		v.Source, v.Rests = cite(s, d.site.Locale), d.link(site.SourceRoute(s))
	}
	for _, c := range front.Contacts {
		v.Contacts = append(v.Contacts, ContactView{c.Name, c.Email, c.Phone})
	}
	v.Frame = d.frame(d.description())
	return d.execute("article", v)
}

// standing draws a standing page or a list.
func (d *drawing) standing() []byte {
	v := StandingView{Summary: d.summary(), Body: d.body(), Entries: d.pageLinks(d.page.Entries)}
	if d.page.Document != nil {
		v.Contents = d.contents(d.page.Text(d.page.Document.Body))
	}
	if d.page.Route == "/reports/" {
		v.Next = d.nextRelease()
	}
	v.Frame = d.frame(d.description())
	return d.execute("page", v)
}

func (d *drawing) notFound() []byte {
	v := NotFoundView{Links: d.navigation()}
	if home, ok := d.site.Page("/"); ok {
		v.Links = append([]Link{{Text: "Home", URL: d.link(home.Route)}}, v.Links...)
	}
	if search, ok := d.site.Page("/search/"); ok {
		v.Links = append(v.Links, d.pageLink(search))
	}
	v.Frame = d.frame(nil)
	return d.execute("not-found", v)
}
