package intake

import (
	"regexp"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/sheet"
)

// excelSeparator is the line by which Excel is told what parts the cells of a file.
var excelSeparator = regexp.MustCompile("^(?:\ufeff)?sep=([,;\t])\r?\n")

// readCSV reads the rows of a file from that of the heads on. Problems of single rows go
// into the table; the others are given.
func (t *Table) readCSV(src []byte, o Options, ending string) ([]sheet.Row, diag.Problems) {
	d := sheet.Dialect{First: o.Head, Gaps: true}
	if m := excelSeparator.FindSubmatch(src[:min(len(src), 16)]); m != nil {
		d.Delimiter, d.First = m[1][0], max(o.Head, 2)
	}
	switch {
	case o.Separator == "comma":
		d.Delimiter = ','
	case o.Separator == "semicolon":
		d.Delimiter = ';'
	case o.Separator == "tab" || ending == ".tsv" && d.Delimiter == 0:
		d.Delimiter = '\t'
	}
	rows, ps := sheet.ReadDelimited(t.name, src, d)
	for i := range ps {
		switch {
		case strings.Contains(ps[i].Message, "parted by semicolons"):
			ps[i].Hint = "read it with --separator semicolon"
		case strings.Contains(ps[i].Message, "parted by tabs"):
			ps[i].Hint = "read it with --separator tab"
		case strings.Contains(ps[i].Hint, "too much"):
			ps[i].Hint += "; titles above the heads are left out with --head"
		}
	}
	for _, p := range ps {
		if len(rows) == 0 || p.Pos.Line <= max(rows[0].Line, o.HeadEnd) {
			return nil, ps // the heads are not sure
		}
	}
	t.ps = ps
	return rows, nil
}
