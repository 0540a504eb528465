package strictyaml

import (
	"strconv"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// Kind is what a node holds.
type Kind uint8

// The kinds of a node.
const (
	Null Kind = iota // nothing, ~ or null
	Scalar
	List
	Mapping
)

// String is the kind in words that a message can use after "is".
func (k Kind) String() string {
	switch k {
	case Scalar:
		return "a single value"
	case List:
		return "a list"
	case Mapping:
		return "a mapping"
	}
	return "empty"
}

// Node is a value of a YAML file and its place.
type Node struct {
	Kind   Kind
	Quoted bool // quoted or a block scalar: it is text, whatever it looks like
	Broken bool // already reported: a caller says nothing more about it
	Pos    diag.Pos
	Len    int     // characters on the node's first line, quotes included; 1 for lists and mappings
	Value  string  // a scalar's text as it was written, without quotes and escapes
	Items  []*Node // of a list
	Fields []Field // of a mapping, in file order, every key once
	style  style   // how the scalar was written
	offset int32   // of the node's first byte in the document
	doc    *document
}

// Field is a key and its value. The key is a scalar, the value is never nil.
type Field struct{ Key, Value *Node }

// style is the way a scalar is written.
type style uint8

const (
	plain style = iota
	single
	double
	literal
	folded
)

// Field is the value of key, or nil when n is no mapping or lacks the key.
func (n *Node) Field(key string) *Node {
	if n == nil {
		return nil
	}
	for _, f := range n.Fields {
		if f.Key.Value == key {
			return f.Value
		}
	}
	return nil
}

// PosAt is the place in the file of the byte of Value at offset: for a
// character written as an escape, the place of its backslash; for a space that
// stands for a line end, the end of that line. An offset at or past the end of
// Value gives the place after the text; on a node that is no scalar it is Pos.
func (n *Node) PosAt(offset int) diag.Pos {
	if n.Kind != Scalar || n.doc == nil || offset < 0 {
		return n.Pos
	}
	offset = min(offset, len(n.Value))
	for offset < len(n.Value) && !utf8.RuneStart(n.Value[offset]) {
		offset--
	}
	if end, ok := n.straight(); ok {
		return n.doc.pos(end - len(n.Value) + offset)
	}
	offsets, ok := n.layout()
	if !ok {
		return n.Pos
	}
	return n.doc.pos(int(offsets[offset]))
}

// straight is the byte offset at which the text of n ends, when it stands in
// the file exactly as in Value and on one line; most scalars do.
func (n *Node) straight() (end int, ok bool) {
	src, start := n.doc.src, int(n.offset)
	switch n.style {
	case plain:
	case single, double:
		start++
	default:
		return 0, false
	}
	end = start + len(n.Value)
	if end > len(src) || string(src[start:end]) != n.Value {
		return 0, false
	}
	for i := range len(n.Value) {
		if c := n.Value[i]; c == '\n' || c == '\\' && n.style == double {
			return 0, false
		}
	}
	switch {
	case n.style == plain:
		return end, true
	case end >= len(src) || src[end] != src[n.offset]:
		return 0, false
	}
	return end, true
}

// shown is the value as a message quotes it: shortened, in quotes.
func shown(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	return strconv.Quote(s)
}
