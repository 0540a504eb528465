package render

import (
	"bytes"
	"html/template"

	"bulletin/internal/site"
)

// pen is the writer that Markdown is drawn with: the page and the text travel
// with it to the node renderers.
type pen struct {
	*bytes.Buffer
	drawing *drawing
	text    *site.Text
	quiet   bool   // no note marks: in a note, a heading, a title
	silent  bool   // quiet throughout
	under   string // the heading that is being written under
	waiting string // note marks that wait for the end of a link
	box     openBox
}

// openBox is a table that is being written: where it begins, with which note
// mark, and whether there is a box around it.
type openBox struct {
	begins, marks int
	around        bool
}

// Flush, Buffered and the Buffer's own methods make it goldmark's BufWriter.
func (p *pen) Flush() error { return nil }

// Buffered is part of goldmark's BufWriter.
func (p *pen) Buffered() int { return 0 }

// tighten takes back the spaces at the end of what was written: a note mark
// stands close to its word.
func (p *pen) tighten() {
	p.Truncate(len(bytes.TrimRight(p.Bytes(), " \n")))
}

// insert writes a text at a place before what was written from there on.
func (p *pen) insert(at int, text template.HTML) {
	if text == "" {
		return
	}
	tail := string(p.Bytes()[at:])
	p.Truncate(at)
	p.WriteString(string(text))
	p.WriteString(tail)
}
