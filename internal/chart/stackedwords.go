package chart

import (
	"cmp"
	"slices"
	"strings"
)

// fewWholes is how many rows have all their parts named.
const fewWholes = 2

// stackedWords names the parts of one or two rows. Of more it says which rows have the highest and the lowest total, which part is the largest and where its share is
// highest and lowest.
func (s *Spec) stackedWords() []string {
	totals := make([]float64, len(s.Rows))
	whole := make([]bool, len(s.Rows)) // no part is missing, and there is something
	rows := 0
	for i := range s.Rows {
		whole[i] = true
		for _, one := range s.Series {
			whole[i] = whole[i] && !one.Points[i].Missing
			if !one.Points[i].Missing {
				totals[i] += one.Points[i].Value
			}
		}
		whole[i] = whole[i] && totals[i] > 0
		if whole[i] {
			rows++
		}
	}
	if sum := total(totals); sum == 0 {
		return []string{"Every value is " + s.Locale.Float(0, 0) + "."}
	}
	var sentences []string
	if rows > 0 && rows <= fewWholes && len(s.Series) > 1 {
		return []string{s.partsWords(totals, whole)}
	}
	if !s.Hundred && rows > 1 {
		sentences = append(sentences, s.totalWords(totals, whole)...)
	}
	if rows > 0 && len(s.Series) > 1 {
		sentences = append(sentences, s.largestPart(totals, whole, rows))
	}
	return sentences
}

// totalWords says how the total went, or which rows have the highest and the lowest.
func (s *Spec) totalWords(totals []float64, whole []bool) []string {
	sums := Series{Points: make([]Point, len(totals))}
	for i, v := range totals {
		sums.Points[i] = Point{Value: v, Label: s.tick(v, s.decimals(), false), Missing: !whole[i]}
	}
	of := *s
	of.Series = []Series{sums}
	if j := of.journeyOf(0); s.overTime() && j.first < j.last {
		return of.wayOf("the total ", j)
	}
	return []string{sentence([]string{"in total, " + of.ends(0)})}
}

// largestPart says which part is the largest, in how many rows, and how its share ranges. A remainder is no part.
func (s *Spec) largestPart(totals []float64, whole []bool, rows int) string {
	wins := make([]int, len(s.Series))
	for i := range s.Rows {
		best := -1
		for j, one := range s.Series {
			if whole[i] && !one.Rest && (best < 0 || one.Points[i].Value > s.Series[best].Points[i].Value) {
				best = j
			}
		}
		if best >= 0 {
			wins[best]++
		}
	}
	first := 0
	for j := range wins {
		if wins[j] > wins[first] {
			first = j
		}
	}
	low, high := -1, -1
	share := func(row int) float64 { return 100 * s.Series[first].Points[row].Value / totals[row] }
	text := func(row int) string {
		if label := s.Series[first].Points[row].Label; s.Hundred && s.Axis.Percent && label != "" {
			return label
		}
		return s.percent(share(row))
	}
	for i := range s.Rows {
		if !whole[i] {
			continue
		}
		if low < 0 || share(i) < share(low) {
			low = i
		}
		if high < 0 || share(i) > share(high) {
			high = i
		}
	}
	part := "the largest " + named(s.restWins(whole)) + "part in "
	var rivals []int
	for j, n := range wins {
		if j != first && n > 0 {
			rivals = append(rivals, j)
		}
	}
	name := s.Series[first].Name
	switch {
	case len(rivals) > 0:
		text := part + s.of(wins[first], rows) + " is " + name
		for _, j := range rivals {
			text += ", in " + s.spelled(wins[j]) + " " + s.Series[j].Name
		}
		return sentence([]string{text})
	}
	lead := part + s.of(rows, rows) + " is " + name
	if text(low) == text(high) {
		return sentence([]string{lead + ", with " + text(high)})
	}
	return sentence([]string{lead, "its share ranges from " + text(low) + " (" + s.Rows[low].Label + ") to " + text(high) + " (" + s.Rows[high].Label + ")"})
}

// named is the word for a part that is the largest of those with a name, beside a remainder that is larger.
func named(behind bool) string {
	if behind {
		return "named "
	}
	return ""
}

// restWins tells whether the remainder is larger than every named part in some row.
func (s *Spec) restWins(whole []bool) bool {
	for i := range s.Rows {
		rest, most := 0.0, 0.0
		for _, one := range s.Series {
			switch {
			case !whole[i]:
			case one.Rest:
				rest = one.Points[i].Value
			default:
				most = max(most, one.Points[i].Value)
			}
		}
		if rest > most {
			return true
		}
	}
	return false
}

// partsWords names the parts of each of a few rows that are whole, from the largest down, the remainder last: "Serbia
// (1,641): Hungary 1,324 and Croatia 317; North Macedonia (634): all Serbia".
func (s *Spec) partsWords(totals []float64, whole []bool) string {
	var rows []string
	for i := range s.Rows {
		if !whole[i] {
			continue
		}
		sum := s.tick(totals[i], s.decimals(), false)
		lead, shares := "", s.Hundred
		switch {
		case len(s.Rows) > 1 && s.Hundred:
			lead = s.Rows[i].Label + ": "
		case len(s.Rows) > 1:
			lead = s.Rows[i].Label + " (" + sum + "): "
		case !s.Hundred:
			lead = strings.TrimSuffix("of "+sum+" "+s.Axis.Unit, " ") + ": "
			shares = true
		}
		rows = append(rows, lead+s.partsOf(i, totals[i], shares))
	}
	return sentence(rows)
}

// partsOf lists the parts of a row, with their counts, their shares or both.
func (s *Spec) partsOf(row int, sum float64, shares bool) string {
	var order []int
	for j, one := range s.Series {
		if one.Points[row].Value > 0 {
			order = append(order, j)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case s.Series[a].Rest:
			return 1
		case s.Series[b].Rest:
			return -1
		}
		return cmp.Compare(s.at(b, row).Value, s.at(a, row).Value)
	})
	if len(order) == 1 {
		return "all " + s.Series[order[0]].Name
	}
	var items []string
	for _, j := range order {
		p := s.at(j, row)
		share := s.percent(100 * p.Value / sum)
		switch {
		case s.Hundred && s.Axis.Percent && p.Label != "":
			share = p.Label
		case !s.Hundred && shares:
			share = s.label(p) + " (" + share + ")"
		case !shares:
			share = s.label(p)
		}
		items = append(items, item(s.Series[j].Name, share))
	}
	return s.Locale.List(items)
}

// decimals is how many decimals the values have as they are written.
func (s *Spec) decimals() int {
	most := 0
	for _, one := range s.Series {
		for _, p := range one.Points {
			if !p.Missing {
				most = max(most, fraction(p.Value))
			}
		}
	}
	return most
}

func total(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}
