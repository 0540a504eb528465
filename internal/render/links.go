package render

import (
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"bulletin/internal/content"
	"bulletin/internal/site"
)

// locate is the page or file of the site that a destination in a page's text
// means. One that is written out in full, with the site's own host, is as good
// as any other.
func (d *drawing) locate(from *site.Page, destination string) (site.Target, bool) {
	if target, internal := d.site.Resolve(from, destination); internal {
		return target, true
	}
	target, reach := d.site.Locate(from, destination)
	return target, reach == site.Inside
}

// href turns a destination that an author wrote into an address for this page
// (a text may be shown on another page than its own), and remembers an internal
// one for the rules. It is "" where the scheme is none that a page may link to.
func (d *drawing) href(destination string, t *site.Text, n ast.Node) (address string, outward bool) {
	target, internal := d.locate(t.Page, destination)
	if !internal {
		scheme, _, _ := strings.Cut(strings.ToLower(destination), ":")
		switch {
		case scheme == "http" || scheme == "https":
			return destination, true
		case (scheme == "mailto" || scheme == "tel") && !nobody(destination):
			return destination, false
		}
		return "", false // reported while reading
	}
	if strings.Contains(destination, "{{") {
		return "", false // the same
	}
	pos, length := t.Markdown.AddressPos(n)
	if d.paper {
		d.judged.links = append(d.judged.links, target)
		if id, ok := d.anchors[target]; ok {
			return "#" + id, false
		}
	} else {
		d.facts.Links = append(d.facts.Links, site.LinkFact{Pos: pos, Len: length, Text: destination, Target: target})
	}
	if target.Route == d.page.Route && target.Fragment != "" {
		return "#" + target.Fragment, false
	}
	address = d.link(target.Route)
	if target.Fragment != "" {
		address += "#" + target.Fragment
	}
	return address, false
}

// safe escapes an address for an attribute.
func safe(address string) string {
	return template.HTMLEscapeString(string(util.URLEscape([]byte(address), true)))
}

func (nodes) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, n := w.(*pen), node.(*ast.Link)
	if !entering {
		_, _ = w.WriteString("</a>" + p.waiting)
		p.waiting = ""
		return ast.WalkContinue, nil
	}
	address, outward := p.drawing.href(p.text.Markdown.Destination(n), p.text, n)
	_, _ = w.WriteString(`<a href="` + safe(address) + `"`)
	if len(n.Title) > 0 {
		_, _ = w.WriteString(` title="` + template.HTMLEscapeString(p.text.Markdown.LinkTitle(n)) + `"`)
	}
	if outward {
		_, _ = w.WriteString(` rel="external noopener"`)
		if p.drawing.paper && p.drawing.notes.within != nil {
			p.waiting = " (" + string(printedAddress(address)) + ")"
		}
	}
	_ = w.WriteByte('>')
	return ast.WalkContinue, nil
}

func (nodes) autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.AutoLink)
	address, rel := string(n.URL(source)), ""
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + strings.TrimPrefix(address, "mailto:")
	} else {
		p, outward := w.(*pen), false
		if address, outward = p.drawing.href(address, p.text, n); outward {
			rel = ` rel="external noopener"`
		}
	}
	_, _ = w.WriteString(`<a href="` + safe(address) + `"` + rel + `>` + template.HTMLEscapeString(string(n.Label(source))) + `</a>`)
	return ast.WalkContinue, nil
}

// image writes an image with its text alternative, figures in it written out.
func (nodes) image(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	p, n := w.(*pen), node.(*ast.Image)
	alt := content.PlainNode(p.text.Markdown, n, p.text.MarkedWords)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() { // no mark can stand in an attribute
		if mark, ok := c.(*content.TodoNode); ok {
			p.todo(mark.Expression)
		}
	}
	pos, length := p.text.Markdown.AddressPos(n)
	_, _ = w.WriteString(string(p.drawing.image(p.text.Page, p.text.Markdown.Destination(n), alt, site.ImageFact{
		Pos: pos, Len: length, AltHint: "write one between the brackets: ![what the image shows](…)",
	})))
	return ast.WalkSkipChildren, nil
}

// image is an image of the site, named by a text of the page from; one from
// elsewhere is left out, since the rules refuse it.
func (d *drawing) image(from *site.Page, src, alt string, fact site.ImageFact) template.HTML {
	target, internal := d.site.Resolve(from, src)
	if !internal || strings.Contains(src, "{{") {
		return "" // reported while reading
	}
	fact.Src, fact.Route, fact.Alt = src, target.Route, strings.TrimSpace(alt) != ""
	if d.paper {
		d.judged.images = append(d.judged.images, fact.Route)
	} else {
		d.facts.Images = append(d.facts.Images, fact)
	}
	d.say(alt)
	return template.HTML(`<img src="` + safe(d.link(target.Route)) + `" alt="` + template.HTMLEscapeString(alt) + `">`)
}

// remark marks a remark, whose words are drawn with the notes.
func (d *drawing) remark(t *site.Text, r *content.Remark) template.HTML {
	return d.notes.remark(r, func() template.HTML { return unwrapped(d.draw(t, r.Node, false)) })
}
