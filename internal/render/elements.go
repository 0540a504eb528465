package render

import (
	"slices"
	"strings"

	"bulletin/internal/site"
)

// element enters what the element that begins tells.
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
	link.Text = written
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
