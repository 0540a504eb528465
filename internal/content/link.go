package content

import (
	"bytes"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"bulletin/internal/diag"
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
		pos, length := s.m.AddressPos(n)
		s.problems.Errorf(pos, length, "link", hint, "%s", message)
	}
}

// AddressPos is the place of the address in a link, a bare address or an image,
// and its length in characters. A link by reference has the place of its first
// character, as its address stands elsewhere.
func (m *Markdown) AddressPos(n ast.Node) (diag.Pos, int) {
	start := offsetOf(n)
	var address []byte
	switch n := n.(type) {
	case *ast.AutoLink:
		return m.at(start), utf8.RuneCount(n.Label(m.Source))
	case *ast.Link:
		address = n.Destination
	case *ast.Image:
		address = n.Destination
	}
	_ = ast.Walk(n, func(inner ast.Node, entering bool) (ast.WalkStatus, error) { // returns no error
		if text, ok := inner.(*ast.Text); ok && entering {
			start = max(start, text.Segment.Stop)
		}
		return ast.WalkContinue, nil
	})
	if open := bytes.Index(m.Source[start:], []byte("](")); open >= 0 && !bytes.Contains(m.Source[start:start+open], []byte("\n\n")) {
		start += open + 2
		start += len(m.Source[start:]) - len(bytes.TrimLeft(m.Source[start:], " \t\n<"))
		if bytes.HasPrefix(m.Source[start:], address) && len(address) > 0 {
			return m.at(start), m.chars(span{start, start + len(address)})
		}
	}
	return m.NodePos(n), 1
}

// inAddress reports a figure in what was meant as the address of a link: with
// the spaces of the braces in it, it is none, and the brackets would be text.
func (s *scan) inAddress(e *Expression) {
	before := s.m.Source[:e.whole.start]
	open := bytes.LastIndexAny(before, "( )\n") - 1 // an address up to here has none of the others
	if open < 0 || !bytes.HasPrefix(before[open:], []byte("](")) || escaped(before, open) || escaped(before, max(0, bytes.LastIndexByte(before[:open], '['))) {
		return
	}
	s.problems.Errorf(e.Whole, e.Len, "markdown", "write the address out; a figure leads to its cell by itself", "a figure cannot stand in the address of a link")
}

// wrongAddress says what is wrong with an address that an author wrote; the
// message is empty when it may go onto a page.
func wrongAddress(address string, image bool) (message, hint string) {
	scheme := schemeOf(address)
	switch {
	case image && (scheme != "" || strings.HasPrefix(address, "//") || strings.HasPrefix(address, `\\`)):
		return "this image would be loaded from another site", "put the file into content/uploads/ and name it as /uploads/…"
	case scheme == "" && (strings.HasPrefix(address, "//") || strings.HasPrefix(address, `\\`)):
		return "an address cannot begin with " + address[:2], "begin it with https://, or with / for a page of this site"
	case (scheme == "http" || scheme == "https") && !hasHost(address):
		return "this address names no site", "write it as https://example.org/"
	case scheme == "mailto" && !strings.Contains(address, "@"):
		return "this address names nobody", "write it as mailto:name@example.org"
	case scheme == "tel" && !strings.ContainsAny(address, "0123456789"):
		return "this address has no number", "write it as tel:+381110000000"
	case scheme == "", scheme == "http", scheme == "https", scheme == "mailto", scheme == "tel":
		return "", ""
	}
	return "an address cannot begin with " + scheme + ":", "link to a page of the site, or to http:, https:, mailto: or tel:"
}

// hasHost tells whether an address names a host behind its scheme. Browsers
// would make one up.
func hasHost(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	return err == nil && u.Hostname() != ""
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
