package chart

import "math"

// barLook is what the marks of a bar chart measure, in tenths of a pixel.
type barLook struct {
	thick, gap, between int     // a bar; between the bars of a row; between rows
	words               int     // between a bar and its words
	limit               float64 // where bars are cut; 0 for nowhere
}

// barRow is a row of a bar chart, laid out.
type barRow struct {
	rowHead
	bars []bar // one a series
}

// bar is one bar, laid out.
type bar struct {
	value     float64  // what is drawn: of a cut bar the end of the scale, of a missing one zero
	extra     int      // how far a cut bar reaches past the scale; 0: it is not cut
	text      []string // its value, or why there is none
	note      string   // beside the value
	name      string   // beside the value, where the bar stands for a legend
	font      font
	class     string
	missing   bool
	estimated bool
	room      int // how wide the words are, with their gap
	high      int
}

// manyRows are so many that a chart of one series is drawn tighter.
const manyRows = 16

func (p *plate) barLook() barLook {
	if len(p.Series) > 1 {
		return barLook{thick: (p.small + 1) * unit, gap: unit, between: 13 * unit, words: 5 * unit}
	}
	if len(p.Rows) > manyRows {
		return barLook{thick: (p.text + 2) * unit, between: 8 * unit, words: 6 * unit}
	}
	return barLook{thick: (p.text + 6) * unit, between: 12 * unit, words: 6 * unit}
}

// barRows lays out the rows; left is where the space of the bars begins.
func (p *plate) barRows(look barLook) (rows []barRow, left int) {
	most := p.nameRoom()
	rows = make([]barRow, len(p.Rows))
	all := make([]bar, len(p.Rows)*len(p.Series))
	for i, row := range p.Rows {
		r := &rows[i]
		r.rowHead = p.head(row)
		left = max(left, widest(r.label, p.plain()))
		if p.Type == Change && row.Note != "" {
			r.note = []string{row.Note}
		}
		r.bars, all = all[:len(p.Series):len(p.Series)], all[len(p.Series):]
		for j := range p.Series {
			r.bars[j] = p.bar(j, i, look.limit)
		}
	}
	plot := p.width - left - 12*unit
	for i := range rows {
		plot = min(plot, p.width-min(most, widest(rows[i].note, p.little()))-12*unit)
	}
	// The words of both sides, a tenth for the bars and what cut bars need fit together.
	beside := plot * 42 / 100
	if look.limit > 0 {
		beside = plot * 32 / 100
	}
	p.barWords(rows, look, beside, plot/2, most)
	for i := range rows {
		left = max(left, widest(rows[i].note, p.little()))
		rows[i].measure(p, look)
	}
	if left > 0 {
		left += nameGap
	}
	return rows, left
}

// bar lays out the bar of a row in a series.
func (p *plate) bar(series, row int, limit float64) bar {
	point := p.Series[series].Points[row]
	b := bar{missing: point.Missing, estimated: point.Estimated, font: p.valueFont(series), class: p.barClass(series, point.Value, p.Rows[row].Rest)}
	if point.Missing {
		b.text = []string{point.missing()}
		b.font = p.little()
		return b
	}
	b.text = []string{p.marked(point)}
	b.value = point.Value
	if limit > 0 && math.Abs(b.value) > limit {
		b.extra = p.past(math.Abs(b.value), limit)
		b.value = limit
		if point.Value < 0 {
			b.value = -limit
		}
	}
	return b
}

// past is how far a cut bar reaches beyond the scale: a longer one further, so that their order shows.
func (p *plate) past(v, limit float64) int {
	shorter := 0
	for _, q := range p.Series[0].Points {
		if m := math.Abs(q.Value); !q.Missing && m > limit && m < v {
			shorter++
		}
	}
	if p.narrow {
		return (22 + 8*min(shorter, 2)) * unit
	}
	return (34 + 18*min(shorter, 3)) * unit
}

// barWords wraps the words of the bars to the width beside; a note stands beside its value where all notes fit there,
// else under the label of its row, wrapped to the width under. Why a value is missing may be as wide as free.
func (p *plate) barWords(rows []barRow, look barLook, beside, free, under int) {
	fits := !p.narrow
	for i := range rows {
		for j := range rows[i].bars {
			b := &rows[i].bars[j]
			most := beside
			if b.missing { // no bar takes room from it
				most = max(beside, free)
			}
			b.text = wrap(b.text[0], most, b.font)
			b.room = widest(b.text, b.font) + look.words
		}
		if len(rows[i].note) > 0 {
			fits = fits && rows[i].bars[0].room+p.noteRoom(rows[i].note[0], look) <= beside
		}
	}
	for i := range rows {
		r := &rows[i]
		switch {
		case len(r.note) == 0:
		case fits:
			r.bars[0].note, r.note = r.note[0], nil
			r.bars[0].room += p.noteRoom(r.bars[0].note, look)
		default:
			r.note = wrap(r.note[0], under, p.little())
		}
	}
}

func (p *plate) noteRoom(note string, look barLook) int {
	return textWidth(note, p.little()) + look.words + 2*unit
}

func (r *barRow) measure(p *plate, look barLook) {
	for j := range r.bars {
		b := &r.bars[j]
		b.high = max(look.thick, len(b.text)*b.font.lineHeight())
	}
	r.high = max(r.thick(look), r.words(p)) + look.between
}

// thick is the height of a row's bars.
func (r *barRow) thick(look barLook) int {
	high := -look.gap
	for j := range r.bars {
		high += r.bars[j].high + look.gap
	}
	return high
}

// valueFont makes the values of the series that matters bold.
func (p *plate) valueFont(series int) font {
	switch {
	case len(p.Series) == 1:
		return p.bold()
	case len(p.Series) == 2 && series == 1:
		return font{p.small, true}
	}
	return p.little()
}

// barClass is the look of a bar. Of two series the first is what the second is compared with. A remainder is grey: a
// series of its own, or the row of a single one.
func (p *plate) barClass(series int, value float64, rest bool) string {
	switch {
	case p.Type == Change && value < 0:
		return "ch-down"
	case p.Type == Change:
		return "ch-up"
	case p.Series[series].Rest, rest && len(p.Series) == 1:
		return "ch-rest"
	case len(p.Series) == 2 && !p.Series[1].Rest:
		return [2]string{"ch-base", "ch-s1"}[series]
	}
	return partTint(series, false).mark
}

// longest is the size of the longest bar.
func longest(rows []barRow) float64 {
	long := 0.0
	for i := range rows {
		for j := range rows[i].bars {
			long = max(long, math.Abs(rows[i].bars[j].value))
		}
	}
	return long
}

// barNeeds is the room to both sides of zero at a scale of so many tenths of a pixel for one.
func barNeeds(rows []barRow, scale float64) (left, right int) {
	for i := range rows {
		for j := range rows[i].bars {
			b := &rows[i].bars[j]
			long := ceil(scale*math.Abs(b.value)) + b.room + b.extra
			if b.value < 0 {
				left = max(left, long)
			} else {
				right = max(right, long)
			}
		}
	}
	return left, right
}
