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
	f.Links = slices.DeleteFunc(append(f.Links, r.found...), func(l site.LinkFact) bool {
		return !l.Loads && l.Fault == "" && l.Target.Route == f.Page.Route && f.IDs[l.Target.Fragment]
	})
	f.Links = slices.Clone(f.Links) // the array that held all of them is let go
	route := ""
	for i, l := range f.Links {
		if l.Target.Route != route { // many lead to parts of one page
			route = strings.Clone(l.Target.Route)
		}
		f.Links[i].Text, f.Links[i].Target = strings.Clone(l.Text), site.Target{Route: route, Fragment: strings.Clone(l.Target.Fragment)}
	}
	for _, n := range r.names {
		if !f.IDs[n.ID] {
			f.Names = append(f.Names, site.NameFact{Attribute: strings.Clone(n.Attribute), ID: strings.Clone(n.ID)})
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

func (r *reader) element() {
	for _, a := range r.tags.attrs {
		switch a.key {
		case "id":
			r.ids = append(r.ids, a.value)
		case "href", "xlink:href":
			r.address(a.value, r.loads())
		case "src", "poster":
			r.address(a.value, true)
		case "srcset", "imagesrcset":
			r.set(a.value)
		case "action", "formaction", "cite":
			r.address(a.value, false)
		case "data":
			if r.tags.name == "object" {
				r.address(a.value, true)
			}
		case "content":
			r.meta(a.value)
		case "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "aria-flowto", "aria-errormessage",
			"aria-activedescendant", "for", "headers", "list", "form", "popovertarget", "commandfor":
			for id := range strings.FieldsSeq(a.value) {
				r.name(a.key, id)
			}
		default:
			if name, ok := strings.CutPrefix(a.value, "url(#"); ok {
				r.name(a.key, strings.TrimSuffix(name, ")"))
			}
		}
	}
	switch tag := r.tags.name; tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.heading(int(tag[1] - '0'))
	case "img":
		r.image("src")
	case "area":
		r.image("href")
	case "input":
		if kind, _ := r.value("type"); kind == "image" {
			r.image("src")
		}
	}
}

// value is that of an attribute of the element, if it has it.
func (r *reader) value(key string) (value string, there bool) {
	for _, a := range r.tags.attrs {
		if a.key == key {
			return a.value, true
		}
	}
	return "", false
}

// heading enters a heading of a template that leaves out a level. Those of an
// author are known.
func (r *reader) heading(level int) {
	if r.level > 0 && level > r.level+1 {
		if id, _ := r.value("id"); !r.drawing.ids[id] {
			r.levels = append(r.levels, site.LevelFact{Level: level, Under: r.level})
		}
	}
	r.level = level
}

// loads tells whether the element shows or runs what its href names.
func (r *reader) loads() bool {
	switch r.tags.name {
	case "image", "use":
		return true
	case "link":
		rels, _ := r.value("rel")
		for rel := range strings.FieldsSeq(rels) {
			switch rel {
			case "stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload":
				return true
			}
		}
	}
	return false
}

// address enters an address on the site, or one that is wrong by itself.
func (r *reader) address(value string, loads bool) {
	if id, inner := strings.CutPrefix(value, "#"); inner && !loads && !r.careful && plainID(id) && id != "" {
		r.within = append(r.within, id)
		return
	}
	if r.seen[value] {
		return
	}
	r.seen[value] = true
	d, written := r.drawing, strings.TrimSpace(value)
	target, reach := d.reach(written)
	link := site.LinkFact{Target: target, Loads: loads, Remedy: "templates write addresses of the site as {{.Root}}about/, texts as /about/"}
	switch {
	case reach == site.Astray && d.page.Kind == site.NotFound:
		link.Fault = "holds only from one depth, and the host shows this page at any"
	case reach == site.Astray:
		link.Fault = "leads out of the site, which lies under " + d.site.BasePath()
	case reach == site.Outside:
		if !nobody(written) {
			return
		}
		link.Fault, link.Remedy = "names nobody", "write whom it is to reach, or take the link off"
	case r.links[target] || loads && (r.images[target.Route] || r.knows(target)):
		return
	case target.Fragment == "" && !loads && d.site.Exists(target.Route):
		return // most links are such
	default:
		r.links[target] = true
	}
	link.Text = d.rooted(written)
	r.found = append(r.found, link)
}

// knows tells whether a link within the page was met that leads to a target.
func (r *reader) knows(target site.Target) bool {
	return target.Route == r.drawing.page.Route && slices.Contains(r.within, target.Fragment)
}

// nobody tells whether an address is one of a person, without the person.
func nobody(address string) bool {
	scheme, rest, _ := strings.Cut(address, ":")
	switch strings.ToLower(scheme) {
	case "mailto":
		who, _, _ := strings.Cut(rest, "?")
		return !strings.Contains(who, "@")
	case "tel":
		return !strings.ContainsAny(rest, "0123456789")
	}
	return false
}

// set enters the addresses of a srcset.
func (r *reader) set(value string) {
	if strings.Contains(value, "data:") {
		return
	}
	for candidate := range strings.SplitSeq(value, ",") {
		if fields := strings.Fields(candidate); len(fields) > 0 {
			r.address(fields[0], true)
		}
	}
}

// meta enters the address that a <meta> leads on to, or names.
func (r *reader) meta(value string) {
	if equiv, _ := r.value("http-equiv"); strings.EqualFold(equiv, "refresh") {
		_, to, _ := strings.Cut(value, ";")
		to = strings.TrimSpace(to)
		if len(to) > 4 && strings.EqualFold(to[:4], "url=") {
			r.address(strings.Trim(to[4:], `"' `), false)
		}
		return
	}
	name, there := r.value("property")
	if !there {
		name, _ = r.value("name")
	}
	switch name {
	case "og:url":
		r.address(value, false)
	case "og:image", "twitter:image":
		r.address(value, true)
	}
}

// name enters an id that an attribute names.
func (r *reader) name(attribute, id string) {
	if n := (site.NameFact{Attribute: attribute, ID: id}); !r.named[n] {
		r.named[n] = true
		r.names = append(r.names, n)
	}
}

// image enters an image that has no attribute for a text alternative, which no
// author can bring about; a template says by an empty one that it decorates.
func (r *reader) image(key string) {
	address, named := r.value(key)
	if _, told := r.value("alt"); told || !named {
		return
	}
	bare := site.ImageFact{
		Src: r.drawing.rooted(strings.TrimSpace(address)), AltHint: `write alt="…" with what it shows, or alt="" where it only decorates`,
	}
	if !slices.Contains(r.bare, bare) {
		r.bare = append(r.bare, bare)
	}
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
