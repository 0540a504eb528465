package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutWords cuts a claim into words, each without the punctuation around it, and
// puts them behind those there are.
func cutWords(text string, words []string) []string {
	for text != "" {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		// A point or comma before a digit belongs to it: .5 is no 5.
		if w := strings.TrimRight(strings.TrimLeft(text[:end], "(“\"‘"), ".,;:)”\"’"); w != "" {
			words = append(words, w)
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		text = text[end+size:]
	}
	return words
}

// sameWords tells whether two texts have the same words, in whatever case and
// with whatever spaces between them.
func sameWords(a, b string) bool {
	for {
		a, b = trimSpace(a), trimSpace(b)
		if a == "" || b == "" {
			return a == b
		}
		x, y := wordEnd(a), wordEnd(b)
		if !strings.EqualFold(a[:x], b[:y]) {
			return false
		}
		a, b = a[x:], b[y:]
	}
}

func trimSpace(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }

// wordEnd is where the first word of a text ends.
func wordEnd(s string) int {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(s)
}

// isName tells whether a word is of the names of what the value rests on: the
// unit, the indicator, the categories, the area.
func isName(word string, v Value, s Scope) bool {
	if area := v.Subject.cell.area; area != nil && hasWord(area.Name, word) { // of a sum its members are no names
		return true
	}
	for _, o := range v.Used {
		for _, step := range o.Path {
			if d, ok := s.Set.Dimension(step.Dimension); ok {
				if c, _ := d.Category(step.ID); hasWord(c.Name, word) {
					return true
				}
			}
		}
		if hasWord(o.Indicator.Unit.One, word) || hasWord(o.Indicator.Unit.Other, word) || hasWord(o.Indicator.Name, word) {
			return true
		}
	}
	return false
}

// hasWord tells whether a text has the word.
func hasWord(text, word string) bool {
	for text = trimSpace(text); text != ""; text = trimSpace(text) {
		end := wordEnd(text)
		if strings.EqualFold(strings.Trim(text[:end], "*,()"), word) {
			return true
		}
		text = text[end:]
	}
	return false
}
