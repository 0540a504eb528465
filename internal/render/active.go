package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// active says why an upload must not be published: a page or a script of its
// own would run on the site's address, past everything that keeps pages from
// scripts and from requests to other sites. It is "" for a file that may.
func active(name string, src []byte) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".hta":
		return "a page of its own could run scripts on the site"
	case ".js", ".mjs", ".cjs", ".wasm", ".swf", ".xsl", ".xslt", ".htc", ".css":
		return "a script or stylesheet is no upload"
	case ".svgz":
		return "what a compressed picture holds cannot be looked at"
	case ".svg", ".xml", ".rdf", ".xsd":
		return activeXML(src)
	}
	return ""
}

// activeXML finds what would run, or load something, in a picture or another
// XML file that a browser shows.
func activeXML(src []byte) string {
	decoder := xml.NewDecoder(bytes.NewReader(src))
	style := false
	for {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return ""
		case err != nil:
			return fmt.Sprintf("it is no XML in UTF-8 that can be looked at: %v", err)
		}
		switch token := token.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(token), []byte("ENTITY")) {
				return "it defines entities"
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				return "it names a stylesheet"
			}
		case xml.StartElement:
			style = strings.EqualFold(token.Name.Local, "style")
			if why := activeElement(token); why != "" {
				return why
			}
		case xml.EndElement:
			style = false
		case xml.CharData:
			if style && loads(string(token)) {
				return "its style loads something"
			}
		}
	}
}

// activeElement looks at one element.
func activeElement(e xml.StartElement) string {
	name := strings.ToLower(e.Name.Local)
	switch name {
	case "script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "html", "body", "form", "link", "meta", "base":
		return "it holds <" + e.Name.Local + ">"
	}
	for _, a := range e.Attr {
		key, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		switch {
		case strings.HasPrefix(key, "on"):
			return "it holds the event handler " + a.Name.Local
		case key == "attributename" && strings.Contains(strings.ToLower(value), "href"):
			return "it changes a link while it is shown"
		case key != "href" && key != "src":
			if key != "xmlns" && a.Name.Space != "xmlns" && loads(value) {
				return "its " + a.Name.Local + " loads something"
			}
		case strings.HasPrefix(value, "#"), strings.HasPrefix(strings.ToLower(value), "data:image/") && !strings.Contains(strings.ToLower(value), "svg"):
		case name == "a" && (strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://")):
		default:
			return fmt.Sprintf("it refers to %q", value)
		}
	}
	return ""
}

// loads tells whether a style fetches something. Escapes could hide the words,
// and no drawing program writes them.
func loads(style string) bool {
	style = strings.ToLower(style)
	if strings.Contains(style, "@import") || strings.Contains(style, "image-set") || strings.Contains(style, `\`) {
		return true
	}
	for {
		_, rest, ok := strings.Cut(style, "url(")
		if !ok {
			return false
		}
		style = strings.TrimLeft(rest, " \t\r\n\"'")
		if !strings.HasPrefix(style, "#") && !strings.HasPrefix(style, "data:") {
			return true
		}
	}
}
