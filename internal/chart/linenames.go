package chart

import "strconv"

// numberEnds makes labels that have no room into numbers; names writes what they stand for below.
func (p *plate) numberEnds(ends []endLabel) {
	f := font{p.small, true}
	for i := range ends {
		number := strconv.Itoa(i + 1)
		ends[i].lines = [][]piece{{{number, "", f}}}
		ends[i].high, ends[i].long = f.lineHeight(), textWidth(number, f)
	}
}

// names writes the names of numbered lines below the chart, each with a piece of its line and its last value, in as many
// columns as have room. It returns where they end.
func (p *plate) names(ends []endLabel, strokes []stroke, y int) int {
	const indent, between = 52 * unit, 22 * unit
	f, most := p.little(), p.width-indent
	items := make([]endLabel, len(ends))
	widest := 0
	for i := range ends {
		e := endLabel{series: ends[i].series}
		look, s := strokes[e.series], &p.Series[e.series]
		if s.Name == "" {
			e.add(p.marked(s.Points[ends[i].row]), look.text, f, most)
		} else {
			e.add(s.Name, look.text, font{p.small, !look.minor}, most)
			e.addValue(p.marked(s.Points[ends[i].row]), f, most, true)
		}
		widest = max(widest, indent+e.long)
		items[i] = e
	}
	columns := max(1, min((p.width+between)/(widest+between), 3))
	rows := (len(items) + columns - 1) / columns
	y += 10 * unit
	p.group("ch-lines ch-key")
	for row := range rows {
		high := 0
		for column := range columns {
			i := column*rows + row
			if i >= len(items) {
				break
			}
			e, x := &items[i], column*(p.width+between)/columns
			e.y = y
			p.write(strconv.Itoa(i+1), "ch-end", font{p.small, true}, x+18*unit, y+e.first()+f.drop())
			p.SetClassName(strokes[e.series].line)
			p.MoveTo(x+23*unit, y+e.first())
			p.LineTo(x+47*unit, y+e.first())
			p.Stroke()
			e.write(p, x+indent)
			high = max(high, e.high)
		}
		y += high + 4*unit
	}
	p.end()
	return y
}
