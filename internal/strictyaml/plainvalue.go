package strictyaml

import (
	"strings"
	"unicode/utf8"

	"bulletin/internal/diag"
)

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
