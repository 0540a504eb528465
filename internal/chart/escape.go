package chart

import "unicode/utf8"

// escape appends text for XML, in content or between double quotes. What XML 1.0 cannot hold (control characters,
// surrogates, U+FFFE and U+FFFF, bytes that are not UTF-8) is dropped.
func escape(b []byte, text string) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == '&':
				b = append(b, "&amp;"...)
			case c == '<':
				b = append(b, "&lt;"...)
			case c == '>':
				b = append(b, "&gt;"...)
			case c == '"':
				b = append(b, "&#34;"...)
			case c == '\n' || c == '\t' || c == '\r':
				b = append(b, ' ')
			case c >= 0x20 && c != 0x7f:
				b = append(b, c)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		invalid := r == utf8.RuneError && n == 1
		if !invalid && r != 0xfffe && r != 0xffff && (r < 0x80 || r > 0x9f) {
			b = append(b, text[i:i+n]...)
		}
		i += n
	}
	return b
}
