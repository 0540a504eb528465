package chart

import (
	"slices"
	"strings"
)

// timeMark is a place on the axis of time with its words.
type timeMark struct {
	x           int
	lines       []string
	left, right int // of the words, which stand in the middle below the mark but for the ends of the picture
}

func (p *plate) timeMark(x int, label string) timeMark {
	m := timeMark{x: x, lines: wrap(label, p.width*45/100, p.little())}
	wide := widest(m.lines, p.little())
	m.left = p.inside(x, wide) - wide/2
	m.right = m.left + wide
	return m
}

// timeAxis draws a short mark at each row that has a tick, and as many of their words as have room: every one, every
// second, every third. The first and the last row are named too where there is room beside them, and alone where there
// are no ticks. It returns where the words end.
func (p *plate) timeAxis(f *field) int {
	marks := p.timeMarks(f)
	font := p.little()
	stride := strideOf(marks, font)
	p.group("ch-zero")
	p.SetClassName("")
	for i, m := range marks {
		if i%stride == 0 || stride < 4 {
			p.MoveTo(m.x, f.box.Bottom)
			p.LineTo(m.x, f.box.Bottom+5*unit)
		}
	}
	p.Stroke()
	p.end()
	var shown []timeMark
	for i := 0; i < len(marks); i += stride {
		shown = append(shown, marks[i])
	}
	shown = p.withEnds(f, shown)
	p.group("ch-ticks ch-mid")
	y, lines := f.box.Bottom+6*unit+font.lineHeight(), 1
	for i := range shown {
		lines = max(lines, len(shown[i].lines))
		for k, l := range shown[i].lines {
			p.write(l, "", font, p.inside(shown[i].x, textWidth(l, font)), y+k*font.lineHeight())
		}
	}
	p.end()
	return y + (lines-1)*font.lineHeight() + 5*unit
}

// withEnds adds the first and the last row to the words that are shown, where they have ample room. The last row of a
// single line is named at its end.
func (p *plate) withEnds(f *field, shown []timeMark) []timeMark {
	last := len(p.Rows) - 1
	room := func(a, b timeMark) bool { return b.left-a.right >= 14*unit }
	if first := p.timeMark(f.column(0), p.Rows[0].short()); room(first, shown[0]) {
		shown = slices.Insert(shown, 0, first)
	}
	if end := p.timeMark(f.column(last), p.Rows[last].short()); len(p.Series) > 1 && room(shown[len(shown)-1], end) {
		shown = append(shown, end)
	}
	return shown
}

// closest is how near to each other two marks can be.
const closest = 3 * unit

// timeMarks are the rows with a tick, without those that would stand on others; without any, the first and the last row.
func (p *plate) timeMarks(f *field) []timeMark {
	var marks []timeMark
	for i := range p.Rows {
		if p.Rows[i].Tick == "" {
			continue
		}
		if x := f.column(i); len(marks) == 0 || x >= marks[len(marks)-1].x+closest {
			marks = append(marks, p.timeMark(x, p.Rows[i].Tick))
		}
	}
	if len(marks) > 0 {
		return marks
	}
	marks = append(marks, p.timeMark(f.column(0), p.Rows[0].short()))
	if last := len(p.Rows) - 1; last > 0 {
		marks = append(marks, p.timeMark(f.column(last), p.Rows[last].short()))
	}
	return marks
}

// strideOf is the smallest stride at which words do not collide. Among quarters and months it is one that comes back to
// the same ones each year; else, up to twice the smallest, one that reaches the last mark too.
func strideOf(marks []timeMark, f font) int {
	fits := func(stride int) bool {
		for i := stride; i < len(marks); i += stride {
			if marks[i].left-marks[i-stride].right < f.size*unit {
				return false
			}
		}
		return true
	}
	cycle, stride := cycleOf(marks), 1
	for stride < len(marks) && !(fits(stride) && (cycle%stride == 0 || stride%max(cycle, 1) == 0)) {
		stride++
	}
	for more := stride; cycle == 0 && more < 2*stride && more < len(marks); more++ {
		if (len(marks)-1)%more == 0 && fits(more) {
			return more
		}
	}
	return stride
}

// cycleOf is after how many marks their first words come again, as in Q1 2022, Q2 2022: 4 for quarters, 12 for months; 0
// where they do not.
func cycleOf(marks []timeMark) int {
	word := func(i int) string {
		first, _, _ := strings.Cut(marks[i].lines[0], " ")
		return first
	}
	for cycle := 2; cycle <= 12 && cycle < len(marks); cycle++ {
		again := word(0) != word(1)
		for i := cycle; again && i < len(marks); i++ {
			again = word(i) == word(i-cycle)
		}
		if again {
			return cycle
		}
	}
	return 0
}
