package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Compare orders names as an index does: case and diacritics count only where
// nothing else differs, so that Š stands beside S.
func (l *Locale) Compare(a, b string) int {
	if c := strings.Compare(fold(a), fold(b)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// fold is a text in lower case without diacritics.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
