package site

import (
	"net/url"
	"path"
	"strings"
)

// routeOf is the address of the page made from a file under content/.
func routeOf(file string) string {
	name := strings.TrimSuffix(strings.TrimPrefix(file, "content/"), ".md")
	name = strings.TrimPrefix(name, "pages/")
	if dir, base := path.Split(name); base == "_index" {
		return "/" + dir
	}
	return "/" + name + "/"
}

// Root is the way from a page back to the site's root, to put before the rest
// of an address: "" for the home page, "../../" for "/data/arrivals/". So
// every link holds under any base path. A page that the host shows at any
// depth (404) needs the base path itself.
func (s *Site) Root(p *Page) string {
	if p.Kind == NotFound {
		return s.BasePath()
	}
	return strings.Repeat("../", strings.Count(p.Route, "/")-1)
}

// Link is the address of a route or file as written on a page.
func (s *Site) Link(from *Page, to string) string {
	link := s.Root(from) + strings.TrimPrefix(to, "/")
	if link == "" {
		return "./"
	}
	return link
}

// Target is what an internal link of an author leads to.
type Target struct {
	Route    string // of a page ("/about/") or file ("/uploads/map.png")
	Fragment string // without "#"; may be empty
}

// Resolve reads the destination of a link in a page's Markdown. It is false
// for an address on another site, or a mail or telephone address. Written as a
// source file ("serbia.md", "/content/pages/about.md"), a route ("/about/") or
// a part of the same page ("#notes"), it is turned into the route.
func (s *Site) Resolve(from *Page, destination string) (Target, bool) {
	if scheme, _, ok := strings.Cut(destination, ":"); ok && !strings.ContainsAny(scheme, "/?#.") || strings.HasPrefix(destination, "//") {
		return Target{}, false
	}
	name, fragment, _ := strings.Cut(destination, "#")
	name, _, _ = strings.Cut(name, "?")
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	if name == "" {
		return Target{from.Route, fragment}, true
	}
	if strings.HasSuffix(name, ".md") {
		file := strings.TrimPrefix(name, "/")
		if !strings.HasPrefix(name, "/") && from.Document != nil {
			file = path.Join(path.Dir(from.Document.File), name)
		}
		if p, ok := s.File(file); ok {
			return Target{p.Route, fragment}, true
		}
		return Target{"/" + file, fragment}, true
	}
	route := name
	if !strings.HasPrefix(name, "/") {
		route = path.Join(from.Route, name)
		if strings.HasSuffix(name, "/") || name == "." || name == ".." {
			route += "/"
		}
	}
	if _, ok := s.Page(route + "/"); ok && !strings.HasSuffix(route, "/") {
		route += "/"
	}
	return Target{route, fragment}, true
}

// Exists tells whether something of the site is at a route: a page, an upload,
// an address that leads on to a page.
func (s *Site) Exists(route string) bool {
	s.trace.add(OnRoute, route)
	return s.routes[route] != nil || s.Uploads[route] || s.aliases[route]
}

// Reach is where an address on a finished page leads.
type Reach uint8

// The reaches of an address.
const (
	Outside Reach = iota // to another site, or to a person
	Inside               // to a page or file of this site, there or not
	Astray               // nowhere: out of the site's path, or not the same way from everywhere
)

// Locate reads an address as a browser does that shows the page.
func (s *Site) Locate(from *Page, address string) (Target, Reach) {
	if id, ok := strings.CutPrefix(address, "#"); ok && plain(id) {
		return Target{from.Route, id}, Inside // most addresses: of notes, marks and headings
	}
	u, err := url.Parse(address)
	if err != nil { // a browser takes what it can: a path with a stray %
		if strings.Contains(address, ":") {
			return Target{}, Outside
		}
		u = &url.URL{}
		u.Path, u.Fragment, _ = strings.Cut(address, "#")
		u.Path, _, _ = strings.Cut(u.Path, "?")
	}
	fragment, _, _ := strings.Cut(u.Fragment, ":~:") // words to show, which are no id
	base := "/"
	if s.Base != nil {
		base = s.Base.Path
	}
	full := u.Path
	switch {
	case u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https", u.Host != "" && (s.Base == nil || !strings.EqualFold(u.Host, s.Base.Host)):
		return Target{}, Outside
	case u.Host == "" && (u.Scheme != "" || strings.HasPrefix(address, "//")): // names no host at all
		return Target{}, Outside
	case u.Host != "":
		full = "/" + strings.TrimPrefix(full, "/")
	case full == "":
		return Target{from.Route, fragment}, Inside
	case from.Kind == NotFound && full[0] != '/':
		return Target{}, Astray
	case full[0] != '/':
		full = base + from.Route[1:strings.LastIndexByte(from.Route, '/')+1] + full
	}
	last := full[strings.LastIndexByte(full, '/')+1:]
	full = path.Clean(full)
	if full != "/" && (last == "" || last == "." || last == "..") {
		full += "/"
	}
	route, ok := strings.CutPrefix(full, base)
	switch {
	case ok:
	case full+"/" == base:
		route = ""
	case u.Host != "":
		return Target{}, Outside // a neighbour on the same host
	default:
		return Target{}, Astray
	}
	route = "/" + route
	if folder, ok := strings.CutSuffix(route, "/index.html"); ok {
		route = folder + "/"
	}
	return Target{route, fragment}, Inside
}

// plainFolders tells whether a path is made of names that are written in an address
// as they are.
func plainFolders(path string) bool {
	for folder := range strings.SplitSeq(strings.TrimSuffix(path, "/"), "/") {
		if folder == "" || !plain(folder) {
			return false
		}
	}
	return true
}

// plain tells whether an id is written in an address as it is.
func plain(id string) bool {
	for i := range len(id) {
		switch c := id[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return true
}
