package site

import (
	"slices"

	"bulletin/internal/chart"
	"bulletin/internal/data"
)

// Locator is a map of where the areas of a region page are, for a page that
// brings none of its own. A group stands for its members. It is nil where no
// outline is known of any area: a map is no duty of a region, and the routes that
// some publishers count by are on none. An area without an outline is listed
// below the map.
func (s *Site) Locator(p *Page) *chart.Spec {
	var areas []*data.Area
	for _, id := range p.Document.Region.Areas {
		if area, ok := s.Set.Area(id.Value); ok {
			areas = append(areas, area)
		}
	}
	return s.LocatorOf(p.Title, areas)
}

// LocatorOf is a map of where some areas are, as Locator makes it.
func (s *Site) LocatorOf(title string, of []*data.Area) *chart.Spec {
	spec := &chart.Spec{Type: chart.Map, Title: "Map of " + title, Locale: s.Locale}
	a := &assembly{Site: s}
	spec.Map = chart.MapLook{Style: chart.Locator, Disclaimer: a.disclaimer()}
	var areas []*data.Area
	add := func(area *data.Area) {
		if !slices.Contains(areas, area) {
			areas = append(areas, area)
		}
	}
	for _, area := range of {
		if !area.Group {
			add(area)
			continue
		}
		for _, id := range area.Members {
			if member, ok := s.Set.Area(id); ok {
				add(member)
			}
		}
	}
	spec.Map.Naming = a.namings(areas) // the page says the others below, as of every name on it
	for _, area := range areas {
		row := chart.Row{Label: area.Name, Code: area.Code}
		alone := *spec
		if alone.Rows = []chart.Row{row}; len(alone.Validate()) > 0 {
			row.Code = ""
		}
		spec.Rows = append(spec.Rows, row)
		if area.Note != "" && row.Code != "" {
			spec.Map.Dashed = append(spec.Map.Dashed, row.Code)
		}
	}
	if len(spec.Validate()) > 0 {
		return nil
	}
	return spec
}
