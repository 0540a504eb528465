package data

import (
	"slices"

	"bulletin/internal/strictyaml"
)

// dimensionOf is the dimension of a category that stands where something else
// is expected; nil when n is no category, or may be something else as well.
func (f *observationFile) dimensionOf(n *strictyaml.Node) *Dimension {
	if isKey(n.Value) {
		return nil
	}
	if _, ok := f.set.dimensions.get(n.Value); ok {
		return nil
	}
	if _, ok := f.set.areas.get(n.Value); ok {
		return nil
	}
	for _, d := range f.set.dimensions.list {
		if _, ok := d.Category(n.Value); ok {
			return d
		}
	}
	return nil
}

// unsplit reports the categories among the keys of a mapping that stand there
// without their dimension, once for each dimension. The message begins with
// the words given. It tells which keys those are.
func (f *observationFile) unsplit(n *strictyaml.Node, message string) []*strictyaml.Node {
	var keys []*strictyaml.Node
	var said []*Dimension
	for _, field := range n.Fields {
		d := f.dimensionOf(field.Key)
		if d == nil {
			continue
		}
		f.lost = true
		keys = append(keys, field.Key)
		if !slices.Contains(said, d) {
			said = append(said, d)
			f.ps.Errorf(field.Key.Pos, field.Key.Len, ruleParts, splitHint(d, n), "%s, but %q is a category", message, field.Key.Value)
		}
	}
	return keys
}

// splitHint writes a breakdown by d with the first of its categories among the
// keys of n.
func splitHint(d *Dimension, n *strictyaml.Node) string {
	first, value, more := "", "…", ""
	for _, field := range n.Fields {
		if _, ok := d.Category(field.Key.Value); !ok {
			continue
		}
		if first != "" {
			more = ", …"
			break
		}
		first = field.Key.Value
		if field.Value.Kind == strictyaml.Scalar && field.Value.Value != "" {
			value = field.Value.Value
		}
	}
	return first + " is a category of " + d.ID + ": write by: {" + d.ID + ": {" + first + ": " + value + more + "}}"
}

// misplaced reports what belongs under by: but stands beside it: a category, or
// a dimension.
func (f *observationFile) misplaced(r *strictyaml.Reader, n *strictyaml.Node) {
	for _, key := range f.unsplit(n, "parts stand under by:") {
		r.Has(key.Value) // asked for, so that it is no unknown key as well
	}
	for _, field := range n.Fields {
		if _, ok := f.set.dimensions.get(field.Key.Value); ok && !isKey(field.Key.Value) && r.Has(field.Key.Value) {
			f.lost = true
			f.ps.Errorf(field.Key.Pos, field.Key.Len, ruleParts, "write by: {"+field.Key.Value+": …}", "parts stand under by:, but %q is a dimension", field.Key.Value)
		}
	}
}

// isKey tells whether a word is a key of an item or an entry, and so neither
// dimension nor category where it may stand as one.
func isKey(word string) bool {
	return slices.Contains(itemKeys(), word)
}

// itemKeys are the keys of an item; an entry within it has all but the first
// four.
func itemKeys() []string {
	return []string{"indicator", "period", "area", "values", "value", "share", "by", "status", "source", "note", "complete", "accept"}
}
