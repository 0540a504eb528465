package chart

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"bulletin/internal/typeface"
)

// colour is a colour of a picture, or none.
type colour struct {
	r, g, b uint8
	shown   bool
}

// hex writes the colour as SVG has it.
func (c colour) hex(b []byte) []byte {
	if !c.shown {
		return append(b, "none"...)
	}
	const digits = "0123456789abcdef"
	b = append(b, '#')
	for _, v := range [3]uint8{c.r, c.g, c.b} {
		b = append(b, digits[v>>4], digits[v&15])
	}
	return b
}

// parseColour reads #rrggbb.
func parseColour(text string) (colour, error) {
	if len(text) == 7 && text[0] == '#' {
		if v, err := strconv.ParseUint(text[1:], 16, 32); err == nil {
			return colour{uint8(v >> 16), uint8(v >> 8), uint8(v), true}, nil
		}
	}
	return colour{}, fmt.Errorf("%q is no colour like #1f5fa8", text)
}

// colour is that of a value without var(--mark).
func (l *looker) colour(value string) colour {
	if c, ok := l.tokens[value]; ok || value == "none" {
		return c
	}
	c, err := parseColour(value)
	if err != nil && l.err == nil {
		l.err = err
	}
	return c
}

// apply sets one property as a stylesheet would. A property or a value that charts do not use is an error.
func (o *look) apply(s setting, l *looker) error {
	paint := func(to *colour) error {
		if *to = o.mark; s.value != "var(--mark)" {
			*to = l.colour(s.value)
		}
		return nil
	}
	var err error
	switch s.property {
	case "--mark":
	case "fill":
		return paint(&o.fill)
	case "stroke":
		return paint(&o.stroke)
	case "fill-opacity":
		o.fillOpacity, err = strconv.ParseFloat(s.value, 64)
	case "stroke-opacity":
		o.strokeOpacity, err = strconv.ParseFloat(s.value, 64)
	case "opacity":
		o.opacity, err = strconv.ParseFloat(s.value, 64)
	case "stroke-miterlimit":
		o.miter, err = strconv.ParseFloat(s.value, 64)
	case "stroke-width":
		o.width, err = strconv.ParseFloat(strings.TrimSuffix(s.value, "px"), 64)
	case "stroke-dasharray":
		o.dashes, err = dashes(s.value)
	case "stroke-linecap":
		o.cap, err = choose(s.value, map[string]lineCap{"butt": buttCap, "round": roundCap, "square": squareCap})
	case "stroke-linejoin":
		o.join, err = choose(s.value, map[string]lineJoin{"miter": miterJoin, "round": roundJoin, "bevel": bevelJoin})
	case "text-anchor":
		o.anchor, err = choose(s.value, map[string]anchor{"start": startAnchor, "middle": middleAnchor, "end": endAnchor})
	case "font-weight":
		o.weight, err = choose(s.value, map[string]typeface.Weight{"400": typeface.Regular, "600": typeface.SemiBold, "700": typeface.Bold})
	case "font-style":
		o.italic, err = choose(s.value, map[string]bool{"normal": false, "italic": true})
	case "paint-order":
		o.beneath, err = choose(s.value, map[string]bool{"normal": false, "stroke": true})
	case "shape-rendering":
		o.crisp, err = choose(s.value, map[string]bool{"auto": false, "crispEdges": true})
	default:
		return fmt.Errorf("pictures that stand alone do not know the property %q", s.property)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", s.property, err)
	}
	return nil
}

func choose[T any](value string, from map[string]T) (T, error) {
	v, ok := from[value]
	if !ok {
		return v, fmt.Errorf("pictures that stand alone do not know %q", value)
	}
	return v, nil
}

// dashes reads the lengths of dashes and gaps; an odd list is repeated, as in SVG.
func dashes(value string) ([]float64, error) {
	if value == "none" {
		return nil, nil
	}
	var out []float64
	sum := 0.0
	for _, text := range strings.FieldsFunc(value, func(r rune) bool { return r == ' ' || r == ',' }) {
		v, err := strconv.ParseFloat(strings.TrimSuffix(text, "px"), 64)
		if err != nil {
			return nil, err
		}
		sum += v
		out = append(out, v)
	}
	if len(out)%2 == 1 {
		out = append(out, out...)
	}
	for _, v := range out {
		if v < 0 {
			return nil, errors.New("a dash shorter than nothing")
		}
	}
	if sum <= 0 {
		return nil, errors.New("dashes of no length")
	}
	return out, nil
}
