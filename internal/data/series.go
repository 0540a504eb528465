package data

import (
	"iter"

	"bulletin/internal/period"
)

// Stretch is the part of its period that counts for an observation: all of it,
// but for a stock its last day.
func (o *Observation) Stretch() (first, last period.Day) {
	return stretch(o.Indicator.Measure, o.Period)
}

// Series lists the observations of each indicator, area and categories over
// time, from the earliest on, one series after the other. The slice is used
// again for the next series.
func (s *Set) Series() iter.Seq[[]*Observation] {
	s.trace.all(OnObservations)
	return func(yield func([]*Observation) bool) {
		later := make([]bool, len(s.observations)) // stands in a series that begins before
		var series []*Observation
		for start := range s.observations {
			if later[start] {
				continue
			}
			series = append(series[:0], s.observations[start])
			for i := s.next[start]; i >= 0; i = s.next[i] {
				later[i] = true
				series = append(series, s.observations[i])
			}
			if !yield(series) {
				return
			}
		}
	}
}
