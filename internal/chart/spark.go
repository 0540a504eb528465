package chart

import (
	"bytes"
	"errors"
	"fmt"
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// The view box of a spark line, in pixels; the stylesheet draws it as high as a line of text.
const (
	sparkWidth  = 80
	sparkHeight = 20
)

// Spark draws a tiny line for a sentence, a card or the cell of a table: an inline SVG about as high as a line of text
// and four times as wide, without words; its last value is a dot. The scale goes from the lowest to the highest value,
// not from zero: it shows the course, not the size. The points are evenly spaced; a missing one is a gap. The label is
// what is read aloud instead, and should say where the line starts and ends. Ids start with the prefix, as those of SVG.
//
// The error tells what cannot be drawn: no value at all, a value that is not a number or above 1e15, no label, a prefix
// that no id can start with.
func Spark(points []Point, label, prefix string) ([]byte, error) {
	if label == "" {
		return nil, errors.New("draw a spark line: it needs a label, which is read aloud")
	}
	if !isID(prefix) {
		return nil, fmt.Errorf("draw a spark line: %q cannot begin an id", prefix)
	}
	for i := range points {
		if v := points[i].Value; !points[i].Missing && !(math.Abs(v) <= maxMagnitude) {
			return nil, fmt.Errorf("draw a spark line: value %d is not a number that can be drawn", i+1)
		}
	}
	low, high, last := extremes(points)
	if last < 0 {
		return nil, errors.New("draw a spark line: there is no value")
	}
	bottom, top := points[low].Value, points[high].Value
	if bottom == top { // a flat line is in the middle
		bottom, top = bottom-1-math.Abs(bottom), top+1+math.Abs(top)
	}
	r := newRenderer()
	defer r.free()
	p := &plate{Spec: &Spec{Type: Line}, canvas: r, width: sparkWidth * unit}
	f := newField(gochart.NewBox(4*unit, 4*unit, (sparkWidth-4)*unit, (sparkHeight-4)*unit), nil, len(points), bottom, top)
	r.out = append(r.out, `<svg xmlns="http://www.w3.org/2000/svg"`...)
	r.classes("chart", "spark")
	r.out = tenths(append(r.out, ` viewBox="0 0 `...), sparkWidth*unit)
	r.out = append(tenths(append(r.out, ' '), sparkHeight*unit), '"')
	r.number("width", sparkWidth*unit)
	r.number("height", sparkHeight*unit)
	r.out = append(append(r.out, ` role="img" aria-labelledby="`...), prefix...)
	r.out = append(append(r.out, `-title"><title id="`...), prefix...)
	r.out = escape(append(r.out, `-title">`...), label)
	r.out = append(r.out, `</title>`...)
	p.group("ch-lines ch-spark")
	way := f.trace(points)
	p.follow(way, "ch-s1")
	p.dots(way, "ch-s1", 1.5*unit)
	end := way[len(way)-1]
	p.SetClassName("ch-s1")
	p.Circle(3*unit, end.x, end.y)
	p.end()
	return bytes.Clone(append(r.out, svgEnd...)), nil
}
