package render

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/locale"
	"bulletin/internal/period"
	"bulletin/internal/search"
	"bulletin/internal/site"
)

// searchPath is the index of the search.
const searchPath = "search.json"

// findings are the pages that the search finds, in groups: in their order those that
// fit equally well are shown.
type findings struct {
	areas, indicators, snapshots, news, regions, others []*site.Page
	editions                                            []*site.Edition
}

// findings gathers what the search finds. Drafts are not found, even where they are
// shown, nor are invented figures and pages that repeat others.
func (d *drawing) findings() findings {
	s := d.site
	f := findings{
		editions:  slices.DeleteFunc(slices.Clone(s.Editions), func(e *site.Edition) bool { return unfound(e.Page) }),
		snapshots: found(s.Snapshots), news: found(s.Articles), regions: found(s.Regions),
	}
	for _, p := range found(s.Pages) {
		switch p.Kind {
		case site.Area:
			f.areas = append(f.areas, p)
		case site.Indicator:
			f.indicators = append(f.indicators, p)
		case site.Report, site.Section, site.Chapter, site.Snapshot, site.Article, site.Region:
		default:
			f.others = append(f.others, p)
		}
	}
	for _, list := range [][]*site.Page{f.areas, f.indicators} {
		slices.SortStableFunc(list, func(x, y *site.Page) int { return s.Locale.Compare(x.PlainTitle(), y.PlainTitle()) })
	}
	return f
}

// found are those of some pages that the search finds.
func found(pages []*site.Page) []*site.Page {
	return slices.DeleteFunc(slices.Clone(pages), unfound)
}

// unfound tells whether the search leaves a page out.
func unfound(p *site.Page) bool {
	switch {
	case p.Kind == site.NotFound, p.Kind == site.Print, p.Kind == site.Search, invented(p):
		return true
	case p.Edition != nil && p.Edition.Page.Document.Draft:
		return true
	}
	return p.Document != nil && p.Document.Draft
}

// The kinds of what the search finds, by their place in searchKinds. The first two are
// found before the others.
const (
	foundArea = iota
	foundIndicator
	foundReport
	foundChapter
	foundSnapshot
	foundNews
	foundRegion
	foundPage

	primeKinds = foundReport
)

func searchKinds() []string {
	return []string{"Area", "Indicator", "Report", "Chapter", "Snapshot", "News", "Region", "Page"}
}

// makeIndex makes the index of the search.
func (d *drawing) makeIndex() []byte {
	f := d.findings()
	var all []search.Entry
	add := func(kind int, pages ...*site.Page) {
		for _, p := range pages {
			all = append(all, d.entry(kind, p))
		}
	}
	add(foundArea, f.areas...)
	add(foundIndicator, f.indicators...)
	for _, e := range f.editions {
		add(foundReport, e.Page)
		add(foundChapter, found(e.Sections)...)
	}
	add(foundSnapshot, f.snapshots...)
	add(foundNews, f.news...)
	add(foundRegion, f.regions...)
	add(foundPage, f.others...)
	out, err := search.Index(searchKinds(), primeKinds, all)
	if err != nil {
		d.fail(fmt.Errorf("make %s: %w", searchPath, err))
	}
	return out
}

// entry is a page as the search finds it.
func (d *drawing) entry(kind int, p *site.Page) search.Entry {
	e := search.Entry{
		Kind: kind, Title: p.PlainTitle(), Address: strings.TrimPrefix(p.Route, "/"),
		Lead: strings.ReplaceAll(p.Lead(), site.RevisedMark, ""),
	}
	if e.Address == "" {
		e.Address = "./"
	}
	for _, at := range p.Passages() {
		e.Headings = append(e.Headings, search.Heading{Text: at.Text, ID: at.ID})
	}
	l := d.site.Locale
	switch kind {
	case foundArea:
		e.Names, e.Detail, e.Lead = areaNames(p.Area), d.groupsOf(p.Area), p.Area.Note
	case foundIndicator:
		e.Names, e.Lead = p.Indicator.ID, p.Indicator.Definition
	case foundReport, foundChapter:
		e.Names, e.Detail = periodNames(l, p.Edition.Period), upperFirst(l.Months(p.Edition.Period))
		if !strings.EqualFold(p.Edition.ID, p.Edition.Period.String()) { // one of several of a period
			e.Names = p.Edition.ID + " " + e.Names
		}
		if p.Area != nil {
			e.Names += " " + areaNames(p.Area)
		}
		if len(d.site.Pages) > mostListed { // half of what would be sent
			e.Lead = ""
		}
	case foundSnapshot:
		e.Names, e.Detail = periodNames(l, p.Period), upperFirst(l.Months(p.Period))
	case foundNews:
		e.Detail = l.Date(p.Document.Article.Date)
	case foundPage:
		if p.Parent != nil && p.Parent.Kind != site.Home {
			e.Detail = p.Parent.PlainTitle()
		}
	}
	if strings.Contains(e.Title, e.Detail) {
		e.Detail = ""
	}
	return e
}

// areaNames are the names of an area that people may look for beside its own.
func areaNames(a *data.Area) string { return strings.TrimSpace(a.Code + " " + a.ID) }

// periodNames are the names of a period that people may look for beside its months:
// its id, and its words where these are others.
func periodNames(l *locale.Locale, p period.Period) string {
	names, words := p.String(), l.Period(p)
	if words == names || words == l.Months(p) {
		return names
	}
	return names + " " + words
}

// groupsOf names the groups that an area is in.
func (d *drawing) groupsOf(a *data.Area) string {
	var names []string
	for _, g := range d.site.Set.Areas() {
		if g.Group && slices.Contains(g.Members, a.ID) {
			names = append(names, g.Name)
		}
	}
	return strings.Join(names, ", ")
}
