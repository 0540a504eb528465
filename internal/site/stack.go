package site

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/chart"
	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/decimal"
)

// stack fills a stacked chart: a bar a whole, a piece a part.
func (a *assembly) stack(c *Chart, s *selection, l layout, wholes []whole, pieces []axis, percent bool) {
	if !l.overTime {
		sortRows(wholes, c.Block.Sort.Value, func(w whole) (decimal.Decimal, bool, string) {
			if percent {
				return w.parts[0].share, w.parts[0].hasShare && !w.gap(), w.axis.label // the first piece stands at the base
			}
			return w.sum, w.ok, w.axis.label
		}, a)
	}
	c.Spec = &chart.Spec{Type: chart.Stacked, Hundred: percent, Axis: chart.Axis{Percent: percent, Unit: pick(percent, "", s.unit())}}
	c.Table.Head, c.Table.Units = []string{l.heading}, []string{""}
	if slices.ContainsFunc(wholes, func(w whole) bool { return w.rest.none == "" && !empty(w) }) {
		pieces = append(slices.Clone(pieces), axis{label: otherName(pieces), other: true})
	}
	unit := pick(percent, "%", s.unit())
	for _, piece := range pieces {
		c.Spec.Series = append(c.Spec.Series, chart.Series{Name: piece.name(), Rest: piece.other})
		c.Table.Head, c.Table.Units = append(c.Table.Head, piece.name()), append(c.Table.Units, unit)
	}
	totals := !slices.ContainsFunc(s.indicators, perCent)
	if c.totals = totals; totals {
		c.Table.Head, c.Table.Units = append(c.Table.Head, "Total"), append(c.Table.Units, s.unit())
	}
	for _, w := range wholes {
		c.Spec.Rows = append(c.Spec.Rows, chart.Row{Label: w.axis.label, Short: w.axis.short, X: w.axis.x, Total: a.totalWords(s.page, w, totals && !percent)})
		cells := []Datum{{Text: w.axis.label, Heading: true}}
		gap := percent && w.gap()
		for n := range pieces {
			p := w.rest
			if n < len(w.parts) {
				p = w.parts[n]
			}
			if p.none == unnamedPart && w.rest.none == "" && w.rest.missing == "" {
				p.none = inRest
			}
			point, datum := a.piecePoint(s.page, w, p, percent)
			if gap && !point.Missing {
				point = chart.Point{Missing: true, MissingText: "parts are missing"} // there is no 100 per cent
			}
			c.Spec.Series[n].Points = append(c.Spec.Series[n].Points, point)
			cells = append(cells, datum)
		}
		if totals {
			cells = append(cells, a.totalDatum(w))
		}
		c.Table.Rows = append(c.Table.Rows, cells)
		c.areas = append(c.areas, w.axis.area)
	}
}

// empty tells whether a whole has no part with a value.
func empty(w whole) bool {
	return !slices.ContainsFunc(w.parts, func(p part) bool { return p.hasCount || p.hasShare })
}

// subject is what a donut counts: the indicator and its part; of several, the
// indicator that all their cases are of, unless its own value is another than
// their sum, else their unit.
func (a *assembly) subject(s *selection, w whole) string {
	if s.pieces() != byIndicator {
		return s.indicators[0].Name + a.partWords(s)
	}
	common := s.indicators[0].Of
	for common != nil && slices.ContainsFunc(s.indicators, func(i *data.Indicator) bool { return !within(i, common) }) {
		common = common.Of
	}
	if common == nil {
		return capital(s.unit())
	}
	own, ok := a.Set.Lookup(data.Cell{Indicator: common.ID, Area: s.areas[0].ID, Period: s.periods[0], Categories: data.CategoriesKey(s.part)})
	if ok && own.HasValue && own.Value.Cmp(w.sum) != 0 {
		return capital(s.unit())
	}
	return common.Name + a.partWords(s)
}

// within tells whether the cases of i are among those of whole.
func within(i, whole *data.Indicator) bool {
	for i = i.Of; i != nil; i = i.Of {
		if i == whole {
			return true
		}
	}
	return false
}

// lower is a name within a sentence: its first letter small, unless the word is
// an abbreviation.
func lower(name string) string {
	first, n := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[n:])
	if unicode.IsUpper(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[n:]
}

// capital is a text that begins with a large letter.
func capital(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[n:]
}

// roundingNote says in a table that percentages do not add up to 100 where they
// do not. A drawing says it itself.
func (a *assembly) roundingNote(c *Chart, wholes []whole, percent bool) {
	if !percent || c.Block.Kind == content.ChartBlock {
		return
	}
	published, off := false, decimal.Decimal{}
	hundred := decimal.FromInt(100)
	for _, w := range wholes {
		var sum decimal.Decimal
		ok := !empty(w)
		for _, p := range append(slices.Clone(w.parts), w.rest) {
			if p.missing != "" {
				ok = false
			}
			if p.hasShare && !p.hasCount {
				published = true
				sum, _ = sum.Add(p.share)
			} else if p.hasShare {
				rounded, _ := p.share.Round(0)
				sum, _ = sum.Add(rounded)
			}
		}
		if ok && sum.Cmp(hundred) != 0 {
			off = sum
		}
	}
	switch {
	case off.IsZero():
	case published && len(wholes) == 1:
		c.notes = append(c.notes, "The shares are rounded, and add up to "+a.Locale.Percent(off)+".")
	case published:
		c.notes = append(c.notes, "The published shares are rounded, so that not all add up to 100%.")
	default:
		c.notes = append(c.notes, "Percentages are rounded, and may not add up to 100.")
	}
}

// partWords names the part that is counted: ", children".
func (a *assembly) partWords(s *selection) string {
	words := ""
	for _, ref := range s.part {
		if d, ok := a.Set.Dimension(ref.Dimension); ok {
			if category, ok := d.Category(ref.ID); ok {
				words += ", " + lower(category.Name)
			}
		}
	}
	return words
}
