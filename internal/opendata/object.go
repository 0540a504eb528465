package opendata

import (
	"bytes"
	"encoding/json"
	"fmt"

	"bulletin/internal/sheet"
)

// member is a name and a value of a JSON object.
type member struct {
	name  string
	value any
}

// listed is a table as a JSON array of objects.
type listed struct {
	name  string
	table sheet.Table
}

// writeList writes an array of rows.
func writeList(out *bytes.Buffer, name string, rows []byte) {
	fmt.Fprintf(out, "%q: [", name)
	out.Write(rows)
	if len(rows) > 0 {
		out.WriteByte('\n')
	}
	out.WriteByte(']')
}

// rows are the objects, each on a line of its own, with commas between them.
func (l listed) rows() ([]byte, error) {
	columns := make([]column, len(l.table.Head))
	for k, head := range l.table.Head {
		columns[k] = column{head: fmt.Appendf(nil, "%q: ", head), known: map[string][]byte{}}
	}
	out := make([]byte, 0, 280*len(l.table.Rows)) // about as much as an observation takes
	for i, row := range l.table.Rows {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, "\n{"...)
		first := true
		for k, cell := range row {
			if cell.Text == "" {
				continue
			}
			if !first {
				out = append(out, ", "...)
			}
			first = false
			out = append(out, columns[k].head...)
			if cell.Number || l.table.Head[k] == "complete" {
				out = append(out, cell.Text...)
				continue
			}
			text, err := columns[k].json(cell.Text)
			if err != nil {
				return nil, fmt.Errorf("writing %s, row %d: %w", l.name, i+1, err)
			}
			out = append(out, text...)
		}
		out = append(out, '}')
	}
	return out, nil
}

// column is how the texts of a column are written: most stand in many rows, and in the
// row before.
type column struct {
	head  []byte
	known map[string][]byte
	last  string
	text  []byte // of last
}

func (c *column) json(text string) ([]byte, error) {
	if text == c.last {
		return c.text, nil
	}
	written, ok := c.known[text]
	if !ok {
		var err error
		if written, err = json.Marshal(text); err != nil {
			return nil, err
		}
		c.known[text] = written
	}
	c.last, c.text = text, written
	return written, nil
}
