package site

import (
	"slices"

	"bulletin/internal/data"
)

// selectAreas reads areas: ids, one group, or report; without it, the page's
// own area, or all of the edition's.
func (a *assembly) selectAreas(s *selection) {
	b, edition := s.block, s.page.Edition
	for _, id := range b.Areas {
		if id.Value == "report" {
			if edition == nil {
				a.refuse(id, "list the areas", "report means the areas of an edition, and this page is in none")
				continue
			}
			s.addAreas(edition.Areas...)
			continue
		}
		area := a.area(id)
		if area == nil {
			continue
		}
		if !area.Group || !a.membersHaveData(s, area) {
			s.addAreas(area)
			continue
		}
		if len(b.Areas) == 1 {
			s.areasName, s.group = area.Name, area
		}
		for _, member := range area.Members {
			if m, ok := a.Set.Area(member); ok {
				s.addAreas(m)
			}
		}
	}
	if len(b.Areas) > 0 {
		return
	}
	switch {
	case s.page.Area != nil:
		s.areas = append(s.areas, s.page.Area)
	case edition != nil:
		s.areas = edition.Areas
	default:
		a.refuse(where(b), "add areas: with ids of data/areas.yaml", "the %s names no areas", b.Kind)
	}
}

// addAreas adds areas that are not there yet: groups may share members.
func (s *selection) addAreas(areas ...*data.Area) {
	for _, area := range areas {
		if !slices.Contains(s.areas, area) {
			s.areas = append(s.areas, area)
		}
	}
}

// membersHaveData tells whether a group stands for its members in a chart: it
// does where any of them has the indicator, else it is an area of its own.
func (a *assembly) membersHaveData(s *selection, group *data.Area) bool {
	if s.headline {
		return true
	}
	for _, member := range group.Members {
		for _, i := range s.indicators {
			if len(a.Set.History(i.ID, member, "")) > 0 {
				return true
			}
		}
	}
	return false
}
