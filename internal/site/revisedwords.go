package site

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/figure"
	"bulletin/internal/period"
)

// mostRevised is how many revised values of a chart are told one by one.
const mostRevised = 4

// Printed is what a revision names, as pages write values: "868"; "no figure"
// where there was, or is, none.
func (s *Site) Printed(i *data.Indicator, v data.Printed) string {
	text, known := figure.Written(&data.Observation{
		Indicator: i, Value: v.Number, HasValue: !v.None && !v.Share, Share: v.Number, HasShare: !v.None && v.Share,
	}, s.Locale)
	if !known {
		return "no figure"
	}
	return text
}

// CategoryNames names the categories of an observation, from the outermost in:
// "Unaccompanied and separated children, Girls"; "" of a total.
func (s *Site) CategoryNames(o *data.Observation) string {
	var names []string
	for _, step := range o.Path {
		name := step.ID
		if d, ok := s.Set.Dimension(step.Dimension); ok {
			if category, ok := d.Category(step.ID); ok {
				name = category.Name
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// revisedRemark tells of the revised values that a chart shows or rests on:
// "Revised: Montenegro, first quarter of 2023, from 868 to 871 on 1 December 2026.";
// many of them are only counted. It is "" where there is none.
func (a *assembly) revisedRemark(c *Chart, p *Page) string {
	if len(a.Set.Revisions()) == 0 {
		return ""
	}
	var revised []*data.Observation
	add := func(o *data.Observation) {
		if p.RestsOnRevised(o) && !slices.Contains(revised, o) {
			revised = append(revised, o)
		}
	}
	for _, row := range c.Table.Rows {
		for _, d := range row {
			add(d.Observation)
			for _, o := range d.Used {
				add(o)
			}
		}
	}
	for _, o := range c.Used {
		add(o)
	}
	if len(revised) > mostRevised {
		return "Revised since publication: " + a.Locale.Number(decimal.FromInt(int64(len(revised)))) + " of the values. The page lists them."
	}
	var each []string
	for _, o := range revised {
		all := p.revisionsOf(o)
		first, last := all[0], all[len(all)-1]
		name := o.Area.Name
		if slices.ContainsFunc(revised, func(other *data.Observation) bool { return other.Area == o.Area && other.Indicator != o.Indicator }) {
			name += ", " + lower(o.Indicator.Name)
		}
		if parts := a.CategoryNames(o); parts != "" {
			name += ", " + lower(parts)
		}
		on := " on "
		if len(all) > 1 {
			on = ", last on "
		}
		each = append(each, name+", "+a.Locale.Period(o.Period)+", from "+a.Printed(o.Indicator, first.Was)+" to "+a.Printed(o.Indicator, last.Now)+on+a.Locale.Date(last.Date))
	}
	if len(each) == 0 {
		return ""
	}
	return "Revised: " + strings.Join(each, "; ") + "."
}

// RevisionID is the anchor of a revision on the page of all: its cell and its date,
// since no cell is revised twice on a day.
func RevisionID(o *data.Observation, r *data.Revision) string {
	return o.Indicator.ID + "-" + CellID(o) + "-" + r.Date.String()
}

// RevisionRoute is where a reader finds a revision.
func RevisionRoute(o *data.Observation, r *data.Revision) string {
	return RevisionsRoute + "#" + RevisionID(o, r)
}

// RevisionDayID is the anchor of the revisions of a day on the page of all.
func RevisionDayID(d period.Day) string { return "on-" + d.String() }
