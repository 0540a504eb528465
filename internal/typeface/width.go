package typeface

import (
	"slices"
	"unicode"
)

// none is the file of no glyph: nothing is kerned with what is from it. Marks have a file of their own, so to speak:
// letters are kerned as if no mark stood between them.
const (
	none  = 0xffff
	marks = 0xfffe
)

// Width is the advance of a line of text, in units of the em. Bytes that are not UTF-8 count as U+FFFD, a tab or the
// end of a line as a space.
func Width(text string, w Weight) int {
	f := loaded()
	w = w.within()
	glyphs, kerning := f.glyphs[w], f.kerning[w]
	sum, row, subset := 0, uint32(0), uint16(none)
	for _, r := range text {
		c := f.cell(r)
		if c.slow {
			return f.width(text, w)
		}
		if c.shown == 0 {
			if isMark(r) {
				return f.width(text, w)
			}
			sum += f.otherwise(r, w)
			subset = none
			continue
		}
		g := &glyphs[c.shown]
		if subset == g.subset {
			sum += int(kerning[row+uint32(g.column)])
		}
		sum += int(g.advance)
		if g.subset != marks {
			row, subset = g.row, g.subset
		}
	}
	return sum
}

// width is Width where characters change each other.
func (f *inter) width(text string, w Weight) int {
	var room [96]sign // on the stack for all but long texts
	sum, before := 0, ID(0)
	for _, s := range f.shape(text, room[:0]) {
		sum += f.kern(before, s.id, w) + f.advance(s, w)
		before = f.behind(before, s.id)
	}
	return sum
}

func (f *inter) advance(s sign, w Weight) int {
	if s.id == 0 {
		return f.otherwise(s.char, w)
	}
	return int(f.glyphs[w][s.id].advance)
}

// kern is what a glyph moves when it follows another.
func (f *inter) kern(before, id ID, w Weight) int {
	if before == 0 || id == 0 {
		return 0
	}
	a, b := &f.glyphs[w][before], &f.glyphs[w][id]
	if a.subset != b.subset {
		return 0
	}
	return int(f.kerning[w][a.row+uint32(b.column)])
}

// behind is what the next glyph is kerned with.
func (f *inter) behind(before, id ID) ID {
	if f.glyphs[Regular][id].subset == marks {
		return before
	}
	return id
}

// Advance is how far one character moves the pen, in units of the em, among tabular figures. It is false for a character
// that Inter does not have, of which the number is a guess: three quarters of an em, or a little more than an em behind
// Greek and Cyrillic, where the wide scripts and the signs are, an em for the scripts of East Asia, and nothing for what
// cannot be seen.
func Advance(r rune, w Weight) (units int, ok bool) {
	f := loaded()
	w = w.within()
	if c := f.cell(r); c.shown != 0 {
		return int(f.glyphs[w][c.shown].advance), true
	}
	return f.otherwise(r, w), isBlank(r)
}

// otherwise is the advance of a character that Inter does not have. HarfBuzz, which browsers use, makes spaces from
// parts of the em (hb-ot-shape-fallback.cc). A sign from the site's second font is as wide as the em of Arial with its
// size-adjust of 107 %, an emoji wider, a true hyphen narrower than the usual one.
func (f *inter) otherwise(r rune, w Weight) int {
	switch r {
	case '\t', '\n', '\r':
		return f.space(w)
	case 0x2010, 0x2011:
		return int(f.glyphs[w][f.cell('-').shown].advance)
	case 0x202f:
		return f.space(w) / 2
	case 0x2000, 0x2002:
		return UnitsPerEm / 2
	case 0x2001, 0x2003, 0x3000:
		return UnitsPerEm
	case 0x2004:
		return UnitsPerEm / 3
	case 0x2005:
		return UnitsPerEm / 4
	case 0x2006:
		return UnitsPerEm / 6
	case 0x2007:
		return int(f.glyphs[w][f.cell('0').shown].advance)
	case 0x2008:
		return int(f.glyphs[w][f.cell('.').shown].advance)
	case 0x2009:
		return UnitsPerEm / 5
	case 0x200a:
		return UnitsPerEm / 10
	case 0x205f:
		return UnitsPerEm * 4 / 18
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	case r >= 0x1f000:
		return 2800
	case r >= 0x2e80:
		return UnitsPerEm
	case r >= 0x1100:
		return 2200
	}
	return 1536
}

func (f *inter) space(w Weight) int { return int(f.glyphs[w][f.cell(' ').shown].advance) }

// isBlank is true of what shows nothing and takes the room that otherwise says, in any font.
func isBlank(r rune) bool { return unicode.In(r, unicode.Zs, unicode.Cf, unicode.Cc) }

// Missing are the characters of a text that Inter has no glyph for, each once, in the order in which they come. Spaces
// and what controls or formats text need none.
func Missing(text string) []rune {
	f := loaded()
	var out []rune
	var room [96]sign
	for _, s := range f.shape(text, room[:0]) {
		if s.id == 0 && !isBlank(s.char) && !slices.Contains(out, s.char) {
			out = append(out, s.char)
		}
	}
	return out
}
