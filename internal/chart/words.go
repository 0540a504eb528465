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
	return s.alternative()
}

// alternative are the words of a spec that is known to be valid.
func (s *Spec) alternative() string {
	var sentences []string
	switch s.Type {
	case Change:
		sentences = s.changeWords()
	case Line, Multiples: // the panels are lines that are drawn apart
		sentences = s.linesWords()
	case Dumbbell:
		sentences = s.dumbbellWords()
	case Stacked:
		sentences = s.stackedWords()
	case Donut:
		sentences = s.donutWords()
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

// overTime tells whether the rows follow each other in time: those of lines do, others where their places say so.
func (s *Spec) overTime() bool {
	if s.Type == Line || s.Type == Multiples {
		return true
	}
	for i := 1; i < len(s.Rows); i++ {
		if s.Rows[i].X <= s.Rows[i-1].X {
			return false
		}
	}
	return len(s.Rows) > 1
}

// item is a name with its value, in a list: "Syria 74%"; "Category 1 – 74%", so that two numbers do not run together.
func item(name, value string) string {
	switch {
	case name == "":
		return value
	case name[len(name)-1] >= '0' && name[len(name)-1] <= '9':
		return name + " – " + value
	}
	return name + " " + value
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
	if len(names) == 1 {
		return s.named(series, row)
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
