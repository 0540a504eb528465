package chart

import (
	"cmp"
	"math"
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// fit finds the largest scale on which every mark, with the words beside it, fits into width, by halving. Of longest,
// the size of the largest value, at least a twentieth of the width is drawn. needs is the room to both sides of zero,
// in tenths of a pixel, at a scale of so many tenths of a pixel for one: a convex function.
func fit(width int, longest float64, needs func(scale float64) (left, right int)) *gochart.ContinuousRange {
	if longest < 1e-5 {
		longest = 1
	}
	low, high := float64(width)/20/longest, float64(width)/longest
	for range 30 {
		middle := (low + high) / 2
		if left, right := needs(middle); left+right <= width {
			low = middle
		} else {
			high = middle
		}
	}
	left, _ := needs(low)
	return &gochart.ContinuousRange{Min: -float64(left) / low, Max: float64(width-left) / low, Domain: width}
}

// valueAxis draws the grid of a chart with rows and its numbers, below, for values from lo to hi as far as the scale
// reaches; left is where the scale begins.
func (p *plate) valueAxis(scale *gochart.ContinuousRange, left, top, bottom int, lo, hi float64, whole bool) {
	lo, hi = max(lo, scale.Min), min(max(hi, 1), scale.Max)
	ticks := p.valueTicks(scale, left, lo, hi, whole)
	p.group("ch-grid")
	p.SetClassName("")
	for _, t := range ticks {
		if t.Value != 0 {
			p.MoveTo(left+scale.Translate(t.Value), top)
			p.LineTo(left+scale.Translate(t.Value), bottom)
		}
	}
	p.Stroke()
	p.end()
	p.group("ch-ticks ch-mid")
	for _, t := range ticks {
		if t.Label == "" {
			continue
		}
		p.write(t.Label, "", p.little(), p.tickAt(t, scale, left), bottom+p.little().lineHeight())
	}
	p.end()
}

// valueTicks are as many round numbers as have room, between lo and hi, zero among them. Where there is room for zero
// alone, the grid stays and some of its lines go without a number.
func (p *plate) valueTicks(scale *gochart.ContinuousRange, left int, lo, hi float64, whole bool) []gochart.Tick {
	for n := 7; ; n-- {
		a := newAxis(hi-lo, n, whole)
		ticks := p.ticks(a, min(0, a.to(lo)), max(0, a.from(hi)), p.compact(lo, hi))
		if len(ticks) > 1 && p.roomy(ticks, scale, left) {
			return ticks
		}
		if n == 1 {
			break
		}
	}
	a := newAxis(hi-lo, 5, whole)
	return p.thinned(p.ticks(a, min(0, a.to(lo)), max(0, a.from(hi)), p.compact(lo, hi)), scale, left)
}

// thinned takes the numbers from ticks that have no room: zero keeps its own, then the last and the first, then others.
func (p *plate) thinned(ticks []gochart.Tick, scale *gochart.ContinuousRange, left int) []gochart.Tick {
	order := make([]int, 0, len(ticks)+1)
	for k, t := range ticks {
		if t.Value == 0 {
			order = append(order, k)
		}
	}
	order = append(order, len(ticks)-1)
	for k := range ticks {
		order = append(order, k)
	}
	kept := make([]gochart.Tick, 0, len(ticks))
	for _, k := range order {
		more := append(slices.Clone(kept), ticks[k])
		slices.SortFunc(more, func(a, b gochart.Tick) int { return cmp.Compare(a.Value, b.Value) })
		if p.roomy(more, scale, left) {
			kept = more
		}
	}
	for k := range ticks {
		if !slices.ContainsFunc(kept, func(t gochart.Tick) bool { return t.Value == ticks[k].Value }) {
			ticks[k].Label = ""
		}
	}
	return ticks
}

// roomy tells whether the numbers of ticks stand apart.
func (p *plate) roomy(ticks []gochart.Tick, scale *gochart.ContinuousRange, left int) bool {
	before := -10 * unit
	for _, t := range ticks {
		wide := textWidth(t.Label, p.little())
		from := p.tickAt(t, scale, left) - wide/2
		if from < before+10*unit {
			return false
		}
		before = from + wide
	}
	return true
}

// tickAt is where the middle of a tick's number is: at the tick, or as near as the edge of the picture lets it.
func (p *plate) tickAt(t gochart.Tick, scale *gochart.ContinuousRange, left int) int {
	return p.inside(left+scale.Translate(t.Value), textWidth(t.Label, p.little()))
}

// zeroLine draws the line that the marks start from, but not on the levels, from and to, that words need.
func (p *plate) zeroLine(scale *gochart.ContinuousRange, left, top, bottom int, words ...[2]int) {
	p.group("ch-zero")
	p.SetClassName("")
	for _, level := range append(words, [2]int{bottom, bottom}) {
		p.MoveTo(left+scale.Translate(0), top)
		p.LineTo(left+scale.Translate(0), level[0])
		top = level[1]
	}
	p.Stroke()
	p.end()
}

// ceil rounds a length up to whole tenths of a pixel.
func ceil(v float64) int { return int(math.Ceil(v)) }
