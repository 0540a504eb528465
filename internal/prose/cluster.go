package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func alphanumeric(c rune) bool {
	if c < utf8.RuneSelf {
		return letter(byte(c)) || digit(byte(c))
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c)
}

// letter tells whether a byte is a letter of ASCII.
func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

// shape is what a cluster is made of.
type shape struct {
	letters, digits bool
	joined          bool // something other than letters and digits is in it
}

// cluster is the letters and digits from offset on, with the signs that join
// them: 16,216, e.g, COVID-19, 2023-06-04, it’s, 16 216.
func cluster(text string, from int) (end int, s shape) {
	for i := from; i < len(text); {
		if letter(text[i]) { // most are
			s.letters = true
			i++
			continue
		}
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case c < utf8.RuneSelf && digit(byte(c)):
			s.digits = true
		case alphanumeric(c):
			s.letters = true
		case joins(text, from, i, i+size, c, s):
			s.joined = true
		default:
			return i, s
		}
		i += size
	}
	return len(text), s
}

// joins tells whether the sign c between two offsets joins what stands around
// it.
func joins(text string, from, before, after int, c rune, s shape) bool {
	if before == 0 || after >= len(text) {
		return false
	}
	left, right := digit(text[before-1]), digit(text[after])
	follows := right
	if !right {
		next, _ := utf8.DecodeRuneInString(text[after:])
		follows = alphanumeric(next)
	}
	switch c {
	case '-', '\u2011', '/', '_', '@':
		return follows
	case '.':
		return left && right || !left && !right && follows
	case '\'', '’':
		return !left && !right && follows || left && right && threeDigits(text, after)
	case ',', ':', '–':
		return left && right
	case ' ', '\u00a0', '\u202f', '\u2009':
		return left && right && !s.letters && grouped(text[from:before]) && threeDigits(text, after)
	}
	return false
}

// grouped tells whether text is a group of thousands to which another may be
// added: one to three digits, and three in each further group.
func grouped(text string) bool {
	digits, groups := 0, 0
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009':
			if groups++; groups > 1 && digits != 3 {
				return false
			}
			digits = 0
		default:
			return false
		}
	}
	return digits > 0 && digits <= 3 && (groups == 0 || digits == 3)
}

// threeDigits tells whether exactly three digits begin at offset.
func threeDigits(text string, at int) bool {
	if at+3 > len(text) || !digit(text[at]) || !digit(text[at+1]) || !digit(text[at+2]) {
		return false
	}
	return at+3 == len(text) || !digit(text[at+3])
}

// digitKind is the kind of a cluster of digits, and its value where that is
// known.
func digitKind(text string, s shape) (tokenKind, int) {
	if !s.joined {
		return numeral, number(text)
	}
	if strings.ContainsAny(text, "/_@") {
		return name, -1
	}
	if strings.Contains(text, ":") {
		return clock, -1
	}
	first, last, dash := cutDash(text)
	switch {
	case dash && strings.ContainsAny(last, "-–\u2011"):
		if len(first) == 4 && len(text) == len("2023-06-04") {
			return coded, -1
		}
		return name, -1 // a telephone number, an ISBN
	case dash && len(first) == 4 && isYear(number(first)):
		switch n := number(last); {
		case len(last) == 4 && isYear(n):
			return years, -1
		case len(last) == 2 && n >= 1 && n <= 12 && last[0] < '2' && n <= number(first[2:]):
			return coded, -1
		case len(last) == 2:
			return years, -1
		}
		return name, -1
	case dash:
		return span, -1
	case strings.Count(text, ".") > 1 && !strings.HasSuffix(text, "000") && !thousands(text, "."):
		return name, -1
	}
	return numeral, -1
}

// cutDash cuts a text at its first dash.
func cutDash(text string) (before, after string, ok bool) {
	i := strings.IndexAny(text, "-–\u2011")
	if i < 0 {
		return text, "", false
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[:i], text[i+size:], true
}

// thousands tells whether text is digits in groups of three.
func thousands(text, separator string) bool {
	for i, group := range strings.Split(text, separator) {
		if len(group) != 3 && (i > 0 || len(group) > 3 || group == "") || number(group) < 0 {
			return false
		}
	}
	return !strings.HasPrefix(text, "0")
}

// number is the value of up to nine digits; -1 for other text.
func number(text string) int {
	if text == "" || len(text) > 9 {
		return -1
	}
	n := 0
	for i := range len(text) {
		if !digit(text[i]) {
			return -1
		}
		n = 10*n + int(text[i]-'0')
	}
	return n
}

func isYear(n int) bool { return n >= 1900 && n <= 2099 }
