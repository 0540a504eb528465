package chart

import (
	"sort"
	"strings"
	"unicode/utf8"

	"bulletin/internal/typeface"
)

// unit is a pixel in the unit of all coordinates, the tenth of a pixel.
const unit = 10

// textWidth is the width of a line of text as a browser sets it, rounded up, in tenths of a pixel. A character that Inter
// lacks comes from another font and is counted as a wide one.
func textWidth(s string, f font) int {
	return (typeface.Width(s, f.weight())*f.size*unit + typeface.UnitsPerEm - 1) / typeface.UnitsPerEm
}

// font is a size in pixels and a weight.
type font struct {
	size   int
	strong bool
}

func (f font) weight() typeface.Weight {
	if f.strong {
		return typeface.SemiBold
	}
	return typeface.Regular
}

func (f font) lineHeight() int { return f.size * unit * 5 / 4 }

// drop is the way from the middle of a line down to its baseline: half the height of a capital (0.727 em in Inter).
func (f font) drop() int { return f.size * unit * 36 / 100 }

// wrap breaks text into lines no wider than width, at spaces; a word that is wider by itself after a hyphen or a
// slash, or else at a character. Nothing is ever cut off.
func wrap(s string, width int, f font) []string {
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, "  ") || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
	}
	var lines []string
	for {
		n := fitting(s, width, f)
		if n == len(s) {
			return append(lines, s)
		}
		lines = append(lines, strings.TrimSuffix(s[:n], " "))
		s = s[n:]
	}
}

// balanced wraps text into lines of much the same width, as many as wrap makes: no last line of a single word. No word is
// broken for it.
func balanced(text string, width int, f font) []string {
	lines := wrap(text, width, f)
	for low, high := max(width/2, widest(strings.Split(text, " "), f)), width; len(lines) > 1 && high-low > unit; {
		middle := (low + high) / 2
		if tried := wrap(text, middle, f); len(tried) == len(lines) {
			lines, high = tried, middle
		} else {
			low = middle
		}
	}
	return lines
}

// oneLine is how long a text may be that is measured whole, since it probably is one line.
const oneLine = 200

// fitting is how many bytes of a text that begins with no space belong to its first line: as many words as fit into
// width, with the space behind them; or else as much of the first word, one character at least.
func fitting(s string, width int, f font) int {
	limit := width * typeface.UnitsPerEm / (f.size * unit)
	fits := func(n int) bool { return typeface.Width(s[:n], f.weight()) <= limit }
	if len(s) < oneLine && fits(len(s)) {
		return len(s)
	}
	// Kerning cannot halve a text, so that what comes behind twice the width need not be measured.
	sum, end := 0, len(s)
	for i, r := range s {
		if sum > 2*limit && i > 0 {
			end = i
			break
		}
		units, _ := typeface.Advance(r, f.weight())
		sum += units
	}
	if end == len(s) && fits(end) {
		return end
	}
	for n := strings.LastIndexByte(s[:end], ' '); n > 0; n = strings.LastIndexByte(s[:n], ' ') {
		if fits(n) {
			return n + 1
		}
	}
	ends := make([]int, 0, 64) // of the characters, of which the first belongs to the line whatever its width
	for i := range s[:end] {
		ends = append(ends, i)
	}
	ends = append(ends, end)[1:]
	most := ends[sort.Search(len(ends)-1, func(i int) bool { return !fits(ends[i+1]) })]
	if i := strings.LastIndexAny(s[:most], "-/–"); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		return i + size
	}
	return most
}

func widest(lines []string, f font) int {
	w := 0
	for _, l := range lines {
		w = max(w, textWidth(l, f))
	}
	return w
}
