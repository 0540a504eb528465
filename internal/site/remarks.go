package site

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
)

// subtitle says in words what a chart shows: measure, areas, period.
func (a *assembly) subtitle(t *Text, c *Chart, s *selection) string {
	var parts []string
	if s.headline {
		parts = append(parts, "Each country’s headline figure")
	} else {
		var names []string
		for _, i := range s.indicators {
			names = append(names, i.Name)
		}
		what := a.Locale.List(names)
		if s.by != nil {
			what += " by " + strings.ToLower(s.by.Name)
		}
		parts = append(parts, what)
	}
	switch {
	case s.areasName != "":
		parts = append(parts, s.areasName)
	case len(s.areas) == 1:
		parts = append(parts, s.areas[0].Name)
	case len(s.areas) <= 3:
		var names []string
		for _, area := range s.areas {
			names = append(names, area.Name)
		}
		parts = append(parts, a.Locale.List(names))
	default:
		parts = append(parts, fmt.Sprintf("%d areas", len(s.areas)))
	}
	first, last := s.periods[0], s.periods[len(s.periods)-1]
	switch {
	case c.Block.Type.Value == "change":
		parts = append(parts, "change from "+a.Locale.PeriodInText(s.base)+" to "+a.Locale.PeriodInText(first))
	case len(s.periods) == 1:
		parts = append(parts, a.Locale.Period(first))
	case len(s.periods) == 2:
		parts = append(parts, a.Locale.Period(first)+" and "+a.Locale.Period(last))
	case !consecutive(s.periods):
		parts = append(parts, fmt.Sprintf("%d periods from %s to %s", len(s.periods), a.Locale.PeriodInText(first), a.Locale.PeriodInText(last)))
	default:
		parts = append(parts, a.Locale.Period(first)+" to "+a.Locale.Period(last), every(first.Unit()))
	}
	return strings.Join(parts, "\u00a0· ")
}

// consecutive tells whether each period follows on the one before.
func consecutive(periods []period.Period) bool {
	for i := 1; i < len(periods); i++ {
		if periods[i] != periods[i-1].Next() {
			return false
		}
	}
	return true
}

// every is how often a series has a point.
func every(u period.Unit) string {
	switch u {
	case period.Year:
		return "yearly"
	case period.Quarter:
		return "quarterly"
	case period.Month:
		return "monthly"
	}
	return "daily"
}

// remarks are what a reader must know of the cells shown: that indicators
// differ, what is estimated, not comparable or missing, how areas are named.
func (a *assembly) remarks(c *Chart, t *Text, s *selection) []string {
	var remarks []string
	if s.headline {
		remarks = append(remarks, a.countedRemark(c.Used)...)
	}
	estimated := areaNames(c.Used, func(o *data.Observation) bool { return o.Status.Estimated() })
	if len(estimated) > 0 {
		remarks = append(remarks, "Estimated: "+a.Locale.List(estimated)+".")
	}
	for _, o := range differing(c) {
		remark := o.Area.Name + ", " + a.Locale.Period(o.Period) + ": " + o.Status.Name()
		if o.Note != "" {
			remark += ". " + strings.TrimSuffix(o.Note, ".")
		}
		remarks = append(remarks, remark+".")
	}
	remarks = append(remarks, missingRemarks(c, s)...)
	for _, area := range s.areas {
		if area.Note != "" && !slices.Contains(remarks, area.Name+": "+area.Note) {
			remarks = append(remarks, area.Name+": "+area.Note)
		}
	}
	return remarks
}

// differing lists what the cells shown cannot simply be compared with: other
// definitions, and new series. In a chart of changes a new series matters where
// it begins between the two periods, and need not be shown itself.
func differing(c *Chart) []*data.Observation {
	var all []*data.Observation
	for _, o := range c.Used {
		changes := c.Block.Type.Value == "change"
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
	for _, row := range c.Table.Rows {
		for i, d := range row[1:] {
			if !d.Change {
				cells++
			}
			if !d.Missing || d.Change {
				continue
			}
			remark := "No figure for " + row[0].Text + ", " + c.Table.Head[i+1]
			if d.Observation != nil && d.Observation.Note != "" {
				remark += ": " + strings.TrimSuffix(d.Observation.Note, ".")
			}
			remarks = append(remarks, remark+".")
		}
	}
	if len(remarks) > mostMissing {
		what := "values"
		if c.Block.Type.Value == "line" {
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

func areaNames(used []*data.Observation, keep func(*data.Observation) bool) []string {
	var names []string
	for _, o := range used {
		if keep(o) && !slices.Contains(names, o.Area.Name) {
			names = append(names, o.Area.Name)
		}
	}
	return names
}
