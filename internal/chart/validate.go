package chart

import (
	"fmt"
	"math"
)

const (
	maxLines  = 12
	maxGroups = 5
	// maxMagnitude keeps values where a float is exact to the unit and where sums of them stay finite.
	maxMagnitude = 1e15
	// maxDecimals are the decimals of the finest tick; what is finer is drawn as zero.
	maxDecimals = 6
)

// Validate says what is wrong with the chart, in words that its author understands; nothing for a chart that can be drawn.
func (s *Spec) Validate() []string {
	var wrong []string
	add := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	if s.Locale == nil {
		add("the chart has no language")
	}
	if s.Type > Map {
		add("there is no such type of chart")
	}
	if s.Title == "" {
		add("a chart needs a title")
	}
	if len(s.Rows) == 0 {
		add("there is nothing to draw: the chart has no rows")
	}
	switch n := len(s.Series); {
	case n == 0 && !s.locates():
		add("there is nothing to draw: the chart has no series")
	case s.Type == Change && n > 1:
		add("a change chart shows one series, not %d", n)
	case s.Type == Bar && n > maxGroups:
		add("%d bars for each row are too many to compare: %d at most; show fewer, or choose small multiples", n, maxGroups)
	case s.Type == Line && n > maxLines:
		add("%d lines are too many to tell apart: %d at most; show fewer, or put some together", n, maxLines)
	case n > maxLines && s.Type == Multiples:
		add("%d panels are too many: %d at most", n, maxLines)
	case n > maxLines:
		add("%d series are too many to tell apart: %d at most; show fewer, or put some together", n, maxLines)
	}
	values := 0
	for _, one := range s.Series {
		if len(one.Points) != len(s.Rows) {
			add("the series %q has %d values for %d rows", one.Name, len(one.Points), len(s.Rows))
			continue
		}
		for i := range one.Points {
			switch p := &one.Points[i]; {
			case p.Missing:
				continue
			case math.IsNaN(p.Value) || math.IsInf(p.Value, 0):
				add("the value of %s is not a number", s.place(one, i))
			case math.Abs(p.Value) > maxMagnitude:
				add("the value of %s is too large to draw", s.place(one, i))
			}
			values++
		}
	}
	if len(s.Rows) > 0 && len(s.Series) > 0 && values == 0 && len(wrong) == 0 {
		add("there is nothing to draw: every value is missing")
	}
	if len(wrong) > 0 {
		return wrong
	}
	return s.unfit()
}

// unfit says what of a chart that is sound as such does not fit its type.
func (s *Spec) unfit() []string {
	switch s.Type {
	case Change, Bar:
		return s.unfitRows()
	case Line:
		return s.validatePositions()
	case Dumbbell:
		return append(s.unfitRows(), s.unfitDumbbell()...)
	case Stacked:
		return append(s.unfitRows(), s.unfitStacked()...)
	case Donut:
		return s.unfitDonut()
	case Multiples:
		return append(s.validatePositions(), s.unfitMultiples()...)
	case Map:
		return s.unfitMap()
	}
	return nil
}

func (s *Spec) validatePositions() []string {
	if s.placed() == nil {
		return nil
	}
	for i := range s.Rows {
		switch x := s.Rows[i].X; {
		case math.IsNaN(x) || math.Abs(x) > maxMagnitude:
			return []string{fmt.Sprintf("the position of %q is not a number", s.Rows[i].Label)}
		case i > 0 && x <= s.Rows[i-1].X:
			return []string{fmt.Sprintf("the rows of a line must be in order: %q does not come after %q", s.Rows[i].Label, s.Rows[i-1].Label)}
		}
	}
	return nil
}

func (s *Spec) place(one Series, row int) string {
	if one.Name == "" {
		return fmt.Sprintf("%q", s.Rows[row].Label)
	}
	return fmt.Sprintf("%q in the series %q", s.Rows[row].Label, one.Name)
}
