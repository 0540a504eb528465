package site

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
)

// mostMissing is how many missing cells are named one by one.
const mostMissing = 4

// gap is the cells of a column that have no value for the same reason.
type gap struct {
	column  int    // 0 for all of them
	unknown bool   // a remainder, since a part is not known
	note    string // why, without its full stop
	rows    []string
}

// missingRemarks name the cells without a value, with the note that says why:
// those of a column together. Many of them are only counted.
func (a *assembly) missingRemarks(c *Chart, s *selection) []string {
	gaps, missing, cells := c.gaps()
	told := 0
	for _, g := range gaps {
		told += len(g.rows)
	}
	if told > mostMissing {
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
		case g.column > 0 && c.columns() > 1:
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
// and how many cells there are. A row without any value counts once for each
// cell, and is one gap.
func (c *Chart) gaps() (gaps []gap, missing, cells int) {
	add := func(one gap, row string) {
		at := slices.IndexFunc(gaps, func(g gap) bool {
			return g.column == one.column && g.unknown == one.unknown && g.note == one.note
		})
		if at < 0 {
			at = len(gaps)
			gaps = append(gaps, one)
		}
		gaps[at].rows = append(gaps[at].rows, row)
	}
	for n, row := range c.Table.Rows {
		var found []gap
		asked := 0
		for i, d := range row[1:] {
			total := c.totals && i == len(row)-2
			if c.lacks(n, i+1) || d.Change || total && slices.ContainsFunc(row[1:i+1], func(d Datum) bool { return d.Missing }) {
				continue // said of the whole area, or of the part that the total lacks
			}
			asked++
			if !d.Missing || slices.Contains([]string{unnamedPart, inRest, nothing}, d.Text) {
				continue
			}
			one := gap{column: i + 1, unknown: d.Text == notKnown}
			if d.Observation != nil {
				one.note = strings.TrimSuffix(d.Observation.Note, ".")
			}
			found = append(found, one)
		}
		missing, cells = missing+len(found), cells+asked
		switch empty := !slices.ContainsFunc(found, func(g gap) bool { return g.note != "" || g.unknown }); {
		case len(gaps) > mostMissing:
			continue // they are counted
		case empty && asked > 1 && len(found) == asked:
			add(gap{}, row[0].Text)
			continue
		}
		for _, one := range found {
			add(one, row[0].Text)
		}
	}
	return gaps, missing, cells
}

// lacks tells whether a cell is of an area that has no value at all: the area is
// its row or its column.
func (c *Chart) lacks(row, column int) bool {
	if c.areas != nil {
		return slices.Contains(c.Lacking, c.areas[row])
	}
	return slices.ContainsFunc(c.Lacking, func(area *data.Area) bool { return area.Name == c.Table.Head[column] })
}

// columns is how many columns of values a table has.
func (c *Chart) columns() int { return len(c.Table.Head) - 1 }
