package chart

import (
	"math"
	"slices"
	"strings"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// stackRows lays out the rows; left is where the bars begin.
func (p *plate) stackRows(layers []layer) (rows []stack, left int) {
	rows = make([]stack, len(p.Rows))
	all := make([]part, len(p.Rows)*len(layers))
	for i, row := range p.Rows {
		rows[i].rowHead = p.head(row)
		left = max(left, widest(rows[i].label, p.plain()))
	}
	if left > 0 {
		left += nameGap
	}
	for i := range rows {
		r := &rows[i]
		r.parts, all = all[:0:len(layers)], all[len(layers):]
		p.stackParts(r, i, layers, p.width-left-10*unit)
		r.rowHead.high = max(r.rowHead.words(p), p.stackThick()+r.note.high) + 12*unit
	}
	return rows, left
}

// stackParts fills a row: its pieces, its total and what it lacks.
func (p *plate) stackParts(r *stack, row int, layers []layer, room int) {
	values, decimals, missing := 0, 0, false
	why := ""
	for _, l := range layers {
		one := p.Series[l.series].Points[row]
		if one.Missing {
			why, missing = one.missing(), true
			continue
		}
		values++
		r.total += one.Value
		decimals = max(decimals, fraction(one.Value))
	}
	switch {
	case values == 0:
		r.none, r.words = true, why
		return
	case p.Hundred && r.total == 0:
		r.none, r.words = true, "no shares: the total is 0"
		return
	}
	at := 0.0
	for _, l := range layers {
		one := p.Series[l.series].Points[row]
		piece := part{from: at, to: at, tint: l.tint, estimated: one.Estimated}
		if !one.Missing {
			size := one.Value
			piece.text = p.marked(one)
			if p.Hundred {
				size = 100 * one.Value / r.total
				if !p.Axis.Percent || one.Label == "" { // else the value is a share already, written by the caller
					piece.text = p.percent(size) + one.marks()
				}
			}
			at += size
			piece.to = at
		}
		r.parts = append(r.parts, piece)
	}
	switch total := p.Rows[row].Total; {
	case p.Hundred:
	case total != "":
		r.words = total
	case !missing: // else it is not the total
		sum := Point{Label: p.tick(r.total, decimals, false), Estimated: p.guessed(row)}
		r.words = p.marked(sum)
	}
	r.sayOnce()
	if lacks := p.lacks(row, layers); lacks != "" {
		r.note.add(lacks, room, p.little(), "ch-none")
	}
}

// guessed tells whether a part of a row is an estimate: then its total is one too.
func (s *Spec) guessed(row int) bool {
	for _, one := range s.Series {
		if p := one.Points[row]; p.Estimated && !p.Missing {
			return true
		}
	}
	return false
}

// sayOnce takes the figure from a piece that is the whole bar, where the total behind it is the same.
func (r *stack) sayOnce() {
	only := -1
	for k, one := range r.parts {
		switch {
		case one.to <= one.from:
		case only >= 0:
			return
		default:
			only = k
		}
	}
	if only >= 0 && r.parts[only].text == r.words {
		r.parts[only].text = ""
	}
}

// lacks names the parts that a row has no value of, with the reason: "Pakistan and Syria: no figure".
func (p *plate) lacks(row int, layers []layer) string {
	var reasons, parts []string
	for _, l := range layers {
		if one := p.Series[l.series].Points[row]; one.Missing && !slices.Contains(reasons, one.missing()) {
			reasons = append(reasons, one.missing())
		}
	}
	for _, why := range reasons {
		var names []string
		for _, l := range layers {
			if one := p.Series[l.series].Points[row]; one.Missing && one.missing() == why {
				names = append(names, p.Series[l.series].Name)
			}
		}
		parts = append(parts, p.Locale.List(names)+": "+why)
	}
	return strings.Join(parts, "; ")
}

// percent is a share in whole per cent, a half upwards as in prose; near nothing and near all with a decimal, so that it
// is not taken for them.
func (s *Spec) percent(share float64) string {
	switch {
	case share >= 99.95 && share < 100:
		return ">" + s.Locale.Float(99.9, 1) + "%"
	case share >= 99.5 && share < 100, share > 0 && share < 0.95:
		if share < 0.05 {
			return "<" + s.Locale.Float(0.1, 1) + "%"
		}
		return s.Locale.Float(math.Round(share*10)/10, 1) + "%"
	}
	return s.Locale.Float(math.Round(share), 0) + "%"
}

// stackNeeds is the room to the right of zero at a scale of so many tenths of a pixel for one.
func (p *plate) stackNeeds(rows []stack, scale float64) int {
	right := 0
	for i := range rows {
		r := &rows[i]
		behind := textWidth(r.words, font{p.small, true}) + 6*unit
		if p.Hundred && !r.none {
			behind = textWidth("100%", p.little()) / 2 // the number below the end
		}
		right = max(right, ceil(scale*r.length())+behind)
	}
	return right
}

// stackLegend names the series in the order of the pieces: each above its piece of the first row where all names fit
// there, else in lines. It returns where the rows begin.
func (p *plate) stackLegend(layers []layer, rows []stack, scale *gochart.ContinuousRange, left int) int {
	if len(layers) == 1 && p.Series[0].Name == "" {
		return 2 * unit
	}
	items := make([]legendItem, len(layers))
	at := make([]int, len(layers))
	above := len(rows[0].parts) == len(layers)
	for k, l := range layers {
		items[k] = p.boxItem(p.Series[l.series].Name, l.tint.mark)
		if !above {
			continue
		}
		at[k] = left + scale.Translate(rows[0].parts[k].from)
		if k > 0 && at[k] < at[k-1]+items[k-1].long()+14*unit || at[k]+items[k].long() > p.width {
			above = false
		}
	}
	if !above {
		return p.legend(items, left)
	}
	p.group("ch-legend")
	for k, item := range items {
		p.writeItem(item, []string{item.name}, at[k], 0)
	}
	p.end()
	return p.little().lineHeight() + legendBelow - 4*unit
}
