package intake

import (
	"fmt"
	"strings"
	"unicode"

	"bulletin/internal/diag"
)

// scalar is a text as YAML, plain where that is certain to stay what it is, within
// brackets too.
func scalar(text string) string {
	if plain(text) {
		return text
	}
	return quoted(text)
}

// plain tells whether a text needs no quotes: it begins with a letter, and has nothing in
// it that means anything to YAML.
func plain(text string) bool {
	for i, r := range text {
		switch {
		case i == 0 && !unicode.IsLetter(r):
			return false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-–.;()/’%+&!?…“”", r):
		case r == ' ' && i+1 < len(text) && text[i+1] != ' ':
		default:
			return false
		}
	}
	switch strings.ToLower(text) {
	case "", "true", "false", "yes", "no", "on", "off", "null", "y", "n":
		return false
	}
	return true
}

// quoted is a text in double quotes.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == 0x2028 || r == 0x2029 || r == 0xa0 || diag.Steers(r) && r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		case !unicode.IsPrint(r) && r > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// id is an id as YAML takes it for text.
func id(text string) string {
	if text == "null" {
		return quoted(text)
	}
	return text
}
