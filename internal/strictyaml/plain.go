package strictyaml

import (
	"strings"
	"unicode/utf8"
)

// Most files are written plainly: mappings and lists by indentation, brackets that
// close on their line, texts of one line or in a folded block. Such a file is read
// here, many times faster than by yaml.v3. What differs in any way, and what has any
// mistake, is left to that, which tells what and where; the two read the same from
// what both can read, as FuzzPlain holds.

// longestKey is how many bytes a key may have here. YAML ends one at 1,024
// characters.
const longestKey = 256

// plainParser reads a file of this form alone. It gives up at the first thing that
// it does not know.
type plainParser struct {
	doc    *document
	text   string // of the document
	ascii  bool   // characters are bytes
	at     int    // offset of the first character of the line that is to be read next, behind its indentation
	start  int    // offset at which that line begins
	line   int    // its number, from 0
	indent int    // its indentation; -1 behind the last line
	inLine columns
	nodes  []Node // that are not in use yet
	failed bool
}

// columns counts the characters of a line, from the left to the right.
type columns struct{ line, offset, col int }

// plain is the tree of a document that is written plainly; nil where it is not.
func (d *document) plain() *Node {
	p := &plainParser{doc: d, text: string(d.src), ascii: true}
	for i := range len(p.text) {
		switch c := p.text[i]; {
		case c == '\t' || c == '\r':
			return nil
		case c >= utf8.RuneSelf:
			p.ascii = false
		}
	}
	if !p.ascii && strings.ContainsFunc(p.text, unusual) {
		return nil
	}
	p.line, p.indent = -1, 0
	p.next()
	if p.indent < 0 {
		return nil
	}
	var root *Node
	if c := p.text[p.at]; c == '{' || c == '[' {
		root = p.value(p.at, -1, 0)
	} else {
		root = p.block(0)
	}
	if p.failed || p.indent >= 0 {
		return nil
	}
	return root
}

// unusual tells whether YAML takes a character for more than one of a text.
func unusual(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff'
}

// fail gives up. What is read after it does not matter, but ends.
func (p *plainParser) fail() *Node {
	p.failed, p.indent = true, -1
	return &Node{}
}

// next goes to the next line that has more than a comment.
func (p *plainParser) next() {
	for p.line++; p.line < len(p.doc.starts); p.line++ {
		p.start = int(p.doc.starts[p.line])
		p.at = p.start
		for p.at < len(p.text) && p.text[p.at] == ' ' {
			p.at++
		}
		if p.at < len(p.text) && p.text[p.at] != '\n' && p.text[p.at] != '#' {
			p.indent = p.at - p.start
			return
		}
	}
	p.indent = -1
}

// end is the offset at which the line ends.
func (p *plainParser) end() int {
	if p.line+1 < len(p.doc.starts) {
		return int(p.doc.starts[p.line+1]) - 1
	}
	return len(p.text)
}

// node is a node at an offset of the line.
func (p *plainParser) node(offset int) *Node {
	if len(p.nodes) == 0 {
		// Few at once where the file is small: whoever keeps one keeps its neighbours.
		p.nodes = make([]Node, min(64, (len(p.text)-offset)/32+4))
	}
	n := &p.nodes[0]
	p.nodes = p.nodes[1:]
	n.Pos, n.Len, n.offset, n.doc = p.doc.place(p.line, p.column(offset)), 1, int32(offset), p.doc
	return n
}

// column counts the characters before an offset of the line.
func (p *plainParser) column(offset int) int {
	if p.ascii {
		return offset - p.start
	}
	if p.inLine.line != p.line || p.inLine.offset > offset || p.inLine.offset < p.start {
		p.inLine = columns{p.line, p.start, 0}
	}
	p.inLine.col += utf8.RuneCountInString(p.text[p.inLine.offset:offset])
	p.inLine.offset = offset
	return p.inLine.col
}

// block reads the list or the mapping that begins on the line.
func (p *plainParser) block(depth int) *Node {
	switch {
	case depth >= maxDepth-2:
		return p.fail()
	case p.dash(p.at):
		return p.list(p.indent, depth)
	default:
		return p.mapping(p.indent, depth)
	}
}

// dash tells whether an item of a list begins at an offset.
func (p *plainParser) dash(offset int) bool {
	return p.text[offset] == '-' && offset+1 < len(p.text) && p.text[offset+1] == ' '
}

// list reads the items whose dashes stand so far from the margin.
func (p *plainParser) list(indent, depth int) *Node {
	n := p.node(p.at)
	n.Kind = List
	for p.indent == indent && p.dash(p.at) {
		item := p.skip(p.at + 1)
		switch stop := p.key(item); {
		case item == p.end() || p.dash(item):
			return p.fail()
		case stop > 0:
			p.at, p.indent = item, item-p.start
			n.Items = append(n.Items, p.mapping(p.indent, depth+1))
		default:
			n.Items = append(n.Items, p.value(item, indent, depth+1))
		}
	}
	if p.indent > indent {
		return p.fail()
	}
	return n
}

// skip is the offset behind the spaces at an offset.
func (p *plainParser) skip(offset int) int {
	for offset < len(p.text) && p.text[offset] == ' ' {
		offset++
	}
	return offset
}

// key is the offset of the colon behind the key at an offset; 0 where there is
// none.
func (p *plainParser) key(offset int) int {
	if offset >= len(p.text) || !isWord(p.text[offset]) {
		return 0
	}
	stop := offset + 1
	for stop < len(p.text) && (isWord(p.text[stop]) || p.text[stop] == '-' || p.text[stop] == '.') {
		stop++
	}
	if stop >= len(p.text) || p.text[stop] != ':' || stop-offset > longestKey {
		return 0
	}
	if after := stop + 1; after < len(p.text) && p.text[after] != ' ' && p.text[after] != '\n' {
		return 0
	}
	return stop
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '_'
}

// mapping reads the keys that stand so far from the margin, with their values.
func (p *plainParser) mapping(indent, depth int) *Node {
	if depth >= maxDepth-2 {
		return p.fail()
	}
	n := p.node(p.at)
	n.Kind = Mapping
	var seen map[string]int
	for p.indent == indent {
		colon := p.key(p.at)
		if colon == 0 {
			return p.fail()
		}
		key := p.word(p.at, colon)
		if seen = p.doubled(n, key.Value, seen); p.failed {
			return n
		}
		n.Fields = append(n.Fields, Field{key, p.behind(colon, indent, depth+1)})
	}
	if p.indent > indent {
		return p.fail()
	}
	return n
}

// word is a node of plain text.
func (p *plainParser) word(start, stop int) *Node {
	n := p.node(start)
	n.Kind, n.Value = Scalar, p.text[start:stop]
	if n.Len = stop - start; !p.ascii {
		n.Len = utf8.RuneCountInString(n.Value)
	}
	return n
}

// doubled gives up at a key that the mapping has already; it keeps the keys where
// they are many.
func (p *plainParser) doubled(n *Node, key string, seen map[string]int) map[string]int {
	if len(n.Fields) == 16 && seen == nil {
		seen = make(map[string]int, 64)
		for i, f := range n.Fields {
			seen[f.Key.Value] = i
		}
	}
	if _, ok := find(n.Fields, seen, key); ok {
		p.fail()
	}
	if seen != nil {
		seen[key] = len(n.Fields)
	}
	return seen
}

// behind reads what stands behind a colon, on its line or on those that follow.
func (p *plainParser) behind(colon, indent, depth int) *Node {
	at := p.skip(colon + 1)
	if at < p.end() && p.text[at] != '#' {
		return p.value(at, indent, depth)
	}
	empty := p.node(colon + 1)
	if at < p.end() && (at == colon+1 || !p.remark(at)) {
		return p.fail()
	}
	p.next()
	if p.indent > indent || p.indent == indent && p.dash(p.at) {
		return p.block(depth)
	}
	return empty
}

// remark tells whether a comment that is meant as one begins at an offset: see
// builder.comment.
func (p *plainParser) remark(offset int) bool {
	after := offset + 1
	return after >= len(p.text) || p.text[after] == ' ' || p.text[after] == '\n' || p.text[after] == '#'
}
