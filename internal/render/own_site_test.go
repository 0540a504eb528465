package render_test

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/templates"
)

// TestOwnSite makes this repository's own site with the real theme and reads
// every page back: its structure, and that every link, image and stylesheet
// leads to a file of the site, and every fragment to an id.
func TestOwnSite(t *testing.T) {
	s, files := load(t, "../..", templates.FS)
	pages := map[string]*reading{}
	for name, src := range files {
		if strings.HasSuffix(name, ".html") {
			pages[name] = read(t, name, src)
		}
	}
	if len(pages) < 20 {
		t.Fatalf("only %d pages", len(pages))
	}
	for name, p := range pages {
		if !p.redirect {
			p.structure(t)
		}
		for _, link := range p.links {
			target, fragment, internal := resolve(s.BasePath(), name, link)
			if !internal {
				continue
			}
			if _, ok := files[target]; !ok {
				t.Errorf("%s: %s leads to %s, which is not there", name, link, target)
			} else if to := pages[target]; fragment != "" && to != nil && !slices.Contains(to.ids, fragment) {
				t.Errorf("%s: %s leads to no part of %s", name, link, target)
			}
		}
	}
}

// resolve is the file of the site that a link on a page leads to. The page for
// a wrong address has absolute links, under the base path.
func resolve(basePath, page, link string) (file, fragment string, internal bool) {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return "", "", false
	}
	if u.Path == "" {
		return page, u.Fragment, true
	}
	file = path.Join(path.Dir(page), u.Path)
	if inside, ok := strings.CutPrefix(u.Path, basePath); ok {
		file = inside
	}
	if strings.HasSuffix(u.Path, "/") || file == "" || file == "." {
		file = path.Join(file, "index.html")
	}
	return file, u.Fragment, true
}

// reading is what a page says of itself.
type reading struct {
	name     string
	root     *html.Node
	ids      []string
	links    []string
	redirect bool
}

func read(t *testing.T, name string, src []byte) *reading {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	p := &reading{name: name, root: root}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				p.ids = append(p.ids, a.Val)
			case a.Key == "href" || a.Key == "src":
				p.links = append(p.links, a.Val)
			case a.Key == "http-equiv" && a.Val == "refresh":
				p.redirect = true
			}
		}
	}
	return p
}

// structure is what every page must have, and must not.
func (p *reading) structure(t *testing.T) {
	count := map[atom.Atom]int{}
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.DataAtom]++
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s %s> breaks a strict Content-Security-Policy", p.name, n.Data, a.Key)
			case a.Key == "align" || a.Key == "border" || a.Key == "width" && n.DataAtom != atom.Img && n.DataAtom != atom.Svg:
				t.Errorf("%s: <%s %s> is not HTML5", p.name, n.Data, a.Key)
			}
		}
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Iframe, atom.Object:
			external := n.DataAtom == atom.Script && strings.Contains(attribute(n, "src"), "assets/") && n.FirstChild == nil
			if !external && (n.DataAtom != atom.Script || attribute(n, "type") != "application/ld+json") { // a data block is no script
				t.Errorf("%s: has a <%s>", p.name, n.Data)
			}
		case atom.Img:
			if attribute(n, "alt") == "" {
				t.Errorf("%s: an image without a text alternative", p.name)
			}
		case atom.A:
			for parent := n.Parent; parent != nil; parent = parent.Parent {
				if parent.DataAtom == atom.A {
					t.Errorf("%s: a link in a link", p.name)
				}
			}
			if href := attribute(n, "href"); href == "" || strings.HasPrefix(href, "http") && !strings.Contains(attribute(n, "rel"), "noopener") && !strings.Contains(attribute(n, "rel"), "license") {
				t.Errorf("%s: a link to %q without rel=noopener, or to nothing", p.name, href)
			}
		case atom.Html:
			if attribute(n, "lang") == "" {
				t.Errorf("%s: no language", p.name)
			}
		case atom.Svg:
			if attribute(n, "role") != "img" && attribute(n, "aria-hidden") != "true" {
				t.Errorf("%s: a picture that is neither named nor hidden", p.name)
			}
		}
	}
	for _, one := range []atom.Atom{atom.H1, atom.Main, atom.Title, atom.Footer} {
		if count[one] < 1 || one != atom.Title && count[one] != 1 {
			t.Errorf("%s: %d of <%s>, want one", p.name, count[one], one)
		}
	}
	slices.Sort(p.ids)
	for i := 1; i < len(p.ids); i++ {
		if p.ids[i] == p.ids[i-1] {
			t.Errorf("%s: the id %q stands twice", p.name, p.ids[i])
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
