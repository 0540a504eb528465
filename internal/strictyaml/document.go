package strictyaml

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"bulletin/internal/diag"
)

// document is the source of a tree: it turns byte offsets into positions.
type document struct {
	src    []byte // without byte-order mark
	origin diag.Pos
	starts []int32 // byte offset at which each line starts
}

func newDocument(origin diag.Pos, src []byte) *document {
	d := &document{src: src, origin: origin, starts: make([]int32, 1, bytes.Count(src, []byte("\n"))+1)}
	for i, b := range src {
		if b == '\n' {
			d.starts = append(d.starts, int32(i+1))
		}
	}
	return d
}

// pos is the position of the byte at offset.
func (d *document) pos(offset int) diag.Pos {
	offset = min(max(offset, 0), len(d.src))
	line := sort.Search(len(d.starts), func(i int) bool { return int(d.starts[i]) > offset }) - 1
	return d.place(line, utf8.RuneCount(d.src[d.starts[line]:offset]))
}

// place is the position of a line and column that count from 0.
func (d *document) place(line, col int) diag.Pos {
	return diag.Pos{File: d.origin.File, Line: d.origin.Line + line, Col: d.origin.Col + col}
}

// line is the text of a line that counts from 0, without its end.
func (d *document) line(i int) []byte {
	start, end := int(d.starts[i]), len(d.src)
	if i+1 < len(d.starts) {
		end = int(d.starts[i+1])
	}
	return bytes.TrimRight(d.src[start:end], "\r\n")
}

// cursor walks through a document in reading order, turning yaml.v3's lines
// and columns, which count characters, into byte offsets. It does not go back
// within a line, so that a file of one long line takes linear time.
type cursor struct {
	doc               *document
	line, col, offset int
}

// move goes to a line and column that count from 1, and gives the byte offset.
func (c *cursor) move(line, col int) int {
	line, col = min(max(line-1, 0), len(c.doc.starts)-1), max(col-1, 0)
	if line != c.line || col < c.col {
		c.line, c.col, c.offset = line, 0, int(c.doc.starts[line])
	}
	for c.col < col && c.offset < len(c.doc.src) && c.doc.src[c.offset] != '\n' {
		_, size := utf8.DecodeRune(c.doc.src[c.offset:])
		c.offset += size
		c.col++
	}
	return c.offset
}
