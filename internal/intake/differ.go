package intake

import (
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/strictyaml"
)

// said is all that a changed observation says of itself, where it was a number before.
func said(d *datum, o *data.Observation) []field {
	all := slices.DeleteFunc(differing(d, o), func(f field) bool { return f.text == "" })
	if d.valued && (len(all) == 0 || all[0].key != "value" && all[0].key != "share") {
		all = append([]field{{key: "value", text: o.Value.String()}}, all...)
	}
	return all
}

// differing are the fields in which the table says otherwise; one without a text is to
// be gone.
func differing(d *datum, o *data.Observation) []field {
	var all []field
	if before, after := data.PrintedOf(o), d.printed(); !before.Same(after) {
		key, other := "value", "share"
		if d.share {
			key, other = other, key
		}
		text := ""
		if d.valued {
			text = d.number.String()
		}
		all = append(all, field{key: key, text: text}, field{key: other})
	}
	switch {
	case d.status != 0 && (d.firm.status || d.status != o.Status):
		all = append(all, field{key: "status", text: d.status.String()})
	case d.status == 0 && o.Status.Missing():
		all = append(all, field{key: "status", text: data.Normal.String()})
	}
	if d.source != nil && (d.firm.source || o.Source == nil || o.Source.Key != d.source.Key) {
		all = append(all, field{key: "source", text: scalar(d.source.Key)})
	}
	if d.note != "" && d.note != o.Note {
		all = append(all, field{key: "note", text: scalar(d.note)})
	}
	if d.complete && !o.Complete {
		all = append(all, field{key: "complete", text: "true"})
	}
	return all
}

// mapping changes the fields of a mapping, adds those that it lacks, and takes out those
// that are to be gone. It is false where that cannot be done without writing anew what
// somebody has written.
func (e *editor) mapping(d *datum, o *data.Observation, n *strictyaml.Node, parts []*datum) bool {
	var fresh, gone []field
	if d != nil {
		for _, f := range differing(d, o) {
			value := n.Field(f.key)
			switch {
			case value == nil && f.text != "":
				fresh = append(fresh, f)
			case value == nil:
			case f.text == "":
				gone = append(gone, f)
			default:
				stop, ok := e.src.End(value)
				if !ok {
					return false
				}
				e.changes = append(e.changes, change{e.src.Offset(value.Pos), stop, f.text})
			}
		}
	}
	for _, f := range gone {
		at := slices.IndexFunc(n.Fields, func(g strictyaml.Field) bool { return g.Key.Value == f.key })
		stop, ok := e.src.End(n.Fields[at].Value)
		if !ok {
			return false
		}
		if len(fresh) > 0 { // takes its place: a status, or the share for the value
			e.changes = append(e.changes, change{e.src.Offset(n.Fields[at].Key.Pos), stop, fresh[0].key + ": " + fresh[0].text})
			fresh = fresh[1:]
		} else if !e.remove(n, at, stop) {
			return false
		}
	}
	return e.insert(n, fresh) && e.split(n, parts)
}

// remove takes a field out of a mapping that has others; stop is the end of its value.
func (e *editor) remove(n *strictyaml.Node, at, stop int) bool {
	start := e.src.Offset(n.Fields[at].Key.Pos)
	if e.src.Bracketed(n) && at > 0 {
		before, ok := e.src.End(n.Fields[at-1].Value)
		e.changes = append(e.changes, change{before, stop, ""})
		return ok
	}
	if e.src.Bracketed(n) || at == 0 {
		if len(n.Fields) == 1 {
			return false
		}
		e.changes = append(e.changes, change{start, e.src.Offset(n.Fields[1].Key.Pos), ""})
		return true
	}
	line := strings.LastIndexByte(e.src.Text()[:start], '\n') + 1
	if strings.TrimSpace(e.src.Text()[line:start]) != "" {
		return false
	}
	e.changes = append(e.changes, change{line, min(e.lineEnd(stop)+1, len(e.src.Text())), ""})
	return true
}

// lineEnd is the end of the line of a byte.
func (e *editor) lineEnd(at int) int {
	if i := strings.IndexByte(e.src.Text()[at:], '\n'); i >= 0 {
		at += i
	} else {
		at = len(e.src.Text())
	}
	if at > 0 && e.src.Text()[at-1] == '\r' {
		at--
	}
	return at
}

// insert adds fields to a mapping, behind its last one that is no mapping itself.
func (e *editor) insert(n *strictyaml.Node, all []field) bool {
	if len(all) == 0 {
		return true
	}
	if n.Kind != strictyaml.Mapping || len(n.Fields) == 0 {
		return false
	}
	last := n.Fields[len(n.Fields)-1].Value
	for _, f := range n.Fields {
		if _, ok := e.src.End(f.Value); ok && f.Value.Kind == strictyaml.Scalar {
			last = f.Value
		}
	}
	stop, ok := e.src.End(last)
	if !ok {
		return false
	}
	if e.src.Bracketed(n) {
		text := flow(all)
		e.changes = append(e.changes, change{stop, stop, ", " + text[1:len(text)-1]})
		return true
	}
	stop = e.lineEnd(stop)
	indent := strings.Repeat(" ", n.Fields[0].Key.Pos.Col-1)
	text := strings.TrimSuffix(block(all, indent), "\n")
	e.changes = append(e.changes, change{stop, stop, "\n" + text})
	return true
}

// split adds new parts to a mapping: to its breakdown by a dimension, where it has one.
func (e *editor) split(n *strictyaml.Node, parts []*datum) bool {
	if len(parts) == 0 {
		return true
	}
	fresh := e.im.breakdowns(&datum{parts: parts})
	by := n.Field("by")
	if by == nil {
		return e.insert(n, []field{{key: "by", nested: fresh}})
	}
	for _, f := range fresh {
		into, all := by, []field{f}
		if dimension := by.Field(f.key); dimension != nil {
			into, all = dimension, f.nested
		}
		if !e.insert(into, all) {
			return false
		}
	}
	return true
}
