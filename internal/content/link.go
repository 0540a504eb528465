package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// link lists a link, a bare address or an image, and checks its address.
func (s *scan) link(n ast.Node) {
	_, image := n.(*ast.Image)
	l := Link{Node: n, Destination: s.m.Destination(n), Image: image, Pos: s.m.NodePos(n)}
	if auto, ok := n.(*ast.AutoLink); ok {
		at := max(auto.Pos(), 0)
		if i := bytes.Index(s.m.Source[at:], auto.Label(s.m.Source)); i >= 0 {
			auto.SetPos(at + i)
			l.Pos = s.m.at(at + i)
		}
	}
	s.m.Links = append(s.m.Links, l)
	if message, hint := wrongAddress(l.Destination, image); message != "" {
		s.problems.Errorf(l.Pos, 1, "link", hint, "%s", message)
	}
}

// wrongAddress says what is wrong with an address that an author wrote; the
// message is empty when it may go onto a page.
func wrongAddress(address string, image bool) (message, hint string) {
	scheme := schemeOf(address)
	switch {
	case image && (scheme != "" || strings.HasPrefix(address, "//") || strings.HasPrefix(address, `\\`)):
		return "this image would be loaded from another site", "put the file into content/uploads/ and name it as /uploads/…"
	case scheme == "", scheme == "http", scheme == "https", scheme == "mailto", scheme == "tel":
		return "", ""
	}
	return "an address cannot begin with " + scheme + ":", "link to a page of the site, or to http:, https:, mailto: or tel:"
}

// schemeOf is the scheme that a browser would find in an address, in lower
// case: it passes over control characters and spaces.
func schemeOf(address string) string {
	var b strings.Builder
	for _, r := range address {
		switch {
		case r <= ' ' || r == 0x7F:
		case r == ':':
			return strings.ToLower(b.String())
		case r == '/' || r == '?' || r == '#':
			return ""
		default:
			b.WriteRune(r)
		}
	}
	return ""
}
