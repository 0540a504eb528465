package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/locale"
)

// touchBefore is how many bytes at the end of a text are read as a part of the
// number that stands behind it: a sign, a digit, "1,".
func touchBefore(text string) int {
	last, size := utf8.DecodeLastRuneInString(text)
	rest := text[:len(text)-size]
	before, _ := utf8.DecodeLastRuneInString(rest)
	switch {
	case text == "":
	case unicode.IsDigit(last), strings.ContainsRune("%‰×^$€£", last):
		return size
	case strings.ContainsRune(".,'’·", last) && unicode.IsDigit(before):
		return size + 1
	case last == '.' && (rest == "" || unicode.IsSpace(before)):
		return size
	case strings.ContainsRune("−+-–", last) && !joins(before):
		return size
	}
	if signed := strings.TrimRightFunc(text, unicode.IsSpace); signed != "" {
		if sign, size := utf8.DecodeLastRuneInString(signed); strings.ContainsRune("±≈~<>≤≥", sign) {
			return size + len(text) - len(signed)
		}
	}
	if unicode.IsSpace(last) && last != ' ' && unicode.IsDigit(before) { // 16 216
		return size + 1
	}
	return 0
}

// joins tells whether a dash behind a character joins, and is no sign: 54–60,
// mid-.
func joins(before rune) bool {
	return unicode.IsLetter(before) || unicode.IsDigit(before) || strings.ContainsRune("%)]”’\"*", before)
}

// touchBehind is how many bytes at the beginning of a text are read as a part of
// the number, or the word, that ends before it: a digit, ",500", "%", "k".
func touchBehind(text string, last rune) int {
	first, size := utf8.DecodeRuneInString(text)
	second, more := utf8.DecodeRuneInString(text[size:])
	number := unicode.IsDigit(last) || last == '%'
	switch {
	case text == "":
		return 0
	case unicode.IsDigit(first), strings.ContainsRune("%‰°×²³^+±½⅓⅔¼¾", first), number && unicode.IsLetter(first):
		return size
	case strings.ContainsRune(".,'’·", first) && unicode.IsDigit(second):
		return size + more
	case !unicode.IsSpace(first):
		return 0
	case strings.ContainsRune("%‰±", second):
		return size + more
	case number && grouped(text[size:]):
		return size + len("000")
	}
	return 0
}

// grouped tells whether a text begins with three digits that could end the
// number before them.
func grouped(text string) bool {
	digits := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	if digits < 0 {
		digits = len(text)
	}
	return digits == 3
}

// unitBehind is the words at the beginning of those behind a number that make
// another of it: "per cent", "thousand", "times as many".
func unitBehind(words []string, kind Kind, l *locale.Locale) (taken int) {
	u, taken := l.ReadUnit(words)
	switch {
	case u == locale.UnitPoint && kind == Count: // points of a border
		return 0
	case u == locale.UnitTimes && kind == Count && !l.Word(at(words, 1)).Has(locale.IsConnects): // given 898 times
		return 0
	case taken > 0:
		return taken
	}
	return l.ReadScale(words)
}

// cutBehind are the first words of a text, up to three of them, as far as they
// are not cut off by a sign.
func cutBehind(text string, words []string) []string {
	for range cap(words) {
		text = trimSpace(text)
		end := wordEnd(text)
		w := strings.TrimRight(text[:end], ".,;:!?)(”\"—–")
		if w == "" || strings.ContainsAny(w[:1], "(") {
			break
		}
		words = append(words, strings.TrimPrefix(w, "-"))
		if len(w) < end {
			break
		}
		text = text[end:]
	}
	return words
}
