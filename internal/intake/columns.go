package intake

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// columns says where in a table, or outside of it, the fields of an observation are.
type columns struct {
	at     map[string]int    // of a field that has one: its column
	set    map[string]string // of fields: what Options.Set says
	splits []split           // columns that are named after a dimension
	wide   []wideColumn      // of a wide table: its value columns
	unread []int             // columns that nobody asked for
	only   data.Status       // the status of Options.Set
	given  map[string]bool   // dimensions of Options.Set
}

// split is a column that holds categories of one dimension, or what Options.Set says
// for it.
type split struct {
	dimension *data.Dimension
	col       int // -1: of Options.Set
	fixed     string
}

// wideColumn is a column of values, with what its head says.
type wideColumn struct {
	col       int
	period    period.Period
	area      *data.Area
	indicator *data.Indicator
	step      data.CategoryRef
}

// column is the column of a field, or -1.
func (c *columns) column(field string) int {
	if at, ok := c.at[field]; ok {
		return at
	}
	return -1
}

// text is what a row says of a field, or Options.Set where it says nothing.
func (c *columns) text(r row, field string) string {
	if text := r.cell(c.column(field)); text != "" {
		return text
	}
	return c.set[field]
}

// columns finds the columns. The error is of the options; problems are of the heads.
func (im *importer) columns() (*columns, error) {
	c := &columns{at: map[string]int{}, set: map[string]string{}, given: map[string]bool{}}
	taken := make([]bool, len(im.t.head.Cells))
	if err := im.mapped(c, taken); err != nil {
		return nil, err
	}
	if err := im.settled(c); err != nil {
		return nil, err
	}
	im.known(c, taken)
	var rest []int
	for i, head := range im.t.head.Cells {
		if !taken[i] && (head != "" || im.t.filled(i)) {
			rest = append(rest, i)
		}
	}
	if im.o.Wide == "" {
		c.unread = rest
	} else if err := im.spread(c, rest); err != nil {
		return nil, err
	}
	return c, im.needed(c)
}

// mapped takes the columns that Options.Map names.
func (im *importer) mapped(c *columns, taken []bool) error {
	all, err := pairs("--map", im.o.Map)
	if err != nil {
		return err
	}
	for _, p := range all {
		dimension, split, err := im.field("--map", p.key)
		if err != nil {
			return err
		}
		for _, name := range p.text {
			col, err := im.head(name)
			if err != nil {
				return err
			}
			if taken[col] {
				return &UsageError{diag.Messagef("--map: the column %q is named twice", name), "give each column one field"}
			}
			taken[col] = true
			switch {
			case split:
				c.split(dimension, col, "")
			case p.key != fieldIgnore:
				c.at[p.key] = col
			}
		}
	}
	return nil
}

// field tells what a key of an option is: a field, or a dimension that splits.
func (im *importer) field(option, key string) (d *data.Dimension, split bool, err error) {
	if slices.Contains(fields(), key) || key == fieldIgnore && option == "--map" {
		return nil, false, nil
	}
	if d, ok := im.names.dimensions.find(key); ok {
		return d, true, nil
	}
	known := fields()
	if option == "--map" {
		known = append(known, fieldIgnore)
	}
	return nil, false, &UsageError{diag.Messagef("%s: there is no field %q", option, key),
		diag.DidYouMean(key, append(slices.Clone(known), im.names.dimensions.all...), "fields are "+strings.Join(known, ", ")+", and the ids of dimensions")}
}

// split adds a column of a dimension.
func (c *columns) split(d *data.Dimension, col int, fixed string) {
	c.splits = append(c.splits, split{d, col, fixed})
}

// derived are columns of exported files that follow from others.
func derived() []string {
	return []string{"area_name", "iso3", "period_start", "period_end", "revised"}
}

// known takes the columns whose heads are fields, or dimensions.
func (im *importer) known(c *columns, taken []bool) {
	seen := map[string]int{}
	for i, head := range im.t.head.Cells {
		key := strings.ReplaceAll(fold(head), " ", "_")
		if taken[i] || key == "" {
			continue
		}
		first, twice := seen[key]
		_, mapped := c.at[key]
		switch {
		case slices.Contains(derived(), key):
			taken[i] = true
		case slices.Contains(fields(), key) && twice:
			im.t.report(&im.ps, im.t.head, i, "name the right one with --map, and leave the other out with ignore", "two columns are called %q: columns %d and %d", head, first+1, i+1)
			taken[i] = true
		case slices.Contains(fields(), key) && !mapped:
			c.at[key], seen[key], taken[i] = i, i, true
		default:
			if d, ok := im.names.dimensions.find(head); ok && d.ID != im.o.Wide && !slices.ContainsFunc(c.splits, func(s split) bool { return s.dimension == d }) {
				c.split(d, i, "")
				taken[i] = true
			}
		}
	}
	if _, ok := c.at[fieldArea]; ok || im.o.Wide == fieldArea {
		return
	}
	for _, instead := range []string{"iso3", "area_name"} {
		for i, head := range im.t.head.Cells {
			if _, ok := c.at[fieldArea]; !ok && strings.ReplaceAll(fold(head), " ", "_") == instead {
				c.at[fieldArea] = i
			}
		}
	}
}

// filled tells whether a column holds anything.
func (t *Table) filled(col int) bool {
	return slices.ContainsFunc(t.rows, func(r row) bool { return r.cell(col) != "" })
}

// needed reports fields without which nothing can be told.
func (im *importer) needed(c *columns) error {
	_, value := c.at[fieldValue]
	_, status := c.at[fieldStatus]
	if !value && !status && im.o.Wide == "" && len(im.ps) == 0 {
		return im.valueless(c)
	}
	for _, field := range []string{fieldIndicator, fieldArea, fieldPeriod} {
		_, column := c.at[field]
		_, fixed := c.set[field]
		if !column && !fixed && im.o.Wide != field {
			return &UsageError{"nothing says which " + field + " the values are of", "name its column with --map \"" + field + ": …\", or say it for all with --set \"" + field + ": …\""}
		}
	}
	_, dimension := c.at[fieldDimension]
	_, category := c.at[fieldCategory]
	if dimension != category {
		return &UsageError{"a breakdown needs both a dimension and a category", "the table has only one of the two columns; a column that is headed by the id of a dimension holds its categories alone"}
	}
	return nil
}
