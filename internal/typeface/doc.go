// Package typeface knows Inter, the typeface of the site: how wide a line of text is, which characters there are, and
// what they look like. Charts are laid out with its widths; pictures and cards are drawn with its outlines.
//
// # Units
//
// All distances are integers in units of the em: text of s pixels is Width(text, w) * s / [UnitsPerEm] pixels wide. In
// outlines x grows to the right from the pen and y grows upwards from the baseline, as in the font.
//
// # What is measured
//
// One line of text from left to right, set as the site's stylesheets set a chart: tabular figures
// (font-feature-settings: "tnum", which also widens the space and some signs), kerning, contextual alternates (brackets,
// dashes and signs stand higher beside capitals and figures, "x" between figures becomes ×, "->" becomes an arrow), no
// letter-spacing, no hyphenation. Kerning and alternates work within the characters of one file of the typeface only, as
// in a browser: there is none between T and š. Letters followed by a combining mark are composed where Inter has the
// composed letter (a browser takes some of these from another font; text should be composed, NFC); another mark is put
// over the middle of its letter, and no mark takes room. Forms that depend on a
// language (Romanian, Catalan) and optional features are left out. A test of cmd/bulletin compares widths with
// Chromium's.
//
// # What is missing
//
// The files that the site serves have Latin, Cyrillic and Greek with their extensions. [Missing] names the characters of
// a text that are in none of them. A browser takes those from another font, of which nothing is known here: [Width]
// counts them as wide ones, so that what is laid out is rather too loose than too tight, and [Glyphs] gives the box that
// Inter has for a missing glyph.
//
// # Data
//
// metrics.bin (advances, kerning by classes, alternates, compositions) and outlines.bin (deflated, by weight) are written
// by the program in the folder generate from the npm package @fontsource/inter 5.3.0: Inter 4.001, copyright The Inter
// Project Authors, SIL Open Font License 1.1, which is in OFL.txt. They are read once, when they are first needed, and
// nothing changes afterwards: all functions may be called at the same time.
package typeface

// UnitsPerEm is the size of the em square in its units.
const UnitsPerEm = 2048

// Heights of letters of all weights in units of the em, from the table OS/2 of the font.
const (
	CapHeight = 1490
	XHeight   = 1118
)

// Weight is how heavy the strokes are.
type Weight uint8

// The weights that charts and cards use; the numbers are those of CSS.
const (
	Regular  Weight = iota // 400
	SemiBold               // 600
	Bold                   // 700
	weights
)

// within makes a weight that does not exist the heaviest one.
func (w Weight) within() Weight { return min(w, weights-1) }
