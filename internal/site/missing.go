package site

import (
	"fmt"
	"slices"
	"strings"
)

// mostMissing is how many missing cells are named one by one.
const mostMissing = 4

// gap is the cells of a column that have no value for the same reason.
type gap struct {
	column  int
	unknown bool   // a remainder, since a part is not known
	note    string // why, without its full stop
	rows    []string
}

// missingRemarks name the cells without a value, with the note that says why:
// those of a column together. Many of them are only counted.
func (a *assembly) missingRemarks(c *Chart, s *selection) []string {
	gaps, missing, cells := c.gaps()
	if missing > mostMissing {
		what := "values"
		if s.is("line", "multiples") && len(c.Table.Head) == 2 {
			what = s.periods[0].Unit().String() + "s"
		}
		return []string{fmt.Sprintf("No figure for %d of %d %s.", missing, cells, what)}
	}
	var remarks []string
	for _, g := range gaps {
		rows, column := a.Locale.List(g.rows), c.Table.Head[g.column]
		remark := "No figure for " + rows
		switch {
		case g.unknown:
			remark = column + " is not known for " + rows + ": a part is missing or suppressed"
		case c.columns() > 1:
			remark = column + ": no figure for " + rows
		}
		if g.note != "" {
			remark += ". " + g.note
		}
		remarks = append(remarks, remark+".")
	}
	return remarks
}

// gaps are the missing cells of a chart that remarks tell of, how many they are,
// and how many cells there are.
func (c *Chart) gaps() (gaps []gap, missing, cells int) {
	for n, row := range c.Table.Rows {
		for i, d := range row[1:] {
			if !d.Change {
				cells++
			}
			lacking := c.areas != nil && slices.Contains(c.Lacking, c.areas[n]) // said of the whole row
			if !d.Missing || d.Change || lacking || slices.Contains([]string{unnamedPart, inRest, nothing}, d.Text) {
				continue
			}
			if missing++; missing > mostMissing {
				continue // they are counted
			}
			one := gap{column: i + 1, unknown: d.Text == notKnown}
			if d.Observation != nil {
				one.note = strings.TrimSuffix(d.Observation.Note, ".")
			}
			at := slices.IndexFunc(gaps, func(g gap) bool { return g.column == one.column && g.unknown == one.unknown && g.note == one.note })
			if at < 0 {
				at = len(gaps)
				gaps = append(gaps, one)
			}
			gaps[at].rows = append(gaps[at].rows, row[0].Text)
		}
	}
	return gaps, missing, cells
}

// columns is how many columns of values a table has.
func (c *Chart) columns() int { return len(c.Table.Head) - 1 }
