package site

import (
	"slices"
)

// gap tells whether a part of a whole is not known.
func (w whole) gap() bool {
	return slices.ContainsFunc(w.parts, func(p part) bool { return p.missing != "" })
}

// totalWords is the total of a whole behind its bar, which is shorter where a
// part is missing; "" where it is not known, or not counted.
func (a *assembly) totalWords(page *Page, w whole, counts bool) string {
	if !counts || !w.ok {
		return ""
	}
	text := a.Locale.Number(w.sum)
	if w.estimated() {
		text += "\u00a0e"
	}
	if page.RestsOnRevised(w.total) || w.total == nil && page.RestsOnRevised(w.used...) {
		text += RevisedMark
	}
	if w.gap() {
		text += " in all"
	}
	return text
}

// estimated tells whether a total is an estimate, or the sum of some.
func (w whole) estimated() bool {
	if w.total != nil {
		return w.total.Status.Estimated()
	}
	return slices.ContainsFunc(w.parts, func(p part) bool { return p.observation != nil && p.observation.Status.Estimated() })
}

// totalDatum is the total of a whole as a cell.
func (a *assembly) totalDatum(w whole) Datum {
	switch {
	case w.total != nil:
		return a.datum(w.total)
	case w.ok:
		return Datum{Text: a.Locale.Number(w.sum), Used: w.used}
	}
	return Datum{Text: a.absence(nil), Missing: true}
}
