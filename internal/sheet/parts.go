package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// formPart is a part of a form (ECMA-376, part 2): the same in all workbooks, and
// pressed already, or with gaps.
type formPart struct {
	name    string
	header  zip.FileHeader // of a part without gaps
	pressed []byte
	gaps    []gap // of one with gaps
	rest    string
}

// gap is where something of a table goes into a part, behind a text: its rows, or the
// number of its last one.
type gap struct {
	before string
	table  int
	rows   bool
}

// level is how hard parts are compressed. XML with the same words again and again is
// small at any: at 6, the usual one, it takes twice as long to be a tenth smaller.
const level = 2

// presses are flate.Writers that nobody uses: a new one takes a megabyte.
var presses sync.Pool

// press takes one for a writer.
func press(w io.Writer) (*flate.Writer, error) {
	if p, ok := presses.Get().(*flate.Writer); ok {
		p.Reset(w)
		return p, nil
	}
	return flate.NewWriter(w, level)
}

// pressing is a press that goes back when it is closed.
type pressing struct{ *flate.Writer }

// Close writes what is left.
func (p pressing) Close() error {
	err := p.Writer.Close()
	presses.Put(p.Writer)
	return err
}

// part makes a part of the form of what excelize wrote.
func (f *Form) part(name string, src []byte) (formPart, error) {
	for i := range f.tables {
		if name == fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) {
			return f.sheetPart(name, string(src), i)
		}
	}
	if name == "xl/workbook.xml" {
		return f.mainPart(name, string(src))
	}
	var out bytes.Buffer
	w, err := press(&out)
	if err != nil {
		return formPart{}, err
	}
	if _, err := w.Write(src); err != nil {
		return formPart{}, err
	}
	if err := (pressing{w}).Close(); err != nil {
		return formPart{}, err
	}
	return formPart{name: name, pressed: out.Bytes(), header: zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(src), CompressedSize64: uint64(out.Len()), UncompressedSize64: uint64(len(src)),
	}}, nil
}

// errNoGap is that excelize wrote something else than it used to.
var errNoGap = errors.New("there is no place for the rows of the table")

// lastRow is the number of the last row of a sheet that is full, behind its column.
var lastRow = "$" + strconv.Itoa(excelize.TotalRows)

// sheetPart is the part of the sheet for a table: it lacks the rows, and how many there
// are in the area of the cells, and where they are filtered.
func (f *Form) sheetPart(name, src string, table int) (formPart, error) {
	p := formPart{name: name}
	area := CellName(len(f.tables[table].Head), 1)
	area = "A1:" + area[:len(area)-1]
	begin := ""
	for _, g := range []struct {
		at, before, after string
		rows              bool
	}{
		{`<dimension ref="A1"></dimension>`, `<dimension ref="` + area, `"></dimension>`, false},
		{"<sheetData></sheetData>", "", "", true},
		{lastRow + `"></autoFilter>`, "$", `"></autoFilter>`, false},
		// Excel marks numbers that are kept as texts, as a year is here, with a green corner.
		{"</worksheet>", `<ignoredErrors><ignoredError sqref="` + area, `" numberStoredAsText="1"/></ignoredErrors></worksheet>`, false},
	} {
		before, rest, found := strings.Cut(src, g.at)
		if !found {
			return p, errNoGap
		}
		p.gaps = append(p.gaps, gap{begin + before + g.before, table, g.rows})
		begin, src = g.after, rest
	}
	p.rest = begin + src
	return p, nil
}

// mainPart is the part that names the sheets: it lacks how far the filter of each goes.
func (f *Form) mainPart(name, src string) (formPart, error) {
	const end = "</definedName>"
	p := formPart{name: name}
	begin := ""
	for table := range f.tables {
		before, rest, found := strings.Cut(src, lastRow+end)
		if !found {
			return p, errNoGap
		}
		p.gaps = append(p.gaps, gap{begin + before + "$", table, false})
		begin, src = end, rest
	}
	p.rest = begin + src
	return p, nil
}
