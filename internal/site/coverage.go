package site

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
)

// measureCoverage finds the areas that a chart asks for and cannot show: of
// which it has no value, or, where it compares, no comparison.
func (a *assembly) measureCoverage(c *Chart, s *selection) {
	if len(s.areas) < 2 {
		return
	}
	c.Covers = len(s.areas)
	for _, area := range s.areas {
		shown := false
		for i, row := range c.Table.Rows {
			if c.areas != nil && c.areas[i] == area {
				shown = shown || a.rowShows(c, row)
			}
		}
		if c.areas == nil { // areas are series, or parts
			shown = slices.ContainsFunc(c.Used, func(o *data.Observation) bool { return o.Area == area })
		}
		if !shown {
			c.Lacking = append(c.Lacking, area)
		}
	}
	if s.headline {
		for _, o := range c.Used {
			if !slices.Contains(c.Mixed, o.Indicator) {
				c.Mixed = append(c.Mixed, o.Indicator)
			}
		}
		if len(c.Mixed) < 2 {
			c.Mixed = nil
		}
	}
}

// Compares tells whether a chart sets two periods against each other.
func (c *Chart) Compares() bool {
	return c.Block.Type.Value == "change" || c.Block.Type.Value == "dumbbell"
}

// rowShows tells whether a row has a value; where the chart compares, both.
func (a *assembly) rowShows(c *Chart, row []Datum) bool {
	values, missing := 0, 0
	if c.totals {
		row = row[:len(row)-1]
	}
	for _, d := range row[1:] {
		switch {
		case d.Missing:
			missing++
		case d.Observation != nil || d.Change:
			values++
		}
	}
	return values > 0 && (missing == 0 || !c.Compares())
}

// coverageRemark says how many of the areas a chart shows, and why the others
// are missing: "9 of 10 areas have a comparison; none for Greece: …"
func (c *Chart) coverageRemark() []string {
	if len(c.Lacking) == 0 {
		return nil
	}
	what := "a figure"
	switch {
	case c.Compares():
		what = "a comparison"
	case c.totals && c.Block.By.Value != "":
		what = "a breakdown"
	}
	n := c.Covers - len(c.Lacking)
	have := "have"
	if n == 1 {
		have = "has"
	}
	remark := fmt.Sprintf("%d of %d areas %s %s; none for ", n, c.Covers, have, what)
	var names []string
	for _, area := range c.Lacking {
		name := area.Name
		if why := c.why(area); why != "" && len(c.Lacking) <= mostMissing {
			if len(c.Lacking) == 1 {
				return []string{remark + name + ": " + why + "."}
			}
			name += " (" + why + ")"
		}
		names = append(names, name)
	}
	last := names[len(names)-1]
	if len(names) > 1 {
		last = strings.Join(names[:len(names)-1], ", ") + " and " + last
	}
	return []string{remark + last + "."}
}

// why is the note of a value that an area lacks.
func (c *Chart) why(area *data.Area) string {
	for i, row := range c.Table.Rows {
		for n, d := range row[1:] {
			if c.areas != nil && c.areas[i] != area || c.areas == nil && c.Table.Head[n+1] != area.Name {
				continue
			}
			if d.Missing && d.Observation != nil && d.Observation.Note != "" {
				return strings.TrimSuffix(d.Observation.Note, ".")
			}
		}
	}
	return ""
}
