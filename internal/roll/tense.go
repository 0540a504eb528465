package roll

import (
	"strings"

	"bulletin/internal/locale"
	"bulletin/internal/prose"
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
		case regular(w.lower) && s.past(i) && i > 0 && !s.at(i-1).sign && (s.object(i+1) || i < 4 && s.alone(i)):
			return i
		}
	}
	return -1
}

// alone tells whether a word in -ed near the beginning is the only one that can be the
// verb of its sentence: "Guests complained about the cold."
func (s *sentence) alone(i int) bool {
	for j, w := range s.words {
		switch {
		case j == i:
		case w.has(locale.IsAuxiliary | locale.IsBe | locale.IsPastTense | locale.IsSubordinate), regular(w.lower), w.sign && !w.is("."):
			return false
		case w.is("may", "can", "could", "will", "would", "should", "must", "do", "does", "to", "and", "or"):
			return false
		case j > i && w.typed && strings.HasSuffix(w.lower, "s") && !strings.HasSuffix(w.lower, "ss"):
			return false // it may be a verb
		}
	}
	return s.at(i+1).is("about", "against", "for", "in", "into", "on", "over", "to", "from", "with", "at", "by", "as") && s.passage.Kind == prose.Paragraph
}

// object tells whether an object begins at a word. A participle that only describes
// takes none: "people displaced from Ukraine", but "rain delayed the count".
func (s *sentence) object(i int) bool {
	return s.at(i).is("the", "a", "an", "its", "their", "his", "her", "this", "these", "several", "many", "some", "all", "no", "every", "each", "new", "more", "fewer")
}

// mainPerfect is what a main clause in the perfect tells: has overtaken, have been
// cut. What has been so since an event, or after it, is a background that lasts.
func (s *sentence) mainPerfect() string {
	inside := false
	for i, w := range s.words {
		if w.is("since", "after", "long", "always", "never") || w.is("for", "over") && s.at(i+1).is("years", "decades", "many", "generations") {
			return ""
		}
	}
	for i, w := range s.words {
		switch {
		case w.sign && w.is(",", ";", ":", "–", "—", ")"):
			inside = false
		case w.has(locale.IsSubordinate):
			inside = true
		case inside || !w.is("has", "have") || s.at(i-1).is("may", "might", "can", "could", "would", "should", "must", "will", "to"):
		case s.participle(i + 1), s.at(i+1).is("been") && s.participle(i+2):
			return s.quote(i, i+2)
		}
	}
	return ""
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

// told finds the narrative of an event: a main clause in the past tense, or in the
// perfect, in a sentence that shows no figure.
func told(s *sentence) string {
	if s.history || s.any(locale.IsAbout) || s.passage.Kind == prose.Cell || s.dated() {
		return ""
	}
	at := s.mainPast()
	switch {
	case at >= 0 && s.at(at).is("had") && s.participle(at+1):
		return s.quote(at, at+2) // before what the figure tells
	case len(s.figures) > 0:
		return ""
	case at >= 0:
		return s.quote(at, at+2)
	}
	return s.mainPerfect()
}

// participle tells whether a word is one, behind "had" or "has".
func (s *sentence) participle(i int) bool {
	w := s.at(i)
	return w.has(locale.IsPastTense) || regular(w.lower) || w.is("come", "been", "gone", "begun", "become", "taken", "fallen", "risen", "grown", "left", "not", "already", "overtaken", "cut", "shut", "set", "put", "seen", "made", "driven", "given", "shown", "broken", "spread")
}

// dated tells whether the sentence names when the event was.
func (s *sentence) dated() bool {
	for _, w := range s.passage.Whens {
		if s.start <= w.Start && w.Start < s.stop && w.Dated {
			return true
		}
	}
	return false
}
