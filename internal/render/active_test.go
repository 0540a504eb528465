package render

import "testing"

func TestActive(t *testing.T) {
	svg := func(inside string) string {
		return `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + inside + `</svg>`
	}
	for _, c := range []struct {
		name, text string
		active     bool
	}{
		{"a.png", "<script>", false},
		{"a.pdf", "", false},
		{"a.csv", "a,b", false},
		{"a.svg", svg(`<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"/></defs><path class="a" style="fill:url(#g)" d="M0 0"/><use xlink:href="#g"/><image href="data:image/png;base64,AA"/><a href="https://example.org/"><text>x</text></a>`), false},
		{"index.html", "Hello", true},
		{"A.HTM", "", true},
		{"a.js", "", true},
		{"a.css", "", true},
		{"a.svgz", "", true},
		{"a.svg", svg(`<script>x</script>`), true},
		{"a.svg", svg(`<SCRIPT/>`), true},
		{"a.svg", svg(`<x:script xmlns:x="http://www.w3.org/2000/svg"/>`), true},
		{"a.svg", svg(`<path onload="x"/>`), true},
		{"a.svg", svg(`<a xlink:href="javascript:x"/>`), true},
		{"a.svg", svg(`<a href="&#106;avascript:x"/>`), true},
		{"a.svg", svg(`<image href="https://evil.example/x.png"/>`), true},
		{"a.svg", svg(`<use href="data:image/svg+xml,x"/>`), true},
		{"a.svg", svg(`<style>@import "//evil.example"</style>`), true},
		{"a.svg", svg(`<style>a{fill:u\72l(//evil.example)}</style>`), true},
		{"a.svg", svg(`<path style="fill:url( '//evil.example')"/>`), true},
		{"a.svg", svg(`<path fill="url(//evil.example/#a)"/>`), true},
		{"a.svg", svg(`<foreignObject/>`), true},
		{"a.svg", svg(`<set attributeName="xlink:href" to="javascript:x"/>`), true},
		{"a.svg", `<!DOCTYPE svg [<!ENTITY x "y">]><svg/>`, true},
		{"a.svg", `<?xml-stylesheet href="x.xsl"?><svg/>`, true},
		{"a.svg", "<svg", true},
		{"a.xml", `<html xmlns="http://www.w3.org/1999/xhtml"/>`, true},
		{"a.xml", `<rows><row n="1"/></rows>`, false},
	} {
		if why := active(c.name, []byte(c.text)); (why != "") != c.active {
			t.Errorf("%s %s: got %q, want %v", c.name, c.text, why, c.active)
		}
	}
}
