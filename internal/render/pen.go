package render

import (
	"bytes"

	"bulletin/internal/site"
)

// pen is the writer that Markdown is drawn with: the page and the text travel
// with it to the node renderers.
type pen struct {
	bytes.Buffer
	drawing *drawing
	text    *site.Text
	quiet   bool   // no note marks: in a note, a heading, a title
	silent  bool   // quiet throughout
	under   string // the heading that is being written under
	waiting string // note marks that wait for the end of a link
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
