package chart

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/typeface"
)

// Sheet is a chart as a picture that stands alone: with its title and subtitle above, and lines of text below.
type Sheet struct {
	Spec *Spec
	Foot []string // below the chart, each on a line of its own: sources, notes, the address of the page
}

// Measures of a sheet in tenths of a pixel, and its sizes of text in pixels.
const (
	sheetSide   = 32 * unit // left and right of the drawing
	sheetTop    = 28 * unit
	sheetBottom = 24 * unit
	sheetGap    = 20 * unit // above and below the drawing
	sheetWidth  = int(Wide)*unit + 2*sheetSide
	titleSize   = 20
	leadSize    = 14
	footSize    = 12
)

// standing is a canvas for what stands alone.
type standing interface {
	canvas
	move(x, y int) // where the zero of what is drawn from now on is
	fault() error  // what went wrong until now
}

// check finds what cannot be drawn, before it is.
func (s *Sheet) check() error {
	if s.Spec == nil {
		return errors.New("there is no chart")
	}
	if wrong := s.Spec.Validate(); len(wrong) > 0 {
		return errors.New(strings.Join(wrong, "; "))
	}
	return nil
}

// drawOn draws the sheet, its chart on a canvas that draws on the sheet's, and returns the heights in tenths of a pixel: of
// the sheet, a whole number of pixels, and of the chart in it.
func (s *Sheet) drawOn(on standing, chart canvas) (high, drawn int) {
	y := sheetTop
	title, lead, small := font{titleSize, true}, font{leadSize, false}, font{footSize, false}
	y = paragraph(on, balanced(s.Spec.Title, int(Wide)*unit, title), "", title, y)
	if s.Spec.Subtitle != "" {
		y = paragraph(on, wrap(s.Spec.Subtitle, int(Wide)*unit, lead), "ch-muted", lead, y+4*unit)
	}
	y += sheetGap
	on.move(sheetSide, y)
	drawn = newPlate(s.Spec, Wide, chart).draw()
	y += drawn
	on.move(0, 0)
	if foot := s.foot(); len(foot) > 0 {
		y += sheetGap
		for _, line := range foot {
			y = paragraph(on, wrap(line, int(Wide)*unit, small), "ch-muted", small, y) + 3*unit
		}
	}
	return (y + sheetBottom + unit - 1) / unit * unit, drawn
}

// foot are the lines of the foot that say something.
func (s *Sheet) foot() []string {
	return slices.DeleteFunc(slices.Clone(s.Foot), func(line string) bool { return strings.TrimSpace(line) == "" })
}

// paragraph writes lines of text from y down, and returns where they end.
func paragraph(on canvas, lines []string, class string, f font, y int) int {
	on.SetClassName(class)
	on.setFont(f)
	for _, line := range lines {
		on.Text(line, sheetSide, y+f.lineHeight()/2+f.drop())
		y += f.lineHeight()
	}
	return y
}

// words is the sheet read aloud, after its title; the chart's alternative is given.
func (s *Sheet) words(alternative string) string {
	said := append([]string{s.Spec.Subtitle, alternative}, s.foot()...)
	said = slices.DeleteFunc(said, func(text string) bool { return text == "" })
	for i, text := range said[:len(said)-1] {
		if !strings.ContainsAny(text[len(text)-1:], ".!?:;") {
			said[i] = text + "."
		}
	}
	return strings.Join(said, " ")
}

// missing says which characters the typeface does not have, so that nobody publishes empty boxes.
func missing(runes []rune) error {
	if len(runes) == 0 {
		return nil
	}
	names := make([]string, 0, len(runes))
	for _, r := range runes[:min(len(runes), 10)] {
		names = append(names, fmt.Sprintf("%q (U+%04X)", string(r), r))
	}
	if more := len(runes) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	return fmt.Errorf("the typeface of pictures, Inter, has no %s: write it otherwise", strings.Join(names, ", "))
}

// gather adds the characters of a text that the typeface does not have, each once.
func gather(known []rune, text string) []rune {
	for _, r := range typeface.Missing(text) {
		if !slices.Contains(known, r) {
			known = append(known, r)
		}
	}
	return known
}
