package sheet

import (
	"fmt"
	"io"
	"strconv"
)

// body is the rows of a sheet, as the element sheetData (ECMA-376, part 1, 18.3.1.80).
type body struct {
	table                *Table
	headStyle, textStyle int
}

// written is a text as it was written.
type written struct {
	text  string
	style int
	xml   []byte // its cell from the type on
}

// chunk is how much of the rows is written at once.
const chunk = 1 << 16

func (b *body) write(w io.Writer) error {
	t := b.table
	columns := make([]string, len(t.Head))
	for k := range columns {
		name := CellName(k+1, 1)
		columns[k] = name[:len(name)-1]
	}
	out := make([]byte, 0, chunk+1<<12)
	out = append(out, `<sheetData><row r="1">`...)
	for k, head := range t.Head {
		out = appendText(appendStart(out, columns[k], "1", b.headStyle), head)
	}
	out = append(out, "</row>"...)
	above := make([]written, len(t.Head)) // texts mostly stand in the row above, too
	for i, row := range t.Rows {
		number := strconv.Itoa(i + 2)
		out = append(append(append(out, `<row r="`...), number...), `">`...)
		for k, cell := range row {
			switch {
			case cell.Text == "":
			case cell.Number:
				out = append(appendStart(out, columns[k], number, 0), "><v>"...)
				out = append(append(out, cell.Text...), "</v></c>"...)
			default:
				w := &above[k]
				if cell.Text != w.text {
					w.text, w.style = cell.Text, 0
					if Guard(cell.Text) != cell.Text {
						w.style = b.textStyle // so that it stays a text when somebody edits it
					}
					w.xml = appendText(w.xml[:0], cell.Text)
				}
				out = append(appendStart(out, columns[k], number, w.style), w.xml...)
			}
			if len(out) >= chunk {
				if _, err := w.Write(out); err != nil {
					return fmt.Errorf("writing the rows of the sheet %q: %w", t.Name, err)
				}
				out = out[:0]
			}
		}
		out = append(out, "</row>"...)
	}
	out = append(out, "</sheetData>"...)
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("writing the rows of the sheet %q: %w", t.Name, err)
	}
	return nil
}

// appendStart begins a cell, up to its type.
func appendStart(out []byte, column, row string, style int) []byte {
	out = append(append(append(append(out, `<c r="`...), column...), row...), '"')
	if style > 0 {
		out = append(strconv.AppendInt(append(out, ` s="`...), int64(style), 10), '"')
	}
	return out
}

// isSpace tells of the characters that XML takes for white space.
func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// appendText ends a cell with a text. White space at its ends is told to be text.
func appendText(out []byte, text string) []byte {
	out = append(out, ` t="inlineStr"><is><t`...)
	if text != "" && (isSpace(text[0]) || isSpace(text[len(text)-1])) {
		out = append(out, ` xml:space="preserve"`...)
	}
	return append(appendEscaped(append(out, '>'), text), "</t></is></c>"...)
}
