package chart

import (
	"errors"
	"fmt"
	"strings"
)

// Sizes of text, in pixels; the stylesheet says the same.
const (
	wideText, wideSmall     = 14, 13
	narrowText, narrowSmall = 13, 12
)

// SVG draws a chart: a complete <svg> element with role, title and description, and no style in it. Ids start with
// prefix, a letter followed by letters, digits, "-" and "_"; it must be unique in the page. The error tells what
// Validate found, or a wrong prefix.
func SVG(s *Spec, width Width, prefix string) ([]byte, error) {
	return inline(s, width, prefix, false)
}

// Captioned draws a chart as SVG does for a figure that has its title and its words on the page: the picture is named by
// the element with the id ID_title and described by ID_words, and repeats neither. So the two drawings of a chart do not
// hold the same text twice, and it is not read twice.
func Captioned(s *Spec, width Width, id string) ([]byte, error) {
	return inline(s, width, id, true)
}

func inline(s *Spec, width Width, id string, captioned bool) ([]byte, error) {
	if err := unfitInline(s.Validate(), width, id); err != nil {
		return nil, err
	}
	r := newRenderer()
	defer r.free()
	p := newPlate(s, width, r)
	height := p.draw()
	return p.frame(r.out, height, id, captioned), nil
}

// unfitInline is the error of a drawing that cannot be made; Validate found what is wrong with the chart.
func unfitInline(wrong []string, width Width, id string) error {
	switch {
	case len(wrong) > 0:
		return fmt.Errorf("draw a chart: %s", strings.Join(wrong, "; "))
	case !isID(id):
		return fmt.Errorf("draw a chart: %q cannot begin an id", id)
	case width != Wide && width != Narrow:
		return errors.New("draw a chart: the width is neither Wide nor Narrow")
	}
	return nil
}

// frame puts the marks into their <svg> element.
func (p *plate) frame(marks []byte, height int, id string, captioned bool) []byte {
	opening := p.opening(height, id, captioned)
	b := make([]byte, 0, len(opening)+len(marks)+len(svgEnd))
	b = append(b, opening...)
	b = append(b, marks...)
	return append(b, svgEnd...)
}

// framed is frame, as a string.
func (p *plate) framed(marks []byte, height int, id string, captioned bool) string {
	opening := p.opening(height, id, captioned)
	var b strings.Builder
	b.Grow(len(opening) + len(marks) + len(svgEnd))
	b.Write(opening)
	b.Write(marks)
	b.WriteString(svgEnd)
	return b.String()
}

const svgEnd = "</svg>"

// opening is what stands before the marks.
func (p *plate) opening(height int, id string, captioned bool) []byte {
	r := &renderer{out: make([]byte, 0, 256)}
	name := "chart-wide"
	if p.narrow {
		name = "chart-narrow"
	}
	r.out = append(r.out, `<svg xmlns="http://www.w3.org/2000/svg"`...)
	r.classes("chart", name)
	r.out = append(r.out, ` viewBox="0 0 `...)
	r.out = tenths(r.out, p.width)
	r.out = tenths(append(r.out, ' '), height)
	r.out = append(r.out, `" role="img" aria-labelledby="`...)
	r.out = append(r.out, id...)
	if captioned {
		r.out = append(r.out, `_title" aria-describedby="`...)
		return append(append(r.out, id...), `_words">`...)
	}
	r.out = append(r.out, "-title "+id+`-desc"><title id="`+id+`-title">`...)
	r.out = escape(r.out, p.Title)
	r.out = append(r.out, `</title><desc id="`+id+`-desc">`...)
	if p.Subtitle != "" {
		r.out = append(escape(r.out, p.Subtitle), ". "...)
	}
	r.out = escape(r.out, p.alternative())
	return append(r.out, `</desc>`...)
}

func isID(s string) bool {
	for i, c := range []byte(s) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || c != '-' && c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}
