package site

import (
	"slices"

	"bulletin/internal/content"
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

// regroup reads areas: again, now that the periods are known: a group that has
// values of its own in them stands for itself where fewer than two of its
// members have any. One member is not what a chart of the group is to show.
func (a *assembly) regroup(s *selection) {
	grouped := slices.ContainsFunc(s.block.Areas, func(id content.Scalar) bool {
		area, ok := a.Set.Area(id.Value)
		return ok && area.Group
	})
	if !grouped || len(s.periods) == 0 {
		return
	}
	s.areas, s.areasName, s.group = nil, "", nil
	a.selectAreas(s)
}

// hasValues tells whether an area has a value in the periods of a selection.
func (a *assembly) hasValues(s *selection, area string) bool {
	for _, i := range s.indicators {
		for _, p := range append(slices.Clone(s.periods), s.base) {
			if p.IsZero() {
				continue // nothing is compared
			}
			o, ok := a.Set.Lookup(data.Cell{Indicator: i.ID, Area: area, Period: p, Categories: data.CategoriesKey(s.part)})
			if ok && (o.HasValue || o.HasShare) {
				return true
			}
		}
	}
	return false
}

// membersHaveData tells whether a group stands for its members in a chart: it
// does where any of them has the indicator, else it is an area of its own; see
// regroup too. On a map it has no place but theirs.
func (a *assembly) membersHaveData(s *selection, group *data.Area) bool {
	if s.headline {
		return true
	}
	if !s.is("map") && a.hasValues(s, group.ID) {
		members := 0
		for _, member := range group.Members {
			if a.hasValues(s, member) {
				members++
			}
		}
		return members > 1
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
