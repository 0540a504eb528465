package render

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestPiece is the most characters of a printed address in which no line ends.
const longestPiece = 24

// printedAddress is the address of a source as it stands on paper, with the places
// where a line may end: behind a slash, and before a mark, so that nobody takes a
// hyphen of the address for one of the line (The Chicago Manual of Style, section
// 14.18). The style sheet lets it end nowhere else, so long pieces get places too.
func printedAddress(address string) template.HTML {
	var b strings.Builder
	b.WriteString(`<span class="address">`)
	piece, last := 0, rune(0)
	for _, r := range readableAddress(address) {
		slash := last == '/' && r != '/'
		mark := strings.ContainsRune("-_?&#%", r)
		if slash || mark && last != 0 || piece == longestPiece {
			b.WriteString("<wbr>")
			piece = 0
		}
		b.WriteString(template.HTMLEscapeString(string(r)))
		last = r
		piece++
	}
	b.WriteString("</span>")
	return template.HTML(b.String())
}

// readableAddress is an address as people write it, who can still type it off:
// without "https://", without a slash at its end, and with the letters that it
// stands for instead of their codes.
func readableAddress(address string) string {
	text, secure := strings.CutPrefix(address, "https://")
	if !secure && !strings.HasPrefix(address, "http://") {
		return address
	}
	if !strings.ContainsAny(text, "?#") {
		text = strings.TrimSuffix(text, "/")
	}
	return decoded(text)
}

// decoded writes out percent-encoded characters of an address where it leads to the
// same place without: unreserved ones (RFC 3986, section 2.3), brackets and
// marks that part nothing in http addresses, and letters of other alphabets (RFC
// 3987, section 3.2) that run from left to right and that the typeface has. All
// others stay codes, above all those that end an address or a part of it.
func decoded(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		run := encodedRun(text)
		if len(run) == 0 {
			b.WriteByte(text[0])
			text = text[1:]
			continue
		}
		for rest := run; len(rest) > 0; {
			r, size := utf8.DecodeRune(rest)
			if r == utf8.RuneError || !plainInAddress(r) {
				size = 1
				b.WriteString(text[:3])
			} else {
				b.WriteRune(r)
			}
			text, rest = text[3*size:], rest[size:]
		}
	}
	return b.String()
}

// encodedRun are the bytes that the percent-encoded ones at the beginning of a
// text stand for.
func encodedRun(text string) (run []byte) {
	for len(text) >= 3 && text[0] == '%' {
		high, low := hexDigit(text[1]), hexDigit(text[2])
		if high < 0 || low < 0 {
			break
		}
		run = append(run, byte(high<<4|low))
		text = text[3:]
	}
	return run
}

// hexDigit is the value of a hexadecimal digit, or -1.
func hexDigit(c byte) int {
	i := strings.IndexByte("0123456789abcdefABCDEF", c)
	if i >= 16 {
		return i - 6
	}
	return i
}

// plainInAddress tells whether an address says the same with the character as with
// its code.
func plainInAddress(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' || strings.ContainsRune("-._~()!*',:@", r)
	}
	return unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}
