package strictyaml

import (
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
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
		// A node takes four bytes of a plain file at the least, mostly ten.
		p.nodes = make([]Node, min(64, (len(p.text)-offset)/8+1))
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

// value reads a value that begins on the line, and goes to the line behind it.
func (p *plainParser) value(at, indent, depth int) *Node {
	var n *Node
	stop := p.end()
	switch c := p.text[at]; {
	case c == '"' || c == '\'':
		n, stop = p.quoted(at)
	case c == '{' || c == '[':
		n, stop = p.flow(at, depth)
	case c == '>' || c == '|':
		return p.lines(at, indent)
	case !p.begins(at):
		return p.fail()
	default:
		for i := at; i < stop; i++ {
			switch c := p.text[i]; {
			case c == ':' && (i+1 == stop || p.text[i+1] == ' '):
				return p.fail()
			case c == '#' && p.text[i-1] == ' ':
				stop = i
			}
		}
		n = p.plainText(at, stop)
	}
	if p.failed {
		return n
	}
	if rest := p.skip(stop); rest < p.end() && (p.text[rest] != '#' || rest == p.start || p.text[rest-1] != ' ' || !p.remark(rest)) {
		return p.fail()
	}
	p.next()
	if p.indent > indent {
		return p.fail() // a text that goes on
	}
	return n
}

// begins tells whether a plain text may begin at an offset.
func (p *plainParser) begins(at int) bool {
	switch c := p.text[at]; c {
	case '-':
		return at+1 < len(p.text) && isWord(p.text[at+1])
	case '?', ':', ',', ']', '}', '#', '&', '*', '!', '%', '@', '`':
		return false
	default:
		return true
	}
}

// plainText is a text without quotes, or nothing.
func (p *plainParser) plainText(start, stop int) *Node {
	for p.text[stop-1] == ' ' {
		stop--
	}
	n := p.word(start, stop)
	switch n.Value {
	case "~", "null", "Null", "NULL":
		n.Kind = Null
	}
	p.closed(n)
	return n
}

// closed gives up at a text that leaves a direction of writing open.
func (p *plainParser) closed(n *Node) {
	if p.ascii {
		return
	}
	if _, found := diag.Unclosed(n.Value); found {
		p.fail()
	}
}

// quoted reads a text in quotes, without escapes, and gives the offset behind it.
func (p *plainParser) quoted(at int) (*Node, int) {
	quote, line := p.text[at], p.text[at+1:p.end()]
	length := strings.IndexByte(line, quote)
	if length < 0 || quote == '"' && strings.IndexByte(line[:length], '\\') >= 0 || quote == '\'' && strings.HasPrefix(line[length+1:], "'") {
		return p.fail(), at
	}
	n := p.node(at)
	n.Kind, n.Quoted, n.style, n.Value = Scalar, true, double, line[:length]
	if quote == '\'' {
		n.style = single
	}
	n.Len = utf8.RuneCountInString(n.Value) + 2
	p.closed(n)
	return n, at + 1 + length + 1
}

// lines reads a block of text whose lines all have the same indentation, and none
// of which is empty.
func (p *plainParser) lines(at, indent int) *Node {
	n := p.node(at)
	n.Kind, n.Quoted, n.style = Scalar, true, literal
	glue, last := "\n", "\n"
	if p.text[at] == '>' {
		n.style, glue = folded, " "
	}
	switch p.text[at+1 : p.end()] {
	case "":
	case "-":
		last = ""
	default:
		return p.fail()
	}
	var b strings.Builder
	deep := 0
	for p.line++; p.line < len(p.doc.starts); p.line++ {
		words, own := p.words(p.line)
		if words == "" || own <= indent {
			break
		}
		if deep == 0 {
			deep = own
		}
		if own != deep || words[len(words)-1] == ' ' {
			return p.fail()
		}
		if b.Len() > 0 {
			b.WriteString(glue)
		}
		b.WriteString(words)
	}
	if b.Len() == 0 || p.line == len(p.doc.starts) {
		return p.fail()
	}
	b.WriteString(last)
	n.Value = b.String()
	p.closed(n)
	if p.goesOn(indent) || p.failed {
		return p.fail()
	}
	p.line--
	p.next()
	if p.indent > indent {
		return p.fail()
	}
	return n
}

// words is the text of a line, and its indentation.
func (p *plainParser) words(line int) (string, int) {
	start, end := int(p.doc.starts[line]), len(p.text)
	if line+1 < len(p.doc.starts) {
		end = int(p.doc.starts[line+1]) - 1
	}
	words := strings.TrimLeft(p.text[start:end], " ")
	return words, end - start - len(words)
}

// goesOn tells whether a block of text may go on behind empty lines.
func (p *plainParser) goesOn(indent int) bool {
	for line := p.line; line < len(p.doc.starts); line++ {
		if words, own := p.words(line); words != "" || own > 0 {
			return words == "" || own > indent
		}
	}
	return false
}
