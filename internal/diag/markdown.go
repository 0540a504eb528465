package diag

import "strings"

// apart stands between characters that GitHub would join to a mention, a
// reference or an address. It has no width.
const apart = "&#8203;"

// Markdown writes a text as Markdown that reads as that text, in a table's cell as
// well as elsewhere: no markup, no HTML, no link. GitHub looks for @names, #1,
// GH-1, :smiles: and addresses in what was rendered, where an escaped sign is as
// good as a plain one, so those are kept from their signs as well.
func Markdown(text string) string {
	var b strings.Builder
	runes := []rune(Visible(spaced(text)))
	for i, r := range runes {
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		switch {
		case strings.ContainsRune("@#:.-", r) && joins(before, r, after):
			writeReference(&b, r)
			b.WriteString(apart)
		case strings.ContainsRune("\\`*_[]<>|~&$", r):
			writeReference(&b, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// joins tells whether a sign makes something of what stands around it: @name,
// #1, GH-1, :smile:, https://, www.
func joins(before, sign, after rune) bool {
	switch {
	case after == ' ':
		return false
	case sign == '.':
		return before == 'w' || before == 'W'
	case sign == '-':
		return (before == 'h' || before == 'H') && after >= '0' && after <= '9'
	}
	return true
}

// Shortened is a text in one line, of at most so many characters.
func Shortened(text string, most int) string {
	runes := []rune(spaced(text))
	if len(runes) <= most {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:most-1]), " ") + "…"
}

// spaced is a text in one line.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// writeReference writes a character of ASCII by its number, which Markdown never
// takes for markup.
func writeReference(b *strings.Builder, r rune) {
	b.WriteString("&#")
	if r >= 100 {
		b.WriteByte(byte('0' + r/100))
	}
	b.WriteByte(byte('0' + r/10%10))
	b.WriteByte(byte('0' + r%10))
	b.WriteByte(';')
}
