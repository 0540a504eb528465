package typeface

// Glyph is a glyph in its place on a line.
type Glyph struct {
	ID      ID     // 0: Inter has none, and its box for that is drawn
	Rune    rune   // the character, or the first of those it stands for
	X, Y    int    // of its origin from the start of the line, in units of the em; Y is 0 but for marks, and grows upwards
	Advance int    // without kerning
	Weight  Weight // that of the line
}

// Count is how many glyphs the typeface has; every ID is below it.
func Count() int { return len(loaded().tabular) }

// Outline is the shape of the glyph, from its origin.
func (g Glyph) Outline() Path { return Outline(g.ID, g.Weight) }

// Glyphs places the glyphs of a line of text: the same shaping and kerning as [Width], which is where the glyph behind
// the last would stand. What shows nothing and is not in Inter is left out.
func Glyphs(text string, w Weight) []Glyph {
	return AppendGlyphs(make([]Glyph, 0, len(text)), text, w)
}

// AppendGlyphs adds the glyphs of a line of text to others, for who draws many lines.
func AppendGlyphs(out []Glyph, text string, w Weight) []Glyph {
	f := loaded()
	w = w.within()
	var room [96]sign // on the stack for all but long texts
	first, x, before := len(out), 0, ID(0)
	for _, s := range f.shape(text, room[:0]) {
		x += f.kern(before, s.id, w)
		g := Glyph{ID: s.id, Rune: s.char, X: x, Advance: f.advance(s, w), Weight: w}
		x += g.Advance
		before = f.behind(before, s.id)
		if s.id == 0 && isBlank(s.char) {
			continue
		}
		if n := len(out); n > first && s.id != 0 && f.glyphs[w][s.id].subset == marks {
			g.X, g.Y = over(out[n-1], g)
		}
		out = append(out, g)
	}
	return out
}

// over is where a mark stands over the middle of the glyph before it; over one that is higher than a small letter it is
// raised by as much.
func over(letter, mark Glyph) (x, y int) {
	a, b := letter.Outline().Bounds(), mark.Outline().Bounds()
	x = letter.X + int(a.MinX+a.MaxX-b.MinX-b.MaxX)/2
	if b.MinY > XHeight/2 {
		y = max(0, int(a.MaxY)-XHeight)
	}
	return x, y
}
