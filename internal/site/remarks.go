package site

import (
	"slices"
	"strings"

	"bulletin/internal/data"
)

// remarks are what a reader must know of the cells shown: that indicators
// differ, what is estimated, not comparable or missing, how areas are named.
func (a *assembly) remarks(c *Chart, s *selection) []string {
	var remarks []string
	if s.headline {
		remarks = append(remarks, a.countedRemark(c.Used)...)
	}
	remarks = append(remarks, c.coverageRemark()...)
	remarks = append(remarks, c.notes...)
	estimated := a.estimatedNames(c, s)
	if len(estimated) > 0 {
		remarks = append(remarks, "Estimated: "+a.Locale.List(estimated)+".")
	}
	remarks = append(remarks, a.differingRemarks(differing(c))...)
	remarks = append(remarks, a.missingRemarks(c, s)...)
	for _, area := range s.areas {
		if area.Note != "" && !slices.Contains(remarks, area.Name+": "+area.Note) {
			remarks = append(remarks, area.Name+": "+area.Note)
		}
	}
	return remarks
}

// countedRemark says which countries count what, where a chart puts different
// indicators side by side.
func (a *assembly) countedRemark(used []*data.Observation) []string {
	var order []*data.Indicator
	areas := map[*data.Indicator][]string{}
	for _, o := range used {
		if !slices.Contains(order, o.Indicator) {
			order = append(order, o.Indicator)
		}
		if !slices.Contains(areas[o.Indicator], o.Area.Name) {
			areas[o.Indicator] = append(areas[o.Indicator], o.Area.Name)
		}
	}
	if len(order) < 2 {
		return nil
	}
	slices.SortStableFunc(order, func(x, y *data.Indicator) int { return len(areas[y]) - len(areas[x]) })
	var parts []string
	for _, i := range order {
		parts = append(parts, i.Name+" in "+a.Locale.List(areas[i]))
	}
	return []string{"Countries count different things: " + strings.Join(parts, "; ") + "."}
}

// estimatedNames names what is estimated: areas; of areas that are not, their
// categories; of one area alone, its total and its categories.
func (a *assembly) estimatedNames(c *Chart, s *selection) []string {
	part := func(o *data.Observation) bool { return s.by != nil && len(o.Path) > len(s.part) }
	var areas, names []string
	for _, o := range c.Used {
		if o.Status.Estimated() && !part(o) && !slices.Contains(areas, o.Area.Name) {
			areas = append(areas, o.Area.Name)
		}
	}
	for _, o := range c.Used {
		if !o.Status.Estimated() {
			continue
		}
		name := o.Area.Name
		if s.by != nil && len(s.areas) == 1 {
			name = "the total"
		}
		if part(o) && (len(s.areas) == 1 || !slices.Contains(areas, name)) {
			last := o.Path[len(o.Path)-1]
			for _, step := range o.Path {
				if step.Dimension == s.by.ID {
					last = step
				}
			}
			category, _ := s.by.Category(last.ID)
			if name = category.Name; len(s.areas) > 1 {
				name = o.Area.Name + " (" + category.Name + ")"
			}
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
