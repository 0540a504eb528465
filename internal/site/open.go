package site

import (
	"slices"

	"bulletin/internal/content"
	"bulletin/internal/diag"
)

// Open evaluates the texts of pages, whose documents are open: their figures, their
// charts, what they show. Pages without a document have none. What pages show of an
// edition is known when all of its pages have been opened together. Several
// goroutines may open different pages at once.
func (s *Site) Open(pages ...*Page) diag.Problems {
	a := &assembly{Site: s}
	var editions []*Edition
	for _, p := range pages {
		p.scope.Set = s.Set    // of a view, to be traced
		if p.recalled != nil { // also of a page that cannot be opened: what it showed may not be known any more
			p.recalled = nil
		}
		if p.Document == nil || !p.Document.IsOpen() {
			continue
		}
		a.evaluate(p)
		a.gatherCited(p)
		p.gatherAreas()
		p.gatherPassages()
		if p.lead = p.Text(p.Document.Summary).Marked(); p.lead == "" {
			p.lead = p.Text(p.Document.Description).Marked()
		}
		if p.Kind == Report {
			editions = append(editions, p.Edition)
		}
	}
	for _, e := range editions {
		e.gatherShown()
	}
	return a.problems
}

// Close lets the texts of pages go. What the pages show and cite stays known.
func (s *Site) Close(pages ...*Page) {
	for _, p := range pages {
		p.texts, p.names, p.scope.Set = nil, nil, s.base
		if p.Headline != nil {
			p.Headline.Words = nil
		}
	}
}

// Index gathers what is known of all pages once each has been open: where sources
// are used, which are about which areas.
func (s *Site) Index() {
	s.indexSources()
	s.indexAbout()
}

// Lead is the page's summary, or else its description, in plain text. It is known
// once the page has been open.
func (p *Page) Lead() string {
	if !p.tells() { // others are asked while it may be opened, and it has none
		return ""
	}
	return p.lead
}

// gatherMenus finds the standing pages that a menu leads to.
func (a *assembly) gatherMenus() {
	a.menus = map[content.Menu][]*Page{}
	for _, p := range a.Pages {
		if p.Document != nil && p.Document.Page != nil && p.Document.Page.Menu != content.NoMenu {
			menu := p.Document.Page.Menu
			a.menus[menu] = append(a.menus[menu], p)
		}
	}
	for _, pages := range a.menus {
		slices.SortStableFunc(pages, func(x, y *Page) int { return x.Document.Page.Weight - y.Document.Page.Weight })
	}
}

// Menu is the standing pages of a menu, by their weight.
func (s *Site) Menu(menu content.Menu) []*Page {
	s.trace.add(OnMenus, "")
	return s.menus[menu]
}

// Units shares the pages out into what is opened, checked, drawn and closed together:
// an edition with its sections and its print edition, and any other page that has a document by itself. The
// home page, which shows the newest edition, goes with that.
func (s *Site) Units() [][]*Page {
	var units [][]*Page
	home := s.routes["/"]
	for i, e := range s.Editions {
		unit := append([]*Page{e.Page}, e.Sections...)
		if s.routes[e.Print.Route] == e.Print {
			unit = append(unit, e.Print)
		}
		if i == 0 {
			unit = append(unit, home)
		}
		units = append(units, unit)
	}
	for _, p := range s.Pages {
		switch {
		case p.Kind == Report, (p.Kind == Section || p.Kind == Chapter) && p.Edition != nil:
		case p == home && len(s.Editions) > 0:
		case p.Document != nil || p == home:
			units = append(units, []*Page{p})
		}
	}
	return units
}
