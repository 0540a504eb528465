package roll

import (
	"strings"

	"bulletin/internal/locale"
)

// compared finds words that rank.
func compared(s *sentence) string {
	top := false
	for _, f := range s.figures {
		top = top || f.parsed != nil && f.parsed.Tells() == "top"
	}
	for i, w := range s.words {
		switch {
		case s.says(i, "than", "before"), s.says(i, "than", "usual"), s.says(i, "than", "ever"), s.says(i, "than", "previously"), s.says(i, "than", "elsewhere"):
			return s.quote(i, i+2)
		case s.says(i, "for", "the", "first", "time"):
			return s.quote(i, i+4)
		case s.history || top:
		case w.has(locale.IsExtreme):
			return w.text
		case w.is("most", "least") && s.at(i+1).has(locale.IsMostly) && !s.at(i-1).is("at"):
			return s.quote(i, i+2)
		case w.is("from", "between") && s.ranged(i):
			return s.quote(i, i+1) + " … " + map[bool]string{true: "to", false: "and"}[w.is("from")] + " …"
		}
	}
	return ""
}

// ranged tells whether a word leads from a figure of one area to one of another: the
// lowest and the highest.
func (s *sentence) ranged(i int) bool {
	first := s.at(i + 1).figure
	if first == nil || first.parsed == nil {
		return false
	}
	for j := i + 2; j < len(s.words); j++ {
		if !s.at(j).is("to", "and") {
			continue
		}
		if second := s.at(j + 1).figure; second != nil && second.parsed != nil {
			_, from, _ := first.parsed.About()
			_, to, _ := second.parsed.About()
			return from != to
		}
	}
	return false
}

// sized finds judgements of how many there are.
func sized(s *sentence) string {
	if s.history {
		return ""
	}
	for i, w := range s.words {
		next := s.at(i + 1)
		switch {
		case w.has(locale.IsSized) && s.at(i-1).has(locale.IsExcess):
			return s.quote(i-1, i+1)
		case w.has(locale.IsSized) && s.predicate(i) && (next.sign || i == len(s.words)-1 || next.is("in", "and", "or", "for", "on")):
			return w.text
		case w.has(locale.IsSized) && !w.is("many") && next.has(locale.IsStatistic):
			return s.quote(i, i+2)
		case (s.says(i, "almost", "all") || s.says(i, "nearly", "all")) && s.pastAnywhere():
			return s.quote(i, i+2)
		case s.says(i, "for", "the", "most", "part") && (s.pastAnywhere() || s.perfect()):
			return s.quote(i, i+4)
		case (w.has(locale.IsSome) || w.is("few")) && !s.says(i-1, "at", "most") && s.quantifies(i) && s.pastAnywhere():
			return w.text
		}
	}
	return ""
}

// perfect tells whether the sentence speaks of what has come about.
func (s *sentence) perfect() bool {
	for _, w := range s.words {
		if w.is("has", "have") {
			return true
		}
	}
	return false
}

// predicate tells whether a form of "be" stands before a word, with adverbs between.
func (s *sentence) predicate(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch w := s.at(j); {
		case w.is("is", "are", "was", "were", "been", "remain", "remained", "stayed"):
			return true
		case w.has(locale.IsDegree), strings.HasSuffix(w.lower, "ly"):
		default:
			return false
		}
	}
	return false
}

// quantifies tells whether a word for a part begins a clause or stands before a
// noun: not "the most".
func (s *sentence) quantifies(i int) bool {
	return !s.at(i-1).is("the", "at", "a", "its", "these", "how", "as") && !s.at(i+1).has(locale.IsMostly) && !s.at(i+1).sign
}
