package chart

import (
	"fmt"
	"slices"
	"strings"
)

// Alternative says in one to three sentences what the chart shows: the highest and the lowest value; for a line where
// it starts and ends, and its peak; for a change how many rise and fall. Then what is missing and how much is estimated.
// It is empty for a spec that Validate refuses.
func Alternative(s *Spec) string {
	if len(s.Validate()) > 0 {
		return ""
	}
	var sentences []string
	switch s.Type {
	case Change:
		sentences = s.changeWords()
	case Line:
		sentences = s.linesWords()
	case Dumbbell:
		sentences = s.dumbbellWords()
	case Stacked:
		sentences = s.stackedWords()
	case Donut:
		sentences = s.donutWords()
	case Multiples:
		sentences = s.multiplesWords()
	case Map:
		sentences = s.mapWords()
	default:
		sentences = s.barsWords()
	}
	if gaps := s.gaps(); gaps != "" {
		sentences = append(sentences, gaps)
	}
	return strings.Join(sentences, " ")
}

// changeWords counts what rises and falls, and names both ends.
func (s *Spec) changeWords() []string {
	up, down, same := 0, 0, 0
	for _, p := range s.Series[0].Points {
		switch {
		case p.Missing:
		case p.Value > 0:
			up++
		case p.Value < 0:
			down++
		default:
			same++
		}
	}
	var counts []string
	for _, c := range []struct {
		n         int
		one, many string
	}{{up, "rises", "rise"}, {down, "falls", "fall"}, {same, "is unchanged", "are unchanged"}} {
		if c.n == 1 {
			counts = append(counts, "1 "+c.one)
		} else if c.n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", c.n, c.many))
		}
	}
	first := s.Locale.List(counts) + "."
	low, high, _ := extremes(s.Series[0].Points)
	var ends []string
	if up > 0 {
		ends = append(ends, "the largest rise is "+s.named(0, high))
	}
	if down > 0 {
		ends = append(ends, "the largest fall is "+s.named(0, low))
	}
	if up+down+same == 1 {
		return []string{capital(s.named(0, high)) + "."}
	}
	if len(ends) == 0 {
		return []string{first}
	}
	return []string{first, capital(strings.Join(ends, ", ")) + "."}
}

// named is a row with its value in brackets.
func (s *Spec) named(series, row int) string {
	value := s.label(s.Series[series].Points[row])
	if note := s.Rows[row].Note; note != "" && s.Type == Change {
		value += ", " + note
	}
	return s.Rows[row].Label + " (" + value + ")"
}

// mostTied is how many rows of one value are named; of more, the first and the number of the others.
const mostTied = 3

// tied names every row that has the value of a row: "Albania and Montenegro (4%)".
func (s *Spec) tied(series, row int) string {
	points := s.Series[series].Points
	var names []string
	for i, p := range points {
		if !p.Missing && !s.Rows[i].Rest && p.Value == points[row].Value {
			names = append(names, s.Rows[i].Label)
		}
	}
	if len(names) > mostTied {
		names = []string{names[0], fmt.Sprintf("%d others", len(names)-1)}
	}
	return s.Locale.List(names) + " (" + s.label(points[row]) + ")"
}

// proper are the points of a series without remainders, which become missing.
func (s *Spec) proper(points []Point) []Point {
	proper := slices.Clone(points)
	for i := range proper {
		proper[i].Missing = proper[i].Missing || s.Rows[i].Rest
	}
	return proper
}

// barsWords names the highest and the lowest row of each series.
func (s *Spec) barsWords() []string {
	var parts []string
	for j, one := range s.Series {
		proper := s.proper(one.Points)
		low, high, last := extremes(proper)
		if last < 0 {
			continue
		}
		lead := ""
		if len(s.Series) > 1 && one.Name != "" {
			lead = one.Name + ": "
		}
		switch {
		case count(proper) == 1:
			parts = append(parts, lead+s.named(j, high))
		case one.Points[low].Value == one.Points[high].Value:
			parts = append(parts, lead+"all are "+s.label(one.Points[high]))
		case len(s.Series) > 2:
			parts = append(parts, lead+"highest "+s.tied(j, high))
		default:
			parts = append(parts, lead+"highest "+s.tied(j, high)+", lowest "+s.tied(j, low))
		}
	}
	return []string{capital(strings.Join(parts, "; ")) + "."}
}

// linesWords says where each line starts and ends, and where it is highest and lowest.
func (s *Spec) linesWords() []string {
	var parts []string
	for _, one := range s.Series {
		low, high, last := extremes(one.Points)
		if last < 0 {
			continue
		}
		lead := ""
		if len(s.Series) > 1 && one.Name != "" {
			lead = one.Name + ": "
		}
		first := slices.IndexFunc(one.Points, func(p Point) bool { return !p.Missing })
		at := func(i int) string { return s.label(one.Points[i]) + " in " + s.Rows[i].Label }
		switch {
		case first == last:
			parts = append(parts, lead+at(first))
			continue
		case one.Points[low].Value == one.Points[high].Value:
			parts = append(parts, lead+"unchanged at "+s.label(one.Points[low])+" from "+s.Rows[first].Label+" to "+s.Rows[last].Label)
			continue
		}
		text := lead + "from " + at(first) + " to " + at(last)
		if len(s.Series) <= 3 {
			text += ", highest with " + at(high) + ", lowest with " + at(low)
		}
		parts = append(parts, text)
	}
	return []string{capital(strings.Join(parts, "; ")) + "."}
}

func count(points []Point) int {
	n := 0
	for _, p := range points {
		if !p.Missing {
			n++
		}
	}
	return n
}

// capital makes the first letter of a sentence a capital, where it is one of ours: a name keeps its own.
func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
