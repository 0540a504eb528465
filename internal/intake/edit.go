package intake

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// change is a piece of a file and what takes its place.
type change struct {
	start, stop int
	text        string
}

// editor changes one file, and leaves all else in it as it is.
type editor struct {
	im      *importer
	src     *strictyaml.Source
	at      *standings
	changes []change
}

// edited makes the files anew in which something is changed, or gets parts.
func (im *importer) edited() map[string][]byte {
	im.pin()
	byFile := map[string][]*datum{}
	for _, d := range im.edits {
		o := d.there
		if o == nil {
			o = im.above(d)
		}
		byFile[o.Pos.File] = append(byFile[o.Pos.File], d)
	}
	texts := map[string][]byte{}
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		src, err := fs.ReadFile(im.fsys, name)
		if err != nil {
			im.ps.Errorf(diag.Pos{File: name}, 0, rule, "", "the file cannot be read: %v", err)
			continue
		}
		e := &editor{im: im, src: strictyaml.NewSource(src), at: standingsIn(im.set, name, src)}
		fresh := map[*data.Observation][]*datum{} // parts, by their total
		for _, d := range byFile[name] {
			if d.there == nil {
				fresh[im.above(d)] = append(fresh[im.above(d)], d)
			}
		}
		for _, d := range byFile[name] {
			if d.there != nil {
				e.one(d, d.there, fresh[d.there])
				delete(fresh, d.there)
			}
		}
		for _, d := range byFile[name] {
			if d.there != nil {
				continue
			}
			if o := im.above(d); fresh[o] != nil {
				e.one(nil, o, fresh[o])
				delete(fresh, o)
			}
		}
		texts[name] = e.text()
	}
	return texts
}

// above is the observation of the set that a new part stands beneath.
func (im *importer) above(d *datum) *data.Observation {
	if d.within != nil {
		return d.within.there
	}
	return d.around
}

// text is the file with its changes.
func (e *editor) text() []byte {
	slices.SortStableFunc(e.changes, func(a, b change) int { return a.start - b.start })
	var b strings.Builder
	at := 0
	for _, c := range e.changes {
		if c.start < at {
			continue // of a piece that is gone: what comes of it is compared with the table
		}
		b.WriteString(e.src.Text()[at:c.start])
		b.WriteString(c.text)
		at = c.stop
	}
	b.WriteString(e.src.Text()[at:])
	text := b.String()
	if strings.Contains(e.src.Text(), "\r\n") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	return []byte(text)
}

// one changes an observation of the set into what the table says, where d is not nil,
// and gives it new parts.
func (e *editor) one(d *datum, o *data.Observation, parts []*datum) {
	at, ok := e.at.of[o]
	if ok {
		switch {
		case at.node.Kind == strictyaml.Scalar:
			ok = e.scalar(d, o, at.node, parts)
		case at.node.Kind == strictyaml.Mapping:
			ok = e.mapping(d, o, at.node, parts)
		default:
			ok = false
		}
	}
	if !ok {
		if d == nil {
			d = parts[0]
		}
		e.im.t.report(&e.im.ps, e.im.t.rows[d.row], d.col, fmt.Sprintf("change it by hand, at %s, and import again", o.Pos), "%s stands in a form that cannot be changed from here", d.name())
	}
}

// scalar changes a number behind a key; into a mapping, where there is more to say.
func (e *editor) scalar(d *datum, o *data.Observation, n *strictyaml.Node, parts []*datum) bool {
	stop, ok := e.src.End(n)
	if !ok {
		return false
	}
	all := []field{{key: "value", text: n.Value}}
	if d != nil {
		all = said(d, o)
	}
	if len(parts) > 0 {
		all = append(all, field{key: "by", nested: e.im.breakdowns(&datum{parts: parts})})
	}
	text := flow(all)
	if len(all) == 1 && all[0].key == "value" {
		text = all[0].text
	}
	e.changes = append(e.changes, change{e.src.Offset(n.Pos), stop, text})
	return true
}
