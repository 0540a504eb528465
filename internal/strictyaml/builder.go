package strictyaml

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"bulletin/internal/diag"
)

// builder makes the tree out of yaml.v3's, in reading order, and refuses what
// is not allowed.
type builder struct {
	doc    *document
	cursor cursor
	ps     *diag.Problems
}

func (b *builder) node(y *yaml.Node, depth int) *Node {
	offset := b.cursor.move(y.Line, y.Column)
	n := &Node{Pos: b.doc.place(b.cursor.line, b.cursor.col), Len: 1, offset: int32(offset), doc: b.doc}
	switch {
	case y.Kind == yaml.AliasNode:
		return b.broken(n, 1+utf8.RuneCountInString(y.Value), "write the value out, or quote text that begins with *", "aliases are not allowed: *%s", y.Value)
	case y.Anchor != "":
		b.broken(n, 1+utf8.RuneCountInString(y.Anchor), "remove it, or quote text that begins with &", "anchors are not allowed: &%s", y.Anchor)
	case y.Style&yaml.TaggedStyle != 0 || offset < len(b.doc.src) && b.doc.src[offset] == '!':
		b.broken(n, wordLen(b.doc.src[offset:]), "remove it, or quote text that begins with !", "tags are not allowed")
	}
	switch y.Kind {
	case yaml.ScalarNode:
		b.scalar(n, y)
	case yaml.SequenceNode:
		n.Kind = List
		if !b.tooDeep(n, depth) {
			for _, item := range y.Content {
				n.Items = append(n.Items, b.node(item, depth+1))
			}
		}
	case yaml.MappingNode:
		n.Kind = Mapping
		if !b.tooDeep(n, depth) {
			b.mapping(n, y, depth)
		}
	}
	return n
}

// broken reports n and marks it, so that nobody reports it again.
func (b *builder) broken(n *Node, length int, hint, format string, args ...any) *Node {
	if !n.Broken {
		n.Broken = true
		b.ps.Errorf(n.Pos, length, rule, hint, format, args...)
	}
	return n
}

func (b *builder) tooDeep(n *Node, depth int) bool {
	if depth < maxDepth {
		return false
	}
	b.broken(n, 1, "", "nested deeper than %d levels", maxDepth)
	return true
}

// wordLen counts the characters up to the next white space.
func wordLen(src []byte) int {
	end := bytes.IndexAny(src, " \t\r\n,")
	if end < 0 {
		end = len(src)
	}
	return max(1, utf8.RuneCount(src[:end]))
}

func (b *builder) scalar(n *Node, y *yaml.Node) {
	n.Kind, n.Value = Scalar, y.Value
	switch {
	case y.Style&yaml.LiteralStyle != 0:
		n.style = literal
	case y.Style&yaml.FoldedStyle != 0:
		n.style = folded
	case y.Style&yaml.DoubleQuotedStyle != 0:
		n.style = double
	case y.Style&yaml.SingleQuotedStyle != 0:
		n.style = single
	}
	n.Quoted = n.style != plain
	if !n.Quoted && y.Tag == "!!null" {
		n.Kind = Null
	}
	if n.Broken {
		return
	}
	end, ok := n.straight()
	switch {
	case ok:
		n.Len = utf8.RuneCountInString(n.Value)
		if n.Quoted {
			n.Len += 2
		}
		n.Len = max(1, n.Len)
	case n.style == literal || n.style == folded:
	default:
		offsets, ok := n.layout()
		if !ok {
			return
		}
		end = int(offsets[len(n.Value)])
		first := b.doc.src[n.offset:min(end, len(b.doc.src))]
		if i := bytes.IndexByte(first, '\n'); i >= 0 {
			n.Len = max(1, utf8.RuneCount(bytes.TrimRight(first[:i], " \t\r")))
		} else {
			n.Len = utf8.RuneCount(first) + 1 // the closing quote
		}
	}
	switch n.style {
	case plain:
		b.comment(n, end)
	case double:
		b.escapes(n)
	}
	if isolate, found := diag.Unclosed(n.Value); found && !n.Broken {
		message, hint := isolate.Words()
		n.Broken = true
		b.ps.Errorf(n.PosAt(isolate.Offset), 1, rule, hint, "%s", message)
	}
}

// escapes refuses what an escape smuggles in: characters that no page can show.
func (b *builder) escapes(n *Node) {
	for i, r := range n.Value {
		if r != '\n' && r != '\t' && diag.Steers(r) || r == '\ufffe' || r == '\uffff' {
			n.Broken = true
			b.ps.Errorf(n.PosAt(i), 1, rule, "remove it", "the invisible character %U stands here", r)
			return
		}
	}
}

// comment refuses a comment behind a plain value whose # is followed by a
// letter or digit at once: it was meant as text ("Report #5", "#1f6feb"), and
// YAML would drop it without a word.
func (b *builder) comment(n *Node, end int) {
	src, i := b.doc.src, end
	for i < len(src) && (src[i] == ' ' || src[i] == '\t') {
		i++
	}
	if i+1 >= len(src) || src[i] != '#' || i == end && n.Value != "" {
		return
	}
	if c := src[i+1]; c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '#' {
		return
	}
	n.Broken = true
	b.ps.Errorf(b.doc.pos(i), wordLen(src[i:]), rule, "quote the whole text, or put a space after # when it is a comment", "what follows # is dropped as a comment")
}

func (b *builder) mapping(n *Node, y *yaml.Node, depth int) {
	n.Fields = make([]Field, 0, len(y.Content)/2)
	var seen map[string]int // only where many keys make it worth while
	if len(y.Content) > 32 {
		seen = make(map[string]int, len(y.Content)/2)
	}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := b.node(y.Content[i], depth+1)
		value := b.node(y.Content[i+1], depth+1)
		if b.separator(n, key, value) || !b.key(n, y.Content[i], key) {
			continue
		}
		if at, ok := find(n.Fields, seen, key.Value); ok {
			b.ps.Errorf(key.Pos, key.Len, rule, "remove one of the two", "%s stands twice: first on line %d", shown(key.Value), n.Fields[at].Key.Pos.Line)
			continue
		}
		if seen != nil {
			seen[key.Value] = len(n.Fields)
		}
		n.Fields = append(n.Fields, Field{key, value})
	}
}

func find(fields []Field, seen map[string]int, key string) (int, bool) {
	if seen != nil {
		i, ok := seen[key]
		return i, ok
	}
	for i := range fields {
		if fields[i].Key.Value == key {
			return i, true
		}
	}
	return 0, false
}

// key refuses keys that are no words. It is false when the field is to be
// left out.
func (b *builder) key(parent *Node, y *yaml.Node, key *Node) bool {
	switch {
	case key.Broken:
	case key.Kind == Mapping:
		parent.Broken = true
		b.broken(key, 1, "quote text that begins with {", "a mapping stands where a key is expected")
	case key.Kind == List:
		parent.Broken = true
		b.broken(key, 1, "quote text that begins with [", "a list stands where a key is expected")
	case y.Tag == "!!merge":
		b.broken(key, key.Len, "write the keys out", "merge keys (<<) are not allowed")
	case key.Kind == Null && key.Value == "" || key.Value == "":
		b.broken(key, 1, "", "a key is missing before the colon")
	case key.style == literal || key.style == folded:
		b.broken(key, 1, "", "a key must be a word on one line")
	default:
		key.Kind = Scalar // a key may be called null
		return true
	}
	return false
}

// separator finds a thousands separator: inside { } the comma of 1,083 ends an
// entry, and 083 becomes a key without a value. It is true when key and value
// are such a rest.
func (b *builder) separator(parent, key, value *Node) bool {
	if len(parent.Fields) == 0 || key.Quoted || value.Kind != Null || value.Value != "" || !digits(key.Value, 3) {
		return false
	}
	last := parent.Fields[len(parent.Fields)-1].Value
	if last.Kind != Scalar || last.Quoted || last.Pos.Line != key.Pos.Line {
		return false
	}
	between := string(b.doc.src[last.offset:key.offset])
	if between != last.Value+"," && !last.Broken || last.Broken && key.offset > 0 && b.doc.src[key.offset-1] != ',' {
		return false
	}
	if !last.Broken && (len(last.Value) > 4 || !digits(trimSign(last.Value), 0)) {
		return false
	}
	b.broken(last, key.Pos.Col+key.Len-last.Pos.Col, "write "+last.Value+key.Value, "a number has no thousands separator: %s,%s", last.Value, key.Value)
	return true
}

func trimSign(s string) string {
	if s != "" && s[0] == '-' {
		return s[1:]
	}
	return s
}

// digits tells whether s is digits only, n of them unless n is 0; decimals may
// follow when n is given.
func digits(s string, n int) bool {
	for i := range len(s) {
		if n > 0 && i == n && s[i] == '.' {
			return true
		}
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != "" && (n == 0 || len(s) == n)
}
