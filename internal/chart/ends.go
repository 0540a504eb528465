package chart

import (
	"cmp"
	"slices"
	"strings"
)

// piece is a part of a line of words that looks the same.
type piece struct {
	text, class string
	font        font
}

// endLabel is what stands at the end of a line.
type endLabel struct {
	series, row int
	lines       [][]piece
	high, long  int
	y           int // its top
}

// endOrder are the series in the order of their last values, the highest first; those without any come last.
func (p *plate) endOrder() []int {
	order := make([]int, len(p.Series))
	lasts := make([]float64, len(p.Series))
	for j := range order {
		order[j], lasts[j] = j, -2*maxMagnitude
		if last := lastOf(p.Series[j].Points); last >= 0 {
			lasts[j] = p.Series[j].Points[last].Value
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lasts[b], lasts[a]) })
	return order
}

// longestLabel is the widest that a label at the end of a line is.
func (p *plate) longestLabel() int {
	if p.narrow {
		return 104 * unit
	}
	return 170 * unit
}

// endLabels lays out the labels at the ends of the lines, the highest first. A single line needs no name: its last value
// and when that was.
func (p *plate) endLabels(strokes []stroke) []endLabel {
	ends := make([]endLabel, 0, len(p.Series))
	for _, j := range p.endOrder() {
		s := &p.Series[j]
		last := lastOf(s.Points)
		if last < 0 {
			continue
		}
		e := endLabel{series: j, row: last, high: 4 * unit}
		most, value := p.longestLabel(), p.marked(s.Points[last])
		switch {
		case len(p.Series) == 1:
			e.add(value, "ch-t1", p.bold(), most)
			e.add(p.Rows[last].short(), "ch-muted", p.little(), most)
		case s.Name == "":
			e.add(value, strokes[j].text, font{p.small, true}, most)
		default:
			e.add(s.Name, strokes[j].text, font{p.small, !strokes[j].minor}, most)
			e.addValue(value, p.little(), most, len(p.Series) > 4)
		}
		ends = append(ends, e)
	}
	return ends
}

func (e *endLabel) add(text, class string, f font, most int) {
	for _, l := range wrap(text, most, f) {
		e.lines = append(e.lines, []piece{{l, class, f}})
		e.high += f.lineHeight()
		e.long = max(e.long, textWidth(l, f))
	}
}

// addValue adds a value, behind the name where it has room and is wanted there, else below.
func (e *endLabel) addValue(value string, f font, most int, behind bool) {
	line := &e.lines[len(e.lines)-1]
	if long := textWidth((*line)[0].text, (*line)[0].font) + nextTo + textWidth(value, f); behind && long <= most {
		*line = append(*line, piece{value, "ch-muted", f})
		e.long = max(e.long, long)
		return
	}
	e.add(value, "ch-muted", f, most)
}

// nextTo is the room between two words that look different.
const nextTo = 5 * unit

// aside says whether the labels have room beside the lines: no word is cut, they are not much higher than the lines, and
// on a narrow screen not so many that the lines are squeezed.
func (p *plate) aside(ends []endLabel) bool {
	most, high := 420*unit, 0
	if p.narrow {
		most = 240 * unit
		if len(ends) > mostColours {
			return false
		}
	}
	for i := range ends {
		high += ends[i].high
		for _, word := range strings.Fields(p.Series[ends[i].series].Name) {
			if len(p.Series) > 1 && textWidth(word, font{p.small, true}) > p.longestLabel() {
				return false
			}
		}
	}
	return high <= most || len(ends) == 1
}

// lead is the room between the end of a line and its label, for the stroke that leads to it.
func (p *plate) lead() int {
	if len(p.Series) == 1 {
		return 9 * unit
	}
	return 22 * unit
}

// writeEnds writes the labels at the ends, moved apart where they would overlap, and leads each line to its own.
func (p *plate) writeEnds(f *field, ends []endLabel, strokes []stroke) {
	p.arrange(f, ends)
	p.group("ch-ends")
	for i := range ends {
		e := &ends[i]
		x, y := f.place(e.row, p.Series[e.series].Points[e.row].Value)
		p.SetClassName(strokes[e.series].line)
		p.Circle(35, x, y)
		right := f.box.Right + p.lead()
		if len(p.Series) > 1 {
			p.leader(x, y, f.box.Right, right-5*unit, e.y+e.first(), strokes[e.series].line)
		} else {
			right = x + p.lead()
		}
		e.write(p, right)
	}
	p.end()
}

// leader leads the end of a line to its label, where that is not beside it.
func (p *plate) leader(x, y, edge, right, to int, class string) {
	if x > edge-5*unit && to-y < 4*unit && y-to < 4*unit {
		return
	}
	p.SetClassName(class + " ch-lead")
	p.MoveTo(x+5*unit, y)
	if edge > x {
		p.LineTo(edge+5*unit, y)
	}
	p.LineTo(right, to)
	p.Stroke()
}

func (e *endLabel) write(p *plate, x int) {
	y := e.y
	for _, line := range e.lines {
		at, high := x, line[0].font.lineHeight()
		for _, part := range line {
			p.write(part.text, part.class, part.font, at, y+high/2+line[0].font.drop())
			at += textWidth(part.text, part.font) + nextTo
		}
		y += high
	}
}

// first is the way from the top of a label to the middle of its first line.
func (e *endLabel) first() int { return e.lines[0][0].font.lineHeight() / 2 }

// arrange places the labels, each as near to the end of its line as the others let it.
func (p *plate) arrange(f *field, ends []endLabel) {
	for i := range ends {
		y := f.level(p.Series[ends[i].series].Points[ends[i].row].Value)
		ends[i].y = y - ends[i].first()
	}
	slices.SortStableFunc(ends, func(a, b endLabel) int { return a.y - b.y })
	spread(ends, f.box.Top-10*unit, f.box.Bottom+4*unit)
}

// spread moves labels, sorted by where they want to be, so that none overlap, between top and bottom, by as little as
// possible: where labels meet they become one, whose place is the mean of what they want (pool adjacent violators,
// Ayer and others 1955).
func spread(ends []endLabel, top, bottom int) {
	type pool struct{ sum, n int }
	var pools []pool
	above := 0
	for i := range ends {
		b := pool{ends[i].y - above, 1}
		above += ends[i].high
		for len(pools) > 0 {
			last := pools[len(pools)-1]
			if last.sum*b.n <= b.sum*last.n {
				break
			}
			b = pool{last.sum + b.sum, last.n + b.n}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, b)
	}
	room := max(top, bottom-above)
	i, offset := 0, 0
	for _, b := range pools {
		y := max(top, min(room, b.sum/b.n))
		for range b.n {
			ends[i].y = y + offset
			offset += ends[i].high
			i++
		}
	}
}
