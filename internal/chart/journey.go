package chart

import (
	"math"
	"slices"
	"strings"
)

// journey is the way of a series in time: the rows of its first and last, its lowest and highest value. Where a new
// series begins on the way, it is that of the newest, since what was before cannot be compared with it.
type journey struct {
	series                 int
	first, last, low, high int // -1 without a value
	fresh                  int // the row from which the newest series is, 0 for no break
	breaks                 int
}

// journeyOf follows one series.
func (s *Spec) journeyOf(series int) journey {
	points := s.Series[series].Points
	j := journey{series: series, first: -1}
	seen := false
	for i := range points {
		if points[i].Break && seen {
			j.fresh = i
			j.breaks++
		}
		seen = seen || !points[i].Missing
	}
	j.low, j.high, j.last = extremes(points[j.fresh:])
	if j.last < 0 { // nothing yet of the newest: what was before
		j.fresh = 0
		j.low, j.high, j.last = extremes(points)
	}
	j.first = slices.IndexFunc(points[j.fresh:], func(p Point) bool { return !p.Missing })
	if j.last >= 0 {
		j.first, j.last, j.low, j.high = j.first+j.fresh, j.last+j.fresh, j.low+j.fresh, j.high+j.fresh
	}
	return j
}

// before is the way of the series up to its only break.
func (s *Spec) before(j journey) journey {
	points := s.Series[j.series].Points[:j.fresh]
	b := journey{series: j.series}
	b.low, b.high, b.last = extremes(points)
	b.first = slices.IndexFunc(points, func(p Point) bool { return !p.Missing })
	return b
}

func (s *Spec) at(series, row int) Point { return s.Series[series].Points[row] }

// rise is by how much a series is higher at its end than at its start.
func (s *Spec) rise(j journey) float64 {
	return s.at(j.series, j.last).Value - s.at(j.series, j.first).Value
}

// moved says which way a series went: "rose from 5 to 9, by 80%".
func (s *Spec) moved(j journey) string {
	from, to := s.at(j.series, j.first), s.at(j.series, j.last)
	switch rise := s.rise(j); {
	case rise > 0:
		return "rose from " + s.label(from) + " to " + s.label(to) + s.size(from, to)
	case rise < 0:
		return "fell from " + s.label(from) + " to " + s.label(to) + s.size(from, to)
	case s.at(j.series, j.low).Value == s.at(j.series, j.high).Value:
		return "stayed at " + s.label(to)
	}
	return "was " + s.label(to) + " at both ends"
}

// size is how large a rise or fall is: in points for shares, as a factor from three on, else in per cent; nothing
// from zero or below, nor between counts of two kinds.
func (s *Spec) size(from, to Point) string {
	if from.Differs != to.Differs {
		return ", which is not fully comparable"
	}
	if s.Axis.Percent {
		decimals := max(decimalsOf(s.label(from)), decimalsOf(s.label(to)))
		by := s.Locale.Float(math.Abs(to.Value-from.Value), decimals)
		if by == "1" {
			return ", by one percentage point"
		}
		return ", by " + by + " percentage points"
	}
	if from.Value <= 0 || to.Value < 0 {
		return ""
	}
	ratio := to.Value / from.Value
	switch percent := math.Round(math.Abs(ratio-1) * 100); {
	case ratio >= 1e6:
		return ""
	case ratio >= 9.95:
		return ", by a factor of " + s.Locale.Float(math.Round(ratio), 0)
	case ratio >= 2.95:
		return ", by a factor of " + strings.TrimSuffix(s.Locale.Float(ratio, 1), ".0")
	case percent == 0:
		return ", by less than 1%"
	case percent == 100 && ratio > 0 && ratio < 1:
		return ", by more than 99%"
	default:
		return ", by " + s.Locale.Float(percent, 0) + "%"
	}
}

// decimalsOf is how many decimals a number is written with.
func decimalsOf(label string) int {
	_, fraction, _ := strings.Cut(label, ".")
	n := 0
	for n < len(fraction) && n < maxDecimals && fraction[n] >= '0' && fraction[n] <= '9' {
		n++
	}
	return n
}

// bends names the highest and the lowest value where they are not the two ends: "highest in May 2022 (8), lowest at the
// start".
func (s *Spec) bends(j journey) string {
	flat := s.at(j.series, j.low).Value == s.at(j.series, j.high).Value
	if flat || j.low == j.first && j.high == j.last || j.high == j.first && j.low == j.last {
		return ""
	}
	return s.extreme("highest", j, j.high) + " and " + s.extreme("lowest", j, j.low)
}

func (s *Spec) extreme(word string, j journey, row int) string {
	value := s.at(j.series, row).Value
	switch {
	case value == s.at(j.series, j.last).Value && row != j.last:
		return word + " " + s.when(row) + " (" + s.label(s.at(j.series, row)) + ", as at the end)"
	case row == j.last:
		return word + " at the end"
	case row == j.first:
		return word + " at the start"
	}
	for i := row + 1; i <= j.last; i++ {
		if one := &s.Series[j.series].Points[i]; !one.Missing && one.Value == value {
			return word + " first in " + s.named(j.series, row)
		}
	}
	return word + " " + s.whenValue(j.series, row)
}
