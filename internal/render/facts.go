package render

import (
	"slices"
	"strings"

	"bulletin/internal/site"
)

// readBack completes the facts of a page from its finished HTML: whatever a
// browser follows, loads or looks up there, whoever wrote it. What an author
// wrote is known already, with its place, and is not entered again.
func (d *drawing) readBack(page []byte) {
	r := d.templates.reader()
	defer d.templates.readers.Put(r)
	r.begin(d)
	for r.tags.read(string(page)); r.tags.next(); {
		r.element()
	}
	r.settle()
}

// reader goes through the elements of a page. What it read of a page it lets go with
// it: what the facts keep of the page's text is copied.
type reader struct {
	tags    tags
	drawing *drawing
	seen    map[string]bool        // addresses that were looked at
	named   map[site.NameFact]bool // so names of ids
	without map[string]bool        // addresses of images without an alternative
	links   map[site.Target]bool   // what is among the facts
	images  map[string]bool
	ids     []string
	found   []site.LinkFact
	names   []site.NameFact
	level   int // of the last heading; 0 before any
}

// reader is one to be put back into readers.
func (t *Templates) reader() *reader {
	if r, ok := t.readers.Get().(*reader); ok {
		return r
	}
	return &reader{
		seen: map[string]bool{}, named: map[site.NameFact]bool{}, without: map[string]bool{},
		links: map[site.Target]bool{}, images: map[string]bool{},
	}
}

// begin begins a page.
func (r *reader) begin(d *drawing) {
	r.drawing, r.level = d, 0
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
	f.IDs, f.Twice = distinct(r.ids)
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
	r.forget()
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
	clear(r.without)
	clear(r.links)
	clear(r.images)
	clear(r.ids)
	clear(r.found)
	clear(r.names)
	r.tags, r.drawing = tags{attrs: r.tags.attrs[:0]}, nil
	r.ids, r.found, r.names = r.ids[:0], r.found[:0], r.names[:0]
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
			r.drawing.facts.Levels = append(r.drawing.facts.Levels, site.LevelFact{Level: level, Under: r.level})
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
	case r.links[target] || loads && r.images[target.Route]:
		return
	case target.Fragment == "" && !loads && d.site.Exists(target.Route):
		return // most links are such
	default:
		r.links[target] = true
	}
	link.Text = d.rooted(written)
	r.found = append(r.found, link)
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
	if _, told := r.value("alt"); told || !named || r.without[address] {
		return
	}
	r.without[address] = true
	r.drawing.facts.Images = append(r.drawing.facts.Images, site.ImageFact{
		Src: strings.Clone(r.drawing.rooted(strings.TrimSpace(address))), AltHint: `write alt="…" with what it shows, or alt="" where it only decorates`,
	})
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
