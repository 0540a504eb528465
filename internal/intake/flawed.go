package intake

import (
	"slices"
	"strings"
)

// skipped tells whether a row is one that Options.Skip leaves out.
func (im *importer) skipped(r row) bool {
	return slices.ContainsFunc(im.o.Skip, func(text string) bool {
		return slices.ContainsFunc(r.Cells, func(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), text) })
	})
}

// flawed reports cells of a workbook that hold an error, or nothing that could be read,
// where they are asked for: those of columns that are read. It tells of which value
// columns a row gives nothing: all, where the flaw is in what it says of all.
func (im *importer) flawed(c *columns, r row) map[int]bool {
	var cols map[int]bool
	for _, f := range r.Flaws {
		all, value := c.reads(f.Cell)
		if !all && !value || f.Text != "" && slices.Contains(im.o.Empty, f.Text) {
			continue
		}
		if cols == nil {
			cols = map[int]bool{}
		}
		hint := f.Hint
		if f.Text != "" && value {
			hint += "; or read such cells as empty with --empty \"" + f.Text + "\""
		}
		im.t.report(&im.ps, r, f.Cell, hint, "%s", f.Message)
		cols[f.Cell] = true
		if all {
			for _, w := range c.wide {
				cols[w.col] = true
			}
			cols[c.column(fieldValue)] = true
		}
	}
	return cols
}

// reads tells whether a column holds a field of the row, or values.
func (c *columns) reads(col int) (field, value bool) {
	for name, at := range c.at {
		if at == col {
			return name != fieldValue, name == fieldValue
		}
	}
	if slices.ContainsFunc(c.splits, func(s split) bool { return s.col == col }) {
		return true, false
	}
	return false, slices.ContainsFunc(c.wide, func(w wideColumn) bool { return w.col == col })
}
