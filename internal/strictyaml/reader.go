package strictyaml

import (
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/diag"
)

// Reader asks a mapping for its keys and remembers which were asked for.
type Reader struct {
	node   *Node // a mapping, or nil: then every question is answered with nothing, in silence
	what   string
	ps     *diag.Problems
	asked  []string
	needed []string // required keys that are absent
	others []string // keys that were refused with a hint of their own
}

// Read begins to read a mapping. what names it in messages, with its article:
// "an area". A node that is no mapping is a problem, and its reader is empty;
// of a nil or Broken node nothing is said.
func Read(n *Node, what string, ps *diag.Problems) *Reader {
	r := &Reader{what: what, ps: ps}
	switch {
	case n == nil || n.Broken && n.Kind != Mapping:
	case n.Kind != Mapping:
		ps.Errorf(n.Pos, n.Len, rule, "write it as keys and values", "%s must be a mapping, but this is %s", what, n.Kind)
	default:
		r.node = n
	}
	return r
}

// Empty tells whether there is no mapping to read.
func (r *Reader) Empty() bool { return r == nil || r.node == nil }

// Pos is the place of the mapping.
func (r *Reader) Pos() diag.Pos {
	if r.Empty() {
		return diag.Pos{}
	}
	return r.node.Pos
}

// find is the value of key, broken or null ones too, and notes the question.
func (r *Reader) find(key string) *Node {
	if r.Empty() {
		return nil
	}
	r.asked = append(r.asked, key)
	return r.node.Field(key)
}

// Has tells whether the key stands there, with or without a value.
func (r *Reader) Has(key string) bool { return r.find(key) != nil }

// Refused tells whether the key stands there with a value that was reported
// already, which all other questions answer as if it were absent.
func (r *Reader) Refused(key string) bool {
	n := r.find(key)
	return n != nil && n.Broken && n.Kind != Mapping
}

// Key is the node of the key itself; nil when it is absent.
func (r *Reader) Key(key string) *Node {
	if r.Empty() {
		return nil
	}
	for _, f := range r.node.Fields {
		if f.Key.Value == key {
			return f.Key
		}
	}
	return nil
}

// Refuse reports the key, where it stands there, as one that the mapping does not
// have, with a hint of its own on where its content goes.
func (r *Reader) Refuse(key, hint string) {
	if n := r.Key(key); n != nil {
		r.others = append(r.others, key)
		r.ps.Errorf(n.Pos, n.Len, rule, hint, "%s has no %s", r.what, shown(key))
	}
}

// Node is the value of key; nil when it is absent, null or Broken.
func (r *Reader) Node(key string) *Node {
	n := r.find(key)
	if n == nil || n.Kind == Null || n.Broken && n.Kind != Mapping {
		return nil
	}
	return n
}

// Require is Node, and a problem when the key is absent or has no value. Done
// reports the absent key, unless it finds it mistyped.
func (r *Reader) Require(key string) *Node {
	n := r.find(key)
	switch {
	case r.Empty():
		return nil
	case n == nil && r.node.Broken: // the key may be among the fields that were refused
		return nil
	case n == nil:
		r.needed = append(r.needed, key)
		return nil
	case n.Broken && n.Kind != Mapping:
		return nil
	case n.Kind == Null:
		r.ps.Errorf(n.Pos, n.Len, rule, "write a value after "+key+":", "%q is empty, but %s needs it", key, r.what)
		return nil
	}
	return n
}

// scalar is n when it is a scalar; a problem otherwise. Nil gives nil.
func (r *Reader) scalar(key string, n *Node) *Node {
	if n == nil || n.Kind == Scalar {
		return n
	}
	hint := ""
	if n.Kind == Mapping {
		hint = "quote text that begins with {"
	} else if n.Kind == List {
		hint = "quote text that begins with ["
	}
	if !n.Broken {
		r.ps.Errorf(n.Pos, n.Len, rule, hint, "%q must be a single value, but this is %s", key, n.Kind)
	}
	return nil
}

// Scalar is the value of key as a node; nil when it is absent, and a problem
// when it is no single value.
func (r *Reader) Scalar(key string) *Node { return r.scalar(key, r.Node(key)) }

// RequireScalar is Scalar, and a problem when it is absent or empty text.
func (r *Reader) RequireScalar(key string) *Node {
	n := r.scalar(key, r.Require(key))
	if n != nil && strings.TrimSpace(n.Value) == "" {
		r.ps.Errorf(n.Pos, n.Len, rule, "write a value after "+key+":", "%q is empty, but %s needs it", key, r.what)
		return nil
	}
	return n
}

// String is the text of key, "" when it is absent.
func (r *Reader) String(key string) string {
	if n := r.Scalar(key); n != nil {
		return n.Value
	}
	return ""
}

// RequireString is the text of key, and a problem when there is none.
func (r *Reader) RequireString(key string) string {
	if n := r.RequireScalar(key); n != nil {
		return n.Value
	}
	return ""
}

// Int is the whole number of key, and fallback when it is absent. A number is
// an optional minus and digits.
func (r *Reader) Int(key string, fallback int) int {
	n := r.Scalar(key)
	if n == nil {
		return fallback
	}
	value, err := strconv.Atoi(n.Value)
	if err != nil || n.Quoted || !digits(trimSign(n.Value), 0) {
		r.ps.Errorf(n.Pos, n.Len, rule, "write digits only, without quotes", "%q must be a whole number, not %s", key, shown(n.Value))
		return fallback
	}
	return value
}

// Bool is the truth of key: true or false, and no other word. Absent is false.
func (r *Reader) Bool(key string) bool {
	n := r.Scalar(key)
	if n == nil {
		return false
	}
	if n.Quoted || n.Value != "true" && n.Value != "false" {
		r.ps.Errorf(n.Pos, n.Len, rule, "write true or false", "%q must be true or false, not %s", key, shown(n.Value))
	}
	return n.Value == "true"
}

// List is the items of key, which must be a list; nil when it is absent.
func (r *Reader) List(key string) []*Node {
	n := r.Node(key)
	if n == nil || n.Broken {
		return nil
	}
	if n.Kind != List {
		r.ps.Errorf(n.Pos, n.Len, rule, "begin each item with - or put them in [ ]", "%q must be a list, but this is %s", key, n.Kind)
		return nil
	}
	return n.Items
}

// Strings is the items of key, each of which must be a single value that is
// not empty; a single value counts as a list of one.
func (r *Reader) Strings(key string) []*Node {
	n := r.Node(key)
	if n == nil || n.Broken {
		return nil
	}
	if n.Kind == Scalar {
		return []*Node{n}
	}
	var items []*Node
	for _, item := range r.List(key) {
		switch {
		case item.Broken:
		case item.Kind == Null || item.Kind == Scalar && strings.TrimSpace(item.Value) == "":
			r.ps.Errorf(item.Pos, item.Len, rule, "write a value, or remove the item", "an item of %q is empty", key)
		case r.scalar(key, item) != nil:
			items = append(items, item)
		}
	}
	return items
}

// Read reads the mapping of key; the reader is empty when the key is absent.
func (r *Reader) Read(key, what string) *Reader {
	n := r.Node(key)
	if r.Empty() {
		return Read(nil, what, nil)
	}
	return Read(n, what, r.ps)
}

// Done reports every key that was not asked for, and every required key that is
// absent. A key that looks like an absent one counts as that, mistyped.
func (r *Reader) Done() {
	if r.Empty() {
		return
	}
	for _, f := range r.node.Fields {
		if r.wasAsked(f.Key.Value) {
			continue
		}
		near := diag.Nearest(f.Key.Value, r.needed)
		if near != "" {
			r.needed = slices.DeleteFunc(r.needed, func(key string) bool { return key == near })
		} else {
			near = diag.Nearest(f.Key.Value, r.asked)
		}
		hint := "known here: " + r.known()
		if near != "" {
			hint = `did you mean "` + near + `"?`
		}
		r.ps.Errorf(f.Key.Pos, f.Key.Len, rule, hint, "%s has no %s", r.what, shown(f.Key.Value))
	}
	for _, key := range r.needed {
		r.ps.Errorf(r.node.Pos, r.node.Len, rule, "add "+key, "%s needs %q", r.what, key)
	}
	r.needed = nil
}

func (r *Reader) wasAsked(key string) bool {
	return slices.Contains(r.asked, key) || slices.Contains(r.others, key)
}

// known lists the keys that were asked for, each once, in the order of asking.
func (r *Reader) known() string {
	var b strings.Builder
	for i, a := range r.asked {
		if !slices.Contains(r.asked[:i], a) {
			if b.Len() > 0 {
				b.WriteString(", ")
			}
			b.WriteString(a)
		}
	}
	return b.String()
}
