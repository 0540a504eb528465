package diag

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Steers tells whether a character is a control of C0 or C1, turns the direction
// of the text (U+202A to U+202E), so that other words are read than are written:
// "[202E]612,61" reads as 16,216; or is a byte-order mark (U+FEFF), which nobody
// sees in a word and which keeps it from being found. White space is among them.
func Steers(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r == 0xFEFF
}

// Steering is where the first character of a text stands that steers and is neither a
// line end nor a tab, or -1. A text without any, as all are, is gone through eight
// bytes at a time.
func Steering(text []byte) int {
	const ones = 0x0101010101010101
	const high = 0x80 * ones
	for i := 0; i < len(text); {
		if i+8 <= len(text) {
			// No byte of ASCII letters and signs borrows below a space, carries from U+007F, or has the high bit.
			if w := binary.LittleEndian.Uint64(text[i:]); (w-' '*ones|w|(w+ones))&high == 0 {
				i += 8
				continue
			}
		}
		r, size := utf8.DecodeRune(text[i:])
		if Steers(r) && r != '\n' && r != '\t' {
			return i
		}
		i += size
	}
	return -1
}

// isolateBegins are the bytes that U+2066 to U+2069 begin with, as few others do.
const isolateBegins = "\xe2\x81"

// Isolates tells whether a text may have isolates, or ends of them: only then
// [Unclosed] finds anything.
func Isolates(text []byte) bool { return bytes.Contains(text, []byte(isolateBegins)) }

// endIsolate ends what an isolate began.
const endIsolate = 0x2069

// isolates tells whether a character gives what follows a direction of its own,
// up to the one that ends it.
func isolates(r rune) bool { return r >= 0x2066 && r <= 0x2068 }

// Isolate is a problem with the characters U+2066 to U+2069, which set a part of a
// text apart with a direction of its own: a name in Arabic or Hebrew needs them.
type Isolate struct {
	Offset int // of the character, in bytes
	Char   rune
}

// Unclosed finds the first isolate of a text that does not end in its paragraph,
// or the first end of none. It would reach into the words that stand beside the
// text wherever it is shown. Paragraphs are parted by empty lines.
func Unclosed(text string) (Isolate, bool) {
	if !strings.Contains(text, isolateBegins) {
		return Isolate{}, false
	}
	var open []Isolate
	blank := false // nothing but white space stands in the line so far
	for i, r := range text {
		switch {
		case r == '\n' && blank && len(open) > 0:
			return open[0], true
		case r == '\n':
			blank = true
		case r == ' ' || r == '\t' || r == '\r':
		case isolates(r):
			open, blank = append(open, Isolate{i, r}), false
		case r == endIsolate && len(open) == 0:
			return Isolate{i, r}, true
		case r == endIsolate:
			open, blank = open[:len(open)-1], false
		default:
			blank = false
		}
	}
	if len(open) > 0 {
		return open[0], true
	}
	return Isolate{}, false
}

// Words are the problem and its remedy.
func (i Isolate) Words() (message, hint string) {
	if i.Char == endIsolate {
		return "the invisible character U+2069 ends nothing here", "remove it"
	}
	return "the invisible character " + fmt.Sprintf("%U", i.Char) + " turns the direction of what follows, and nothing ends it", "remove it, or write U+2069 after the words whose direction it sets"
}
