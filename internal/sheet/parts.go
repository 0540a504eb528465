package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
)

// parts are the files of a workbook on their way into its archive: the sheets get their
// rows there, so that they are never in memory as XML.
type parts struct {
	*zip.Writer
	bodies map[string]*body // by the path of the sheet
}

// level is how hard parts are compressed. XML with the same words again and again is
// small at any: at 6, the usual one, it takes twice as long to be a tenth smaller.
const level = 2

func newParts(w io.Writer, bodies map[string]*body) *parts {
	p := &parts{Writer: zip.NewWriter(w), bodies: bodies}
	var press *flate.Writer // one for all parts, which are written one after the other: a new one takes a megabyte
	p.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		if press != nil {
			press.Reset(w)
			return press, nil
		}
		var err error
		press, err = flate.NewWriter(w, level)
		return press, err
	})
	return p
}

// Create begins a file.
func (p *parts) Create(name string) (io.Writer, error) {
	w, err := p.Writer.Create(name)
	if err != nil {
		return nil, fmt.Errorf("the part %s: %w", name, err)
	}
	if b, ok := p.bodies[name]; ok {
		return &shell{out: w, body: b}, nil
	}
	return w, nil
}

// shell is a sheet without rows, which excelize writes in one piece.
type shell struct {
	out  io.Writer
	body *body
}

// Write writes the sheet with its rows.
func (s *shell) Write(sheet []byte) (int, error) {
	before, after, found := bytes.Cut(sheet, []byte("<sheetData></sheetData>"))
	if !found {
		return 0, fmt.Errorf("the sheet %q has no place for its rows", s.body.table.Name)
	}
	before = bytes.Replace(before, []byte(`<dimension ref="A1"></dimension>`), []byte(`<dimension ref="`+s.body.table.area()+`"></dimension>`), 1)
	// Excel marks numbers that are kept as texts, as a year is here, with a green corner.
	after = bytes.Replace(after, []byte("</worksheet>"), []byte(`<ignoredErrors><ignoredError sqref="`+s.body.table.area()+`" numberStoredAsText="1"/></ignoredErrors></worksheet>`), 1)
	if _, err := s.out.Write(before); err != nil {
		return 0, fmt.Errorf("writing a sheet: %w", err)
	}
	if err := s.body.write(s.out); err != nil {
		return 0, err
	}
	if _, err := s.out.Write(after); err != nil {
		return 0, fmt.Errorf("writing a sheet: %w", err)
	}
	return len(sheet), nil
}
