package roll

import (
	"strings"

	"bulletin/internal/locale"
)

// past tells whether a word is a verb in the past tense: one that is nothing else,
// or one in -ed that no form of "be" or "have" stands before, and no article. Of
// "people displaced from Ukraine" it cannot tell, so it is asked only where some
// other word speaks of a finding.
func (s *sentence) past(i int) bool {
	w := s.at(i)
	switch {
	case !w.typed || w.sign:
		return false
	case w.has(locale.IsAuxiliary):
		return !s.at(i - 1).has(locale.IsBe) // have had
	case !w.has(locale.IsPastTense) && !regular(w.lower):
		return false
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		before := s.at(j)
		switch {
		case before.has(locale.IsBe), before.is("having", "get", "gets"):
			return false
		case before.has(locale.IsDegree), before.is("not", "ever", "never"), strings.HasSuffix(before.lower, "ly"):
			continue
		case before.is("the", "a", "an", "those", "of", "and", "or", "newly", "any", "no"):
			return w.has(locale.IsPastTense) && !regular(w.lower)
		}
		break
	}
	return true
}

// regular tells whether a word ends as regular verbs in the past tense do.
func regular(w string) bool {
	if len(w) < 5 || !strings.HasSuffix(w, "ed") {
		return false
	}
	switch w {
	case "hundred", "indeed", "speed", "unaccompanied", "separated", "displaced", "united", "undocumented", "based", "related":
		return false
	}
	return true
}

// pastAnywhere tells whether some verb of the sentence is in the past tense.
func (s *sentence) pastAnywhere() bool {
	for i := range s.words {
		if s.past(i) {
			return true
		}
	}
	return false
}

// mainPast is the first verb of a main clause that is in the past tense beyond
// doubt; -1 without one. A clause that a word such as "who" or "after" begins is
// none, up to its comma.
func (s *sentence) mainPast() int {
	inside := false
	for i, w := range s.words {
		switch {
		case w.sign && (w.is(",", ";", ":", "–", "—", ")")):
			inside = w.is(":") && inside
		case w.has(locale.IsSubordinate):
			inside = true
		case inside:
		case w.has(locale.IsAuxiliary|locale.IsPastTense) && s.past(i) && !s.attribute(i):
			return i
		}
	}
	return -1
}

// attribute tells whether a verb in -ed says of which people the noun before it
// speaks, and a verb follows: "those counted here may be".
func (s *sentence) attribute(i int) bool {
	w := s.at(i)
	if w.has(locale.IsAuxiliary) || !strings.HasSuffix(w.lower, "ed") {
		return false
	}
	for j := i + 1; j < len(s.words); j++ {
		next := s.at(j)
		if next.has(locale.IsAuxiliary|locale.IsBe) || next.is("may", "can", "could", "will", "would", "should", "must", "do", "does") {
			return true
		}
		if next.sign && !next.is("'", "’") {
			break
		}
	}
	return s.at(i + 1).is("by")
}
