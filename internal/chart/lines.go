package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// lines draws Line, and returns the height. The lines are labelled at their ends; where such labels would take more than
// their share of the picture, the ends are numbered, and the names stand below.
func (p *plate) lines() int {
	scale := p.lineLevels()
	ticks := scale.ticks
	high := 300 * unit
	switch {
	case p.narrow:
		high = 230 * unit
	case len(p.Series) > mostColours:
		high = 340 * unit
	}
	strokes := p.strokes()
	ends := p.endLabels(strokes)
	below := !p.aside(ends)
	if below {
		p.numberEnds(ends)
	}
	long, needed := p.lead(), 0
	for i := range ends {
		long = max(long, p.lead()+ends[i].long)
		needed += ends[i].high
	}
	high = max(high, needed)
	marks := p.marksOf()
	top := 24 * unit
	if marks.broken {
		top += 18 * unit
	}
	box := gochart.NewBox(top, p.widestTick(ticks)+8*unit, p.width-long, top+high)
	f := newField(box, p.placed(), len(p.Rows), scale.bottom, scale.top)
	p.levels(f, ticks)
	p.levelNumbers(f, ticks, false)
	bottom := p.timeAxis(f)
	if marks.broken {
		if x := p.newSeries(f, p.Series); x > 0 {
			p.sayNewSeries(f, x)
		}
	}
	p.group("ch-lines")
	for _, minor := range [2]bool{true, false} {
		for j := len(strokes) - 1; j >= 0; j-- { // the first on top
			if strokes[j].minor == minor {
				p.course(f.trace(p.Series[j].Points), strokes[j].line)
			}
		}
	}
	for j := range strokes {
		if marks.differs {
			p.differing(f, p.Series[j].Points, strokes[j].line)
		}
	}
	p.end()
	p.writeEnds(f, ends, strokes)
	p.peak(f, ends)
	if below {
		bottom = p.names(ends, strokes, bottom)
	}
	return p.keys(append(p.lineKeys(marks), p.unseen()...), f.box.Left, bottom)
}

// lineLevels are the levels of a line chart.
func (p *plate) lineLevels() levels {
	lo, hi, whole := p.extent()
	a := newAxis(hi-lo, 5, whole)
	return p.levelsOf(a, lo, hi, p.compact(lo, hi))
}

// course draws a line and the values that stand alone.
func (p *plate) course(way []vertex, class string) {
	p.follow(way, class)
	p.dots(way, class, 3*unit)
}

// mostColours is how many lines have a colour of their own.
const mostColours = 5

// stroke is how a line and its words look.
type stroke struct {
	line, text string // classes
	minor      bool   // grey
}

// strokes gives each line a colour, and from the second on dashes, so that it can be told without the colour. Of more than
// five lines those that end highest have the colours, the others are grey, as remainders are; no two look the same.
func (p *plate) strokes() []stroke {
	strokes := make([]stroke, len(p.Series))
	coloured := 0
	for _, j := range p.endOrder() {
		strokes[j].minor = p.Series[j].Rest || coloured == mostColours
		if !strokes[j].minor {
			coloured++
		}
	}
	colours := [mostColours]stroke{
		{line: "ch-s1", text: "ch-t1"}, {line: "ch-s2 ch-d2", text: "ch-t2"}, {line: "ch-s3 ch-d3", text: "ch-t3"},
		{line: "ch-s4 ch-d4", text: "ch-t4"}, {line: "ch-s5 ch-d5", text: "ch-t5"},
	}
	greys := [maxLines]string{
		"ch-rest ch-minor", "ch-rest ch-minor ch-d2", "ch-rest ch-minor ch-d3", "ch-rest ch-minor ch-d4",
		"ch-rest ch-minor ch-d5", "ch-rest ch-minor ch-d6", "ch-rest ch-minor ch-d7",
		"ch-base ch-minor", "ch-base ch-minor ch-d2", "ch-base ch-minor ch-d3", "ch-base ch-minor ch-d4", "ch-base ch-minor ch-d5",
	}
	c, g := 0, 0
	for j := range strokes {
		if strokes[j].minor {
			strokes[j].line, strokes[j].text = greys[g], "ch-muted"
			g++
			continue
		}
		strokes[j] = colours[c]
		c++
	}
	return strokes
}
