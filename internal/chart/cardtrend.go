package chart

import (
	"cmp"
	"fmt"
	"strings"
)

// cardBar is a bar of the small chart of a card.
type cardBar struct {
	label, value string
	high         float64
	missing      bool
	estimated    bool
	differs      bool
	revised      bool
	cut          bool // it is longer than it is drawn
}

// Where the small chart stands on a card, in tenths of a pixel.
const (
	trendLeft   = 700 * unit
	trendRight  = 1126 * unit
	trendTop    = 182 * unit
	trendBottom = 508 * unit
)

// Of more bars than this the small chart shows the highest of each run, of fewer than that every bar has its value.
const (
	mostCardBars    = 142 // 3 dots each
	valuedCardBars  = 4
	cardLabel       = 24
	smallCardLabel  = 18
	cardLabelIndent = 34 * unit // from the axis down to the baseline of a label
)

// draw draws the trend, and reports whether there was one to draw.
func (d *cardPlate) draw(c *Card) (bool, error) {
	s := c.Trend
	if s == nil || s.Type == Stacked || s.Type == Multiples || s.Type == Map && s.Map.Style == Locator {
		return false, nil
	}
	if wrong := s.Validate(); len(wrong) > 0 {
		return false, fmt.Errorf("its trend: %s", strings.Join(wrong, "; "))
	}
	if s.Type == Line || s.Type == Bar && len(s.Rows) == 1 || s.Type == Bar && len(s.Rows) <= valuedCardBars && len(s.Series) == 1 {
		bars := c.bars()
		if len(bars) > 1 {
			d.trend(bars)
		}
		return len(bars) > 1, nil
	}
	rows, more := c.rows()
	if len(rows) > 1 {
		d.ranked(rows, more)
	}
	return len(rows) > 1, nil
}

// bars are the values of a course over time, or of a few values beside each other.
func (c *Card) bars() []cardBar {
	s := c.Trend
	var out []cardBar
	add := func(label string, p Point) {
		out = append(out, cardBar{label: label, value: s.label(p), high: p.Value, missing: p.Missing, estimated: p.Estimated})
	}
	if len(s.Rows) == 1 {
		for _, one := range s.Series {
			add(cmp.Or(one.Short, one.Name), one.Points[0])
		}
		return out
	}
	for i, p := range s.Series[0].Points {
		add(s.Rows[i].short(), p)
	}
	return merged(out)
}

// merged shows the highest of each run of values where there are too many bars; the last stays as it is.
func merged(bars []cardBar) []cardBar {
	if len(bars) <= mostCardBars {
		return bars
	}
	run := (len(bars) - 2 + mostCardBars - 2) / (mostCardBars - 1)
	var out []cardBar
	for i := 0; i < len(bars)-1; i += run {
		best := bars[i]
		for _, b := range bars[i:min(i+run, len(bars)-1)] {
			if !b.missing && (best.missing || b.high > best.high) {
				best = b
			}
		}
		best.label = bars[i].label
		out = append(out, best)
	}
	return append(out, bars[len(bars)-1])
}

// trend draws bars from zero; the last one, which the card is about, in the accent.
func (d *cardPlate) trend(bars []cardBar) {
	low, high := 0.0, 0.0
	for _, b := range bars {
		if !b.missing {
			low, high = min(low, b.high), max(high, b.high)
		}
	}
	if high == low {
		high = low + 1
	}
	top := trendTop
	valued := len(bars) <= valuedCardBars
	y := func(v float64) int { return top + int(float64(trendBottom-top)*((high-v)/(high-low))) }
	step := float64(trendRight-trendLeft) / float64(len(bars))
	gap := min(step*0.22, 400)
	for i, b := range bars {
		c := d.bar
		if i == len(bars)-1 {
			c = d.accent
		}
		left := trendLeft + int(float64(i)*step+gap/2)
		right := trendLeft + int(float64(i+1)*step-gap/2)
		if !b.missing {
			d.column(c, b, left, y(max(b.high, 0)), right, y(min(b.high, 0)))
		}
		if valued {
			d.labelled(b, c, (left+right)/2, int(step), y(max(b.high, 0)))
		}
	}
	zero := y(0)
	d.block(d.muted, trendLeft, zero-unit, trendRight, zero+unit)
	if !valued {
		d.ends(bars)
	}
}

// column draws a bar; that of an estimate is an outline.
func (d *cardPlate) column(c colour, b cardBar, left, top, right, bottom int) {
	if b.high != 0 && bottom-top < 2*unit {
		top = bottom - 2*unit
	}
	if !b.estimated || right-left < 8*unit {
		d.block(c, left, top, right, bottom)
		return
	}
	l := plainLook()
	l.fill, l.fillOpacity, l.stroke, l.width = c, 0.3, c, 2
	box := []chain{{[]dot{d.at(left+unit, top+unit), d.at(right-unit, top+unit), d.at(right-unit, bottom), d.at(left+unit, bottom)}, true}}
	d.fill(box, l)
	d.stroke(box, l)
}

// labelled writes the value of a bar above it, and its name below the chart.
func (d *cardPlate) labelled(b cardBar, c colour, middle, wide, top int) {
	f, text := shrunk(b.value, true, 30, wide)
	if b.missing {
		f, text = shrunk("no figure", false, 22, wide)
		c = d.muted
	}
	if c == d.bar {
		c = d.muted
	}
	d.say(text, f, c, middleAnchor, middle, top-14*unit)
	name := b.label
	if b.estimated && !b.missing {
		name = strings.TrimPrefix(name+", estimate", ", ")
	}
	g, lines, _ := fitted(name, false, cardLabel, smallCardLabel, frame{wide - 10*unit, 3, 90 * unit})
	for i, line := range lines {
		d.say(line, g, d.muted, middleAnchor, middle, trendBottom+cardLabelIndent+i*g.lineHeight())
	}
}

// ends names the first and the last bar.
func (d *cardPlate) ends(bars []cardBar) {
	const half = (trendRight - trendLeft - 20*unit) / 2
	f, lines, _ := fitted(bars[0].label, false, cardLabel, smallCardLabel, frame{half, 2, 70 * unit})
	g, last, _ := fitted(bars[len(bars)-1].label, false, cardLabel, smallCardLabel, frame{half, 2, 70 * unit})
	f.size = min(f.size, g.size)
	for i, line := range lines {
		d.say(line, f, d.muted, startAnchor, trendLeft, trendBottom+cardLabelIndent+i*f.lineHeight())
	}
	for i, line := range last {
		d.say(line, f, d.muted, endAnchor, trendRight, trendBottom+cardLabelIndent+i*f.lineHeight())
	}
}
