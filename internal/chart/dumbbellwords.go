package chart

import "strings"

// dumbbellWords counts the rows that rise and fall, names those that move furthest and most steeply, and both ends of
// the second series.
func (s *Spec) dumbbellWords() []string {
	t := s.pairWays()
	var sentences []string
	if t.all() > 0 {
		sentences = append(sentences, sentence([]string{s.span() + s.wayWords(t)}))
	}
	var moves []string
	if t.up > 1 && t.most >= 0 {
		move := s.Rows[t.most].Label + " rises most" + s.fromTo(t.most)
		if steep := s.steepest(); steep >= 0 && steep != t.most {
			move += ", " + s.Rows[steep].Label + " most steeply" + s.fromTo(steep)
		}
		moves = append(moves, move)
	}
	if t.down > 1 && t.least >= 0 {
		moves = append(moves, s.Rows[t.least].Label+" falls most"+s.fromTo(t.least))
	}
	if len(moves) > 0 {
		sentences = append(sentences, sentence(moves))
	}
	if ends := s.ends(1); ends != "" && count(s.proper(s.Series[1].Points)) > 1 {
		sentences = append(sentences, sentence([]string{s.lead(1, "in ") + ends}))
	}
	if len(sentences) == 0 { // no row has both
		return s.barsWords()
	}
	return sentences
}

// span names both series: "from Q1 2022 to Q1 2023, ".
func (s *Spec) span() string {
	if s.Series[0].Name == "" || s.Series[1].Name == "" {
		return ""
	}
	return "from " + s.Series[0].Name + " to " + s.Series[1].Name + ", "
}

// wayWords says how many rows go up and down; of a single one, which and how far.
func (s *Spec) wayWords(t ways) string {
	var parts []string
	add := func(n, row int, one, many string) {
		if n == 0 {
			return
		}
		text := s.spelled(n)
		if len(parts) == 0 {
			text = s.of(n, t.all())
		}
		if t.all() == 1 {
			text = "the only pair"
		}
		text += " " + number(n, one, many)
		if n == 1 && row >= 0 {
			text += " (" + s.Rows[row].Label + ", " + strings.TrimPrefix(s.fromTo(row), " (")
		}
		parts = append(parts, text)
	}
	add(t.up, t.most, "rises", "rise")
	add(t.down, t.least, "falls", "fall")
	add(t.same, -1, "is unchanged", "are unchanged")
	return s.Locale.List(parts)
}

// fromTo is a row's way: " (from 79 to 868)".
func (s *Spec) fromTo(row int) string {
	return " (from " + s.label(s.Series[0].Points[row]) + " to " + s.label(s.Series[1].Points[row]) + ")"
}

// steepest is the row that multiplies most, at least doubles; -1 where there is none.
func (s *Spec) steepest() int {
	at, most := -1, 2.0
	for i, row := range s.Rows {
		a, b := s.Series[0].Points[i], s.Series[1].Points[i]
		if !row.Rest && !a.Missing && !b.Missing && a.Value > 0 && b.Value/a.Value >= most {
			at, most = i, b.Value/a.Value
		}
	}
	return at
}
