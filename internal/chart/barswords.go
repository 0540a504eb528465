package chart

import (
	"cmp"
	"slices"
	"strings"
)

// sentence joins parts with semicolons.
func sentence(parts []string) string { return capital(strings.Join(parts, "; ")) + "." }

// lead names a series at the head of a sentence, where there are several: "in Q1 2023, ", "Women: ".
func (s *Spec) lead(series int, before string) string {
	name := s.Series[series].Name
	switch {
	case name == "" || len(s.Series) == 1:
		return ""
	case before == "":
		return name + ": "
	}
	return before + name + ", "
}

// ends names the highest and the lowest row of a series: "the highest is Serbia (16,216), the lowest Kosovo* (237)", so
// that the verb fits whatever the rows are called. It is empty where there is no value but of remainders.
func (s *Spec) ends(series int) string {
	points := s.Series[series].Points
	proper := s.proper(points)
	low, high, last := extremes(proper)
	switch n := count(proper); {
	case last < 0:
		return ""
	case n == 1 && len(s.Rows) > 1 && len(s.Series) == 1:
		return "only " + s.Rows[high].Label + " has a figure, " + s.label(points[high])
	case n == 1 && len(s.Series) == 1:
		return s.Rows[high].Label + ": " + s.label(points[high])
	case n == 1:
		return s.named(series, high)
	case points[low].Value == points[high].Value && n == 2:
		return "both are " + s.label(points[high])
	case points[low].Value == points[high].Value:
		return "all are " + s.label(points[high])
	}
	if next := s.next(series, high); next >= 0 {
		return "the highest is " + s.tied(series, high) + ", followed by " + s.tied(series, next) + "; the lowest" + s.be(series, low) + " " + s.tied(series, low)
	}
	return "the highest" + s.be(series, high) + " " + s.tied(series, high) + ", the lowest " + s.tied(series, low)
}

// be is the verb for the rows that have the value of a row.
func (s *Spec) be(series, row int) string {
	n := 0
	for i, p := range s.Series[series].Points {
		if !p.Missing && !s.Rows[i].Rest && p.Value == s.Series[series].Points[row].Value {
			n++
		}
	}
	return number(n, " is", " are")
}

// next is the row that comes next after the highest, of five or more of a single series; -1 where several are highest.
func (s *Spec) next(series, high int) int {
	next, n := -1, 0
	for i, p := range s.Series[series].Points {
		if p.Missing || s.Rows[i].Rest {
			continue
		}
		n++
		if i != high && (next < 0 || p.Value > s.Series[series].Points[next].Value) {
			next = i
		}
	}
	if n < 5 || len(s.Series) > 1 || s.Series[series].Points[next].Value == s.Series[series].Points[high].Value {
		return -1
	}
	return next
}

// barsWords names the highest and the lowest row. Of two series it says how often, and where most, the second is above
// the first; of several and few rows, how the series are ranked in each.
func (s *Spec) barsWords() []string {
	if len(s.Series) == 1 && s.overTime() {
		if j := s.journeyOf(0); j.first < j.last {
			return s.oneLineWords(j)
		}
	}
	if len(s.Series) == 1 && s.Axis.Signed && count(s.Series[0].Points) > 1 {
		return s.changeWords()
	}
	if len(s.Series) == 2 && len(s.Rows) <= 3 && !s.comparesPeriods() {
		return s.seriesWords()
	}
	if len(s.Series) == 2 {
		if words := s.pairWords(); words != nil {
			return words
		}
	}
	if len(s.Series) > 2 && len(s.Rows) <= 3 {
		return s.rankWords()
	}
	var parts []string
	for j := range s.Series {
		proper := s.proper(s.Series[j].Points)
		_, high, _ := extremes(proper)
		ends := s.ends(j)
		if ends == "" {
			continue
		}
		if len(s.Series) > 2 && count(proper) > 1 {
			ends = "highest " + s.tied(j, high)
		}
		parts = append(parts, s.lead(j, "")+ends)
	}
	if len(parts) == 0 { // nothing but remainders
		return nil
	}
	return []string{sentence(parts)}
}

// pairWords compares two series; nil where no row has both, or where the series have no names.
func (s *Spec) pairWords() []string {
	first, second := s.Series[0], s.Series[1]
	t := s.pairWays()
	if t.all() < 2 || first.Name == "" || second.Name == "" {
		return nil
	}
	against := func(row int) string {
		if row < 0 {
			return ""
		}
		return s.Rows[row].Label + " (" + s.label(second.Points[row]) + " against " + s.label(first.Points[row]) + ")"
	}
	var parts []string
	add := func(n, row int, how, than string) {
		if n == 0 {
			return
		}
		text := s.spelled(n) + number(n, " is ", " are ") + how
		if len(parts) == 0 {
			text = s.of(n, t.all()) + number(n, " is ", " are ") + how + " in " + second.Name + than + first.Name
		}
		switch where := against(row); {
		case where == "":
		case n == 1:
			text += ": " + where
		default:
			text += ", most of all " + where
		}
		parts = append(parts, text)
	}
	add(t.up, t.most, "higher", " than in ")
	add(t.down, t.least, "lower", " than in ")
	add(t.same, -1, "the same", " and in ")
	sentences := []string{sentence(parts)}
	if ends := s.ends(1); ends != "" {
		sentences = append(sentences, sentence([]string{"in " + second.Name + ", " + ends}))
	}
	return sentences
}

// comparesPeriods tells whether the two series are a before and an after: periods have numbers in their names.
func (s *Spec) comparesPeriods() bool {
	return strings.ContainsAny(s.Series[0].Name, "0123456789") && strings.ContainsAny(s.Series[1].Name, "0123456789")
}

// seriesWords says for each of a few series what its rows are, from the highest down: "First instance: Negative 35% and
// Positive 28%; Second instance: Negative 90% and Positive 6%".
func (s *Spec) seriesWords() []string {
	turned := *s
	turned.Series, turned.Rows = nil, nil
	for _, one := range s.Series {
		turned.Rows = append(turned.Rows, Row{Label: one.Name})
	}
	for i, row := range s.Rows {
		series := Series{Name: row.Label}
		for j := range s.Series {
			series.Points = append(series.Points, s.at(j, i))
		}
		turned.Series = append(turned.Series, series)
	}
	return turned.rankWords()
}

// rankWords says for each row how the series are ranked: "First instance: Other 37%, Negative 35%, Positive 28%".
func (s *Spec) rankWords() []string {
	var parts []string
	for i, row := range s.Rows {
		var order []int
		for j := range s.Series {
			if !s.Series[j].Points[i].Missing {
				order = append(order, j)
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.at(b, i).Value, s.at(a, i).Value) })
		var items []string
		for _, j := range order {
			items = append(items, item(s.Series[j].Name, s.label(s.Series[j].Points[i])))
		}
		if len(items) > 0 {
			parts = append(parts, row.Label+": "+s.Locale.List(items))
		}
	}
	return []string{sentence(parts)}
}
