package figure

import "bulletin/internal/period"

// Time is a period that an expression names by a word of its own: not by
// year-before or previous, which move along with the page.
type Time struct {
	Offset int    // of the word in the source, in bytes
	Word   string // as written
	Period period.Period
	Base   bool // behind the bar: what a change compares with
}

// Times lists the periods that the expression names, in order: one before the bar,
// one behind it, both or neither.
func (e *Expression) Times() []Time {
	var all []Time
	for _, w := range []*when{e.time, e.base} {
		if w != nil && !w.period.IsZero() {
			all = append(all, Time{w.word.offset, w.word.text, w.period, w == e.base})
		}
	}
	return all
}

// About is what the expression asks for, as it is written: an empty area is the
// page's. Of {{ period }} the indicator is "period".
func (e *Expression) About() (indicator, area, categories string) {
	return e.subject.text, e.area.text, e.key
}

// Tells is the word behind the bar: rose, share, top; empty for a plain value.
func (e *Expression) Tells() string { return e.format.text }
