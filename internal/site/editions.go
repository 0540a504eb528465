package site

import (
	"cmp"
	"slices"
	"strings"

	"bulletin/internal/data"
)

// addEditions gathers the sections of each edition under its opening page.
func (a *assembly) addEditions() {
	byID := map[string]*Edition{}
	for _, p := range a.Pages {
		if p.Kind != Report {
			continue
		}
		e := &Edition{ID: p.Document.Edition, Page: p, Period: p.Period, chapters: map[string]*Page{}}
		if front := p.Document.Report; front != nil {
			e.Base = a.base(front.Compare, p.Period)
			for _, id := range front.Areas {
				if area := a.area(id); area != nil {
					e.Areas = append(e.Areas, area)
				} else {
					e.unsure = true
				}
			}
		}
		e.unsure = e.unsure || p.Document.Refused
		p.Edition = e
		e.corrected = a.correcting(e.ID)
		byID[e.ID] = e
		a.Editions = append(a.Editions, e)
	}
	for _, p := range a.Pages {
		if p.Kind != Section && p.Kind != Chapter {
			continue
		}
		e := byID[p.Document.Edition]
		if e == nil {
			a.problems.Errorf(p.Pos(), 0, "edition", "add content/reports/"+p.Document.Edition+"/_index.md with title, period and areas",
				"the edition %s has no opening page", p.Document.Edition)
			continue
		}
		p.Edition, p.Period = e, e.Period
		e.Sections = append(e.Sections, p)
		switch {
		case p.Kind == Chapter:
			a.addChapter(e, p)
		case e.declares(p.Document.Slug):
			a.mendChapter(e, p)
		}
	}
	for _, e := range a.Editions {
		e.sortSections()
		e.Pending = a.config.Pending != "" && (strings.EqualFold(e.ID, a.config.Pending) ||
			byID[strings.ToLower(a.config.Pending)] == nil && strings.EqualFold(e.Period.String(), a.config.Pending))
	}
	slices.SortFunc(a.Editions, func(x, y *Edition) int {
		return cmp.Or(y.Period.Compare(x.Period), cmp.Compare(x.ID, y.ID))
	})
}

// addChapter enters a chapter under its area, which must be one of the
// edition's, and have no other chapter.
func (a *assembly) addChapter(e *Edition, p *Page) {
	id := p.Document.Section.Area
	p.Area = a.area(id)
	if p.Area == nil {
		if e.declares(p.Document.Slug) {
			a.mendChapter(e, p)
		}
		return
	}
	if other, taken := e.chapters[id.Value]; taken {
		a.problems.Errorf(id.Pos, id.Len, "edition", "an edition has one chapter for each area",
			"%s is already the area of %s", id.Value, other.Document.File)
		return
	}
	e.chapters[id.Value] = p
	if !slices.Contains(e.Areas, p.Area) && !e.unsure {
		a.problems.Errorf(id.Pos, id.Len, "edition", "add it to areas: in "+e.Page.Document.File,
			"%s is not one of the edition's areas", id.Value)
	}
}

// declares tells whether the edition is about the area.
func (e *Edition) declares(area string) bool {
	return slices.ContainsFunc(e.Areas, func(a *data.Area) bool { return a.ID == area })
}

// mendChapter takes a file that is named after one of the edition's areas for
// its chapter, where its front matter does not say so: one problem, and not one
// more for each figure in it.
func (a *assembly) mendChapter(e *Edition, p *Page) {
	id := p.Document.Slug
	if _, taken := e.chapters[id]; taken {
		return
	}
	if p.Document.Section.Area.Value == "" && !p.Document.Refused {
		a.problems.Errorf(p.Pos(), 0, "edition", "add area: "+id+", or rename the file", "the file is named after the area %s, but has no area", id)
	}
	p.Kind = Chapter
	p.Area, _ = a.Set.Area(id)
	e.chapters[id] = p
}

// sortSections orders sections by weight, then chapters as the edition lists
// its areas, then by file name.
func (e *Edition) sortSections() {
	slices.SortFunc(e.Sections, func(x, y *Page) int {
		return cmp.Or(
			cmp.Compare(weight(x), weight(y)),
			cmp.Compare(slices.Index(e.Areas, x.Area), slices.Index(e.Areas, y.Area)),
			strings.Compare(x.Route, y.Route),
		)
	})
}

func weight(p *Page) int {
	if p.Document == nil {
		return 0
	}
	switch {
	case p.Document.Section != nil:
		return p.Document.Section.Weight
	case p.Document.Page != nil:
		return p.Document.Page.Weight
	}
	return 0
}
