package chart

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
	lead := s.Series[first].Name + " is the largest part"
	if rows == 1 {
		return sentence([]string{lead + " with " + text(high) + " of " + s.Rows[high].Label})
	}
	lead += " in " + s.of(wins[first], rows)
	for j, n := range wins {
		if j != first && n > 0 {
			lead += ", " + s.Series[j].Name + " in " + s.spelled(n)
		}
	}
	switch {
	case wins[first] < rows:
		return sentence([]string{lead})
	case text(low) == text(high):
		return sentence([]string{lead + ", with " + text(high)})
	}
	return sentence([]string{lead, "its share ranges from " + text(low) + " (" + s.Rows[low].Label + ") to " + text(high) + " (" + s.Rows[high].Label + ")"})
}

func total(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}
