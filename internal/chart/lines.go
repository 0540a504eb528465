package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// lines draws Line, and returns the height.
func (p *plate) lines() int {
	lo, hi, whole := p.extent()
	parts, high := 5, 300*unit
	if p.narrow {
		high = 230 * unit
	}
	a := newAxis(hi-lo, parts, whole)
	ticks := p.ticks(a, a.from(lo), a.to(hi), p.compact(lo, hi))
	left := p.widestTick(ticks)
	ends, long := p.endLabels()
	needed := 0
	for i := range ends {
		needed += ends[i].high
	}
	high = max(high, needed)
	box := gochart.NewBox(24*unit, left+8*unit, p.width-long, 24*unit+high)
	f := newField(box, p.positions(), len(p.Rows), ticks[0].Value, ticks[len(ticks)-1].Value)
	p.levels(f, ticks)
	p.levelNumbers(f, ticks)
	bottom := p.timeAxis(f)
	p.group("ch-lines")
	for j := range p.Series {
		p.follow(f.trace(p.Series[j].Points), lineClass(j))
	}
	p.end()
	p.peak(f)
	p.writeEnds(f, ends)
	return p.lineKey(f.box.Left, bottom)
}

// timeAxis draws a short mark at each row that has a tick, and as many of their words as have room: every one, every
// second, every third. Without ticks the first and the last row are named. It returns where the words end.
func (p *plate) timeAxis(f *field) int {
	type mark struct {
		x     int
		label string
	}
	marks := make([]mark, 0, len(p.Rows))
	for i, r := range p.Rows {
		if r.Tick != "" {
			x, _ := f.place(i, 0)
			marks = append(marks, mark{x, r.Tick})
		}
	}
	if len(marks) == 0 {
		for _, i := range [2]int{0, len(p.Rows) - 1} {
			x, _ := f.place(i, 0)
			if i > 0 || len(marks) == 0 {
				marks = append(marks, mark{x, p.Rows[i].short()})
			}
		}
	}
	font, stride := p.little(), 1
	for clash := true; clash && stride < len(marks); {
		clash = false
		for i := stride; i < len(marks); i += stride {
			a, b := marks[i-stride], marks[i]
			if b.x-a.x < (textWidth(a.label, font)+textWidth(b.label, font))/2+6*unit {
				clash, stride = true, stride+1
				break
			}
		}
	}
	p.group("ch-zero")
	p.SetClassName("")
	for _, m := range marks {
		p.MoveTo(m.x, f.box.Bottom)
		p.LineTo(m.x, f.box.Bottom+5*unit)
	}
	p.Stroke()
	p.end()
	p.group("ch-ticks ch-mid")
	y, lines := f.box.Bottom+6*unit+font.lineHeight(), 1
	for i := 0; i < len(marks); i += stride {
		text := wrap(marks[i].label, p.width*45/100, font)
		lines = max(lines, len(text))
		for k, l := range text {
			p.write(l, "", font, p.inside(marks[i].x, textWidth(l, font)), y+k*font.lineHeight())
		}
	}
	p.end()
	return y + (lines-1)*font.lineHeight() + 5*unit
}

// lineClass gives a line its colour, and from the second on its dashes, so that it can be told without the colour.
func lineClass(series int) string {
	return [...]string{
		"ch-s1", "ch-s2 ch-d2", "ch-s3 ch-d3", "ch-s4 ch-d4", "ch-s5 ch-d5",
		"ch-s1 ch-d2", "ch-s2 ch-d3", "ch-s3 ch-d4", "ch-s4 ch-d5", "ch-s5 ch-d2", "ch-s1 ch-d3", "ch-s2 ch-d4",
	}[series%maxLines]
}

// peak names the highest value of a single line, where that is neither at its end nor everywhere.
func (p *plate) peak(f *field) {
	if len(p.Series) != 1 {
		return
	}
	points := p.Series[0].Points
	low, high, last := extremes(points)
	if high == last || points[high].Value <= 0 || points[low].Value == points[high].Value {
		return
	}
	value, when := p.value(points[high]), p.Rows[high].short()
	wide := textWidth(value, p.bold()) + 5*unit + textWidth(when, p.little())
	if wide > f.box.Width() {
		return // the table and the words have it
	}
	x, y := f.place(high, points[high].Value)
	p.group("ch-values")
	p.SetClassName("ch-s1")
	p.Circle(35, x, y)
	x = max(f.box.Left, min(x-wide/2, p.width-wide))
	p.write(value, "", p.bold(), x, y-10*unit)
	p.write(when, "ch-muted", p.little(), x+textWidth(value, p.bold())+5*unit, y-10*unit)
	p.end()
}

// extremes are the rows of the first lowest, the first highest and the last value; every one -1 where there is none.
func extremes(points []Point) (low, high, last int) {
	low, high, last = -1, -1, -1
	for i, one := range points {
		if one.Missing {
			continue
		}
		if low < 0 || one.Value < points[low].Value {
			low = i
		}
		if high < 0 || one.Value > points[high].Value {
			high = i
		}
		last = i
	}
	return low, high, last
}

// value is a value as it is written in a picture, with the mark of an estimate.
func (p *plate) value(point Point) string {
	if point.Estimated {
		return p.label(point) + "\u00a0e"
	}
	return p.label(point)
}

// lineKey explains the dashes of estimates. It returns the height of the chart.
func (p *plate) lineKey(left, y int) int {
	estimated := false
	for _, one := range p.Series {
		for _, point := range one.Points {
			estimated = estimated || point.Estimated && !point.Missing
		}
	}
	if !estimated {
		return y
	}
	y += 7 * unit
	f := p.little()
	p.group("ch-lines ch-key")
	p.SetClassName("ch-base ch-est")
	p.MoveTo(left, y+8*unit)
	p.LineTo(left+24*unit, y+8*unit)
	p.Stroke()
	p.write("e: estimate", "ch-muted", f, left+31*unit, y+8*unit+f.drop())
	p.end()
	return y + f.lineHeight() + 4*unit
}
