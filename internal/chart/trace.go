package chart

import "slices"

// vertex is a corner of a drawn line.
type vertex struct {
	row, x, y int
	opens     bool // the line begins here: nothing leads to it
	estimated bool // it or what it is joined to is an estimate
}

// mostExact is how many values of one column of pixels are drawn as they are.
const mostExact = 4

// column is one column of pixels on the way along a line.
type column struct {
	pixel, count           int
	kept                   [mostExact]vertex // the first values
	first, low, high, last vertex
	lowest, highest        float64
	estimated, broken      bool
}

// trace is the way of a line through its field. Of a column of pixels with more than four values it keeps the first, the
// lowest, the highest and the last, which look the same; so a line of a million values is drawn as long as one of a
// few thousand. A gap or a break at the edge of a column stays one; a gap within such a column is narrower than a pixel,
// and a column with an estimate is drawn as one. A second break within one column is not drawn.
func (f *field) trace(points []Point) []vertex {
	return f.traceInto(make([]vertex, 0, min(len(points), 4*(f.box.Width()/unit+1))), points)
}

// traceInto is trace that appends to what there is.
func (f *field) traceInto(out []vertex, points []Point) []vertex {
	var c column
	apart, before := true, false // nothing to be joined to; the value before is an estimate
	for i := range points {
		one := &points[i]
		if one.Missing {
			apart = true
			continue
		}
		x := f.column(i)
		if c.count > 0 && (x/unit != c.pixel || one.Break && !c.broken) {
			again := x/unit == c.pixel
			out = c.flush(out)
			c = column{broken: again}
		}
		opens := apart || one.Break
		v := vertex{row: i, x: x, y: f.level(one.Value), opens: opens, estimated: one.Estimated || before && !opens}
		c.add(v, one.Value)
		apart, before = false, one.Estimated
	}
	return c.flush(out)
}

func (c *column) add(v vertex, value float64) {
	if c.count == 0 {
		c.pixel, c.first, c.low, c.high = v.x/unit, v, v, v
		c.lowest, c.highest = value, value
	}
	if c.count < mostExact {
		c.kept[c.count] = v
	}
	if value < c.lowest {
		c.low, c.lowest = v, value
	}
	if value > c.highest {
		c.high, c.highest = v, value
	}
	c.last = v
	c.estimated = c.estimated || v.estimated
	c.count++
}

// flush appends what is drawn of the column.
func (c *column) flush(out []vertex) []vertex {
	if c.count <= mostExact {
		return append(out, c.kept[:c.count]...)
	}
	some := [...]vertex{c.first, c.low, c.high, c.last}
	slices.SortFunc(some[:], func(a, b vertex) int { return a.row - b.row })
	for i, v := range some {
		if i > 0 && v.row == some[i-1].row {
			continue
		}
		v.opens, v.estimated = i == 0 && c.first.opens, c.estimated
		out = append(out, v)
	}
	return out
}

// follow draws a line: a path for each of its solid and its dotted parts.
func (p *plate) follow(way []vertex, class string) {
	for _, estimated := range [2]bool{false, true} {
		p.SetClassName(class)
		if estimated {
			p.SetClassName(class + " ch-est")
		}
		down := false
		for i := range way {
			v := &way[i]
			if v.opens || v.estimated != estimated {
				down = false
				continue
			}
			if !down {
				p.MoveTo(way[i-1].x, way[i-1].y)
				down = true
			}
			if v.x != way[i-1].x || v.y != way[i-1].y {
				p.LineTo(v.x, v.y)
			}
		}
		p.Stroke()
	}
}

// dots draws the values of a line that stand alone: a dot, or a ring of dots for an estimate.
func (p *plate) dots(way []vertex, class string, radius float64) {
	for i := range way {
		v := &way[i]
		if !v.alone(way, i) {
			continue
		}
		if v.estimated {
			p.SetClassName(class + " ch-est")
			p.ring(v.x, v.y, radius)
			p.Stroke()
			continue
		}
		p.SetClassName(class)
		p.Circle(radius, v.x, v.y)
	}
}

// alone says whether nothing leads to a corner nor away from it.
func (v vertex) alone(way []vertex, i int) bool {
	return v.opens && (i == len(way)-1 || way[i+1].opens)
}

// under fills the area between a line and the baseline, run by run.
func (p *plate) under(f *field, way []vertex, class string) {
	zero := f.level(max(0, f.y.Min))
	p.SetClassName(class)
	for i := 0; i < len(way); {
		end := i + 1
		for end < len(way) && !way[end].opens {
			end++
		}
		if end > i+1 {
			p.MoveTo(way[i].x, zero)
			for _, v := range way[i:end] {
				p.LineTo(v.x, v.y)
			}
			p.LineTo(way[end-1].x, zero)
			p.Close()
		}
		i = end
	}
	p.Fill()
}
