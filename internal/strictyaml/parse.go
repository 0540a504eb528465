package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"bulletin/internal/diag"
)

// Limits of a document.
const (
	maxBytes = 16 << 20
	maxDepth = 32
)

// rule is the name of this package's problems.
const rule = "yaml"

// Parse reads one YAML document. origin is the place of src's first character;
// all lines of src are taken to stand origin.Col-1 characters from the margin,
// as those of a block inside a list do. A byte-order mark and CRLF are
// accepted. The node is never nil: an empty document is Null, and one that
// cannot be read at all is Null and Broken.
func Parse(origin diag.Pos, src []byte) (*Node, diag.Problems) {
	var ps diag.Problems
	origin.Line, origin.Col = max(origin.Line, 1), max(origin.Col, 1)
	broken := &Node{Pos: origin, Len: 1, Broken: true}
	if len(src) > maxBytes {
		ps.Errorf(diag.Pos{File: origin.File}, 0, rule, "split it into several files", "the file is larger than %d MiB", maxBytes>>20)
		return broken, ps
	}
	d := newDocument(origin, bytes.TrimPrefix(src, []byte("\ufeff")))
	if !d.characters(&ps) {
		return broken, ps
	}
	if root := d.plain(); root != nil {
		return root, ps
	}
	return d.told()
}

// told is the tree of a document of any form, and what is wrong with it.
func (d *document) told() (*Node, diag.Problems) {
	var ps diag.Problems
	broken := &Node{Pos: d.origin, Len: 1, Broken: true}
	root, err := decode(d.src)
	if err != nil {
		d.explain(err, &ps)
		return broken, ps
	}
	if root == nil {
		return &Node{Pos: d.origin, Len: 1, doc: d}, ps
	}
	b := builder{doc: d, cursor: cursor{doc: d}, ps: &ps}
	return b.node(root, 0), ps
}

// characters reports the first character that does not belong into a text
// file. yaml.v3 would name no line, or take it for a line end.
func (d *document) characters(ps *diag.Problems) bool {
	for i := 0; i < len(d.src); {
		c := d.src[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(d.src[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			ps.Errorf(d.pos(i), 1, rule, "save the file as UTF-8", "byte 0x%02X is not UTF-8", c)
			return false
		case r == '\r' && i+1 < len(d.src) && d.src[i+1] == '\n':
		case diag.Steers(r):
			ps.Errorf(d.pos(i), 1, rule, "remove it", "the invisible character %U stands here", r)
			return false
		case r == '\u2028' || r == '\u2029' || r == '\ufffe' || r == '\uffff':
			ps.Errorf(d.pos(i), 1, rule, "remove it, or write it as an escape in double quotes", "the invisible character %U stands here", r)
			return false
		}
		i += size
	}
	return true
}

// errSecondDocument is decode's finding that the file goes on after its first
// document.
type errSecondDocument struct{ line int }

func (e errSecondDocument) Error() string {
	return fmt.Sprintf("a second document begins on line %d", e.line)
}

// decode is yaml.v3's tree of the only document, nil when there is none. A
// panic of that library, which nobody mends any more, is returned as an error.
func decode(src []byte) (root *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(src))
	var first, second yaml.Node
	switch err := decoder.Decode(&first); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	}
	switch err := decoder.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, err
	default:
		return nil, errSecondDocument{second.Line}
	}
	if len(first.Content) == 0 {
		return nil, nil
	}
	return first.Content[0], nil
}
