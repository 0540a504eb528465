package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/sheet"
)

// listKey is the key of the list of rows, in an object that holds other things too.
const listKey = "observations"

// maxJSON is how large a file may be, in bytes.
const maxJSON = 256 << 20

// jsonReader reads a list of flat objects, and where each value begins.
type jsonReader struct {
	t       *Table
	src     []byte
	in      *json.Decoder
	seen    int      // bytes whose place is known
	pos     diag.Pos // of src[seen]
	columns map[string]int
	ps      diag.Problems
}

// errShape says that a file is JSON, but no table; a problem tells more.
var errShape = errors.New("no table")

// readJSON reads a list of objects, or an object that has one under "observations".
func (t *Table) readJSON(src []byte) diag.Problems {
	if len(src) > maxJSON {
		var ps diag.Problems
		ps.Errorf(diag.Pos{File: t.name}, 0, rule, "split it into several files", "the file has %d MB, and at most %d are read", len(src)>>20, maxJSON>>20)
		return ps
	}
	if ps := diag.ValidUTF8(t.name, src); len(ps) > 0 {
		return ps
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	r := &jsonReader{t: t, src: src, in: json.NewDecoder(bytes.NewReader(src)), pos: diag.Pos{File: t.name, Line: 1, Col: 1}, columns: map[string]int{}}
	r.in.UseNumber()
	err := r.file()
	if err == nil {
		if _, err = r.in.Token(); err == io.EOF {
			err = nil
		} else if err == nil {
			err = errors.New("something stands behind the end")
		}
	}
	if err != nil && !errors.Is(err, errShape) {
		r.ps.Errorf(r.here(), 0, rule, "", "this is no JSON: %v", err)
	}
	t.head.Row.Line = 1
	for i := range t.rows { // later objects may have keys that the first had not
		for len(t.rows[i].Cells) < len(t.head.Cells) {
			t.rows[i].Cells = append(t.rows[i].Cells, "")
		}
	}
	return r.ps
}

// here is the place of what comes next.
func (r *jsonReader) here() diag.Pos {
	at := int(r.in.InputOffset())
	for at < len(r.src) && bytes.IndexByte([]byte(" \t\r\n,:"), r.src[at]) >= 0 {
		at++
	}
	for ; r.seen < at; r.seen++ {
		switch c := r.src[r.seen]; {
		case c == '\n':
			r.pos.Line, r.pos.Col = r.pos.Line+1, 1
		case utf8.RuneStart(c):
			r.pos.Col++
		}
	}
	return r.pos
}

// file finds the list of rows.
func (r *jsonReader) file() error {
	at := r.here()
	first, err := r.in.Token()
	if err != nil {
		return err
	}
	switch first {
	case json.Delim('['):
		return r.list()
	case json.Delim('{'):
		found := false
		for r.in.More() {
			key, err := r.in.Token()
			if err != nil {
				return err
			}
			if key != listKey || found {
				var other json.RawMessage
				if err := r.in.Decode(&other); err != nil {
					return err
				}
				continue
			}
			found, at = true, r.here()
			if first, err = r.in.Token(); err != nil {
				return err
			}
			if first != json.Delim('[') {
				return r.misshapen(at, fmt.Sprintf("%q is no list", listKey))
			}
			if err := r.list(); err != nil {
				return err
			}
		}
		if _, err := r.in.Token(); err != nil {
			return err
		}
		if found {
			return nil
		}
	}
	return r.misshapen(at, "there is no list of observations")
}

func (r *jsonReader) misshapen(at diag.Pos, message string) error {
	r.ps.Errorf(at, 0, rule, `write a list of objects, [{"area": "serbia", "value": 868}], or an object with one under "observations"`, "%s", message)
	return errShape
}

// list reads objects up to the end of their list.
func (r *jsonReader) list() error {
	for r.in.More() {
		at := r.here()
		first, err := r.in.Token()
		if err != nil {
			return err
		}
		if first != json.Delim('{') {
			return r.misshapen(at, "an entry of the list is no object")
		}
		if err := r.object(at); err != nil {
			return err
		}
	}
	_, err := r.in.Token()
	return err
}

// object reads a row.
func (r *jsonReader) object(at diag.Pos) error {
	n := len(r.t.head.Cells)
	o := row{Row: sheet.Row{Line: at.Line, Cells: make([]string, n)}, places: make([]diag.Pos, n)}
	for r.in.More() {
		keyAt := r.here()
		token, err := r.in.Token()
		if err != nil {
			return err
		}
		key, ok := token.(string)
		if !ok {
			return fmt.Errorf("a key is expected")
		}
		col, known := r.columns[key]
		if !known {
			col = len(r.t.head.Cells)
			r.columns[key] = col
			r.t.head.Cells = append(r.t.head.Cells, key)
			r.t.head.places = append(r.t.head.places, keyAt)
		}
		for len(o.Cells) <= col {
			o.Cells, o.places = append(o.Cells, ""), append(o.places, diag.Pos{})
		}
		if o.places[col].Line > 0 {
			r.ps.Errorf(keyAt, len(key)+2, rule, "remove one of the two", "%q stands twice in one object", key)
		}
		o.places[col] = r.here()
		value, err := r.in.Token()
		if err != nil {
			return err
		}
		switch v := value.(type) {
		case nil:
		case string:
			o.Cells[col] = v
		case json.Number:
			o.Cells[col] = v.String()
		case bool:
			o.Cells[col] = fmt.Sprint(v)
		default:
			return r.misshapen(o.places[col], fmt.Sprintf("%q is a list or an object, not a value", key))
		}
	}
	if _, err := r.in.Token(); err != nil {
		return err
	}
	r.t.rows = append(r.t.rows, o)
	return nil
}
