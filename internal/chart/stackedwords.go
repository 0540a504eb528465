package chart

import (
	"cmp"
	"slices"
)

// stackedWords says which rows have the highest and the lowest total, which part is the largest and where its share is
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
	if !s.Hundred && rows > 1 {
		sentences = append(sentences, s.totalWords(totals, whole))
	}
	if rows > 0 && len(s.Series) > 1 {
		sentences = append(sentences, s.largestPart(totals, whole, rows))
	}
	return sentences
}

// totalWords names the rows with the highest and the lowest total.
func (s *Spec) totalWords(totals []float64, whole []bool) string {
	sums := Series{Points: make([]Point, len(totals))}
	decimals := 0
	for _, one := range s.Series {
		for _, p := range one.Points {
			if !p.Missing {
				decimals = max(decimals, fraction(p.Value))
			}
		}
	}
	for i, v := range totals {
		sums.Points[i] = Point{Value: v, Label: s.tick(v, decimals, false), Missing: !whole[i]}
	}
	of := *s
	of.Series = []Series{sums}
	text := of.ends(0)
	if text == "" {
		text = "the total is " + s.tick(totals[0], decimals, false)
	}
	return sentence([]string{"in total " + text})
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
	if rows == 1 {
		return s.onlyWhole(high, totals[high])
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
	case len(rivals) > 0 && rows == 2: // one each: the rows are named
		for i := range s.Rows {
			if whole[i] && s.Series[rivals[0]].Points[i].Value > s.Series[first].Points[i].Value {
				high = i
			} else if whole[i] {
				low = i
			}
		}
		return sentence([]string{part + s.Rows[low].Label + " is " + name + ", in " + s.Rows[high].Label + " " + s.Series[rivals[0]].Name})
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

// onlyWhole names the parts of the only row that is whole, from the largest down, the remainder last.
func (s *Spec) onlyWhole(row int, sum float64) string {
	var order []int
	rest, most := -1, 0.0
	for j, one := range s.Series {
		switch v := one.Points[row].Value; {
		case v == 0:
		case one.Rest:
			rest = j
		default:
			order = append(order, j)
			most = max(most, v)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.Series[b].Points[row].Value, s.Series[a].Points[row].Value) })
	share := func(j int) string {
		p := s.Series[j].Points[row]
		if s.Hundred && s.Axis.Percent && p.Label != "" {
			return p.Label
		}
		return s.percent(100 * p.Value / sum)
	}
	lead := ""
	if len(s.Rows) > 1 {
		lead = s.Rows[row].Label + ": "
	}
	if len(order) == 0 { // the remainder is all
		return sentence([]string{lead + s.Series[rest].Name + " is all"})
	}
	names := make([]string, len(order))
	for k, j := range order {
		names[k] = s.Series[j].Name + " " + share(j)
	}
	text := lead + "the largest " + named(rest >= 0 && s.Series[rest].Points[row].Value > most) + "part is " + s.Series[order[0]].Name + " with " + share(order[0])
	if len(names) > 1 {
		text += ", followed by " + s.Locale.List(names[1:])
	}
	parts := []string{text}
	if rest >= 0 {
		parts = append(parts, s.Series[rest].Name+": "+share(rest))
	}
	return sentence(parts)
}

func total(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}
