package strictyaml

// flow reads a mapping or a list in brackets, which close on their line, and gives
// the offset behind it.
func (p *plainParser) flow(at, depth int) (*Node, int) {
	if depth >= maxDepth-2 {
		return p.fail(), at
	}
	n, shut := p.node(at), p.text[at]+2 // in ASCII each closing bracket stands two after its opening one
	n.Kind = List
	if shut == '}' {
		n.Kind = Mapping
	}
	var seen map[string]int
	stop := p.end()
	at = p.skip(at + 1)
	if at < stop && p.text[at] == shut {
		return n, at + 1
	}
	for at < stop {
		var key, value *Node
		if n.Kind == Mapping {
			colon := p.key(at)
			if colon == 0 {
				return p.fail(), at
			}
			key = p.word(at, colon)
			if seen = p.doubled(n, key.Value, seen); p.failed {
				return n, at
			}
			at = p.skip(colon + 1)
		}
		if value, at = p.inFlow(at, stop, depth+1); p.failed {
			return n, at
		}
		if key != nil {
			n.Fields = append(n.Fields, Field{key, value})
		} else {
			n.Items = append(n.Items, value)
		}
		if at = p.skip(at); at >= stop {
			break
		}
		switch p.text[at] {
		case shut:
			return n, at + 1
		case ',':
			at = p.skip(at + 1)
		default:
			return p.fail(), at
		}
	}
	return p.fail(), at
}

// inFlow reads a value inside brackets, and gives the offset behind it.
func (p *plainParser) inFlow(at, stop, depth int) (*Node, int) {
	if at >= stop {
		return p.fail(), at
	}
	switch c := p.text[at]; {
	case c == '"' || c == '\'':
		return p.quoted(at)
	case c == '{' || c == '[':
		return p.flow(at, depth)
	case c == '>' || c == '|' || !p.begins(at):
		return p.fail(), at
	}
	for i := at; i < stop; i++ {
		switch c := p.text[i]; c {
		case ',', ']', '}':
			return p.plainText(at, i), i
		case '[', '{', '?':
			return p.fail(), at
		case ':':
			if i+1 >= stop || !isWord(p.text[i+1]) && p.text[i+1] != '/' {
				return p.fail(), at
			}
		case '#':
			if p.text[i-1] == ' ' {
				return p.fail(), at
			}
		}
	}
	return p.fail(), at
}
