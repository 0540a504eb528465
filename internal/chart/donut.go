package chart

import (
	"fmt"
	"math"
)

// slice is a row of a donut, laid out. Angles are in radians, clockwise from 12 o'clock.
type slice struct {
	row       int
	from, to  float64
	share     float64 // in per cent
	tint      tint
	estimated bool
	words     block
	top       int // of the words, from the middle of the ring
}

// middle is the angle at which the words stand: of a whole turn, at 3 o'clock.
func (c *slice) middle() float64 {
	if c.to-c.from > 2*math.Pi-1e-9 {
		return math.Pi / 2
	}
	return (c.from + c.to) / 2
}

// onRight tells on which side of the ring the words stand.
func (c *slice) onRight() bool { return c.middle() < math.Pi }

// ring is where a donut is drawn.
type ring struct {
	x, y        int
	outer, hole int
}

// at is the point at an angle, so far from the middle of a ring.
func (r ring) at(angle float64, far int) (x, y int) {
	sin, cos := math.Sincos(angle)
	return r.x + int(math.Round(float64(far)*sin)), r.y - int(math.Round(float64(far)*cos))
}

// unfitDonut says what of a chart cannot be drawn as slices.
func (s *Spec) unfitDonut() []string {
	if n := len(s.Series); n != 1 {
		return []string{fmt.Sprintf("a donut shows the parts of one whole, and here are %d series: give one, or choose a stacked chart", n)}
	}
	var wrong []string
	parts, rests, sum := 0, 0, 0.0
	for i, p := range s.Series[0].Points {
		if s.Rows[i].Rest {
			rests++
		} else {
			parts++
		}
		switch {
		case p.Missing:
			wrong = append(wrong, fmt.Sprintf("a donut needs every part of the whole, and there is %s for %q: choose a bar chart", p.missing(), s.Rows[i].Label))
		case p.Value < 0:
			wrong = append(wrong, fmt.Sprintf("the value of %q is negative, and cannot be a part of a whole: choose a bar chart", s.Rows[i].Label))
		default:
			sum += p.Value
		}
	}
	if parts > maxParts {
		wrong = append(wrong, fmt.Sprintf("%d slices are too many to tell apart: %d at most, put the others together as one, \"Other\"", parts, maxParts))
	}
	if rests > 1 {
		wrong = append(wrong, fmt.Sprintf("%d of the slices are a remainder: one at most", rests))
	}
	if sum == 0 && len(wrong) == 0 {
		wrong = append(wrong, "there is no whole to cut into slices: every value is zero")
	}
	return wrong
}

// slices are the rows as slices, a remainder last.
func (s *Spec) slices() []slice {
	points, sum := s.Series[0].Points, 0.0
	for _, p := range points {
		sum += p.Value
	}
	all := make([]slice, 0, len(points))
	before := 0.0
	for _, rest := range [2]bool{false, true} {
		for i, row := range s.Rows {
			if row.Rest != rest {
				continue
			}
			c := slice{row: i, tint: partTint(len(all), rest), estimated: points[i].Estimated, share: 100 * points[i].Value / sum}
			c.from = 2 * math.Pi * (before / sum)
			before += points[i].Value
			c.to = 2 * math.Pi * (before / sum)
			all = append(all, c)
		}
	}
	return all
}

// donut draws Donut, and returns the height.
func (p *plate) donut() int {
	slices := p.slices()
	r, bottom := p.layRing(slices)
	p.group("ch-bars")
	for i := range slices {
		p.slice(r, &slices[i])
	}
	p.gapsBetween(r, slices)
	p.end()
	p.leaders(r, slices)
	p.group("ch-labels")
	for i := range slices {
		c := &slices[i]
		x, anchor := r.x+r.outer+p.leadRoom(), ""
		if !c.onRight() {
			x, anchor = r.x-r.outer-p.leadRoom(), "ch-end"
		}
		p.writeBlock(&c.words, anchor, x, r.y+c.top)
	}
	p.end()
	bottom = p.hub(r, bottom)
	items := p.remarks(p.estimateSwatch)
	shares := make([]float64, len(slices))
	for i := range slices {
		shares[i] = slices[i].share
	}
	if !p.Axis.Percent && uneven(shares) {
		items = append(items, roundedItem())
	}
	return p.keys(items, 0, bottom)
}

// slice draws one slice.
func (p *plate) slice(r ring, c *slice) {
	if c.to <= c.from {
		return
	}
	p.SetClassName(c.tint.mark)
	if c.estimated {
		p.SetClassName(c.tint.mark + " ch-est")
	}
	start, turn := c.from-math.Pi/2, c.to-c.from
	p.ArcTo(r.x, r.y, float64(r.outer), float64(r.outer), start, turn)
	if turn > 2*math.Pi-1e-9 { // a whole ring: two circles
		p.Close()
		p.MoveTo(r.x, r.y-r.hole)
	}
	p.ArcTo(r.x, r.y, float64(r.hole), float64(r.hole), start+turn, -turn)
	p.Close()
	p.Fill()
	if !c.estimated {
		return
	}
	p.SetClassName(c.tint.mark + " ch-hatch")
	step := float64(6*unit) / float64(r.outer)
	for a := c.from + step/2; a < c.to; a += step {
		p.MoveTo(r.at(a, r.hole))
		p.LineTo(r.at(a, r.outer))
	}
	p.Stroke()
}

// gapsBetween draws the gaps between slices; one that is too thin for gaps is only parted from its larger neighbour.
func (p *plate) gapsBetween(r ring, slices []slice) {
	p.SetClassName("ch-gap")
	wide := func(c *slice) bool { return (c.to-c.from)*float64(r.hole) > 4*unit }
	for i := range slices {
		c, next := &slices[i], &slices[(i+1)%len(slices)]
		if c != next && wide(c) && wide(next) {
			p.MoveTo(r.at(c.to, r.hole-unit))
			p.LineTo(r.at(c.to, r.outer+unit))
		}
	}
	p.Stroke()
}

// leaders draws a line from each slice to its words.
func (p *plate) leaders(r ring, slices []slice) {
	p.group("ch-leaders")
	p.SetClassName("")
	for i := range slices {
		c := &slices[i]
		side := -1
		if c.onRight() {
			side = 1
		}
		y := r.y + c.top + c.words.lines[0].font.lineHeight()/2
		p.MoveTo(r.at(c.middle(), r.outer+2*unit))
		p.LineTo(r.at(c.middle(), r.outer+p.elbow()))
		end := r.x + side*(r.outer+p.leadRoom()-5*unit)
		p.LineTo(end, y)
	}
	p.Stroke()
	p.end()
}
