package intake

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/diag"
)

// behead takes the rows of heads, and what stands above them, from the rows.
func (t *Table) behead(at, end int) (ps diag.Problems) {
	from := 0
	for at > 0 && from < len(t.rows) && t.rows[from].Line != at {
		from++
	}
	if from == len(t.rows) {
		ps.Errorf(diag.Pos{File: t.name}, 0, rule, "name the row that holds the heads of the columns with --head", "the table has no row %d", max(at, 1))
		return ps
	}
	to := from + 1
	for to < len(t.rows) && t.rows[to].Line <= end {
		to++
	}
	heads := t.rows[from:to]
	t.rows = t.rows[to:]
	for _, r := range heads {
		for _, f := range r.Flaws {
			t.report(&ps, r, f.Cell, f.Hint, "%s", f.Message)
		}
	}
	t.head = joined(heads)
	return ps
}

// joined is one row of heads out of several. A head over several columns stands in the
// first of them, as merged cells do: it counts for those to its right that have none, as
// long as both have something below.
func joined(heads []row) row {
	last := heads[len(heads)-1]
	width := 0
	for _, r := range heads {
		width = max(width, len(r.Cells))
	}
	texts := make([][]string, width) // of each column
	for k, r := range heads {
		above := ""
		for col := range width {
			below := slices.ContainsFunc(heads[k+1:], func(r row) bool { return r.cell(col) != "" })
			text := r.cell(col)
			if text == "" && below {
				text = above
			}
			if above = text; !below {
				above = ""
			}
			if text != "" {
				texts[col] = append(texts[col], text)
			}
		}
	}
	last.Cells = make([]string, width)
	for col, all := range texts {
		last.Cells[col] = strings.Join(all, " ")
	}
	return last
}

// head is the column with a head.
func (im *importer) head(name string) (int, error) {
	heads := im.t.head.Cells
	same := func(head string) bool { return strings.EqualFold(head, name) }
	if col := slices.Index(heads, name); col >= 0 {
		return col, nil
	}
	if col := slices.IndexFunc(heads, same); col >= 0 {
		return col, nil
	}
	return 0, &UsageError{diag.Messagef("--map: the table has no column %q", name), im.t.otherHeads(name)}
}

// otherHeads are the hint for a head that there is not: those that there are, or, where
// they look like a title, how to say where the heads are.
func (t *Table) otherHeads(name string) string {
	heads := slices.DeleteFunc(slices.Clone(t.head.Cells), func(head string) bool { return head == "" })
	hint := diag.DidYouMean(name, heads, "its columns are "+list(heads, 12))
	if len(heads) < 2 || 2*len(heads) < len(t.head.Cells) {
		hint = diag.DidYouMean(name, heads, fmt.Sprintf("row %d holds ", t.head.Line)+list(heads, 12)+"; name the row that holds the heads of the columns with --head")
	}
	return hint
}

// list names the first few.
func list(all []string, most int) string {
	var quoted []string
	for i, name := range all {
		if i == most {
			quoted = append(quoted, "…")
			break
		}
		quoted = append(quoted, diag.Quote(name))
	}
	return strings.Join(quoted, ", ")
}
