package site

import (
	"slices"

	"bulletin/internal/data"
)

// About is the pages of words about an area.
type About struct {
	Chapters  []*Page // the newest edition's first
	Snapshots []*Page // the newest first
	Articles  []*Page // the same
	Regions   []*Page // by route
}

// About is the pages of words about an area: its chapters; the snapshots and articles
// that show a figure of it, or name it in their front matter; the region pages that
// name it. It is known once all pages have been open.
func (s *Site) About(area *data.Area) About {
	s.trace.add(OnAbout, area.ID)
	return s.about[area.ID]
}

// all lists the pages.
func (a About) all() []*Page {
	return slices.Concat(a.Chapters, a.Snapshots, a.Articles, a.Regions)
}

// indexAbout finds the pages about each area, once each has told what it is about.
func (s *Site) indexAbout() {
	s.about = map[string]About{}
	add := func(id string, list func(*About) *[]*Page, p *Page) {
		of := s.about[id]
		pages := list(&of)
		*pages = append(*pages, p)
		s.about[id] = of
	}
	for _, e := range s.Editions {
		for _, p := range e.Sections {
			if p.Area != nil && e.chapters[p.Area.ID] == p {
				add(p.Area.ID, func(of *About) *[]*Page { return &of.Chapters }, p)
			}
		}
	}
	for _, p := range s.Snapshots {
		for _, id := range p.areas {
			add(id, func(of *About) *[]*Page { return &of.Snapshots }, p)
		}
	}
	for _, p := range s.Articles {
		for _, id := range p.areas {
			add(id, func(of *About) *[]*Page { return &of.Articles }, p)
		}
	}
	for _, p := range s.Regions {
		for _, id := range p.areas {
			add(id, func(of *About) *[]*Page { return &of.Regions }, p)
		}
	}
}

// gatherAreas finds the areas that a snapshot, an article or a region page is about,
// by their ids, sorted.
func (p *Page) gatherAreas() {
	p.areas = nil
	switch d := p.Document; p.Kind {
	case Snapshot:
		for _, id := range d.Snapshot.Areas {
			p.areas = append(p.areas, id.Value)
		}
		p.addShownAreas()
	case Article:
		p.addShownAreas()
	case Region:
		for _, id := range d.Region.Areas {
			p.areas = append(p.areas, id.Value)
		}
	default:
		return
	}
	slices.Sort(p.areas)
	p.areas = slices.Compact(p.areas)
}

// addShownAreas adds the areas of what the page shows, but for invented figures.
func (p *Page) addShownAreas() {
	for _, o := range p.shown {
		if !o.Indicator.Example {
			p.areas = append(p.areas, o.Area.ID)
		}
	}
}
