package chart

import (
	"slices"
	"strings"
)

// linesWords says where lines start and end, which way they went and how far, and where they were highest and lowest: of
// one line in full, of two and three each in short, of more those that stand out.
func (s *Spec) linesWords() []string {
	var all []journey
	for j := range s.Series {
		if way := s.journeyOf(j); way.last >= 0 {
			all = append(all, way)
		}
	}
	switch n := len(all); {
	case n == 1:
		return s.oneLineWords(all[0])
	case n <= 3:
		return s.fewLinesWords(all)
	}
	return s.manyLinesWords(all)
}

// oneLineWords are up to three sentences about one line, and wayOf those about what a subject counts.
func (s *Spec) oneLineWords(j journey) []string {
	subject := "the figure "
	if s.Axis.Unit != "" && !s.Axis.Percent {
		subject = "the number of " + s.Axis.Unit + " "
	}
	if name := s.Series[j.series].Name; len(s.Series) > 1 && name != "" {
		subject = name + " "
	}
	return s.wayOf(subject, j)
}

func (s *Spec) wayOf(subject string, j journey) []string {
	var said []string
	if j.breaks == 1 && j.fresh > 0 {
		if b := s.before(j); b.first < b.last {
			said = append(said, "From "+s.Rows[b.first].Label+" to "+s.Rows[b.last].Label+", "+subject+s.moved(b)+".")
			subject = "it "
		}
	}
	lead, from := "", "from "+s.Rows[j.first].Label+" to "
	if j.fresh > 0 {
		lead = "A new series begins " + s.when(j.fresh) + "; "
		if j.fresh == j.first {
			from = "to "
		}
	}
	switch {
	case j.first == j.last && j.fresh == j.last && j.fresh > 0:
		return append(said, "A new series begins "+s.when(j.fresh)+" with "+s.label(s.at(j.series, j.last))+".")
	case j.first == j.last:
		return append(said, capital(lead+s.label(s.at(j.series, j.last))+" "+s.when(j.last)+"."))
	}
	said = append(said, capital(lead+from+s.Rows[j.last].Label+", "+subject+s.moved(j)+"."))
	if bends := s.bends(j); bends != "" {
		said = append(said, "It was "+bends+".")
	}
	return said
}

// fewLinesWords is a sentence about the way of each of two or three lines, and one about their peaks.
func (s *Spec) fewLinesWords(all []journey) []string {
	lead, together := s.together(all)
	var parts, peaks []string
	for _, j := range all {
		name := s.lineName(j.series)
		switch {
		case j.first == j.last:
			parts = append(parts, name+" is "+s.label(s.at(j.series, j.last))+" "+s.when(j.last))
		case together:
			parts = append(parts, name+" "+s.moved(j))
		default:
			parts = append(parts, name+" "+s.moved(j)+" ("+s.Rows[j.first].Label+" to "+s.Rows[j.last].Label+")")
		}
		if j.high != j.first && j.high != j.last && s.at(j.series, j.high).Value > s.at(j.series, j.last).Value {
			verb := ""
			if len(peaks) == 0 {
				verb = " peaked"
			}
			peaks = append(peaks, name+verb+" "+s.whenValue(j.series, j.high))
		}
	}
	said := []string{lead + sentenceOf(lead, strings.Join(parts, "; "))}
	if len(peaks) > 0 {
		said = append(said, s.Locale.List(peaks)+".")
	}
	return append(said, s.breakWords(all)...)
}

// sentenceOf ends a sentence, which begins with a capital where nothing leads to it.
func sentenceOf(lead, text string) string {
	if lead == "" {
		text = capital(text)
	}
	return text + "."
}

// together is the beginning of a sentence about journeys of which all have the same first and last row: "From 2018 to
// 2025, "; else it is empty.
func (s *Spec) together(all []journey) (lead string, same bool) {
	for _, j := range all {
		if j.first != all[0].first || j.last != all[0].last || j.first == j.last {
			return "", false
		}
	}
	return "From " + s.Rows[all[0].first].Label + " to " + s.Rows[all[0].last].Label + ", ", true
}

// lineName is what a series is called in a sentence.
func (s *Spec) lineName(series int) string {
	if name := s.Series[series].Name; name != "" {
		return name
	}
	return "line " + s.Locale.Float(float64(series+1), 0)
}

// when is a row of a line within a sentence: "in June 2023", "on 4 June 2023".
func (s *Spec) when(row int) string {
	label := s.Rows[row].Label
	day, _, parted := strings.Cut(label, " ")
	if parted && len(day) <= 2 && strings.Trim(day, "0123456789") == "" && !strings.Contains(label, " to ") {
		return "on " + label
	}
	return "in " + label
}

// whenValue is a row of a line with its value: "in June 2023 (12,971)".
func (s *Spec) whenValue(series, row int) string {
	return s.when(row) + " (" + s.label(s.at(series, row)) + ")"
}

// manyLinesWords says which of many lines are highest and lowest at the end, which rose and fell most, and what the
// highest value of all is. Remainders are left out.
func (s *Spec) manyLinesWords(all []journey) []string {
	all = slices.DeleteFunc(all, func(j journey) bool { return s.Series[j.series].Rest })
	if len(all) == 0 {
		return nil
	}
	return slices.Concat(s.endWords(all), s.riseWords(all), s.peakWords(all), s.breakWords(all))
}

// endWords ranks the lines that have a value in the last row with values.
func (s *Spec) endWords(all []journey) []string {
	last := 0
	for _, j := range all {
		last = max(last, j.last)
	}
	ranked := slices.DeleteFunc(slices.Clone(all), func(j journey) bool { return j.last < last })
	slices.SortStableFunc(ranked, func(a, b journey) int {
		switch x, y := s.at(a.series, last).Value, s.at(b.series, last).Value; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	in := capital(s.when(last)) + ", "
	level := func(from, to int) string { // names those between, which have one value
		var names []string
		for _, j := range ranked[from:to] {
			names = append(names, s.lineName(j.series))
		}
		if len(names) > mostTied {
			names = []string{names[0], s.spelled(len(names)-1) + " others"}
		}
		return number(len(names), "is ", "are ") + s.Locale.List(names) + " (" + s.label(s.at(ranked[from].series, last)) + ")"
	}
	value := func(i int) float64 { return s.at(ranked[i].series, last).Value }
	n := len(ranked)
	top, foot := 1, n-1 // where those that are highest end, and those that are lowest begin
	for top < n && value(top) == value(0) {
		top++
	}
	for foot > 0 && value(foot-1) == value(n-1) {
		foot--
	}
	switch {
	case n == 1:
		return []string{in + "only " + strings.TrimPrefix(level(0, 1), "is ") + " has a figure."}
	case top == n:
		return []string{in + s.of(n, n) + " are " + s.label(s.at(ranked[0].series, last)) + "."}
	case top == 1 && foot > 1 && value(1) > value(2):
		second := s.lineName(ranked[1].series) + " (" + s.label(s.at(ranked[1].series, last)) + ")"
		return []string{in + "the highest " + level(0, 1) + ", followed by " + second + "; the lowest " + level(foot, n) + "."}
	}
	return []string{in + "the highest " + level(0, top) + ", the lowest " + level(foot, n) + "."}
}

// riseWords counts the lines that rose and fell, and names those that did so most.
func (s *Spec) riseWords(all []journey) []string {
	up, down := 0, 0
	most, least := journey{last: -1}, journey{last: -1}
	for _, j := range all {
		switch rise := s.rise(j); {
		case rise > 0:
			up++
			if most.last < 0 || rise > s.rise(most) {
				most = j
			}
		case rise < 0:
			down++
			if least.last < 0 || rise < s.rise(least) {
				least = j
			}
		}
	}
	lead, together := s.together(all)
	tell := func(j journey) string {
		text := s.lineName(j.series) + "," + strings.TrimPrefix(strings.TrimPrefix(s.moved(j), "rose"), "fell")
		if !together {
			text += " (" + s.Rows[j.first].Label + " to " + s.Rows[j.last].Label + ")"
		}
		return text
	}
	first := func(n int) string { return number(n, ": ", ", most of all ") }
	var parts []string
	if up > 0 {
		parts = append(parts, s.of(up, len(all))+" rose"+first(up)+tell(most))
	}
	switch {
	case down > 0 && up > 0:
		parts = append(parts, s.spelled(down)+" fell"+first(down)+tell(least))
	case down > 0:
		parts = append(parts, s.of(down, len(all))+" fell"+first(down)+tell(least))
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{lead + sentenceOf(lead, strings.Join(parts, "; "))}
}

// peakWords names the highest value of all lines where that is not at an end of its own.
func (s *Spec) peakWords(all []journey) []string {
	peak := all[0]
	for _, j := range all[1:] {
		if s.at(j.series, j.high).Value > s.at(peak.series, peak.high).Value {
			peak = j
		}
	}
	if peak.high == peak.first || peak.high == peak.last {
		return nil
	}
	return []string{"The highest value of all is that of " + s.lineName(peak.series) + " " + s.whenValue(peak.series, peak.high) + "."}
}

// breakWords says where new series begin: of all lines at once, or of each.
func (s *Spec) breakWords(all []journey) []string {
	var names []string
	fresh, same := all[0].fresh, true
	for _, j := range all {
		same = same && j.fresh == fresh
		if j.fresh > 0 {
			names = append(names, s.lineName(j.series)+" "+s.when(j.fresh))
		}
	}
	switch {
	case len(names) == 0:
		return nil
	case same:
		return []string{"A new series begins " + s.when(fresh) + ", not comparable with what was before."}
	case len(names) == 1:
		return []string{"A new series begins for " + names[0] + ", not comparable with what was before."}
	case len(names) > mostTied:
		names = append(names[:mostTied-1], s.spelled(len(names)-mostTied+1)+" others")
	}
	return []string{"New series, not comparable with what was before, begin for " + s.Locale.List(names) + "."}
}
