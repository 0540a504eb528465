package render

import (
	"slices"
	"strings"
	"unsafe"

	"bulletin/internal/site"
)

// readBack completes the facts of a page from its finished HTML: whatever a
// browser follows, loads or looks up there, whoever wrote it. What an author
// wrote is known already, with its place, and is not entered again.
func (d *drawing) readBack(page []byte) {
	r := d.templates.reader()
	defer d.templates.readers.Put(r)
	r.drawing = d
	if !r.read(page) {
		r.forget()
		r.drawing, r.careful = d, true
		r.read(page)
	}
	r.settle()
	r.forget()
}

// read reads a page. It is false where a link within the page leads nowhere: only
// then it matters in which order they stand among the others, which a careful reader
// tells.
func (r *reader) read(page []byte) bool {
	r.begin()
	// The page is not copied to be read. Nobody changes it, and nothing of it is kept.
	for r.tags.read(unsafe.String(unsafe.SliceData(page), len(page))); r.tags.next(); {
		r.element()
	}
	f := r.drawing.facts
	f.IDs, f.Twice = distinct(r.ids)
	return !slices.ContainsFunc(r.within, func(id string) bool { return !f.IDs[id] })
}

// reader goes through the elements of a page. What it read of a page it lets go with
// it: what the facts keep of the page's text is copied.
type reader struct {
	tags    tags
	drawing *drawing
	seen    map[string]bool        // addresses that were looked at
	named   map[site.NameFact]bool // so names of ids
	links   map[site.Target]bool   // what is among the facts
	images  map[string]bool
	ids     []string
	within  []string // ids that links within the page lead to, if the reader is not careful
	found   []site.LinkFact
	names   []site.NameFact
	levels  []site.LevelFact
	bare    []site.ImageFact // images without an alternative
	level   int              // of the last heading; 0 before any
	careful bool
}

// reader is one to be put back into readers.
func (t *Templates) reader() *reader {
	if r, ok := t.readers.Get().(*reader); ok {
		return r
	}
	return &reader{
		seen: map[string]bool{}, named: map[site.NameFact]bool{},
		links: map[site.Target]bool{}, images: map[string]bool{},
	}
}

// begin begins a page.
func (r *reader) begin() {
	d := r.drawing
	for _, l := range d.facts.Links {
		r.links[l.Target] = true
	}
	for _, i := range d.facts.Images {
		r.images[i.Route] = true
	}
	for _, target := range d.judged.links {
		r.links[target] = true
	}
	for _, route := range d.judged.images {
		r.images[route] = true
	}
	for _, own := range d.files { // there by the plan: the facts need not keep them
		for _, path := range own.paths() {
			r.links[site.Target{Route: "/" + path}] = true
		}
	}
	d.facts.Template = d.template
	d.facts.Find = d.templates.Finder(d.site, d.page, d.template)
}

// settle enters what was found, but for what leads to the page itself, and does: a
// site has many pages, and the facts of all are kept until the last is made.
func (r *reader) settle() {
	f := r.drawing.facts
	f.Levels = append(f.Levels, r.levels...)
	for _, image := range r.bare {
		image.Src = strings.Clone(image.Src)
		f.Images = append(f.Images, image)
	}
	inner := func(l site.LinkFact) bool {
		return !l.Loads && l.Fault == "" && l.Target.Route == f.Page.Route && f.IDs[l.Target.Fragment]
	}
	written := slices.DeleteFunc(f.Links, inner)
	f.Links = slices.Concat(written, slices.DeleteFunc(r.found, inner))
	r.keep(f.Links[len(written):])
	for _, n := range r.names {
		if !f.IDs[n.ID] {
			f.Names = append(f.Names, site.NameFact{Attribute: strings.Clone(n.Attribute), ID: strings.Clone(n.ID)})
		}
	}
}

// keep copies what links keep of the page's text, and writes their addresses as
// templates do.
func (r *reader) keep(links []site.LinkFact) {
	route := ""
	for i := range links {
		l := &links[i]
		if text := r.drawing.rooted(l.Text); text != l.Text {
			l.Text = text
		} else {
			l.Text = strings.Clone(text)
		}
		if l.Target.Route != route { // many lead to parts of one page
			route = strings.Clone(l.Target.Route)
		}
		l.Target.Route = route
		if at, ok := strings.CutSuffix(l.Text, l.Target.Fragment); ok { // mostly: no copy of its own
			l.Target.Fragment = l.Text[len(at):]
		} else {
			l.Target.Fragment = strings.Clone(l.Target.Fragment)
		}
	}
}

// distinct are ids, each once, and those that come again. All share one text.
func distinct(ids []string) (all map[string]bool, twice []string) {
	all = make(map[string]bool, len(ids))
	text := strings.Join(ids, "")
	for _, id := range ids {
		id, text = text[:len(id)], text[len(id):]
		if all[id] {
			twice = append(twice, id)
		}
		all[id] = true
	}
	return all, twice
}

// forget lets everything go that belongs to a page.
func (r *reader) forget() {
	clear(r.seen)
	clear(r.named)
	clear(r.links)
	clear(r.images)
	for _, list := range []*[]string{&r.ids, &r.within} {
		clear(*list)
		*list = (*list)[:0]
	}
	clear(r.found)
	clear(r.names)
	clear(r.bare)
	clear(r.tags.attrs)
	r.found, r.names, r.levels, r.bare = r.found[:0], r.names[:0], r.levels[:0], r.bare[:0]
	r.tags, r.drawing, r.level, r.careful = tags{attrs: r.tags.attrs[:0]}, nil, 0, false
}

// ids are the ids that a page's own headings have: nothing else may take them.
func ids(p *site.Page) map[string]bool {
	taken := map[string]bool{"main": true}
	for _, t := range p.Texts() {
		for _, h := range t.Headings {
			taken[h.ID] = true
		}
	}
	return taken
}
