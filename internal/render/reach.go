package render

import (
	"strings"

	"bulletin/internal/site"
)

// reach is where an address on the finished page leads, as [site.Site.Locate] has it.
// Most addresses lead down from the site's root, or to another site: those are told
// by their looks. What it returns may be part of the address.
func (d *drawing) reach(address string) (site.Target, site.Reach) {
	if down, ok := strings.CutPrefix(address, d.root); ok && d.root != "" && d.page.Kind != site.NotFound {
		path, fragment, _ := strings.Cut(down, "#")
		path, version, _ := strings.Cut(path, "?v=")
		if plainPath(path) && plainID(version) && plainID(fragment) {
			route := address[len(d.root)-1 : len(d.root)+len(path)]
			return site.Target{Route: route, Fragment: fragment}, site.Inside
		}
	}
	if plainlyOutside(address, d.site) {
		return site.Target{}, site.Outside
	}
	return d.site.Locate(d.page, address)
}

// plainPath tells whether a path says what it says: none of its characters is a
// code, and none of its folders is another one or a page's file.
func plainPath(path string) bool {
	begins := true // a folder, or a file
	for i := range len(path) {
		c := path[i]
		if c == '/' && begins || c == '.' && begins || c != '/' && c != '.' && !plainByte(c) {
			return false
		}
		begins = c == '/'
	}
	return !strings.HasSuffix(path, "index.html")
}

// plainID tells whether an id is written in an address as it is.
func plainID(id string) bool {
	for i := range len(id) {
		if !plainByte(id[i]) {
			return false
		}
	}
	return true
}

func plainByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// plainlyOutside tells whether an address has a host in plain letters, and not the
// site's own.
func plainlyOutside(address string, s *site.Site) bool {
	rest, secure := strings.CutPrefix(address, "https://")
	if !secure {
		var web bool
		if rest, web = strings.CutPrefix(address, "http://"); !web {
			return false
		}
	}
	for i := range len(rest) {
		switch c := rest[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '.' || c == '-':
		default:
			return c == '/' && i > 0 && (s.Base == nil || !strings.EqualFold(rest[:i], s.Base.Host))
		}
	}
	return false
}
