package chart

// Grid is the data table of a chart, in the order of its rows.
type Grid struct {
	Head    []string // of each column; the first names the rows
	Numeric []bool   // whether a column holds numbers, to be aligned right
	Rows    [][]Cell // the first cell of each row is its header
}

// Cell is a cell of a table.
type Cell struct {
	Text      string
	Missing   bool // Text says why there is no value
	Estimated bool
}

// Table gives the figures of a chart as rows of text, as the chart shows them. A spec that Validate refuses is fine:
// what is not there is missing.
func Table(s *Spec) Grid {
	g := Grid{Head: []string{s.RowName}, Numeric: []bool{false}}
	for _, one := range s.Series {
		g.Head, g.Numeric = append(g.Head, one.Name), append(g.Numeric, true)
	}
	notes := false
	for _, r := range s.Rows {
		notes = notes || r.Note != ""
	}
	if notes {
		name := s.NoteName
		if name == "" {
			name = "Counts"
		}
		g.Head, g.Numeric = append(g.Head, name), append(g.Numeric, true)
	}
	for i, r := range s.Rows {
		row := make([]Cell, 1, len(g.Head))
		row[0].Text = r.Label
		for _, one := range s.Series {
			row = append(row, s.cell(one, i))
		}
		if notes {
			row = append(row, Cell{Text: r.Note})
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

func (s *Spec) cell(one Series, row int) Cell {
	if row >= len(one.Points) {
		return Cell{Text: Point{}.missing(), Missing: true}
	}
	p := one.Points[row]
	if p.Missing {
		return Cell{Text: p.missing(), Missing: true}
	}
	return Cell{Text: s.label(p), Estimated: p.Estimated}
}
