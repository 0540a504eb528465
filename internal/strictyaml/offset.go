package strictyaml

import (
	"strings"

	"bulletin/internal/diag"
)

// Source is the text of a file in which places are known as offsets: what is
// changed in place, byte for byte, is found by it. It is for files that Parse
// reads: their lines end in LF or CRLF, and a byte-order mark may stand before
// them.
type Source struct {
	text  string
	lines []int // where each begins
}

// NewSource takes the text of a file, as it stands on the disk.
func NewSource(src []byte) *Source {
	s := &Source{text: string(src), lines: []int{0}}
	for i := range len(s.text) {
		if s.text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// Text is the whole of it.
func (s *Source) Text() string { return s.text }

// Offset is the byte at a place. A place that no line has is the end of the text.
func (s *Source) Offset(pos diag.Pos) int {
	if pos.Line < 1 || pos.Line > len(s.lines) {
		return len(s.text)
	}
	at := s.lines[pos.Line-1]
	if pos.Line == 1 && strings.HasPrefix(s.text, "\ufeff") {
		at += len("\ufeff")
	}
	return s.Forth(at, pos.Col-1)
}

// Forth is the byte so many characters further on.
func (s *Source) Forth(at, characters int) int {
	for i := range s.text[at:] {
		if characters == 0 {
			return at + i
		}
		characters--
	}
	return len(s.text)
}

// End is the byte behind a node, and whether that can be told: of a text over several
// lines it cannot, unless it stands in quotes.
func (s *Source) End(n *Node) (int, bool) {
	start := s.Offset(n.Pos)
	switch {
	case n.Kind == Null:
		return start, false
	case n.Kind == Scalar && n.Quoted:
		return s.closed(start)
	case n.Kind == Scalar:
		stop := s.Forth(start, n.Len)
		return stop, s.text[start:stop] == n.Value
	case s.Bracketed(n):
		return s.balanced(start)
	case n.Kind == Mapping && len(n.Fields) > 0:
		return s.End(n.Fields[len(n.Fields)-1].Value)
	case n.Kind == List && len(n.Items) > 0:
		return s.End(n.Items[len(n.Items)-1])
	}
	return start, false
}

// Bracketed tells whether a mapping or a list stands in brackets.
func (s *Source) Bracketed(n *Node) bool {
	at := s.Offset(n.Pos)
	return at < len(s.text) && (s.text[at] == '{' || s.text[at] == '[')
}

// closed is the byte behind a text in quotes.
func (s *Source) closed(start int) (int, bool) {
	if start >= len(s.text) || s.text[start] != '"' && s.text[start] != '\'' {
		return start, false // a block
	}
	mark := s.text[start]
	for i := start + 1; i < len(s.text); i++ {
		switch {
		case mark == '"' && s.text[i] == '\\':
			i++
		case s.text[i] == mark && mark == '\'' && i+1 < len(s.text) && s.text[i+1] == mark:
			i++
		case s.text[i] == mark:
			return i + 1, true
		}
	}
	return start, false
}

// balanced is the byte behind the bracket that closes the one at start.
func (s *Source) balanced(start int) (int, bool) {
	depth := 0
	for i := start; i < len(s.text); i++ {
		before := s.text[i-min(i, 1)]
		switch c := s.text[i]; {
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i + 1, true
			}
		case (c == '"' || c == '\'') && strings.IndexByte(" {[,\n", before) >= 0:
			stop, ok := s.closed(i)
			if !ok {
				return start, false
			}
			i = stop - 1
		case c == '#' && (before == ' ' || before == '\n'):
			if stop := strings.IndexByte(s.text[i:], '\n'); stop > 0 {
				i += stop
			}
		}
	}
	return start, false
}
