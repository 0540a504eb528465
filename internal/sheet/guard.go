package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Guard is a text that no spreadsheet takes for a formula when it opens it in a CSV
// file. After OWASP, "CSV Injection", an apostrophe goes before = + - @, their
// full-width forms, tabs and line ends, where they begin a cell.
//
// A cell begins where the text does, but not there alone: where the comma is the
// decimal sign, Excel parts cells at semicolons, and does not see the quotes of a cell
// that has others before it. So a cell begins behind a semicolon, a tab and a line
// end, too; and white space, quotes and a byte-order mark before its first character
// do not keep it from beginning. [Unguard] undoes it: where apostrophes stand there
// already, one more is added.
func Guard(text string) string {
	if harmless(text) || !strings.ContainsFunc(text, triggers) {
		return text
	}
	return shift(text, 1)
}

// harmless tells of most texts that they stay what they are: the first character is one
// that no formula begins with, and no other cell begins within.
func harmless(text string) bool {
	if text == "" {
		return true
	}
	if c := text[0] | 0x20; (c < 'a' || c > 'z') && (text[0] < '0' || text[0] > '9') {
		return false
	}
	for i := range len(text) {
		if separates(rune(text[i])) {
			return false
		}
	}
	return true
}

// Unguard is the text that was guarded: Unguard(Guard(text)) == text. In a text that
// was not, it takes the apostrophe away with which people keep spreadsheets from
// reading a formula.
func Unguard(text string) string {
	if strings.IndexByte(text, '\'') < 0 {
		return text
	}
	return shift(text, -1)
}

// triggers tells whether a character begins a formula, or parts cells.
func triggers(r rune) bool {
	switch r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n':
		return true
	}
	return false
}

// separates tells whether a cell may begin behind a character.
func separates(r rune) bool { return r == ';' || r == '\t' || r == '\r' || r == '\n' }

// precedes tells whether a cell still begins behind a character that it begins with.
func precedes(r rune) bool {
	return r == '"' || r == '\ufeff' || unicode.IsSpace(r)
}

// shift adds so many apostrophes, 1 or -1, before each character that triggers where a
// cell begins. Those that stand there tell nothing but how many there were.
func shift(text string, by int) string {
	var b strings.Builder
	b.Grow(len(text) + 8)
	begins, marks := true, 0 // apostrophes since the cell began
	for i, r := range text {
		if begins && r == '\'' {
			marks++
			continue
		}
		if begins && triggers(r) {
			marks = max(marks+by, 0)
		}
		for ; marks > 0; marks-- {
			b.WriteByte('\'')
			begins = begins && triggers(r)
		}
		switch {
		case separates(r):
			begins = true
		case begins:
			begins = precedes(r)
		}
		b.WriteString(text[i : i+width(text[i:], r)])
	}
	for ; marks > 0; marks-- {
		b.WriteByte('\'')
	}
	return b.String()
}

// width is how many bytes a character takes; 1 of what is not UTF-8, and stays as it is.
func width(text string, r rune) int {
	if r == utf8.RuneError {
		_, size := utf8.DecodeRuneInString(text)
		return size
	}
	return utf8.RuneLen(r)
}
