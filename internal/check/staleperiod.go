package check

import (
	"fmt"
	"sort"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/data"
	"bulletin/internal/period"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// stalePeriods reports periods that the words of a page about another one
// name, where the sentence neither compares nor shows a figure of that period,
// and figures of another period than their sentence means.
func stalePeriods(d *reading, r *Reporter) {
	if !d.dated() {
		return
	}
	reported := map[place]bool{}
	d.whens(func(t readText, p *scan.Passage, w scan.When, named dates) {
		if named.reaches(d.page.Period, w) || !d.stale(t, p, w, named) {
			return
		}
		reported[place{p, w.Start}] = true
		reason, _ := typed(p.Pieces[w.Piece])
		about := d.site.Locale.PeriodInText(d.page.Period)
		text := within(p, w.Start, w.Stop)
		r.find(p, w.Start, w.Stop, reason, "write {{ period }}, which follows the page; or say what is compared, or show a figure of that period beside it",
			fmt.Sprintf("%q stands on a page about %s", text, about))
	})
	d.misdated(r, reported)
}

// dated tells whether the page is about a period.
func (d *reading) dated() bool {
	return !d.page.Period.IsZero() && (d.page.Edition != nil || d.page.Kind == site.Snapshot)
}

// lateDates reports dates and months that lie past the end of the page's
// period, where nothing of that date is shown beside them.
func lateDates(d *reading, r *Reporter) {
	d.whens(func(t readText, p *scan.Passage, w scan.When, named dates) {
		if !named.reaches(d.page.Period, w) || w.Sense == scan.Named {
			return
		}
		hint := "bind the number in this sentence to that date, or take one of the page's own period"
		if !w.Dated {
			hint = "give the year, and " + hint
		} else if d.shows(t, p, 0, len(p.Text), named, w) {
			return
		}
		if start, stop := p.Sentence(w.Start); w.Dated && !numbered(p, start, stop) {
			hint = `leave it to the page about that time, or say why it is told here: […]{{ literal "reason" }}`
		}
		reason, _ := typed(p.Pieces[w.Piece])
		r.find(p, w.Start, w.Stop, reason, hint, fmt.Sprintf("%q lies past the end of %s", within(p, w.Start, w.Stop), d.site.Locale.PeriodInText(d.page.Period)))
	})
}

// dates is the days of a period that a text names.
type dates struct{ first, last period.Day }

// reaches tells whether a date, a month, or a span that begins in time, ends
// past the end of a period.
func (s dates) reaches(p period.Period, w scan.When) bool {
	return s.last > p.Last() && (w.Length <= scan.Month || w.Length == scan.Season || w.Length == scan.Span && s.first <= p.Last())
}

// whens calls do for each period that the author's words on a page about a
// period name, unless it lies within that one.
func (d *reading) whens(do func(readText, *scan.Passage, scan.When, dates)) {
	about := d.page.Period
	if !d.dated() {
		return
	}
	d.passages(func(t readText, p *scan.Passage) {
		for _, w := range p.Whens {
			piece := p.Pieces[w.Piece]
			if _, ok := typed(piece); !ok || d.titled(p, piece, w.Start, w.Stop) {
				continue
			}
			named := dates{w.First, w.Last}
			if !w.Dated {
				named = nearest(w, about)
			}
			inside := named.first >= about.First() && named.last <= about.Last()
			whole := w.Length == scan.Year && named.first <= about.First() && named.last >= about.Last()
			if inside || whole {
				continue
			}
			if t.chart != nil && charted(t, named) {
				continue
			}
			do(t, p, w, named)
		}
	})
}

// nearest is a period without a year in the year that brings it nearest to the
// page's period.
func nearest(w scan.When, about period.Period) dates {
	year, _, _ := about.Last().Civil()
	best := dates{}
	for y := year - 1; y <= year+1; y++ {
		s := dates{inYear(w.First, y), inYear(w.Last, y)}
		if s.last < s.first {
			continue
		}
		if best.last == 0 || distance(s, about) < distance(best, about) {
			best = s
		}
	}
	return best
}

// inYear is the same day of another year; the 29th of February may become the
// 28th.
func inYear(day period.Day, year int) period.Day {
	_, m, d := day.Civil()
	if m == 2 && d == 29 {
		return period.Date(year, 3, 1) - 1
	}
	return period.Date(year, m, d)
}

// distance is how many days lie between a stretch and a period.
func distance(s dates, about period.Period) period.Day {
	switch {
	case s.last < about.First():
		return about.First() - s.last
	case s.first > about.Last():
		return s.first - about.Last()
	}
	return 0
}

// stale tells whether the sentence means the page's period by another one.
func (d *reading) stale(t readText, p *scan.Passage, w scan.When, named dates) bool {
	start, stop := p.Sentence(w.Start)
	if w.Compared || w.Lasting || w.Length == scan.Season || w.Sense == scan.Since || w.Sense == scan.Named || d.shows(t, p, start, stop, named, w) || d.heads(t, p, stop, named, w) {
		return false
	}
	switch w.Length {
	case scan.Quarter, scan.Half, scan.Span:
		return true
	case scan.Year:
		// Last year's number: older years, and a year in a clause without a
		// number, are history.
		if _, to := p.Clause(w.Stop - 1); !w.Opens || strings.TrimSpace(p.Text[w.Stop:to]) != "" {
			start, stop = p.Clause(w.Start)
		}
		year, _, _ := d.page.Period.First().Civil()
		base, _, _ := named.last.Civil()
		return base >= year-1 && (w.Sense == scan.In || w.Sense == scan.AsOf || w.Sense == scan.Goes) && numbered(p, start, stop)
	}
	// A month or a day in the past is history, unless it is where a count was
	// taken: at the end of March, in a second quarter.
	if w.Sense == scan.AsOf && !w.Dated {
		return true
	}
	return (w.Sense == scan.AsOf || !w.Dated && w.Sense != scan.Bare) && numbered(p, start, stop)
}

// heads tells whether a period in a heading, or in words that end with a colon,
// is that of a figure below.
func (d *reading) heads(t readText, p *scan.Passage, stop int, named dates, w scan.When) bool {
	if p.Kind != scan.Heading && (stop < len(p.Text) || !strings.HasSuffix(p.Text, ":")) {
		return false
	}
	i := 0
	for i < len(t.passages) && &t.passages[i] != p {
		i++
	}
	for j := i + 1; j < min(len(t.passages), i+enough) && t.passages[j].Kind != scan.Heading; j++ {
		if q := &t.passages[j]; d.shows(t, q, 0, len(q.Text), named, w) {
			return true
		}
	}
	return false
}

// numbered tells whether a number stands in a stretch of a passage.
func numbered(p *scan.Passage, start, stop int) bool {
	i := sort.Search(len(p.Numbers), func(i int) bool { return p.Numbers[i].Start >= start })
	return i < len(p.Numbers) && p.Numbers[i].Stop <= stop
}

// shows tells whether a stretch of a passage shows a figure of a period.
func (d *reading) shows(t readText, p *scan.Passage, start, stop int, named dates, w scan.When) bool {
	for i := p.Piece(start); i < len(p.Pieces) && p.Pieces[i].Start < stop; i++ {
		piece := p.Pieces[i]
		if piece.Expression == nil || piece.Kind == scan.Literal {
			continue
		}
		for _, o := range t.Value(piece.Expression).Used {
			if of(o, named, w) {
				return true
			}
		}
	}
	return false
}

// of tells whether an observation is of a period: taken over it, or at its end,
// or, where a year is named, in a part of it.
func of(o *data.Observation, named dates, w scan.When) bool {
	first, last := o.Period.First(), o.Period.Last()
	if o.Indicator.Measure == data.Stock {
		return last == named.last || w.Length == scan.Day && last == named.first
	}
	if first == named.first && last == named.last {
		return true
	}
	if w.Length <= scan.Month {
		return last == named.last || first == named.first
	}
	return w.Length == scan.Year && first >= named.first && last <= named.last && o.Period.Len() > 0
}

// charted tells whether a stretch lies within the periods that the block of a
// title or note names, or that its chart shows.
func charted(t readText, named dates) bool {
	var first, last period.Day
	add := func(q period.Period) {
		if first == 0 || q.First() < first {
			first = q.First()
		}
		last = max(last, q.Last())
	}
	block := t.chart.Block
	for _, s := range append([]content.Scalar{block.Period, block.Compare}, block.Periods...) {
		for word := range strings.SplitSeq(s.Value, "..") { // a range of years is no span
			if p, err := period.Parse(word); err == nil {
				add(p)
			}
		}
	}
	for _, o := range t.chart.Used {
		add(o.Period)
	}
	return last != 0 && first <= named.first && named.last <= last
}
