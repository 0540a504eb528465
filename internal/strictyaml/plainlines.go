package strictyaml

import "strings"

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
