package chart

import gochart "github.com/wcharczuk/go-chart/v2"

// field is the inside of a line chart and its two scales. The rows are those that have places of their own; without them
// they are evenly spaced.
type field struct {
	box  gochart.Box
	rows []Row
	x, y *gochart.ContinuousRange
}

// newField lays n rows and the values from bottom to top into a box.
func newField(box gochart.Box, rows []Row, n int, bottom, top float64) *field {
	f := &field{box: box, rows: rows}
	f.x = &gochart.ContinuousRange{Max: float64(n - 1), Domain: box.Width()}
	if rows != nil {
		f.x.Min, f.x.Max = rows[0].X, rows[n-1].X
	}
	if n == 1 {
		f.x.Min, f.x.Max = f.x.Min-1, f.x.Min+1
	}
	f.y = &gochart.ContinuousRange{Min: bottom, Max: top, Domain: box.Height()}
	return f
}

func (f *field) column(row int) int {
	if f.rows == nil {
		return f.box.Left + f.x.Translate(float64(row))
	}
	return f.box.Left + f.x.Translate(f.rows[row].X)
}

func (f *field) level(value float64) int { return f.box.Bottom - f.y.Translate(value) }

func (f *field) place(row int, value float64) (x, y int) { return f.column(row), f.level(value) }

// levels draws the level lines, without those below which is nothing to see; the line at zero is the baseline.
func (p *plate) levels(f *field, ticks []gochart.Tick) {
	across := func(value float64) {
		y := f.level(value)
		p.MoveTo(f.box.Left, y)
		p.LineTo(f.box.Right, y)
	}
	p.group("ch-grid")
	p.SetClassName("")
	for _, t := range ticks {
		if t.Value != 0 {
			across(t.Value)
		}
	}
	p.Stroke()
	p.end()
	p.group("ch-zero")
	p.SetClassName("")
	across(0)
	p.Stroke()
	p.end()
}

// levelNumbers writes the numbers of the level lines, left of them; the uppermost in bold where it differs from panel to
// panel.
func (p *plate) levelNumbers(f *field, ticks []gochart.Tick, differ bool) {
	p.group("ch-ticks ch-end")
	for i, t := range ticks {
		p.write(t.Label, "", font{p.small, differ && i == len(ticks)-1}, f.box.Left-8*unit, f.level(t.Value)+p.little().drop())
	}
	p.end()
}

// widestTick is the room that the numbers of level lines need.
func (p *plate) widestTick(ticks []gochart.Tick) int {
	wide := 0
	for _, t := range ticks {
		wide = max(wide, textWidth(t.Label, font{p.small, true}))
	}
	return wide
}
