package render

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"bulletin/internal/site"
)

// readBack completes the facts of a page from its finished HTML: whatever a
// browser follows, loads or looks up there, whoever wrote it. What an author
// wrote is known already, with its place, and is not entered again.
func (d *drawing) readBack(page []byte) {
	r := &reader{
		drawing: d, seen: map[string]bool{}, links: map[site.Target]bool{}, images: map[string]bool{},
	}
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
	d.facts.IDs = make(map[string]bool, bytes.Count(page, []byte(` id="`)))
	d.facts.Find = origin{d.templates.own, d.root, d.template, d.page.Pos().File}.find
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end: nothing else fails in memory
			r.settle()
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			r.element(z)
		}
	}
}

// settle leaves out what leads to the page itself, and does: a site has many
// pages, and the facts of all are kept until the last is made.
func (r *reader) settle() {
	f := r.drawing.facts
	f.Links = slices.Clone(slices.DeleteFunc(f.Links, func(l site.LinkFact) bool {
		return !l.Loads && l.Fault == "" && l.Target.Route == f.Page.Route && f.IDs[l.Target.Fragment]
	})) // the array that held all of them is let go
	f.Names = slices.DeleteFunc(f.Names, func(n site.NameFact) bool { return f.IDs[n.ID] })
}

// reader goes through the elements of a page.
type reader struct {
	drawing *drawing
	seen    map[string]bool      // addresses and names that were looked at
	links   map[site.Target]bool // what is among the facts
	images  map[string]bool
	attrs   []attr
	level   int // of the last heading; 0 before any
}

// attr is an attribute, valid until the next token.
type attr struct{ key, value []byte }

func (r *reader) element(z *html.Tokenizer) {
	tag, more := z.TagName()
	r.attrs = r.attrs[:0]
	for more {
		var a attr
		a.key, a.value, more = z.TagAttr()
		r.attrs = append(r.attrs, a)
	}
	for _, a := range r.attrs {
		switch string(a.key) {
		case "id":
			r.id(a.value)
		case "href", "xlink:href":
			r.address(a.value, r.loads(tag))
		case "src", "poster":
			r.address(a.value, true)
		case "srcset", "imagesrcset":
			r.set(a.value)
		case "action", "formaction", "cite":
			r.address(a.value, false)
		case "data":
			if string(tag) == "object" {
				r.address(a.value, true)
			}
		case "content":
			r.meta(a.value)
		case "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "aria-flowto", "aria-errormessage",
			"aria-activedescendant", "for", "headers", "list", "form", "popovertarget", "commandfor":
			r.names(a)
		default:
			if name, ok := bytes.CutPrefix(a.value, []byte("url(#")); ok {
				r.name(a.key, bytes.TrimSuffix(name, []byte(")")))
			}
		}
	}
	switch string(tag) {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.heading(int(tag[1] - '0'))
	case "img":
		r.image("src")
	case "area":
		r.image("href")
	case "input":
		if string(r.value("type")) == "image" {
			r.image("src")
		}
	}
}

// value is that of an attribute of the element, nil without it.
func (r *reader) value(key string) []byte {
	for _, a := range r.attrs {
		if string(a.key) == key {
			return a.value
		}
	}
	return nil
}

// heading enters a heading of a template that leaves out a level. Those of an
// author are known.
func (r *reader) heading(level int) {
	if r.level > 0 && level > r.level+1 && !r.drawing.ids[string(r.value("id"))] {
		r.drawing.facts.Levels = append(r.drawing.facts.Levels, site.LevelFact{Level: level, Under: r.level})
	}
	r.level = level
}

// loads tells whether the element shows or runs what its href names.
func (r *reader) loads(tag []byte) bool {
	switch string(tag) {
	case "image", "use":
		return true
	case "link":
		for _, rel := range bytes.Fields(r.value("rel")) {
			switch string(rel) {
			case "stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload":
				return true
			}
		}
	}
	return false
}

func (r *reader) id(id []byte) {
	f := r.drawing.facts
	if f.IDs[string(id)] {
		f.Twice = append(f.Twice, string(id))
		return
	}
	f.IDs[string(id)] = true
}

// once tells whether a text is met for the first time on the page.
func (r *reader) once(text []byte) bool {
	if r.seen[string(text)] {
		return false
	}
	r.seen[string(text)] = true
	return true
}

// address enters an address on the site, or one that is wrong by itself.
func (r *reader) address(value []byte, loads bool) {
	if !r.once(value) {
		return
	}
	d, written := r.drawing, strings.TrimSpace(string(value))
	target, reach := d.site.Locate(d.page, written)
	link := site.LinkFact{Text: d.rooted(written), Target: target, Loads: loads, Remedy: "templates write addresses of the site as {{.Root}}about/, texts as /about/"}
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
	d.facts.Links = append(d.facts.Links, link)
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
func (r *reader) set(value []byte) {
	if bytes.Contains(value, []byte("data:")) {
		return
	}
	for _, candidate := range bytes.Split(value, []byte(",")) {
		if fields := bytes.Fields(candidate); len(fields) > 0 {
			r.address(fields[0], true)
		}
	}
}

// meta enters the address that a <meta> leads on to, or names.
func (r *reader) meta(value []byte) {
	if bytes.EqualFold(r.value("http-equiv"), []byte("refresh")) {
		_, to, _ := strings.Cut(string(value), ";")
		to = strings.TrimSpace(to)
		if len(to) > 4 && strings.EqualFold(to[:4], "url=") {
			r.address([]byte(strings.Trim(to[4:], `"' `)), false)
		}
		return
	}
	name := r.value("property")
	if name == nil {
		name = r.value("name")
	}
	switch string(name) {
	case "og:url":
		r.address(value, false)
	case "og:image", "twitter:image":
		r.address(value, true)
	}
}

// names enters the ids that an attribute lists.
func (r *reader) names(a attr) {
	for _, id := range bytes.Fields(a.value) {
		r.name(a.key, id)
	}
}

func (r *reader) name(attribute, id []byte) {
	key := make([]byte, 0, 64)
	key = append(append(append(key, attribute...), ' '), id...)
	if r.once(key) {
		r.drawing.facts.Names = append(r.drawing.facts.Names, site.NameFact{Attribute: string(attribute), ID: string(id)})
	}
}

// image enters an image that has no attribute for a text alternative, which no
// author can bring about; a template says by an empty one that it decorates.
func (r *reader) image(key string) {
	address := r.value(key)
	told := slices.ContainsFunc(r.attrs, func(a attr) bool { return string(a.key) == "alt" })
	if address == nil || told || !r.once(append([]byte("alt of "), address...)) {
		return
	}
	r.drawing.facts.Images = append(r.drawing.facts.Images, site.ImageFact{
		Src: r.drawing.rooted(strings.TrimSpace(string(address))), AltHint: `write alt="…" with what it shows, or alt="" where it only decorates`,
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
