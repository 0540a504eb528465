package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unit is a pixel in the unit of all coordinates, the tenth of a pixel.
const unit = 10

// span is a run of characters with their advances.
type span struct {
	first             rune
	regular, semibold []uint16
}

// advance is how far a character moves the pen, in units of the em. A character that Inter lacks comes from another
// font: it is counted as a wide one, so that what is drawn is rather too short than too long for its place.
func advance(r rune, strong bool) int {
	for i := range spans {
		s := &spans[i]
		n := int(r - s.first)
		if n < 0 {
			break
		}
		if n < len(s.regular) {
			w := s.regular[n]
			if strong {
				w = s.semibold[n]
			}
			if w > 0 {
				return int(w)
			}
			break
		}
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1100:
		return unitsPerEm
	}
	return 1500
}

// textWidth is the width of a line of text, rounded up, in tenths of a pixel. Kerning is left out: names and figures come
// out within 2 % of what a browser measures, words in capitals up to 6 % too wide.
func textWidth(s string, f font) int {
	sum := 0
	for _, r := range s {
		sum += advance(r, f.strong)
	}
	return (sum*f.size*unit + unitsPerEm - 1) / unitsPerEm
}

// font is a size in pixels and a weight.
type font struct {
	size   int
	strong bool
}

func (f font) lineHeight() int { return f.size * unit * 5 / 4 }

// drop is the way from the middle of a line down to its baseline: half the height of a capital (0.727 em in Inter).
func (f font) drop() int { return f.size * unit * 36 / 100 }

// wrap breaks text into lines no wider than width, at spaces; a word that is wider by itself after a hyphen or a
// slash, or else at a character. Nothing is ever cut off.
func wrap(s string, width int, f font) []string {
	if textWidth(s, f) <= width && !strings.ContainsAny(s, "\n\t") {
		return []string{s}
	}
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		if line != "" {
			if textWidth(line+" "+word, f) <= width {
				line += " " + word
				continue
			}
			lines = append(lines, line)
		}
		for textWidth(word, f) > width {
			n := fitting(word, width, f)
			if n == len(word) {
				break
			}
			lines = append(lines, word[:n])
			word = word[n:]
		}
		line = word
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// fitting is how many bytes of a word fit into width: one character at least.
func fitting(word string, width int, f font) int {
	limit, sum, after := width*unitsPerEm/(f.size*unit), 0, 0
	for i, r := range word {
		if sum += advance(r, f.strong); sum > limit && i > 0 {
			if after > 0 {
				return after
			}
			return i
		}
		if r == '-' || r == '/' || r == '–' {
			after = i + utf8.RuneLen(r)
		}
	}
	return len(word)
}

func widest(lines []string, f font) int {
	w := 0
	for _, l := range lines {
		w = max(w, textWidth(l, f))
	}
	return w
}
