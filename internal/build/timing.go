package build

import "time"

// Timing is how long a phase of a build took.
type Timing struct {
	Name  string // in words
	Took  time.Duration
	Count int // of what it dealt with
}

// lap ends a phase, if somebody wants to know how long each takes.
func (b *build) lap(name string, count int) {
	if !b.Timings {
		return
	}
	now := b.Now()
	b.result.Timings = append(b.result.Timings, Timing{name, now.Sub(b.lapped), count})
	b.lapped = now
}
