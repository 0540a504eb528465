package check

import (
	"cmp"
	"slices"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/locale"
	"bulletin/internal/period"
	"bulletin/internal/site"
)

// jumps reports counts that are more than ten times, or less than a tenth, of
// the one before in their series, or of the one a year before, where neither
// has a note: a digit too many looks so. Counts are compared over stretches of
// the same length; where both are small, or one begins from nothing, nothing is
// said. What comes back to where it was, and what stays where it went, are not
// reported again.
func jumps(s *site.Site, r *Reporter) {
	j := jumping{small: decimal.FromInt(int64(s.Set.Site.Thresholds.SmallBase)), Reporter: r, Locale: s.Locale}
	for series := range s.Set.Series() {
		if m := series[0].Indicator.Measure; len(series) > 1 && (m == data.Flow || m == data.Stock) {
			j.series(series)
		}
	}
}

// jumping reads one series after the other.
type jumping struct {
	*Reporter
	*locale.Locale
	small  decimal.Decimal
	tracks []track
}

// track is what is known, at a place of a series, of the counts over stretches
// of one length.
type track struct {
	length  int
	last    *data.Observation // the one before
	base    *data.Observation // what it jumped from, when it did
	jumped  period.Day        // on which the latest that jumped begins
	yearly  bool              // the one before was far from the one a year before it
	entered bool              // something has jumped
}

func (j *jumping) series(series []*data.Observation) {
	j.tracks = j.tracks[:0]
	for at, o := range series {
		if !o.HasValue {
			continue
		}
		first, last := o.Stretch()
		t := j.track(lengthOf(o, first, last))
		before := t.last
		t.last = o
		if before == nil {
			continue
		}
		returned := t.base != nil && !j.far(o, t.base)
		t.base = nil
		if j.far(o, before) {
			t.base, t.jumped, t.entered = before, first, true
			if !returned {
				j.report(o, before)
			}
			continue
		}
		year := j.yearBefore(series[:at], o, t.length)
		far := year != nil && year != before && j.far(o, year)
		if begun, _ := yearStretch(year); far && !t.yearly && !(t.entered && t.jumped >= begun) {
			j.report(o, year)
		}
		t.yearly = far
	}
}

// track finds the track of a length.
func (j *jumping) track(length int) *track {
	i := slices.IndexFunc(j.tracks, func(t track) bool { return t.length == length })
	if i < 0 {
		i = len(j.tracks)
		j.tracks = append(j.tracks, track{length: length})
	}
	return &j.tracks[i]
}

// lengthOf is the length of a flow's stretch in months, or in days below 0; all
// stocks have that of a day.
func lengthOf(o *data.Observation, first, last period.Day) int {
	if first == last {
		return -1
	}
	n := o.Period.Len()
	switch o.Period.Unit() {
	case period.Year:
		return 12 * n
	case period.Quarter:
		return 3 * n
	case period.Month:
		return n
	}
	return int(first - last - 1)
}

// yearBefore is the count a year before o over a stretch of the same length;
// nil when there is none.
func (j *jumping) yearBefore(earlier []*data.Observation, o *data.Observation, length int) *data.Observation {
	p := o.Period.YearBefore()
	first, last := p.First(), p.Last()
	if o.Indicator.Measure == data.Stock {
		first = last
	}
	at, found := slices.BinarySearchFunc(earlier, last, func(e *data.Observation, last period.Day) int {
		f, l := e.Stretch()
		return cmp.Or(cmp.Compare(f, first), cmp.Compare(l, last))
	})
	if !found || !earlier[at].HasValue {
		return nil
	}
	return earlier[at]
}

func yearStretch(o *data.Observation) (first, last period.Day) {
	if o == nil {
		return 0, 0
	}
	return o.Stretch()
}

// far tells whether one count is more than ten times the other, and the larger
// no small number. From zero there is no multiple; to zero there is.
func (j *jumping) far(now, base *data.Observation) bool {
	larger, smaller := now.Value, base.Value
	if larger.Cmp(smaller) < 0 {
		larger, smaller = smaller, larger
	}
	if base.Value.Sign() <= 0 || larger.Cmp(j.small) < 0 {
		return false
	}
	one, ten := decimal.FromInt(1), decimal.FromInt(10)
	return decimal.CmpProduct(larger, one, smaller, ten) > 0
}

func (j *jumping) report(now, base *data.Observation) {
	if noted(now) || noted(base) {
		return
	}
	way := "more than ten times"
	if now.Value.Cmp(base.Value) < 0 {
		way = "less than a tenth of"
	}
	j.Find(Finding{Pos: now.Pos, Len: now.Len, Accepts: slices.Concat(reasonsFor(base, nil), reasonsFor(now, nil)),
		Message: called(now) + " is " + j.Number(now.Value) + ", " + way + " the " + j.Number(base.Value) + " of " + base.Period.String() + ", at " + base.Pos.String(),
		Hint:    "look for a digit too many or too few; where it is right, say why in a note, or in accept: {jump: …}"})
}
