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
	spec := &chart.Spec{Type: chart.Map, Title: "Map of " + p.Title, Locale: s.Locale}
	a := &assembly{Site: s}
	spec.Map = chart.MapLook{Style: chart.Locator, Disclaimer: a.disclaimer()}
	var areas []*data.Area
	add := func(id string) {
		if area, ok := s.Set.Area(id); ok && !slices.Contains(areas, area) {
			areas = append(areas, area)
		}
	}
	for _, id := range p.Document.Region.Areas {
		if area, ok := s.Set.Area(id.Value); ok && area.Group {
			for _, member := range area.Members {
				add(member)
			}
			continue
		}
		add(id.Value)
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
