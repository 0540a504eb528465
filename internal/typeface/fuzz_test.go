package typeface_test

import (
	"testing"
	"unicode/utf8"

	"bulletin/internal/typeface"
)

// FuzzWidth holds the functions against each other, whatever the text.
func FuzzWidth(f *testing.F) {
	for _, seed := range []string{"", "AVATAR", "1,234 (−5%)", "-->", "<->x", "10x20", "s\u030c\u0301", "\u0301", "a\xff\xc3", "Жφ中\U0001f600", "\u200b\u00ad\t\n", "((((A", "x\u030c", ":-)"} {
		f.Add(seed, uint8(1))
	}
	f.Fuzz(func(t *testing.T, text string, weight uint8) {
		w := typeface.Weight(weight)
		width := typeface.Width(text, w)
		if n := utf8.RuneCountInString(text); width < -200*n || width > 4500*n {
			t.Errorf("%q is %d units wide", text, width)
		}
		glyphs := typeface.Glyphs(text, w)
		if len(glyphs) > utf8.RuneCountInString(text) {
			t.Errorf("%q has %d glyphs", text, len(glyphs))
		}
		boxes := 0
		for _, g := range glyphs {
			if g.ID == 0 {
				boxes++
			}
			for _, c := range g.Outline() {
				if c.Segments[len(c.Segments)-1].To != c.From {
					t.Errorf("%q: an open contour", g.Rune)
				}
			}
		}
		missing := typeface.Missing(text)
		if (boxes == 0) != (len(missing) == 0) || boxes < len(missing) {
			t.Errorf("%q has %d boxes, and %q are missing", text, boxes, missing)
		}
		if with := typeface.Width(text+" ", w); with < width-300 {
			t.Errorf("%q is %d units wide, with a space %d", text, width, with)
		}
	})
}
