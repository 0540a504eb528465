package sheet

import "strings"

// Dialect says in what a CSV file differs from RFC 4180.
type Dialect struct {
	Delimiter byte // what parts the cells, such as a semicolon or a tab; 0 for a comma
	First     int  // the line where the first row begins: what stands above is not read; 0 for 1
	Gaps      bool // lines may be empty, which are left out
}

// delimiter is what parts the cells.
func (d Dialect) delimiter() byte {
	if d.Delimiter == 0 {
		return ','
	}
	return d.Delimiter
}

// begin goes to the line where the first row begins.
func (r *csvReader) begin(line int) {
	for r.line < line && r.at < len(r.src) {
		end := strings.IndexByte(r.src[r.at:], '\n')
		if end < 0 {
			end = len(r.src) - r.at - 1
		}
		r.newLine(end + 1)
	}
}
