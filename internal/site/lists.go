package site

import (
	"cmp"
	"slices"
	"strings"
)

// Routes of the pages that Bulletin makes by itself.
const (
	reportsRoute   = "/reports/"
	snapshotsRoute = "/snapshots/"
	newsRoute      = "/news/"
	regionsRoute   = "/regions/"
	dataRoute      = "/data/"
	sourcesRoute   = "/sources/"
	latestRoute    = "/reports/latest/"
	notFoundRoute  = "/404.html"
)

// RevisionsRoute is the page of all revisions.
const RevisionsRoute = "/revisions/"

// addLists sorts what comes in series and gives each series its list, unless
// an author wrote a page at that address.
func (a *assembly) addLists() {
	for _, p := range a.Pages {
		switch p.Kind {
		case Snapshot:
			a.Snapshots = append(a.Snapshots, p)
		case Article:
			a.Articles = append(a.Articles, p)
		case Region:
			a.Regions = append(a.Regions, p)
		}
	}
	slices.SortFunc(a.Snapshots, func(x, y *Page) int {
		return cmp.Or(y.Period.Compare(x.Period), strings.Compare(x.Route, y.Route))
	})
	slices.SortFunc(a.Articles, func(x, y *Page) int {
		return cmp.Or(cmp.Compare(y.Document.Article.Date, x.Document.Article.Date), strings.Compare(x.Route, y.Route))
	})
	slices.SortFunc(a.Regions, func(x, y *Page) int { return strings.Compare(x.Route, y.Route) })

	var reports []*Page
	for _, e := range a.Editions {
		reports = append(reports, e.Page)
	}
	a.addList(reportsRoute, "Reports", reports)
	a.addList(snapshotsRoute, "Snapshots", a.Snapshots)
	a.addList(newsRoute, "News", a.Articles)
	var regions []*Page
	for _, p := range a.Regions {
		if inner := a.routes[parentRoute(p.Route)]; inner == nil || inner.Kind != Region {
			regions = append(regions, p)
		}
	}
	a.addList(regionsRoute, "Regions", regions)
}

func (a *assembly) addList(route, title string, entries []*Page) {
	if p, ok := a.routes[route]; ok {
		p.Entries = entries
		return
	}
	if len(entries) > 0 {
		a.add(&Page{Kind: List, Route: route, Title: title, Entries: entries})
	}
}

// addDataPages adds a page for each indicator, the sources and the page for a
// wrong address.
func (a *assembly) addDataPages() {
	a.add(&Page{Kind: DataIndex, Route: dataRoute, Title: "Data"})
	for _, i := range a.Set.Indicators() {
		a.add(&Page{Kind: Indicator, Route: IndicatorRoute(i), Title: i.Name, Indicator: i})
	}
	a.add(&Page{Kind: Sources, Route: sourcesRoute, Title: "Sources"})
	if len(a.Set.Records()) > 0 || len(a.Set.Revisions()) > 0 {
		a.add(&Page{Kind: Revisions, Route: RevisionsRoute, Title: "Revisions"})
	}
	a.addSearch()
	a.add(&Page{Kind: NotFound, Route: notFoundRoute, Title: "Page not found"})
}

// order gives every page its parent and its neighbours, and puts the pages in
// the order of their routes.
func (a *assembly) order() {
	slices.SortStableFunc(a.Pages, func(x, y *Page) int { return strings.Compare(x.Route, y.Route) })
	for _, p := range a.Pages {
		for route := p.Route; route != "/" && p.Parent == nil; {
			route = parentRoute(route)
			p.Parent = a.routes[route]
		}
	}
	var reports []*Page
	for _, e := range a.Editions {
		chain(e.Sections)
		reports = append(reports, e.Page)
	}
	for _, newestFirst := range [][]*Page{reports, a.Snapshots, a.Articles} {
		oldestFirst := slices.Clone(newestFirst)
		slices.Reverse(oldestFirst)
		chain(oldestFirst)
	}
}

// chain makes the pages neighbours in this order.
func chain(pages []*Page) {
	for i := 1; i < len(pages); i++ {
		pages[i-1].Next, pages[i].Previous = pages[i], pages[i-1]
	}
}
