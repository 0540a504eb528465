package render

import (
	"bytes"
	"maps"
)

// execute draws the page through its template, and anew where the page turns out
// to show its notes in another order than they were drawn in.
func (d *drawing) execute(name string, view any) []byte {
	d.template = name
	before := d.state()
	w := d.templates.buffer()
	defer d.templates.written.Put(w)
	err := d.templates.page(w, name, view)
	tokens := d.notes.tokens(w.Bytes())
	if err == nil && d.notes.moved(tokens) { // a theme of one's own shows things in another order
		d.restore(before)
		err = d.templates.page(w, name, view)
		tokens = d.notes.tokens(w.Bytes())
	}
	if err != nil {
		d.fail(err)
	}
	if len(d.templates.own) > 0 && d.notes.unshown(w.Bytes()) && err == nil { // the built-in theme shows all
		d.noteless()
	}
	if len(tokens) == 0 {
		return bytes.Clone(w.Bytes())
	}
	finished := d.templates.buffer()
	defer d.templates.written.Put(finished)
	finished.Grow(w.Len() + w.Len()/4) // mostly enough
	d.notes.finish(finished, w.Bytes(), tokens)
	return bytes.Clone(finished.Bytes())
}

// state is what drawing through a template changes.
type state struct {
	ids                                            map[string]bool
	charts, marks, problems, links, images, levels int
}

func (d *drawing) state() state {
	f := d.facts
	return state{maps.Clone(d.ids), d.charts, d.notes.at, len(d.problems), len(f.Links), len(f.Images), len(f.Levels)}
}

// restore brings back a state, to draw anew.
func (d *drawing) restore(s state) {
	f := d.facts
	d.ids, d.charts, d.notes.at, d.problems = s.ids, s.charts, s.marks, d.problems[:s.problems]
	f.Links, f.Images, f.Levels = f.Links[:s.links], f.Images[:s.images], f.Levels[:s.levels]
}
