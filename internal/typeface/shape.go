package typeface

import (
	"cmp"
	"slices"
)

// sign is a glyph of a text and the character it stands for: the first where it stands for several.
type sign struct {
	id   ID
	char rune
}

// composition is a character that Unicode makes of a letter and a mark.
type composition struct{ letter, mark, whole rune }

// isMark is true of the marks that letters of Latin, Greek and Cyrillic are composed with.
func isMark(r rune) bool { return r >= 0x300 && r < 0x370 }

// shape turns text into glyphs, in the order of HarfBuzz: compositions, alternates, figures.
func (f *inter) shape(text string, signs []sign) []sign {
	for _, r := range text {
		if n := len(signs); n > 0 && isMark(r) {
			if whole, ok := f.compose(signs[n-1].char, r); ok {
				signs[n-1] = sign{f.cell(whole).plain, whole}
				continue
			}
		}
		signs = append(signs, sign{f.cell(r).plain, r})
	}
	signs = f.contexts.apply(signs)
	for i, s := range signs {
		signs[i].id = f.tabular[s.id]
	}
	return signs
}

func (f *inter) compose(letter, mark rune) (rune, bool) {
	i, ok := slices.BinarySearchFunc(f.compositions, composition{letter: letter, mark: mark}, func(a, b composition) int {
		return cmp.Or(cmp.Compare(a.letter, b.letter), cmp.Compare(a.mark, b.mark))
	})
	if !ok {
		return 0, false
	}
	return f.compositions[i].whole, true
}
