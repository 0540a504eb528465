package site

import (
	"slices"

	"bulletin/internal/data"
)

// AreasRoute is the list of areas.
const AreasRoute = "/areas/"

// AreaRoute is the route of an area's page, if it has one: see [Site.AreaPage].
func AreaRoute(area *data.Area) string { return AreasRoute + area.ID + "/" }

// AreaPage is the page at the route of an area's, if there is one: that which
// Bulletin makes, or an author's in its place.
func (s *Site) AreaPage(area *data.Area) (*Page, bool) { return s.Page(AreaRoute(area)) }

// addAreas adds a page for each area that there is something to tell of, and the
// list of them, unless an author wrote a page at that address.
func (a *assembly) addAreas() {
	var pages []*Page
	for _, area := range a.Set.Areas() {
		if !a.tellsOf(area) && !slices.ContainsFunc(area.Members, func(id string) bool {
			member, ok := a.Set.Area(id)
			return ok && a.tellsOf(member)
		}) {
			continue
		}
		p, taken := a.routes[AreaRoute(area)]
		if !taken {
			p = &Page{Kind: Area, Route: AreaRoute(area), Title: area.Name, Area: area}
			a.add(p)
		}
		pages = append(pages, p)
	}
	switch p, taken := a.routes[AreasRoute]; {
	case len(pages) == 0:
	case taken:
		p.Entries = pages
	default:
		a.add(&Page{Kind: Areas, Route: AreasRoute, Title: "Areas", Entries: pages})
	}
}

// tellsOf tells whether an area has figures, be it of breakdowns alone, or a chapter.
// Invented figures are none.
func (a *assembly) tellsOf(area *data.Area) bool {
	return a.HasFigures(area) || slices.ContainsFunc(a.Editions, func(e *Edition) bool { return e.chapters[area.ID] != nil })
}

// HasFigures tells whether there are observations of an area, invented ones apart.
// The question is that of its [Site.Readings].
func (s *Site) HasFigures(area *data.Area) bool {
	return slices.ContainsFunc(s.byArea[area], func(series []*data.Observation) bool { return !series[0].Indicator.Example })
}

// series lists the observations of an indicator in an area, in the order of the set.
// The question is the caller's to enter.
func (s *Site) series(i *data.Indicator, area *data.Area) []*data.Observation {
	all := s.byArea[area]
	at, ok := slices.BinarySearchFunc(all, i, func(series []*data.Observation, i *data.Indicator) int {
		return s.rankOf[series[0].Indicator] - s.rankOf[i]
	})
	if !ok {
		return nil
	}
	return all[at]
}

// askSeries enters the question for an indicator in an area; without an area, in all
// of them.
func (s *Site) askSeries(i *data.Indicator, area *data.Area) {
	if s.trace == nil {
		return
	}
	if area == nil {
		s.trace.Data.Add(data.Dep{Kind: data.OnIndicator, Cell: data.Cell{Indicator: i.ID}})
		return
	}
	s.trace.Data.Add(data.Dep{Kind: data.OnSeries, Cell: data.Cell{Indicator: i.ID, Area: area.ID}})
}

// indexAreas groups the observations, which are sorted by indicator and area, by area.
func (a *assembly) indexAreas() {
	a.byArea, a.rankOf = map[*data.Area][][]*data.Observation{}, map[*data.Indicator]int{}
	for n, i := range a.Set.Indicators() {
		a.rankOf[i] = n
		for all := a.byIndicator[i]; len(all) > 0; {
			n := slices.IndexFunc(all, func(o *data.Observation) bool { return o.Area != all[0].Area })
			if n < 0 {
				n = len(all)
			}
			a.byArea[all[0].Area] = append(a.byArea[all[0].Area], all[:n:n])
			all = all[n:]
		}
	}
}
