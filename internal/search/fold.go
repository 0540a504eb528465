package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words are the words of a text as they are compared, one space between them: letters
// and digits, in lower case, without diacritics.
func Words(text string) string {
	return strings.Join(strings.FieldsFunc(Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mc, r)
	}), " ")
}

// Fold is a text in lower case, without diacritics and with the plain letters of its
// compatible forms (NFKD of Unicode): ﬁ is fi, ² is 2. Letters that have no such
// form stand for those that people write in their place. Serbian and Croatian write
// one letter as đ, as dj and, without their keyboard, as d: all three are d.
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFKD.String(text) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if plain := plainly(r); plain != "" {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(b.String(), "dj", "d")
}

// special are the letters in lower case that Unicode does not take apart.
const special = "ßæœøđðħıłŋþŧς"

// plainly is what a special letter is compared as; nothing for all others.
func plainly(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	case 'ł':
		return "l"
	case 'ŋ':
		return "n"
	case 'þ':
		return "th"
	case 'ŧ':
		return "t"
	case 'ς':
		return "σ"
	}
	return ""
}
