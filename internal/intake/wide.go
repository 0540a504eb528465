package intake

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
)

// spread reads the heads of the value columns of a wide table.
func (im *importer) spread(c *columns, rest []int) error {
	d, split := im.names.dimensions.find(im.o.Wide)
	if axes := []string{fieldPeriod, fieldArea, fieldIndicator}; slices.Contains(axes, im.o.Wide) {
		split = false
	} else if !split {
		return &UsageError{diag.Messagef("--wide %s: heads of columns cannot be that", im.o.Wide),
			diag.DidYouMean(im.o.Wide, append(axes, im.names.dimensions.all...), "they can be period, area, indicator, or the id of a dimension")}
	}
	if _, ok := c.at[im.o.Wide]; ok {
		return &UsageError{"--wide " + im.o.Wide + ": a column holds that already", "leave --wide out, or name the column ignore in --map"}
	}
	if _, ok := c.at[fieldValue]; ok {
		return &UsageError{"--wide " + im.o.Wide + ": the table has a column of values", "leave --wide out, or name the column ignore in --map"}
	}
	for _, col := range rest {
		w := wideColumn{col: col}
		head := im.t.head.cell(col)
		message, hint := "", ""
		ok := false
		switch {
		case split:
			var id string
			if id, ok = im.names.categories[d].find(head); !ok {
				message, hint = im.names.categories[d].unknown(head)
				ok = total(head)
			}
			w.step = data.CategoryRef{Dimension: d.ID, ID: id}
		case im.o.Wide == fieldArea:
			if w.area, ok = im.names.areas.find(head); !ok {
				message, hint = im.names.areas.unknown(head)
			}
		case im.o.Wide == fieldIndicator:
			if w.indicator, ok = im.names.indicators.find(head); !ok {
				message, hint = im.names.indicators.unknown(head)
			}
		default:
			w.period, message, hint = im.period(head, nil)
			ok = message == ""
		}
		if !ok {
			switch {
			case head == "":
				message, hint = "the column has values, but no head", "give it one; where the heads stand in several rows, name them all, as in --head 3-4"
			case !strings.Contains(hint, "did you mean"):
				hint = "if its cells are no values, leave the column out: --map \"ignore: [" + scalar(head) + "]\""
			}
			im.t.report(&im.ps, im.t.head, col, hint, "%s", message)
			continue
		}
		c.wide = append(c.wide, w)
	}
	if len(c.wide) == 0 && len(im.ps) == 0 {
		return &UsageError{"--wide " + im.o.Wide + ": no column is left whose head could be that", "its columns are " + list(im.t.head.Cells, 12)}
	}
	return nil
}

// total tells whether a word stands for all categories together.
func total(word string) bool {
	switch fold(word) {
	case "total", "all":
		return true
	}
	return false
}

// valueless says that no column holds values, and what those may be that there are.
func (im *importer) valueless(c *columns) error {
	var periods, areas int
	for _, col := range c.unread {
		if _, ok := im.words.ReadPeriod(im.t.head.cell(col)); ok {
			periods++
		}
		if _, ok := im.names.areas.find(im.t.head.cell(col)); ok {
			areas++
		}
	}
	hint := "name it with --map \"value: …\"; its columns are " + list(im.t.head.Cells, 12)
	switch {
	case periods > 0 && periods >= areas:
		hint = "the heads of its columns are periods: read it with --wide period"
	case areas > 0:
		hint = "the heads of its columns are areas: read it with --wide area"
	}
	return &UsageError{"the table has no column of values", hint}
}
