package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/site"
)

// linkedContext is the vocabulary of all linked data.
const linkedContext = "https://schema.org"

// linked is the page in the words of schema.org, as JSON-LD in one data block: a
// Report of editions and snapshots, a Chapter of the parts of editions, a NewsArticle
// of articles, a Dataset of indicators, a DataCatalog of the list of these, a WebSite
// of the home page; and where the page stands, as a BreadcrumbList. It is "" where
// there is nothing to say. A data block is no script: nothing runs, and a strict
// Content-Security-Policy lets it stand. encoding/json escapes <, > and &, so no value
// ends the block.
func (d *drawing) linked(c citation, description string) template.HTML {
	var nodes []any
	if w := d.linkedPage(c, description); w != nil {
		nodes = append(nodes, w)
	}
	switch d.page.Kind {
	case site.Home:
		nodes = append(nodes, d.linkedSite(description))
	case site.Indicator:
		if !d.page.Indicator.Example {
			nodes = append(nodes, d.linkedIndicator(d.page.Indicator))
		}
	case site.DataIndex:
		nodes = append(nodes, d.linkedCatalog())
	}
	if crumbs := d.linkedCrumbs(); crumbs != nil {
		nodes = append(nodes, crumbs)
	}
	if len(nodes) == 0 {
		return ""
	}
	out, err := json.Marshal(linkedGraph{linkedContext, nodes})
	if err != nil {
		d.fail(fmt.Errorf("writing the linked data of %s: %w", d.page.Route, err))
	}
	return template.HTML(`<script type="application/ld+json">` + string(out) + `</script>`)
}

// linkedPage describes a page of words with what it rests on; nil for other pages.
func (d *drawing) linkedPage(c citation, description string) *linkedWork {
	p := d.page
	var w *linkedWork
	switch p.Kind {
	case site.Report:
		w = d.linkedReport(c, p.Edition)
	case site.Section, site.Chapter:
		w = d.linkedChapter(c, p)
	case site.Snapshot:
		w = d.linkedSnapshot(c, p)
	case site.Article:
		w = d.linkedArticle(c, p)
	default:
		return nil
	}
	set := d.site.Set.Site
	w.Headline, w.Description = p.PlainTitle(), description
	w.Language, w.License = d.site.Locale.Tag(), set.License.URL
	pages := []*site.Page{p}
	shown := p.Shown()
	if p.Kind == site.Report {
		pages, shown = append(pages, p.Edition.Sections...), p.Edition.Shown()
	}
	w.Citation = d.linkedSources(pages, shown)
	w.IsBasedOn = d.linkedDatasets(shown)
	return w
}

func (d *drawing) linkedReport(c citation, e *site.Edition) *linkedWork {
	w := d.linkedBasics(c, "Report", e.Page)
	w.Version = c.Version
	if day := e.Dated(); day != 0 {
		w.Modified = day.String()
	}
	w.Spatial = linkedPlaces(e.Areas)
	for _, section := range e.Sections {
		w.HasPart = append(w.HasPart, linkedName{Type: "Chapter", Name: section.PlainTitle(), URL: d.site.Absolute(section.Route)})
	}
	return w
}

func (d *drawing) linkedChapter(c citation, p *site.Page) *linkedWork {
	w := d.linkedBasics(c, "Chapter", p)
	day := p.Edition.Updated()
	if revised := p.Revisions(); len(revised) > 0 { // the newest first
		day = max(day, revised[0].Revision.Date)
	}
	if day != 0 {
		w.Modified = day.String()
	}
	switch {
	case p.Area != nil:
		w.Spatial = linkedPlaces([]*data.Area{p.Area})
	default:
		w.Spatial = linkedPlaces(p.Edition.Areas)
	}
	w.IsPartOf = &linkedName{Type: "Report", Name: p.Edition.Page.PlainTitle(), URL: d.site.Absolute(p.Edition.Page.Route)}
	return w
}

func (d *drawing) linkedSnapshot(c citation, p *site.Page) *linkedWork {
	w := d.linkedBasics(c, "Report", p)
	var areas []*data.Area
	for _, id := range p.Document.Snapshot.Areas {
		if a, ok := d.site.Set.Area(id.Value); ok {
			areas = append(areas, a)
		}
	}
	w.Spatial = linkedPlaces(areas)
	return w
}

func (d *drawing) linkedArticle(c citation, p *site.Page) *linkedWork {
	w := d.linkedBasics(c, "NewsArticle", p)
	w.Dateline = p.Document.Article.Location
	return w
}

// linkedBasics is what all works say: name, address, authors, publisher, day and
// period.
func (d *drawing) linkedBasics(c citation, kind string, p *site.Page) *linkedWork {
	w := &linkedWork{linkedCreation: linkedCreation{Type: kind, Name: p.PlainTitle(), URL: d.site.Absolute(p.Route)}}
	for _, name := range c.Authors {
		w.Author = append(w.Author, d.linkedAgent(name))
	}
	if c.Publisher != "" {
		agent := d.linkedAgent(c.Publisher)
		agent.Type = "Organization"
		w.Publisher = &agent
	}
	if c.Date != 0 {
		w.Published = c.Date.String()
	}
	if !p.Period.IsZero() {
		w.Temporal = p.Period.First().String() + "/" + p.Period.Last().String()
	}
	return w
}

// linkedSources are the sources that some pages cite by hand, or that what they
// show is from, by their keys.
func (d *drawing) linkedSources(pages []*site.Page, shown []*data.Observation) []linkedSource {
	var all []*data.Source
	add := func(s *data.Source) {
		if s != nil && (len(all) == 0 || all[len(all)-1] != s) {
			all = append(all, s)
		}
	}
	for _, o := range shown {
		add(o.Source)
	}
	for _, p := range pages {
		for _, t := range p.Texts() {
			for _, c := range t.Markdown.Citations {
				for _, item := range c.Items {
					s, _ := d.site.Set.Source(item.Key)
					add(s)
				}
			}
		}
		if p.Kind == site.Article {
			s, _ := d.site.Set.Source(p.Document.Article.Source.Value)
			add(s)
		}
	}
	slices.SortFunc(all, func(x, y *data.Source) int { return cmp.Compare(x.Key, y.Key) })
	all = slices.Compact(all)
	works := make([]linkedSource, len(all))
	for i, s := range all {
		works[i] = linkedSource{"CreativeWork", s.Title, s.URL, linkedOrganisation{"Organization", s.Publisher}, s.Issued}
	}
	return works
}

// linkedDatasets are the indicators that observations are of, as the pages with
// all their figures. They are named as works: search engines want a description of
// whatever is called a Dataset, which stands on those pages.
func (d *drawing) linkedDatasets(shown []*data.Observation) []linkedName {
	var works []linkedName
	var last *data.Indicator
	for _, o := range shown { // in the order of the set: those of an indicator follow each other
		if o.Indicator == last {
			continue
		}
		last = o.Indicator
		works = append(works, linkedName{Type: "CreativeWork", Name: last.Name, URL: d.site.Absolute(site.IndicatorRoute(last))})
	}
	return works
}
