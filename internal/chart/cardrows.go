package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// mostCardRows is how many rows the small chart shows; below them stands how many there are besides.
const mostCardRows = 10

// The small chart of rows begins further left than that of columns, since its labels need room.
const (
	rowsLeft   = 645 * unit
	rowsBottom = trendBottom + 36*unit
	rowsLabel  = 150 * unit // a label's width; a longer one has two lines
)

// rows are the values of a trend that is no course over time: those of the last series, as the chart has them in order.
func (c *Card) rows() (rows []cardBar, more int) {
	s := c.Trend
	last, limit := s.Series[len(s.Series)-1], cutAt(s)
	for i, p := range last.Points {
		if p.Missing {
			continue
		}
		if len(rows) == mostCardRows {
			more++
			continue
		}
		b := cardBar{label: s.Rows[i].short(), value: s.label(p) + p.marks(), high: p.Value, estimated: p.Estimated, differs: p.Differs, revised: p.Revised}
		if limit > 0 && math.Abs(p.Value) > limit {
			b.cut, b.high = true, math.Copysign(limit*1.15, p.Value)
		}
		rows = append(rows, b)
	}
	return rows, more
}

// ranked draws a bar a row, to the right and left of zero: the largest value, or all that rose, in the accent.
func (d *cardPlate) ranked(rows []cardBar, more int) {
	note := rowsNote(rows, more)
	lines := len(rows)
	if note != "" {
		lines++
	}
	high := min(44*unit, (rowsBottom-trendTop)/lines)
	f := font{max(15, min(22, high*55/100/unit)), false}
	top := (trendTop + rowsBottom - high*lines) / 2
	labels, before, behind := 0, 0, 0
	low, most := 0.0, 0.0
	for i := range rows {
		b := &rows[i]
		labels = max(labels, textWidth(b.label, f))
		if wide := textWidth(b.value, font{f.size, true}) + 10*unit; b.high < 0 {
			before = max(before, wide)
		} else {
			behind = max(behind, wide)
		}
		low, most = min(low, b.high), max(most, b.high)
	}
	labels = min(labels, rowsLabel)
	left, right := rowsLeft+labels+14*unit+before, cardRight-behind
	x := func(v float64) int { return left + int(float64(right-left)*((v-low)/max(most-low, 1e-9))) }
	for i, b := range rows {
		c := d.accent
		if b.high < 0 || low >= 0 && b.high < most {
			c = d.bar
		}
		d.row(b, c, f, frame{labels, 2, high}, top+i*high, x(0), x(b.high))
	}
	end := top + high*len(rows)
	d.block(d.muted, x(0)-unit, top, x(0)+unit, end)
	d.say(note, font{16, false}, d.muted, endAnchor, cardRight, end+high/2+f.drop())
}

// rowsNote says what a chart of rows leaves out, and what its marks mean.
func rowsNote(rows []cardBar, more int) string {
	var said []string
	if more > 0 {
		said = append(said, fmt.Sprintf("and %d more", more))
	}
	if slices.ContainsFunc(rows, func(b cardBar) bool { return b.estimated }) {
		said = append(said, "e: estimate")
	}
	if slices.ContainsFunc(rows, func(b cardBar) bool { return b.differs }) {
		said = append(said, "d: not fully comparable")
	}
	if slices.ContainsFunc(rows, func(b cardBar) bool { return b.revised }) {
		said = append(said, revisedItem().text)
	}
	return strings.Join(said, " · ")
}

// row draws a bar from zero to its end, with a slit where it is cut, its label left of all bars and its value behind it.
func (d *cardPlate) row(b cardBar, c colour, f font, room frame, y, zero, end int) {
	middle, thick := y+room.high/2, room.high*62/100
	top := middle - thick/2
	if b.high != 0 && max(end-zero, zero-end) < 2*unit {
		end = zero + 2*unit
	}
	d.column(c, b, min(zero, end), top, max(zero, end), top+thick)
	if b.cut {
		d.slit(end, zero < end, top, top+thick)
	}
	room.high += 8 * unit // two lines may use what the rows above and below leave
	g, lines, _ := fitted(b.label, false, f.size, 13, room)
	for i, text := range lines {
		line := g.size * unit * 115 / 100
		d.say(text, g, d.ink, endAnchor, rowsLeft+room.width, middle+g.drop()+(2*i-len(lines)+1)*line/2)
	}
	if strong := (font{f.size, true}); b.high < 0 {
		d.say(b.value, strong, d.ink, endAnchor, end-8*unit, middle+f.drop())
	} else {
		d.say(b.value, strong, d.ink, startAnchor, end+8*unit, middle+f.drop())
	}
}

// slit cuts a bar near its end, since it is longer than it is drawn.
func (d *cardPlate) slit(end int, rises bool, top, bottom int) {
	at := end - 16*unit
	if !rises {
		at = end + 8*unit
	}
	l := plainLook()
	l.fill = d.ground
	d.fill([]chain{{[]dot{d.at(at+6*unit, top), d.at(at+10*unit, top), d.at(at+4*unit, bottom), d.at(at, bottom)}, true}}, l)
}
