package render

import (
	"html/template"
	"regexp"
	"strings"
)

// placeWords is a place in a source, whose number stays with what it counts.
func placeWords(locator string) string {
	var b strings.Builder
	for i, r := range locator {
		if r == ' ' && i+1 < len(locator) && '0' <= locator[i+1] && locator[i+1] <= '9' {
			r = '\u00a0'
		}
		b.WriteRune(r)
	}
	return template.HTMLEscapeString(b.String())
}

// What a place in a source is made of: numbers with the letters, dots and dashes that
// they hang on, and words. A range is two whole numbers.
var (
	placePart  = regexp.MustCompile(`[\pL\d–-]*\d[\pL\d.–-]*|\pL+`)
	placeRange = regexp.MustCompile(`^(\d+)-(\d+)(\.?)$`)
)

// setRanges sets the ranges of a place in a source with a dash, as the rest of the
// site is set: "pp. 7-9" becomes "pp. 7–9". A hyphen stays where it makes one number:
// in "A-3", "2-1-4", "table 2-3", and where the second number is not the greater one.
func setRanges(locator string) string {
	if !strings.Contains(locator, "-") {
		return locator
	}
	counted := "" // the last word: what the numbers count
	return placePart.ReplaceAllStringFunc(locator, func(text string) string {
		if !strings.ContainsAny(text, "0123456789") {
			counted = strings.ToLower(text)
			return text
		}
		if m := placeRange.FindStringSubmatch(text); m != nil && countsSeveral(counted) && isRange(m[1], m[2]) {
			return m[1] + "–" + m[2] + m[3]
		}
		return text
	})
}

// countsSeveral tells whether a word can stand before a range: "pp", "pages",
// "tables", or none. "Table 2-3" is one table.
func countsSeveral(word string) bool {
	switch word {
	case "", "p", "pp", "page", "para":
		return true
	}
	return strings.HasSuffix(word, "s")
}

// isRange tells whether the second of two numbers in digits is the greater one. It
// may leave out the first digits, "123-5"; none begins with 0, as months do.
func isRange(first, second string) bool {
	if first[0] == '0' || second[0] == '0' || len(second) > len(first) {
		return first[0] != '0' && second[0] != '0'
	}
	return second > first[len(first)-len(second):]
}
