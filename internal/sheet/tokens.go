package sheet

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// tokens gives the tokens of a part, one after the other. They are raw: their elements
// are not kept in memory, however deep they are nested. What a token holds is read over
// by the next.
func (w *workbook) tokens(f *zip.File, each func(xml.Token) error) error {
	part, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	defer func() { _ = part.Close() }() // which was only read
	in := &limited{in: bufio.NewReaderSize(part, 1<<16), whole: &w.left}
	d := xml.NewDecoder(in)
	depth := 0
	for {
		in.token = maxToken
		t, err := d.RawToken()
		if in.over {
			return fmt.Errorf("%s: %w", f.Name, errTooLarge)
		}
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if err := each(t); err != nil {
			return err
		}
	}
}

// limited reads no more than it may: so many bytes for a token, and for the whole.
type limited struct {
	in    *bufio.Reader
	whole *int64
	token int64
	over  bool
}

// ReadByte is what the decoder calls.
func (l *limited) ReadByte() (byte, error) {
	if *l.whole--; *l.whole < 0 {
		l.over = true
	}
	if l.token--; l.token < 0 {
		l.over = true
	}
	if l.over {
		return 0, io.ErrUnexpectedEOF
	}
	return l.in.ReadByte()
}

// Read is there because a reader has one.
func (l *limited) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	c, err := l.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = c
	return 1, nil
}

// textReader gathers a text: that of its elements t, but not of rPh, which tells how a
// text is spoken.
type textReader struct {
	found   []byte
	within  bool // an element t
	reading bool // an element rPh
}

func (r *textReader) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "t":
			r.within = true
		case "rPh":
			r.reading = true
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "t":
			r.within = false
		case "rPh":
			r.reading = false
		}
	case xml.CharData:
		if r.within && !r.reading {
			r.found = append(r.found, unescape(string(t))...) // each part of a rich text is escaped by itself
		}
	}
}

// text is what was gathered.
func (r *textReader) text() string { return string(r.found) }
