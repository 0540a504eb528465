package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// peak names the highest value of a single line, where that is neither at its end nor everywhere, and where it has room
// beside the label of the end.
func (p *plate) peak(f *field, ends []endLabel) {
	if len(p.Series) != 1 {
		return
	}
	points := p.Series[0].Points
	low, high, last := extremes(points)
	if high == last || points[high].Value <= 0 || points[low].Value == points[high].Value {
		return
	}
	value, when := p.marked(points[high]), p.Rows[high].short()
	wide := textWidth(value, p.bold()) + nextTo + textWidth(when, p.little())
	x, y := f.place(high, points[high].Value)
	left := max(f.box.Left, min(x-wide/2, f.box.Right-wide))
	if left+wide > p.width {
		return // the table and the words have it
	}
	words := gochart.NewBox(y-24*unit, left, left+wide, y-6*unit)
	e := ends[0]
	end := f.column(e.row) + p.lead()
	if overlap(words, gochart.NewBox(e.y, end-nextTo, end+e.long, e.y+e.high)) {
		left = end - 2*nextTo - wide
		if left < f.box.Left {
			return
		}
	}
	p.group("ch-values")
	p.SetClassName("ch-s1")
	p.Circle(35, x, y)
	p.write(value, "", p.bold(), left, y-10*unit)
	p.write(when, "ch-muted", p.little(), left+textWidth(value, p.bold())+nextTo, y-10*unit)
	p.end()
}
