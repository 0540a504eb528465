package sheet

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteCSV writes a table after RFC 4180: a head, commas, CRLF, quotes where they are
// needed; in UTF-8, without a byte-order mark. Texts are guarded: see [Guard]. Line
// ends within a text stay what they are. It is an error where [ReadCSV] could not read
// the table back: a row of another width, a text that is not UTF-8 or has a NUL.
func WriteCSV(w io.Writer, t Table) error {
	if err := t.check(); err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	for i, head := range t.Head {
		writeField(out, Guard(head), i, len(t.Head))
	}
	above := make([]string, len(t.Head)) // of each column, the last text that was written as it is: it mostly stands in the row below, too
	for _, row := range t.Rows {
		for i, cell := range row {
			text := cell.Text
			if text == above[i] && text != "" {
				_, _ = out.WriteString(text) // the error is kept, and given by Flush
				endField(out, i, len(row))
				continue
			}
			if !cell.Number { // a number is not guarded: the same as a text is
				if text = Guard(text); text == cell.Text && !needsQuotes(text) {
					above[i] = text
				}
			}
			writeField(out, text, i, len(row))
		}
	}
	if err := out.Flush(); err != nil { // of any write before, too
		return fmt.Errorf("writing the table %q: %w", t.Name, err)
	}
	return nil
}

// writeField writes the field at a place among n, and what stands behind it.
func writeField(out *bufio.Writer, text string, i, n int) {
	if needsQuotes(text) || n == 1 && text == "" { // which would be an empty line
		_ = out.WriteByte('"') // the error is kept, and given by Flush; so below
		for {
			before, after, found := strings.Cut(text, `"`)
			_, _ = out.WriteString(before)
			if !found {
				break
			}
			_, _ = out.WriteString(`""`)
			text = after
		}
		_ = out.WriteByte('"')
	} else {
		_, _ = out.WriteString(text)
	}
	endField(out, i, n)
}

// endField writes what stands behind the field at a place among n.
func endField(out *bufio.Writer, i, n int) {
	if i < n-1 {
		_ = out.WriteByte(',')
	} else {
		_, _ = out.WriteString("\r\n")
	}
}

// needsQuotes tells whether a field must be quoted to be read as it is. Beside what RFC
// 4180 asks it is a space at either end, which some readers cut off; a semicolon or a
// tab, at which Excel parts unquoted cells in some countries; a byte-order mark; and
// \., which ends the table for PostgreSQL.
func needsQuotes(text string) bool {
	if text == "" {
		return false
	}
	for i := range len(text) {
		switch text[i] {
		case ',', ';', '\t', '\r', '\n', '"':
			return true
		}
	}
	return strings.HasPrefix(text, " ") || strings.HasSuffix(text, " ") ||
		strings.HasPrefix(text, "\ufeff") || text == `\.`
}
