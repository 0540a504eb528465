package chart

import (
	"fmt"
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// pair is a row of a dumbbell chart, laid out: two dots, or the one there is, with words to both sides.
type pair struct {
	rowHead
	first, second Point
	low, high     float64 // the values of the left and the right dot
	left, right   block
	tail          string // why a dot is not there, behind the words on the right
	tailRoom      int
}

// Sizes of a dumbbell, in tenths of a pixel.
const (
	knob     = 55
	dotWords = 6 * unit // between a dot and its words
	headLong = 8 * unit // of an arrow
	headHalf = 45       // half the width of an arrow's head
)

// unfitDumbbell says what of a chart cannot be drawn as pairs of dots.
func (s *Spec) unfitDumbbell() []string {
	if n := len(s.Series); n != 2 {
		return []string{fmt.Sprintf("a dumbbell compares two periods, and here are %d: give two, or choose a bar chart", n)}
	}
	return nil
}

// dumbbells draws Dumbbell, and returns the height.
func (p *plate) dumbbells() int {
	pairs, left := p.pairs()
	width, longest := p.width-left-2*unit, 0.0
	for i := range pairs {
		longest = max(longest, math.Abs(pairs[i].low), math.Abs(pairs[i].high))
	}
	scale := fit(width, longest, func(scale float64) (int, int) { return pairNeeds(pairs, scale) })
	top := p.pairLegend(&pairs[0], scale, left)
	bottom := top
	for i := range pairs {
		pairs[i].top = bottom
		bottom += pairs[i].rowHead.high
	}
	lo, hi, whole := p.extent()
	p.valueAxis(scale, left, top, bottom, lo, hi, whole)
	p.zeroLine(scale, left, top, bottom, overZero(pairs, scale)...)
	p.group("ch-labels ch-end")
	for i := range pairs {
		p.writeHead(&pairs[i].rowHead, left-nameGap)
	}
	p.end()
	p.group("ch-bars")
	for i := range pairs {
		p.arrow(&pairs[i], scale, left)
	}
	p.end()
	p.group("ch-values")
	for i := range pairs {
		p.writePair(&pairs[i], scale, left)
	}
	p.end()
	return p.keys(p.remarks(p.dotSwatch), left, bottom+p.little().lineHeight()+5*unit)
}

// pairs lays out the rows; left is where the scale begins.
func (p *plate) pairs() (pairs []pair, left int) {
	pairs = make([]pair, len(p.Rows))
	for i, row := range p.Rows {
		pairs[i].rowHead = p.head(row)
		left = max(left, widest(pairs[i].label, p.plain()))
	}
	if left > 0 {
		left += nameGap
	}
	beside := (p.width - left) * 38 / 100
	between := 16 * unit
	for i := range pairs {
		r := &pairs[i]
		r.first, r.second = p.Series[0].Points[i], p.Series[1].Points[i]
		p.sides(r, beside)
		r.rowHead.high = max(r.words(p), r.left.high, r.right.high, p.plain().lineHeight()) + between
	}
	return pairs, left
}

// sides chooses the words at both sides of a pair: the value of each dot beyond it.
func (p *plate) sides(r *pair, beside int) {
	first, second := p.little(), font{p.small, true}
	a, b := r.first, r.second
	switch {
	case a.Missing && b.Missing:
		r.right.add(a.missing(), beside, first, "ch-none")
	case a.Missing:
		r.low, r.high = b.Value, b.Value
		r.right.add(p.marked(b), beside, second, "")
		p.addTail(r, p.without(0, a), beside)
	case b.Missing:
		r.low, r.high = a.Value, a.Value
		r.right.add(p.marked(a), beside, first, "ch-muted")
		p.addTail(r, p.without(1, b), beside)
	case a.Value == b.Value:
		r.low, r.high = a.Value, a.Value
		r.right.add(p.marked(b), beside, second, "")
		p.addTail(r, "unchanged", beside)
	case a.Value < b.Value:
		r.low, r.high = a.Value, b.Value
		r.left.add(p.marked(a), beside, first, "ch-muted")
		r.right.add(p.marked(b), beside, second, "")
	default:
		r.low, r.high = b.Value, a.Value
		r.left.add(p.marked(b), beside, second, "")
		r.right.add(p.marked(a), beside, first, "ch-muted")
	}
}

// without says that a value of a series is missing: "no figure for Q1 2022".
func (s *Spec) without(series int, point Point) string {
	if name := s.Series[series].Name; name != "" {
		return point.missing() + " for " + name
	}
	return point.missing()
}

// addTail puts a remark behind the words on the right, or below them where space is tight.
func (p *plate) addTail(r *pair, text string, beside int) {
	room := textWidth(text, p.little()) + dotWords + 2*unit
	if len(r.right.lines) == 1 && r.right.wide+room <= beside {
		r.tail, r.tailRoom = text, room
		return
	}
	r.right.add(text, beside, p.little(), "ch-none")
}

// pairNeeds is the room to both sides of zero at a scale of so many tenths of a pixel for one.
func pairNeeds(pairs []pair, scale float64) (left, right int) {
	for i := range pairs {
		r := &pairs[i]
		beyond := knob + dotWords
		if r.first.Missing && r.second.Missing {
			beyond = dotWords
		}
		left = max(left, beyond+r.left.wide-int(scale*r.low), knob)
		right = max(right, beyond+r.right.wide+r.tailRoom+ceil(scale*r.high))
	}
	return left, right
}

// overZero are the levels, from and to, where words beside a dot near zero stand on the line at zero.
func overZero(pairs []pair, scale *gochart.ContinuousRange) (levels [][2]int) {
	zero := scale.Translate(0)
	for i := range pairs {
		r := &pairs[i]
		end, start := scale.Translate(r.low)-knob-dotWords, scale.Translate(r.high)+knob+dotWords
		high := 0
		if len(r.left.lines) > 0 && end+2*unit > zero && end-r.left.wide-2*unit < zero {
			high = r.left.high
		}
		if start-2*unit < zero && start+r.right.wide+r.tailRoom+2*unit > zero { // of values below zero
			high = max(high, r.right.high)
		}
		if high > 0 {
			levels = append(levels, [2]int{r.middle() - high/2, r.middle() + high/2})
		}
	}
	return levels
}

// writePair writes the words at both sides of a pair.
func (p *plate) writePair(r *pair, scale *gochart.ContinuousRange, left int) {
	beyond := knob + dotWords
	if r.first.Missing && r.second.Missing {
		beyond = dotWords
	}
	p.writeBlock(&r.left, "ch-end", left+scale.Translate(r.low)-beyond, r.middle()-r.left.high/2)
	x := left + scale.Translate(r.high) + beyond
	p.writeBlock(&r.right, "", x, r.middle()-r.right.high/2)
	if r.tail != "" {
		p.write(r.tail, "ch-none", p.little(), x+r.right.wide+dotWords+2*unit, r.middle()+p.little().drop())
	}
}

// arrow draws a pair: a hollow dot, a filled one, and an arrow from the first to the second. Where the dots are so near
// that there is no room for an arrow, the filled dot is drawn over the hollow one.
func (p *plate) arrow(r *pair, scale *gochart.ContinuousRange, left int) {
	a, b := r.first, r.second
	x, to, y := left+scale.Translate(a.Value), left+scale.Translate(b.Value), r.middle()
	class, side := "ch-up", 1
	switch {
	case a.Missing || b.Missing || a.Value == b.Value:
		class = ""
	case b.Value < a.Value:
		class, side = "ch-down", -1
	}
	start, tip := x+side*knob, to-side*knob
	if long := min(headLong, (tip-start)*side); class != "" && long >= 3*unit {
		if base := tip - side*long; (base-start)*side > unit {
			p.SetClassName(class + " ch-link")
			p.MoveTo(start, y)
			p.LineTo(base, y)
			p.Stroke()
		}
		p.SetClassName(class)
		p.MoveTo(tip, y)
		p.LineTo(tip-side*long, y-headHalf)
		p.LineTo(tip-side*long, y+headHalf)
		p.Close()
		p.Fill()
	}
	if !a.Missing && (b.Missing || a.Value != b.Value) {
		p.dot("ch-base ch-hollow", a.Estimated, x, y)
	}
	if b.Missing {
		return
	}
	if b.Estimated {
		class = spaced(class, "ch-hollow")
	}
	p.dot(class, b.Estimated, to, y)
}

// dot draws a dot; that of an estimate is hollow and dotted.
func (p *plate) dot(class string, estimated bool, x, y int) {
	if estimated {
		class = spaced(class, "ch-dotted")
	}
	p.SetClassName(class)
	p.Circle(knob, x, y)
}

func (p *plate) dotSwatch(b gochart.Box) {
	p.dot("ch-base ch-hollow", true, b.Left+b.Width()/2, b.Top+b.Height()/2)
}

// pairLegend names the two series: above the dots of the first row where their names fit there, else in a line above
// the chart. It returns where the rows begin.
func (p *plate) pairLegend(r *pair, scale *gochart.ContinuousRange, left int) int {
	f := p.little()
	names, strong := [2]string{p.Series[0].Name, p.Series[1].Name}, [2]font{f, {p.small, true}}
	if names == [2]string{} {
		return 2 * unit
	}
	if !r.first.Missing && !r.second.Missing && r.low != r.high {
		l, h := 0, 1 // the series of the left dot and of the right one
		if r.first.Value > r.second.Value {
			l, h = 1, 0
		}
		xl, xh := left+scale.Translate(r.low), left+scale.Translate(r.high)
		wl, wh := textWidth(names[l], strong[l]), textWidth(names[h], strong[h])
		at := [2]int{xl - wl/2, xh - wh/2}
		if at[0]+wl+12*unit > at[1] { // not above their middles: outwards
			at = [2]int{xl + knob - wl, xh - knob}
		}
		at[1] = min(at[1], p.width-wh)
		if at[0] >= 0 && at[0]+wl+8*unit <= at[1] {
			y := f.lineHeight()/2 + f.drop()
			p.group("ch-legend")
			defer p.end()
			for k, j := range [2]int{l, h} {
				class := ""
				if j == 0 {
					class = "ch-muted"
				}
				p.write(names[j], class, strong[j], at[k], y)
			}
			return f.lineHeight() + unit
		}
	}
	items := make([]legendItem, len(names))
	for j, name := range names {
		items[j] = legendItem{name, strong[j], [2]string{"ch-muted", ""}[j], func(b gochart.Box) {
			p.SetClassName([2]string{"ch-base ch-hollow", ""}[j])
			p.Circle(knob, b.Left+b.Width()/2, b.Top+b.Height()/2)
		}}
	}
	return p.legend(items, left)
}
