package check

import (
	"strconv"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/locale"
	"bulletin/internal/site"
)

// totals reports values that are less than what lies in them in time or space,
// where their indicator adds up over that. What one source contradicts in
// itself is refused when the data is read.
func totals(s *site.Site, r *Reporter) {
	l := s.Locale
	for _, e := range s.Set.Excesses() {
		accepts := reasonsFor(e.Whole, nil)
		for _, part := range e.Parts {
			accepts = append(accepts[:len(accepts):len(accepts)], reasonsFor(part, nil)...)
		}
		const hint = "correct a number; where both are right, say in a note how they were counted, or accept: {totals: …}"
		if len(e.Parts) == 1 {
			part := e.Parts[0]
			r.Find(Finding{Pos: part.Pos, Len: part.Len, Accepts: accepts, Hint: hint,
				Message: called(part) + " is " + l.Number(part.Value) + ", more than the " + l.Number(e.Whole.Value) + " of " + beside(part, e.Whole) + " that it lies in, at " + e.Whole.Pos.String()})
			continue
		}
		r.Find(Finding{Pos: e.Whole.Pos, Len: e.Whole.Len, Accepts: accepts, Hint: hint,
			Message: called(e.Whole) + " is " + l.Number(e.Whole.Value) + ", but " + listed(e, l) + " come to " + l.Number(e.Sum)})
	}
}

// called is an observation in words: "arrivals, Serbia, 2023-Q1, age=children".
func called(o *data.Observation) string {
	name := o.Indicator.ID + ", " + o.Area.Name + ", " + o.Period.String()
	for _, step := range o.Path {
		name += ", " + step.Dimension + "=" + step.ID
	}
	return name
}

// beside is what tells an observation from another of its indicator.
func beside(o, other *data.Observation) string {
	if o.Area != other.Area {
		return other.Area.Name
	}
	return other.Period.String()
}

// listed are the parts of an excess, of which the first few are named.
func listed(e data.Excess, l *locale.Locale) string {
	const most = 6
	var all []string
	for _, part := range e.Parts[:min(most, len(e.Parts))] {
		all = append(all, beside(e.Whole, part)+" ("+l.Number(part.Value)+")")
	}
	if more := len(e.Parts) - len(all); more > 0 {
		all = append(all, strconv.Itoa(more)+" more")
	}
	last := len(all) - 1
	return strings.Join(all[:last], ", ") + " and " + all[last]
}
