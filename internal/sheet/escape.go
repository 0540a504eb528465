package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A text of a workbook is of the type ST_Xstring (ECMA-376, part 1, 22.9.2.19): a
// character that XML cannot hold is written as _xHHHH_, with its number in UTF-16, and
// so the first _ of a text that looks like that is written as _x005F_.

// appendEscaped writes a text for XML.
func appendEscaped(out []byte, text string) []byte {
	start := 0 // of what is not yet written
	for i := 0; i < len(text); {
		c := text[i]
		if c >= ' ' && c != '&' && c != '<' && c != '>' && c != '_' && c != 0xef {
			i++
			continue
		}
		size, escape := 1, ""
		switch {
		case c == '&':
			escape = "&amp;"
		case c == '<':
			escape = "&lt;"
		case c == '>':
			escape = "&gt;" // after ]] it must be
		case c == '\r':
			escape = "&#13;" // XML makes a line feed of a plain one
		case c == '_' && isEscape(text[i:]):
			escape = "_x005F_"
		case c < ' ' && c != '\t' && c != '\n':
			escape = fmt.Sprintf("_x%04X_", c)
		case c == 0xef && (strings.HasPrefix(text[i:], "\ufffe") || strings.HasPrefix(text[i:], "\uffff")):
			size, escape = 3, fmt.Sprintf("_x%04X_", []rune(text[i : i+3])[0])
		}
		if escape != "" {
			out = append(append(out, text[start:i]...), escape...)
			start = i + size
		}
		i += size
	}
	return append(out, text[start:]...)
}

// isEscape tells whether a text begins with _xHHHH_.
func isEscape(text string) bool {
	if len(text) < 7 || text[1] != 'x' || text[6] != '_' {
		return false
	}
	for _, c := range []byte(text[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}

// unescape is a text as it was before it was written as ST_Xstring. What stands for half
// of a character of UTF-16 stays as it is.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for text != "" {
		i := strings.Index(text, "_x")
		if i < 0 {
			break
		}
		b.WriteString(text[:i])
		text = text[i:]
		if !isEscape(text) {
			b.WriteByte('_')
			text = text[1:]
			continue
		}
		n, err := strconv.ParseUint(text[2:6], 16, 16)
		if r := rune(n); err == nil && utf8.ValidRune(r) {
			b.WriteRune(r)
		} else {
			b.WriteString(text[:7])
		}
		text = text[7:]
	}
	b.WriteString(text)
	return b.String()
}
