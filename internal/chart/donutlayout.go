package chart

import (
	"math"
	"slices"
	"strings"
)

// leadRoom is the room between a ring and its words; elbow, how far from the ring the lines to them bend.
func (p *plate) leadRoom() int {
	if p.narrow {
		return 14 * unit
	}
	return 34 * unit
}

func (p *plate) elbow() int {
	if p.narrow {
		return 7 * unit
	}
	return 11 * unit
}

// layRing lays out a donut: the words of the slices in a column on each side, and the ring as large as they let it. It
// returns where the drawing ends so far.
func (p *plate) layRing(all []slice) (r ring, bottom int) {
	least, most := 78*unit, 122*unit
	if p.narrow {
		least, most = 64*unit, 92*unit
	}
	room := p.width/2 - least - p.leadRoom()
	left, right := 0, 0
	for i := range all {
		c := &all[i]
		point := p.Series[0].Points[c.row]
		c.words.add(p.Rows[c.row].Label, room, p.plain(), "")
		value := p.label(point) + " (" + p.percent(c.share) + ")"
		if p.Axis.Percent {
			value = p.label(point)
		}
		c.words.add(value+point.marks(), room, p.little(), "ch-muted")
		if c.onRight() {
			right = max(right, c.words.wide)
		} else {
			left = max(left, c.words.wide)
		}
	}
	slack := p.width - left - right - 2*p.leadRoom()
	r.outer = min(most, slack/2)
	r.hole = r.outer * 63 / 100
	// in the middle of the picture, where the words leave room for that
	r.x = max(left+p.leadRoom()+r.outer, min(p.width/2, p.width-right-p.leadRoom()-r.outer))
	top := min(p.column(all, r, true), p.column(all, r, false), -r.outer-2*unit)
	bottom = r.outer + 2*unit
	for i := range all {
		bottom = max(bottom, all[i].top+all[i].words.high)
	}
	r.y = 2*unit - top
	return r, r.y + bottom
}

// column places the words on one side, each level with its slice or, where they would overlap, as near to it as can
// be: those of the upper half move up and those of the lower half down, so that no line to them crosses the ring. It
// returns where the column begins, from the middle of the ring.
func (p *plate) column(all []slice, r ring, right bool) int {
	var side []*slice
	for i := range all {
		if c := &all[i]; c.onRight() == right {
			_, y := ring{outer: r.outer}.at(c.middle(), r.outer+p.elbow())
			c.top = y - c.words.lines[0].font.lineHeight()/2
			side = append(side, c)
		}
	}
	if !right {
		slices.Reverse(side) // from the top down, on both sides
	}
	lower := len(side)
	for i, c := range side {
		if quarter := math.Abs(c.middle() - math.Pi); quarter <= math.Pi/2 { // in the lower half
			lower = i
			break
		}
	}
	between := 7 * unit
	for i := lower - 2; i >= 0; i-- {
		side[i].top = min(side[i].top, side[i+1].top-side[i].words.high-between)
	}
	for i := max(lower, 1); i < len(side); i++ {
		side[i].top = max(side[i].top, side[i-1].top+side[i-1].words.high+between)
	}
	if len(side) == 0 {
		return 0
	}
	return side[0].top
}

// hub writes the whole into the middle of the ring, as large as it fits there, with what it is; what does not fit stands
// below. It returns where the drawing ends.
func (p *plate) hub(r ring, bottom int) int {
	if p.Whole == "" && p.WholeNote == "" {
		return bottom
	}
	p.group("ch-labels ch-mid")
	defer p.end()
	radius := r.hole - 5*unit
	for _, note := range [...]string{p.WholeNote, ""} {
		for _, f := range [...]font{p.large(), p.medium(), p.bold()} {
			b, ok := p.hubWords(p.Whole, note, f, radius)
			if !ok {
				continue
			}
			p.writeBlock(&b, "", r.x, r.y-b.high/2)
			if note == p.WholeNote {
				return bottom
			}
			return p.below("", p.WholeNote, bottom)
		}
	}
	return p.below(p.Whole, p.WholeNote, bottom)
}

// hubWords are the words in a circle; false where they do not fit, or a word would have to be cut.
func (p *plate) hubWords(whole, note string, f font, radius int) (b block, ok bool) {
	if whole != "" {
		b.add(whole, 2*radius, f, "")
		if len(b.lines) > 1 {
			return b, false
		}
	}
	if note != "" {
		if widest(strings.Split(note, " "), p.little()) > 3*radius/2 {
			return b, false
		}
		for _, line := range balanced(note, 3*radius/2, p.little()) {
			b.add(line, 3*radius/2, p.little(), "ch-muted")
		}
	}
	return b, len(b.lines) > 0 && b.within(radius)
}

// below writes the whole under the ring.
func (p *plate) below(whole, note string, bottom int) int {
	var b block
	if whole != "" {
		b.add(whole, p.width, p.bold(), "")
	}
	if note != "" {
		b.add(note, p.width, p.little(), "ch-muted")
	}
	p.writeBlock(&b, "", p.width/2, bottom+10*unit)
	return bottom + 10*unit + b.high
}

// within tells whether lines that are centred in a circle stay inside it; a line counts from its middle by the height
// of its capitals.
func (b *block) within(radius int) bool {
	y := -b.high / 2
	for _, l := range b.lines {
		middle := y + l.font.lineHeight()/2
		far := max(middle, -middle) + l.font.drop()
		half := textWidth(l.text, l.font) / 2
		if far*far+half*half > radius*radius {
			return false
		}
		y += l.font.lineHeight()
	}
	return true
}
