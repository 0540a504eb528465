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

// listed is a table as a JSON array of objects, one a line.
type listed struct {
	name  string
	table sheet.Table
}

func (l listed) write(out *bytes.Buffer) error {
	fmt.Fprintf(out, "%q: [", l.name)
	heads := make([][]byte, len(l.table.Head))
	for i, head := range l.table.Head {
		heads[i] = fmt.Appendf(nil, "%q: ", head)
	}
	known := map[string][]byte{} // texts as JSON writes them: most stand in many rows
	for i, row := range l.table.Rows {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n{")
		first := true
		for k, cell := range row {
			if cell.Text == "" {
				continue
			}
			if !first {
				out.WriteString(", ")
			}
			first = false
			out.Write(heads[k])
			switch {
			case cell.Number:
				out.WriteString(cell.Text)
				continue
			case l.table.Head[k] == "complete":
				out.WriteString(cell.Text)
				continue
			}
			text, ok := known[cell.Text]
			if !ok {
				var err error
				if text, err = json.Marshal(cell.Text); err != nil {
					return fmt.Errorf("writing %s, row %d: %w", l.name, i+1, err)
				}
				known[cell.Text] = text
			}
			out.Write(text)
		}
		out.WriteByte('}')
	}
	if len(l.table.Rows) > 0 {
		out.WriteByte('\n')
	}
	out.WriteByte(']')
	return nil
}
