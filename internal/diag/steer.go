package diag

import "fmt"

// Steers tells whether a character is a control of C0 or C1, turns the direction
// of the text (U+202A to U+202E), so that other words are read than are written:
// "[202E]612,61" reads as 16,216; or is a byte-order mark (U+FEFF), which nobody
// sees in a word and which keeps it from being found. White space is among them.
func Steers(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r == 0xFEFF
}

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
