package site

import (
	"fmt"
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
	remarks = append(remarks, missingRemarks(c, s)...)
	for _, area := range s.areas {
		if area.Note != "" && !slices.Contains(remarks, area.Name+": "+area.Note) {
			remarks = append(remarks, area.Name+": "+area.Note)
		}
	}
	return remarks
}

// differingRemarks say of each value that is not like the others when it is of
// and how it differs; those of one area that differ in the same way are said of
// together.
func (a *assembly) differingRemarks(all []*data.Observation) []string {
	type kind struct {
		area   *data.Area
		status data.Status
		note   string
	}
	times := map[kind][]string{}
	var kinds []kind
	for _, o := range all {
		k := kind{o.Area, o.Status, o.Note}
		if times[k] == nil {
			kinds = append(kinds, k)
		}
		if when := a.Locale.Period(o.Period); len(times[k]) > mostMissing || !slices.Contains(times[k], when) {
			times[k] = append(times[k], when)
		}
	}
	var remarks []string
	for _, k := range kinds {
		if len(remarks) == mostDiffering {
			return append(remarks, fmt.Sprintf("%d more are not fully comparable, each for a reason of its own: see the figures.", len(kinds)-mostDiffering))
		}
		when := times[k]
		if len(when) > mostMissing {
			when = []string{fmt.Sprintf("%s and %d more", when[0], len(when)-1)}
		}
		remark := k.area.Name + ", " + a.Locale.List(when) + ": " + k.status.Name()
		if k.note != "" {
			remark += ". " + strings.TrimSuffix(k.note, ".")
		}
		remarks = append(remarks, remark+".")
	}
	return remarks
}

// mostDiffering is how many reasons of values that differ are told.
const mostDiffering = 12

// differing lists what the cells shown cannot simply be compared with: other
// definitions, and new series. In a chart of changes a new series matters where
// it begins between the two periods, and need not be shown itself.
func differing(c *Chart) []*data.Observation {
	var all []*data.Observation
	for _, o := range c.Used {
		changes := c.compares()
		if o.Status == data.DefinitionDiffers || o.Status == data.Break && (!changes || slices.Contains(c.Unlike, o)) {
			all = append(all, o)
		}
	}
	for _, o := range c.Unlike {
		if !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all
}

// mostMissing is how many missing cells are named one by one.
const mostMissing = 4

// missingRemarks name the cells without a value, with the note that says why;
// many of them are only counted.
func missingRemarks(c *Chart, s *selection) []string {
	var remarks []string
	cells := 0
	for n, row := range c.Table.Rows {
		for i, d := range row[1:] {
			if !d.Change {
				cells++
			}
			lacking := c.areas != nil && slices.Contains(c.Lacking, c.areas[n]) // said of the whole row
			if !d.Missing || d.Change || lacking || slices.Contains([]string{unnamedPart, inRest, nothing}, d.Text) {
				continue
			}
			remark := "No figure for " + row[0].Text + ", " + c.Table.Head[i+1]
			if d.Text == notKnown {
				remark = c.Table.Head[i+1] + " is not known for " + row[0].Text + ": a part is missing or suppressed"
			}
			if d.Observation != nil && d.Observation.Note != "" {
				remark += ": " + strings.TrimSuffix(d.Observation.Note, ".")
			}
			remarks = append(remarks, remark+".")
		}
	}
	if len(remarks) > mostMissing {
		what := "values"
		if s.is("line", "multiples") {
			what = s.periods[0].Unit().String() + "s"
			if len(c.Table.Head) > 2 {
				what = "values"
			}
		}
		return []string{fmt.Sprintf("No figure for %d of %d %s.", len(remarks), cells, what)}
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

// estimatedNames names what is estimated: areas; of one area, its categories.
func (a *assembly) estimatedNames(c *Chart, s *selection) []string {
	var names []string
	for _, o := range c.Used {
		if !o.Status.Estimated() {
			continue
		}
		name := o.Area.Name
		if s.by != nil && len(o.Path) > len(s.part) {
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
