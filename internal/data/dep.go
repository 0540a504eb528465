package data

import (
	"cmp"
	"strings"

	"bulletin/internal/period"
	"bulletin/internal/wire"
)

// Dep is a question that was asked of a set: what an output depends on. Two
// questions are the same where they are ==. What is answered, [Set.Digest] tells.
type Dep struct {
	Kind DepKind
	Cell Cell   // of the kinds that name a cell, or a part of its names
	Name string // of OnSource its key, of OnPublisher the publisher, of OnRecord the edition
}

// DepKind is the kind of a question.
type DepKind uint8

// The kinds of questions, each with what its digest covers. An observation is
// covered with all that can be read of it: its totals and its source too, but not
// its parts, nor what the registers say of its indicator, area and categories.
const (
	OnCell         DepKind = iota + 1 // what is observed in a cell, or that nothing is; its revisions
	OnParts                           // the parts that the value of a cell is split into
	OnBreaks                          // what begins a new series in a cell
	OnHistory                         // indicator, area and categories over all periods
	OnSeries                          // indicator and area: all periods and categories
	OnIndicator                       // all observations of an indicator
	OnObservations                    // all there are
	OnExcesses                        // see Excesses
	OnSource                          // a source by its key, or that there is none
	OnSources                         // all sources, in order, and which are doubles
	OnPublisher                       // whether a source is of a publisher
	OnPublished                       // what all records hold of a cell
	OnRecord                          // the record of an edition, or that there is none
	OnRecords                         // all records
	OnRevisions                       // all revisions
	OnTexts                           // see Texts
	OnAcceptances                     // see Acceptances
	OnCompleteness                    // see Whole and Complete
	OnRegisters                       // site, areas, indicators, dimensions, which every output may read: no trace names them
	OnFiles                           // the bytes of all files: where they are the same, so is everything
	lastKind       = OnFiles
)

// String is the kind in a word.
func (k DepKind) String() string {
	return word([]string{"", "cell", "parts", "breaks", "history", "series", "indicator", "observations", "excesses", "source", "sources", "publisher",
		"published", "record", "records", "revisions", "texts", "acceptances", "completeness", "registers", "files"}, int(k))
}

// String is the question in words, for those who ask why something was made
// again: "cell arrivals serbia 2023-Q1 age=children".
func (d Dep) String() string {
	words := []string{d.Kind.String()}
	for _, w := range []string{d.Cell.Indicator, d.Cell.Area, d.Cell.Period.String(), d.Cell.Categories, d.Name} {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// Compare orders questions by kind, then by what they name.
func (d Dep) Compare(e Dep) int {
	if d.Kind != e.Kind {
		return cmp.Compare(d.Kind, e.Kind)
	}
	if c := strings.Compare(d.Cell.Indicator, e.Cell.Indicator); c != 0 {
		return c
	}
	if c := strings.Compare(d.Cell.Area, e.Cell.Area); c != 0 {
		return c
	}
	if d.Cell.Period != e.Cell.Period {
		unit, first, last := d.Cell.Period.Parts()
		other, from, to := e.Cell.Period.Parts()
		return cmp.Or(cmp.Compare(unit, other), cmp.Compare(first, from), cmp.Compare(last, to))
	}
	return cmp.Or(strings.Compare(d.Cell.Categories, e.Cell.Categories), strings.Compare(d.Name, e.Name))
}

// WriteDeps writes questions for [ReadDeps].
func WriteDeps(w *wire.Writer, all []Dep) {
	w.Len(len(all))
	for _, d := range all {
		w.Uint(uint64(d.Kind))
		switch {
		case d.Kind <= OnIndicator || d.Kind == OnPublished:
			w.String(d.Cell.Indicator)
			w.String(d.Cell.Area)
			w.String(d.Cell.Categories)
			writePeriod(w, d.Cell.Period)
		case d.Kind == OnSource || d.Kind == OnPublisher || d.Kind == OnRecord:
			w.String(d.Name)
		}
	}
}

// ReadDeps reads what WriteDeps wrote; false where it is not that.
func ReadDeps(r *wire.Reader) ([]Dep, bool) {
	all := make([]Dep, 0, r.Len(1))
	for range cap(all) {
		d := Dep{Kind: DepKind(min(r.Uint(), 0xff))}
		switch {
		case d.Kind == 0 || d.Kind > lastKind:
			return nil, false
		case d.Kind <= OnIndicator || d.Kind == OnPublished:
			d.Cell.Indicator, d.Cell.Area, d.Cell.Categories = r.String(), r.String(), r.String()
			var ok bool
			if d.Cell.Period, ok = readPeriod(r); !ok {
				return nil, false
			}
		case d.Kind == OnSource || d.Kind == OnPublisher || d.Kind == OnRecord:
			d.Name = r.String()
		}
		all = append(all, d)
	}
	return all, r.Err() == nil
}

// writePeriod writes a period, or that there is none.
func writePeriod(w *wire.Writer, p period.Period) {
	unit, first, last := p.Parts()
	w.Uint(uint64(unit))
	if unit != 0 {
		w.Int(int64(first))
		w.Int(int64(last) - int64(first))
	}
}

// readPeriod reads what writePeriod wrote; false where it is not that.
func readPeriod(r *wire.Reader) (period.Period, bool) {
	unit := r.Uint()
	if unit == 0 {
		return period.Period{}, r.Err() == nil
	}
	first := r.Int()
	length := r.Int()
	if unit > uint64(period.UnitDay) || int64(int32(first)) != first || int64(int32(first+length)) != first+length {
		return period.Period{}, false
	}
	p, ok := period.FromParts(period.Unit(unit), int32(first), int32(first+length))
	return p, ok && r.Err() == nil
}

// WriteCell writes the names of a cell for [ReadCell].
func WriteCell(w *wire.Writer, c Cell) {
	w.String(c.Indicator)
	w.String(c.Area)
	w.String(c.Categories)
	writePeriod(w, c.Period)
}

// ReadCell reads what WriteCell wrote; false where it is not that.
func ReadCell(r *wire.Reader) (c Cell, ok bool) {
	c.Indicator, c.Area, c.Categories = r.String(), r.String(), r.String()
	c.Period, ok = readPeriod(r)
	return c, ok
}
