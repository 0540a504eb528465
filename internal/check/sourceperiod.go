package check

import (
	"cmp"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// coverage is what a source can report on: the stretches of its covers, and
// nothing that ends after it was published.
type coverage struct {
	stretches []days // apart, in order; empty when the source does not say
	issued    period.Day
	dated     bool // issued is known
}

type days struct{ first, last period.Day }

// coverageOf puts together what a source covers: stretches that overlap, or
// follow each other without a gap, are one.
func coverageOf(s *data.Source) coverage {
	var c coverage
	if p, err := period.Parse(s.Issued); err == nil {
		c.issued, c.dated = p.Last(), true // 2023 is any day of the year
	}
	var all []days
	for _, p := range s.Covers {
		all = append(all, days{p.First(), p.Last()})
	}
	slices.SortFunc(all, func(a, b days) int { return cmp.Compare(a.first, b.first) })
	for _, next := range all {
		if n := len(c.stretches); n > 0 && next.first <= c.stretches[n-1].last+1 {
			c.stretches[n-1].last = max(c.stretches[n-1].last, next.last)
			continue
		}
		c.stretches = append(c.stretches, next)
	}
	return c
}

// early tells whether the source was published before the day ended.
func (c coverage) early(last period.Day) bool { return c.dated && c.issued < last }

// holds tells whether the source covers all days from first to last.
func (c coverage) holds(first, last period.Day) bool {
	return len(c.stretches) == 0 || slices.ContainsFunc(c.stretches, func(s days) bool { return s.first <= first && last <= s.last })
}

// sourcePeriods reports values whose source does not report on their period: it
// covers others, or was published before it ended. Of a stock its day counts.
// Forecasts are of what is to come. It reports as well sources that were read
// before they were published.
func sourcePeriods(s *site.Site, r *Reporter) {
	for _, source := range s.Set.Sources() {
		readEarly(source, r)
	}
	known := map[*data.Source]coverage{}
	uncovered, early := gather(r), gather(r)
	for _, o := range s.Set.Observations() {
		if o.Source == nil || !o.HasValue && !o.HasShare || o.Status == data.Forecast {
			continue
		}
		c, ok := known[o.Source]
		if !ok {
			c = coverageOf(o.Source)
			known[o.Source] = c
		}
		first, last := o.Stretch()
		switch {
		case c.early(last):
			early.add(o, o.Source)
		case !c.holds(first, last):
			uncovered.add(o, o.Source)
		}
	}
	early.report(r, func(o *data.Observation) (string, string) {
		return "source " + o.Source.Key + " was published in " + o.Source.Issued + ", before " + when(o) + " was over",
			"cite a later document, or correct the period, or issued: at " + o.Source.Pos.String()
	})
	uncovered.report(r, func(o *data.Observation) (string, string) {
		return "source " + o.Source.Key + " covers " + coversOf(o.Source) + ", not " + when(o),
			"cite the document that does, or correct the period, or covers: at " + o.Source.Pos.String()
	})
}

// readEarly reports a source that was read before it was published. A year or a
// month is any day of it.
func readEarly(source *data.Source, r *Reporter) {
	read, err := period.Parse(source.Accessed)
	if err != nil {
		return // not given
	}
	issued, err := period.Parse(source.Issued)
	if err != nil || issued.First() <= read.Last() {
		return
	}
	r.Find(Finding{Pos: source.AccessedPos, Len: len(source.Accessed), Accepts: source.Accepts, Hint: "correct accessed:, or issued:",
		Message: "source " + source.Key + " was read in " + source.Accessed + ", before it was published in " + source.Issued})
}

// when is the period of an observation, as a stock is taken in it.
func when(o *data.Observation) string {
	if first, last := o.Stretch(); o.Indicator.Measure == data.Stock && o.Period.First() < first {
		return o.Period.String() + " (taken on " + last.String() + ")"
	}
	return o.Period.String()
}

// coversOf lists what a source says that it covers.
func coversOf(s *data.Source) string {
	const shown = 4
	var words []string
	for i, p := range s.Covers {
		if i == shown {
			words = append(words, "…")
			break
		}
		words = append(words, p.String())
	}
	return strings.Join(words, ", ")
}
