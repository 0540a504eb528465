package site

import (
	"slices"
	"strings"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/decimal"
)

// wholeDonut refuses a donut that is no whole: with a part that is missing or
// negative, or a total of zero.
func (a *assembly) wholeDonut(c *Chart, s *selection, w whole, pieces []axis, percent bool) bool {
	if c.Block.Kind == content.TableBlock {
		return true
	}
	b := c.Block
	at := where(b, b.Categories, []content.Scalar{b.By}, b.Indicators)
	if s.pieces() == byArea {
		at = where(b, b.Areas)
	}
	any := false
	sum := decimal.Decimal{}
	for n, p := range append(slices.Clone(w.parts), w.rest) {
		name := "Other"
		if n < len(pieces) {
			name = pieces[n].label
		}
		d := pick(percent, p.share, p.count)
		switch {
		case p.hasCount || p.hasShare:
			any = true
		case p.missing != "" && !empty(w) && p.observation == nil && a.draft:
			a.await(c, s, at)
			return false
		case p.missing != "" && !empty(w):
			a.refuse(at, "show it as bars, which leave a gap", "a donut needs every part of the whole, and %s has no value: %s", name, p.missing)
			return false
		}
		if d.Sign() < 0 {
			a.refuse(where(b, b.Indicators), "show it as bars", "a donut cannot show what is negative, and %s is %s", name, a.written(p, percent))
			return false
		}
		if more, ok := sum.Add(d); ok {
			sum = more
		}
	}
	if any && sum.IsZero() {
		a.refuse(where(b, []content.Scalar{b.Period}, b.Indicators), "show it as bars, or write that there were none", "a donut cannot show a total of zero")
		return false
	}
	return any // nothing at all is said by finish
}

// donut fills a donut: a slice a part, the largest first.
func (a *assembly) donut(c *Chart, s *selection, w whole, pieces []axis, percent bool) {
	order := make([]int, len(pieces))
	for i := range order {
		order[i] = i
	}
	by := c.Block.Sort.Value
	if s.named() && by == "" {
		by = "given"
	}
	sortRows(order, by, func(n int) (decimal.Decimal, bool, string) {
		p := w.parts[n]
		return pick(percent, p.share, p.count), p.none == "", pieces[n].label
	}, a)
	name := a.subject(s, w)
	c.Spec = &chart.Spec{Type: chart.Donut, Axis: chart.Axis{Percent: percent, Unit: pick(percent, "", s.unit())}, Series: []chart.Series{{Name: name}}}
	heading := "Area"
	switch s.pieces() {
	case byCategory:
		heading = s.by.Name
	case byIndicator:
		heading = "Counted"
	}
	c.Table.Head, c.Table.Units = []string{heading, a.Locale.PeriodShort(s.periods[0])}, []string{"", pick(percent, "%", s.unit())}
	slice := func(label string, p part, rest bool) {
		if p.none != "" {
			return // it is in the rest, or there is none
		}
		point, datum := a.piecePoint(s.page, w, p, percent)
		c.Spec.Rows = append(c.Spec.Rows, chart.Row{Label: label, Rest: rest})
		c.Spec.Series[0].Points = append(c.Spec.Series[0].Points, point)
		c.Table.Rows = append(c.Table.Rows, []Datum{{Text: label, Heading: true}, datum})
	}
	for _, n := range order {
		slice(pieces[n].label, w.parts[n], false)
	}
	slice(otherName(pieces), w.rest, true)
	if !perCent(s.indicators[0]) {
		total := a.totalDatum(w)
		if !total.Missing {
			c.Spec.Whole, c.Spec.WholeNote = total.Text, lower(name)+", "+strings.ReplaceAll(a.Locale.PeriodShort(s.periods[0]), " ", "\u00a0")
			c.Table.Rows = append(c.Table.Rows, []Datum{{Text: "Total", Heading: true}, total})
		}
	}
}
