package chart

import (
	"fmt"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// maxParts is how many parts of a whole can be told apart, besides a remainder.
const maxParts = 5

// stack is a row of a stacked chart, laid out.
type stack struct {
	rowHead
	parts []part // in the order in which they are drawn
	total float64
	words string // the total, behind the bar; or why there is no bar
	none  bool   // there is no bar
	note  block  // below the bar: which parts are missing
}

// part is a piece of a bar: it reaches from one sum of values to the next.
type part struct {
	from, to  float64
	text      string
	tint      tint
	estimated bool
}

// margins is the room that the figure of a piece needs besides itself: on hatching also that of the patch below it.
func (p part) margins() int {
	if p.estimated {
		return 8 * unit
	}
	return 2 * unit
}

// tint is the class of a mark that shows a part of a whole, and that of the words on it.
type tint struct{ mark, on string }

// partTint is the look of the k-th part; that of a remainder is grey. Dark and light colours take turns, so that
// neighbours can be told apart without colour too.
func partTint(k int, rest bool) tint {
	if rest {
		return tint{"ch-rest", "ch-on-rest"}
	}
	return [...]tint{{"ch-s1", "ch-on-1"}, {"ch-s3", "ch-on-3"}, {"ch-s2", "ch-on-2"}, {"ch-s5", "ch-on-5"}, {"ch-s4", "ch-on-4"}}[k%maxParts]
}

// layer is a series of a stacked chart with its look.
type layer struct {
	series int
	tint   tint
}

// layers are the series in the order in which they are drawn: a remainder comes last.
func (s *Spec) layers() []layer {
	all := make([]layer, 0, len(s.Series))
	for _, rest := range [2]bool{false, true} {
		for j, one := range s.Series {
			if one.Rest == rest {
				all = append(all, layer{j, partTint(len(all), rest)})
			}
		}
	}
	return all
}

// unfitStacked says what of a chart cannot be drawn as stacked bars.
func (s *Spec) unfitStacked() []string {
	var wrong []string
	parts, rests, sum := 0, 0, 0.0
	for _, one := range s.Series {
		if one.Rest {
			rests++
		} else {
			parts++
		}
		for i, p := range one.Points {
			if !p.Missing && p.Value < 0 {
				wrong = append(wrong, fmt.Sprintf("the value of %s is negative, and cannot be a part of a whole: choose a bar chart", s.place(one, i)))
			} else if !p.Missing {
				sum += p.Value
			}
		}
	}
	if parts > maxParts {
		wrong = append(wrong, fmt.Sprintf("%d parts are too many to tell apart: %d at most, put the others together as one, \"Other\"", parts, maxParts))
	}
	if rests > 1 {
		wrong = append(wrong, fmt.Sprintf("%d of the parts are a remainder: one at most", rests))
	}
	if s.Hundred && sum == 0 && len(wrong) == 0 {
		wrong = append(wrong, "there are no shares to draw, since every value is zero: draw counts")
	}
	return wrong
}

// stacks draws Stacked, and returns the height.
func (p *plate) stacks() int {
	layers := p.layers()
	rows, left := p.stackRows(layers)
	longest := 0.0
	for i := range rows {
		longest = max(longest, rows[i].length())
	}
	scale := fit(p.width-left-2*unit, longest, func(scale float64) (int, int) { return 0, p.stackNeeds(rows, scale) })
	top := p.stackLegend(layers, rows, scale, left)
	bottom := top
	for i := range rows {
		rows[i].top = bottom
		bottom += rows[i].high
	}
	if p.Hundred {
		p.hundredAxis(scale, left, top, bottom)
	} else {
		_, _, whole := p.extent()
		p.valueAxis(scale, left, top, bottom, 0, scale.Max, whole)
	}
	p.group("ch-labels ch-end")
	for i := range rows {
		p.writeHead(&rows[i].rowHead, left-nameGap)
	}
	p.end()
	p.stackMarks(rows, layers, scale, left)
	p.zeroLine(scale, left, top, bottom)
	p.stackValues(rows, scale, left)
	items := p.remarks(p.estimateSwatch)
	if p.Hundred && anyUneven(rows) {
		items = append(items, roundedItem())
	}
	return p.keys(items, left, bottom+p.little().lineHeight()+5*unit)
}

// anyUneven tells whether the rounded shares of a row do not add up to 100.
func anyUneven(rows []stack) bool {
	for i := range rows {
		shares := make([]float64, len(rows[i].parts))
		for k, one := range rows[i].parts {
			shares[k] = one.to - one.from
		}
		if len(shares) > 0 && uneven(shares) {
			return true
		}
	}
	return false
}

// length is how long a bar is, in values or in hundredths.
func (r *stack) length() float64 {
	if len(r.parts) == 0 {
		return 0
	}
	return r.parts[len(r.parts)-1].to
}

// stackThick is how thick a bar is.
func (p *plate) stackThick() int { return (p.text + 9) * unit }

// stackMarks draws the pieces, a path for each look, and then the hairlines between them.
func (p *plate) stackMarks(rows []stack, layers []layer, scale *gochart.ContinuousRange, left int) {
	p.group("ch-bars")
	for k, l := range layers {
		for _, estimated := range [2]bool{false, true} {
			p.SetClassName(l.tint.mark)
			if estimated {
				p.SetClassName(l.tint.mark + " ch-est")
			}
			for i := range rows {
				if b, ok := p.partBox(&rows[i], k, scale, left); ok && rows[i].parts[k].estimated == estimated {
					p.box(b)
				}
			}
			p.Fill()
		}
		p.SetClassName(l.tint.mark + " ch-hatch")
		for i := range rows {
			if b, ok := p.partBox(&rows[i], k, scale, left); ok && rows[i].parts[k].estimated {
				p.hatch(b)
			}
		}
		p.Stroke()
	}
	p.SetClassName("ch-hair")
	for i := range rows {
		for k := range rows[i].parts {
			if b, ok := p.partBox(&rows[i], k, scale, left); ok && b.Left > left && b.Width() >= 3*unit {
				p.MoveTo(b.Left, b.Top)
				p.LineTo(b.Left, b.Bottom)
			}
		}
	}
	p.Stroke()
	p.end()
}

// partBox is the box of a piece; false where there is nothing to see.
func (p *plate) partBox(r *stack, k int, scale *gochart.ContinuousRange, left int) (gochart.Box, bool) {
	if k >= len(r.parts) || r.parts[k].to <= r.parts[k].from {
		return gochart.Box{}, false
	}
	top := r.middle() - (p.stackThick()+r.note.high)/2
	b := gochart.Box{Top: top, Bottom: top + p.stackThick(), Left: left + scale.Translate(r.parts[k].from), Right: left + scale.Translate(r.parts[k].to)}
	b.Right = max(b.Right, b.Left+1)
	return b, true
}

// stackValues writes the value into every piece that has room for it, and the total behind each bar.
func (p *plate) stackValues(rows []stack, scale *gochart.ContinuousRange, left int) {
	f := p.little()
	p.group("ch-values")
	for i := range rows {
		r := &rows[i]
		top := r.middle() - (p.stackThick()+r.note.high)/2
		y := top + p.stackThick()/2 + f.drop()
		for k, one := range r.parts {
			b, ok := p.partBox(r, k, scale, left)
			if !ok || one.text == "" || textWidth(one.text, f)+one.margins() > b.Width() {
				continue
			}
			class := one.tint.on
			if one.estimated { // ink, on a patch of the ground that keeps the hatching away
				class = ""
				half := textWidth(one.text, f)/2 + 3*unit
				p.SetClassName("ch-clear")
				p.box(gochart.Box{Left: (b.Left+b.Right)/2 - half, Right: (b.Left+b.Right)/2 + half, Top: b.Top + 3*unit, Bottom: b.Bottom - 3*unit})
				p.Fill()
			}
			p.write(one.text, spaced(class, "ch-mid"), f, (b.Left+b.Right)/2, y)
		}
		x := left + scale.Translate(r.length()) + 6*unit
		switch {
		case r.none:
			p.write(r.words, "ch-none", f, left+scale.Translate(0)+6*unit, y)
		case r.words != "":
			p.write(r.words, "", font{p.small, true}, x, y)
		}
		p.writeBlock(&r.note, "", left+scale.Translate(0)+2*unit, top+p.stackThick()+unit)
	}
	p.end()
}

// hundredAxis draws the grid of an axis from 0 to 100 %.
func (p *plate) hundredAxis(scale *gochart.ContinuousRange, left, top, bottom int) {
	percent := *p.Spec
	percent.Axis.Percent = true
	q := *p
	q.Spec = &percent
	q.valueAxis(scale, left, top, bottom, 0, 100, true)
}
