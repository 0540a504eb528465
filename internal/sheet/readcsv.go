package sheet

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// Limits on a file: more is no table for people, or an attack. A million rows of 16
// cells are within them.
const (
	maxCSV      = 256 << 20 // bytes
	maxCSVCells = 24 << 20  // cells, of which each row counts as eight more
	maxProblems = 10_000    // after which reading stops
)

// ReadCSV reads a file after RFC 4180, strictly: each row has as many cells as the
// first, quotes stand around whole cells, the text is UTF-8. Lines may end in LF alone,
// and a byte-order mark is skipped. What does not fit is a problem with its line and
// column, and the rows that fit are given. Texts are freed from their guards: see
// [Unguard].
//
// Where the cells are parted by semicolons or tabs, that is the problem, and
// [ReadDelimited] reads the file.
func ReadCSV(name string, src []byte) ([]Row, diag.Problems) {
	return ReadDelimited(name, src, Dialect{})
}

// ReadDelimited is [ReadCSV] for files that differ from the standard, as it is said.
func ReadDelimited(name string, src []byte, d Dialect) ([]Row, diag.Problems) {
	r := &csvReader{name: name, delimiter: d.delimiter(), gaps: d.Gaps, line: 1, col: 1}
	if !r.accepts(src) {
		return nil, r.ps
	}
	r.src = string(bytes.TrimPrefix(src, []byte("\ufeff")))
	r.begin(d.First)
	var rows []Row
	cells := 0
	for r.at < len(r.src) {
		if len(r.ps) >= maxProblems {
			r.ps.Errorf(r.pos(), 0, rule, "mend those first", "there are %d problems, and what follows was not read", len(r.ps))
			return nil, r.ps
		}
		start := r.at
		row, ok := r.record()
		if cells += len(row.Cells) + 8; cells > maxCSVCells || len(row.Cells) > maxColumns {
			r.ps.Errorf(diag.Pos{File: name}, 0, rule, "split it into several files", "the file is too large: %v", errTooLarge)
			return nil, r.ps
		}
		if !ok {
			continue
		}
		if len(rows) == 0 && r.delimiter == ',' && r.otherwise(row, r.src[start] == '"') {
			return nil, r.ps
		}
		if len(rows) > 0 && !r.fits(row, len(rows[0].Cells)) {
			continue
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 && len(r.ps) == 0 && d.First < 2 {
		r.ps.Errorf(diag.Pos{File: name}, 0, rule, "its first line names the columns", "the file is empty")
	}
	return rows, r.ps
}

// csvReader is a place in a file.
type csvReader struct {
	name      string
	src       string
	delimiter byte
	gaps      bool // empty lines are left out
	at        int  // bytes read
	line, col int  // of src[at]
	ps        diag.Problems
}

// accepts refuses a file that is no text, or too large.
func (r *csvReader) accepts(src []byte) bool {
	whole := diag.Pos{File: r.name}
	switch {
	case len(src) > maxCSV:
		r.ps.Errorf(whole, 0, rule, "split it into several files", "the file has %d MB, and at most %d are read", len(src)>>20, maxCSV>>20)
	case bytes.HasPrefix(src, []byte{0xff, 0xfe}) || bytes.HasPrefix(src, []byte{0xfe, 0xff}):
		r.ps.Errorf(whole, 0, rule, "save it as CSV UTF-8", "the file is UTF-16, not UTF-8")
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		r.ps.Errorf(whole, 0, rule, "give it the ending .xlsx", "the file is a workbook, or another archive, not CSV")
	case bytes.IndexByte(src, 0) >= 0:
		pos := diag.NewLines(r.name, src).At(bytes.IndexByte(src, 0))
		r.ps.Errorf(pos, 1, rule, "save it as CSV UTF-8; a text has no such character", "there is a NUL character")
	case !utf8.Valid(src):
		r.ps = append(r.ps, diag.ValidUTF8(r.name, src)...)
		for i := range r.ps {
			r.ps[i].Rule, r.ps[i].Hint = rule, "save it as CSV UTF-8"
		}
	}
	return len(r.ps) == 0
}

// pos is where the reader stands.
func (r *csvReader) pos() diag.Pos { return diag.Pos{File: r.name, Line: r.line, Col: r.col} }

// record reads one record and its line end. It is false, after a problem, where its
// cells cannot be told.
func (r *csvReader) record() (row Row, ok bool) {
	row.Line, ok = r.line, true
	if end := r.lineEnd(); end > 0 {
		if r.gaps {
			r.newLine(end)
			return row, false
		}
		r.ps.Errorf(r.pos(), 0, rule, "remove it", "the line is empty")
		r.newLine(end)
		return row, false
	}
	for {
		row.Cols = append(row.Cols, r.col)
		row.lines = append(row.lines, r.line)
		cell, sound := r.cell()
		ok = ok && sound
		if row.Cells = append(row.Cells, Unguard(cell)); len(row.Cells) > maxColumns {
			return row, false // which is the end
		}
		if r.at < len(r.src) && r.src[r.at] == r.delimiter {
			r.at, r.col = r.at+1, r.col+1
			continue
		}
		r.newLine(r.lineEnd())
		if row.lines[len(row.lines)-1] == row.Line {
			row.lines = nil
		}
		return row, ok
	}
}

// lineEnd is how many bytes of a line end stand here: 0, 1 or 2.
func (r *csvReader) lineEnd() int {
	switch rest := r.src[r.at:]; {
	case strings.HasPrefix(rest, "\r\n"):
		return 2
	case strings.HasPrefix(rest, "\n"):
		return 1
	}
	return 0
}

// newLine goes behind a line end of so many bytes.
func (r *csvReader) newLine(end int) {
	r.at += end
	if end > 0 {
		r.line, r.col = r.line+1, 1
	}
}

// cell reads up to the delimiter, the line end, or the end of the file.
func (r *csvReader) cell() (text string, ok bool) {
	if r.at < len(r.src) && r.src[r.at] == '"' {
		return r.quoted()
	}
	start, ok := r.at, true
	for r.at < len(r.src) && r.src[r.at] != r.delimiter && r.lineEnd() == 0 {
		switch r.src[r.at] {
		case '"':
			if ok {
				r.ps.Errorf(r.pos(), 1, rule, `put the whole cell in quotes, and write each quote in it twice: "a ""b"""`, "a quote stands within a cell without quotes")
			}
			ok = false
		case '\r':
			r.ps.Errorf(r.pos(), 1, rule, "save the file with the line ends of Windows or Unix", "a carriage return stands alone")
			ok = false
		}
		r.step()
	}
	return r.src[start:r.at], ok
}

// step goes on by one character within a line.
func (r *csvReader) step() {
	_, size := utf8.DecodeRuneInString(r.src[r.at:])
	r.at, r.col = r.at+size, r.col+1
}

// quoted reads a cell in quotes.
func (r *csvReader) quoted() (text string, ok bool) {
	opened := r.pos()
	r.at, r.col = r.at+1, r.col+1
	start, doubled := r.at, false
	for {
		if r.at >= len(r.src) {
			r.ps.Errorf(opened, 1, rule, "close it; within a cell, write each quote twice", "the quote is never closed")
			return "", false
		}
		if r.src[r.at] == '"' {
			if !strings.HasPrefix(r.src[r.at:], `""`) {
				break
			}
			doubled, r.at, r.col = true, r.at+2, r.col+2
			continue
		}
		if r.src[r.at] == '\n' {
			r.newLine(1)
			continue
		}
		r.step()
	}
	text, ok = r.src[start:r.at], true
	if doubled {
		text = strings.ReplaceAll(text, `""`, `"`)
	}
	r.at, r.col = r.at+1, r.col+1
	for r.at < len(r.src) && r.src[r.at] != r.delimiter && r.lineEnd() == 0 {
		if ok {
			r.ps.Errorf(r.pos(), 1, rule, `the quotes go around the whole cell; within it, write each quote twice: "a ""b"""`, "text stands behind the closing quote of a cell")
		}
		ok = false
		r.step()
	}
	return text, ok
}

// fits reports a row that is not as wide as the first.
func (r *csvReader) fits(row Row, width int) bool {
	n := len(row.Cells)
	switch {
	case n < width:
		r.ps.Errorf(row.At(r.name, -1), 0, rule, "write an empty cell where there is nothing", "the row has %s, but the first has %d", cells(n), width)
	case n > width:
		r.ps.Errorf(row.At(r.name, width), 0, rule, "put a cell with "+r.called()+" in it in quotes, or remove what is too much", "the row has %s, but the first has %d", cells(n), width)
	}
	return n == width
}

// called is what the delimiter is called.
func (r *csvReader) called() string {
	switch r.delimiter {
	case ';':
		return "a semicolon"
	case '\t':
		return "a tab"
	}
	return "a comma"
}

func cells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return strconv.Itoa(n) + " cells"
}

// otherwise tells, after a problem, whether cells are parted by another character: the
// first row is one cell without quotes, which has that.
func (r *csvReader) otherwise(first Row, quoted bool) bool {
	if len(first.Cells) > 1 {
		return false
	}
	for _, other := range []struct{ mark, name string }{{";", "semicolons"}, {"\t", "tabs"}} {
		if strings.Contains(first.Cells[0], other.mark) && !quoted {
			r.ps = nil
			r.ps.Errorf(first.At(r.name, 0), 0, rule, "save it with commas, or say that "+other.name+" part its cells", "the cells are parted by %s, not by commas", other.name)
			return true
		}
	}
	return false
}
