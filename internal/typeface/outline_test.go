package typeface_test

import (
	"slices"
	"sync"
	"testing"

	"bulletin/internal/typeface"
)

var everyWeight = []typeface.Weight{typeface.Regular, typeface.SemiBold, typeface.Bold}

// area is twice the area inside a contour's control points, negative where it runs clockwise.
func area(c typeface.Contour) (sum float64) {
	from := c.From
	for _, s := range c.Segments {
		for _, to := range []typeface.Point{s.Control, s.To} {
			sum += float64(from.X)*float64(to.Y) - float64(to.X)*float64(from.Y)
			from = to
		}
	}
	return sum
}

func shape(t *testing.T, text string, w typeface.Weight) typeface.Path {
	t.Helper()
	glyphs := typeface.Glyphs(text, w)
	if len(glyphs) != 1 || glyphs[0].ID == 0 {
		t.Fatalf("%q is %v", text, glyphs)
	}
	return glyphs[0].Outline()
}

// TestOutlinesAreClosed looks at every glyph. The box is that of the table head of the latin files.
func TestOutlinesAreClosed(t *testing.T) {
	drawn := 0
	for _, w := range everyWeight {
		for id := range typeface.ID(2500) {
			path := typeface.Outline(id, w)
			if b := path.Bounds(); b.MinX < -1613 || b.MinY < -685 || b.MaxX > 5290 || b.MaxY > 2279 {
				t.Errorf("glyph %d in %d is in %v", id, w, b)
			}
			for i, c := range path {
				if len(c.Segments) < 2 || c.Segments[len(c.Segments)-1].To != c.From {
					t.Errorf("contour %d of glyph %d in %d is not closed: %v", i, id, w, c)
				}
				for _, s := range c.Segments {
					if !s.Curved && s.Control != s.To {
						t.Errorf("glyph %d in %d: a line has a control point", id, w)
					}
				}
				drawn++
			}
		}
	}
	if drawn < 3*3000 {
		t.Errorf("only %d contours", drawn)
	}
}

func TestOutline(t *testing.T) {
	for _, w := range everyWeight {
		o := shape(t, "o", w)
		if len(o) != 2 || area(o[0])*area(o[1]) >= 0 {
			t.Errorf("o has %d contours, which do not run against each other", len(o))
		}
		if b := o.Bounds(); b.MaxY < typeface.XHeight || b.MaxY > typeface.XHeight+60 || b.MinY > 0 || b.MinY < -60 {
			t.Errorf("o stands from %v to %v", b.MinY, b.MaxY)
		}
		if h := shape(t, "H", w); len(h) != 1 || area(h[0]) >= 0 || h.Bounds().MinY != 0 || h.Bounds().MaxY != typeface.CapHeight {
			t.Errorf("H is %v", h)
		}
		// A letter with a mark is the letter, and more above.
		s, caron := shape(t, "s", w), shape(t, "š", w)
		if len(caron) != len(s)+1 || caron.Bounds().MinY != s.Bounds().MinY || caron.Bounds().MaxY <= s.Bounds().MaxY+100 {
			t.Errorf("š has %d contours, from %v", len(caron), caron.Bounds())
		}
		if len(typeface.Outline(typeface.Glyphs(" ", w)[0].ID, w)) > 0 {
			t.Error("a space is drawn")
		}
		if b := shape(t, "1", w).Bounds(); b.MinX < 0 || b.MaxX > 1333 {
			t.Errorf("1 is not the tabular one: %v", b)
		}
	}
	if !slices.EqualFunc(typeface.Outline(0, typeface.Bold), typeface.Outline(60000, typeface.Bold), func(a, b typeface.Contour) bool { return a.From == b.From }) {
		t.Error("a glyph that does not exist is not the box for a missing one")
	}
	if area(shape(t, "l", typeface.Bold)[0]) > area(shape(t, "l", typeface.Regular)[0]) {
		t.Error("a bold l is thinner than a regular one")
	}
}

func TestGlyphs(t *testing.T) {
	glyphs := typeface.Glyphs("AVx\u0301 中", typeface.Regular)
	var runes []rune
	for _, g := range glyphs {
		runes = append(runes, g.Rune)
	}
	if string(runes) != "AVx\u0301 中" {
		t.Fatalf("glyphs of %q", string(runes))
	}
	if a := glyphs[0]; glyphs[1].X >= a.X+a.Advance {
		t.Errorf("V stands at %d, behind an A of %d: it is not kerned", glyphs[1].X, a.Advance)
	}
	letter, mark := glyphs[2], glyphs[3]
	b, m := letter.Outline().Bounds(), mark.Outline().Bounds()
	if middle := float32(mark.X-letter.X) + (m.MinX+m.MaxX)/2 - (b.MinX+b.MaxX)/2; middle > 1 || middle < -1 {
		t.Errorf("the mark is %v beside the middle of its letter", middle)
	}
	if last := glyphs[5]; last.ID != 0 || len(last.Outline()) == 0 || last.X+last.Advance != typeface.Width("AVx\u0301 中", typeface.Regular) {
		t.Errorf("the missing character is %v", last)
	}
	if q := typeface.Glyphs("Q\u0301", typeface.Regular); len(q) != 2 || q[1].Y < 300 {
		t.Errorf("a mark over a capital is not raised: %v", q)
	}
	if arrow := typeface.Glyphs("->", typeface.Regular); len(arrow) != 1 || arrow[0].Rune != '-' {
		t.Errorf("-> is %v", arrow)
	}
	low, high := typeface.Glyphs("a-b", typeface.Regular)[1], typeface.Glyphs("A-B", typeface.Regular)[1]
	if low.Outline().Bounds().MinY >= high.Outline().Bounds().MinY {
		t.Error("a hyphen between capitals is not higher")
	}
}

// TestManyAtOnce is for the race detector, which sees the late constants being computed.
func TestManyAtOnce(t *testing.T) {
	var group sync.WaitGroup
	widths := make([]int, 16)
	for i := range widths {
		group.Go(func() {
			w := everyWeight[i%3]
			for _, g := range typeface.Glyphs("Šid (2022–2023)", w) {
				g.Outline()
			}
			widths[i] = typeface.Width("Šid (2022–2023)", w) + len(typeface.Missing("→"))
		})
	}
	group.Wait()
	for i := range widths {
		if widths[i] != widths[i%3] {
			t.Errorf("the same text is %d and %d units wide", widths[i], widths[i%3])
		}
	}
}
