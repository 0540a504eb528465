package strictyaml

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// layout gives for each byte of Value, and for its end, the byte offset in the
// document that it comes from. It walks through text and source side by side,
// after the rules of YAML 1.2, chapter 7.3 and 8.1, and is false when they
// cannot be brought together.
func (n *Node) layout() ([]int32, bool) {
	a := aligner{src: n.doc.src, at: int(n.offset), value: n.Value, offsets: make([]int32, 0, len(n.Value)+1)}
	ok := false
	switch n.style {
	case literal, folded:
		ok = a.block(n.style == folded)
	default:
		ok = a.flow(n.style)
	}
	if !ok || len(a.offsets) != len(n.Value) {
		return nil, false
	}
	return append(a.offsets, int32(a.at)), true
}

// aligner is the state of a walk: src[at:] is still to be read, and the bytes
// of value without an offset are still to be found.
type aligner struct {
	src     []byte
	at      int
	value   string
	offsets []int32
}

// rest is the part of the value that is still to be found.
func (a *aligner) rest() string { return a.value[len(a.offsets):] }

// take notes that the next count bytes of the value come from the offset.
func (a *aligner) take(count, offset int) bool {
	if len(a.rest()) < count {
		return false
	}
	for range count {
		a.offsets = append(a.offsets, int32(offset))
	}
	return true
}

// copy notes that the next count bytes of source and value are the same.
func (a *aligner) copy(count int) bool {
	if !strings.HasPrefix(a.rest(), string(a.src[a.at:a.at+count])) {
		return false
	}
	for range count {
		a.offsets = append(a.offsets, int32(a.at))
		a.at++
	}
	return true
}

// flow aligns a plain or quoted scalar.
func (a *aligner) flow(s style) bool {
	if s != plain {
		a.at++
	}
	for a.rest() != "" || s != plain {
		if a.at >= len(a.src) {
			return false
		}
		c, ok := a.src[a.at], true
		switch {
		case isBlank(c) || isBreak(c):
			ok = a.blanks(false)
		case s == single && c == '\'':
			if a.at+1 >= len(a.src) || a.src[a.at+1] != '\'' {
				return a.rest() == ""
			}
			if ok = strings.HasPrefix(a.rest(), "'") && a.take(1, a.at); ok {
				a.at += 2
			}
		case s == double && c == '"':
			return a.rest() == ""
		case s == double && c == '\\':
			ok = a.escape()
		default:
			ok = a.copy(1)
		}
		if !ok {
			return false
		}
	}
	return true
}

// blanks aligns white space. Within a line it stays as it is; around line ends
// it is folded: one line end becomes a space, and of more the first is dropped.
// After an escaped line end none is.
func (a *aligner) blanks(escaped bool) bool {
	end := a.at
	var breaks []int
	for end < len(a.src) && (isBlank(a.src[end]) || isBreak(a.src[end])) {
		if a.src[end] == '\n' {
			at := end
			if at > 0 && a.src[at-1] == '\r' {
				at--
			}
			breaks = append(breaks, at)
		}
		end++
	}
	switch {
	case len(breaks) == 0 && !escaped:
		return a.copy(end - a.at)
	case len(breaks) == 1 && !escaped:
		if !strings.HasPrefix(a.rest(), " ") || !a.take(1, breaks[0]) {
			return false
		}
	default:
		if !escaped {
			breaks = breaks[1:]
		}
		for _, at := range breaks {
			if !strings.HasPrefix(a.rest(), "\n") || !a.take(1, at) {
				return false
			}
		}
	}
	a.at = end
	return true
}

// escape aligns a backslash and what follows it.
func (a *aligner) escape() bool {
	if a.at+1 >= len(a.src) {
		return false
	}
	length := 2
	switch a.src[a.at+1] {
	case '\r', '\n':
		a.at += 1 + bytes.IndexByte(a.src[a.at:], '\n')
		return a.at == len(a.src) || a.blanks(true)
	case 'x':
		length = 4
	case 'u':
		length = 6
	case 'U':
		length = 10
	}
	_, size := utf8.DecodeRuneInString(a.rest())
	if !a.take(size, a.at) {
		return false
	}
	a.at = min(a.at+length, len(a.src))
	return true
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

func isBreak(c byte) bool { return c == '\n' || c == '\r' }

// block aligns a literal or folded block scalar.
func (a *aligner) block(folded bool) bool {
	a.nextLine() // the header
	indent, ok := a.indent()
	if !ok {
		return a.value == ""
	}
	for a.rest() != "" {
		if a.at >= len(a.src) {
			return false
		}
		if !a.copyLine(indent) || !a.ends(indent, folded) {
			return false
		}
	}
	return true
}

// indent finds how far the block is indented: as its first line that holds
// text, less the spaces that belong to that text. Blank lines before it are
// aligned.
func (a *aligner) indent() (int, bool) {
	breaks := 0
	for a.at < len(a.src) {
		line := a.lineText()
		text := strings.TrimLeft(a.value[min(breaks, len(a.value)):], "\n")
		spaces := leadingSpaces(line)
		if spaces == len(line) && (breaks < len(a.value) && a.value[breaks] == '\n' || a.value == "") {
			// A line of spaces only is blank, unless the text itself begins with spaces.
			if a.value != "" && !a.take(1, a.at+len(line)) {
				return 0, false
			}
			breaks++
			a.nextLine()
			continue
		}
		own := leadingSpaces([]byte(text))
		return spaces - own, spaces >= own
	}
	return 0, a.value == strings.Repeat("\n", breaks)
}

// copyLine aligns the text of a line behind its indentation.
func (a *aligner) copyLine(indent int) bool {
	line := a.lineText()
	skip := min(indent, leadingSpaces(line))
	a.at += skip
	return a.copy(len(line) - skip)
}

// ends aligns the line ends up to the next line with text.
func (a *aligner) ends(indent int, folded bool) bool {
	var breaks []int
	for a.at < len(a.src) {
		breaks = append(breaks, a.at)
		a.nextLine()
		if a.at >= len(a.src) {
			break
		}
		if line := a.lineText(); leadingSpaces(line) < len(line) || len(line) > indent {
			break
		}
		a.at += len(a.lineText())
	}
	if folded && len(breaks) == 1 && strings.HasPrefix(a.rest(), " ") {
		return a.take(1, breaks[0])
	}
	text := strings.TrimLeft(a.rest(), "\n")
	count := len(a.rest()) - len(text)
	if count > len(breaks) {
		// Only spaces stood on the last line, and no line end.
		return false
	}
	if text != "" {
		breaks = breaks[len(breaks)-count:]
	}
	for _, at := range breaks[:count] {
		a.take(1, at)
	}
	if text == "" && count < len(breaks) {
		a.at = breaks[count]
	}
	return text == "" || count > 0
}

// lineText is the source up to the end of the line.
func (a *aligner) lineText() []byte {
	end := bytes.IndexByte(a.src[a.at:], '\n')
	if end < 0 {
		return a.src[a.at:]
	}
	return bytes.TrimSuffix(a.src[a.at:a.at+end], []byte("\r"))
}

// nextLine goes to the beginning of the next line, or to the end.
func (a *aligner) nextLine() {
	if end := bytes.IndexByte(a.src[a.at:], '\n'); end >= 0 {
		a.at += end + 1
		return
	}
	a.at = len(a.src)
}

func leadingSpaces(s []byte) int {
	return len(s) - len(bytes.TrimLeft(s, " "))
}
