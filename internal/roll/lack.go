package roll

import (
	"strings"

	"bulletin/internal/locale"
)

// lacking finds what a source does not say.
func lacking(s *sentence) string {
	defines := s.defines()
	for i, w := range s.words {
		next := s.at(i + 1)
		switch {
		case w.is("no") && (next.has(locale.IsFinding) || s.at(i+2).has(locale.IsFinding) && !next.is("official", "single")):
			return s.quote(i, i+2)
		case defines:
		case w.is("unclear", "unknown", "gap", "gaps"), w.is("missing") && next.has(locale.IsFinding) && s.at(i-1).is("the", "this", "these", "its", "their"):
			return s.quote(i, i+1)
		case w.is("leaves", "left") && next.is("open"), s.says(i, "left", "out"), w.is("break", "breaks") && s.at(i-1).is("not"):
			return s.quote(i, i+2)
		case w.has(locale.IsTelling) && next.is("no", "none", "nothing", "only", "neither", "nobody"):
			return s.quote(i, i+2)
		case s.denied(i) > 0 && s.at(i-1).is("do", "does", "did"):
			return s.quote(i-1, s.denied(i))
		case s.denied(i) > 0:
			return s.quote(i, s.denied(i))
		case w.is("no", "none", "only", "nothing", "not") && s.untold(i) > 0:
			return s.quote(i, i+1) + " … " + s.quote(s.untold(i), s.untold(i)+1)
		}
	}
	return ""
}

// defines tells whether the sentence says what something is: those of whom …
func (s *sentence) defines() bool {
	for i := range s.words {
		if s.says(i, "are", "those") || s.says(i, "is", "the", "number") || s.says(i, "means") {
			return true
		}
	}
	return false
}

// denied is where a denial with the verb of a source ends that begins at a word:
// does not say, without naming, not every centre tells. 0 where none does.
func (s *sentence) denied(i int) int {
	if !s.at(i).is("not", "nor", "without", "never", "cannot") && !strings.HasSuffix(s.at(i).lower, "n't") && !strings.HasSuffix(s.at(i).lower, "n’t") {
		return 0
	}
	for j := i + 1; j <= i+3; j++ {
		switch w := s.at(j); {
		case w.has(locale.IsTelling) && !s.at(j-1).is("the", "a", "that", "be", "of", "to"), w.is("given") && s.at(j-1).is("not"):
			return j + 1
		case w.sign, w.figure != nil:
			return 0
		}
	}
	return 0
}

// untold is the participle of a sentence that says that something was not told: no
// decisions are reported, only totals were published. 0 where there is none.
func (s *sentence) untold(i int) int {
	if s.at(i).is("only") && (s.at(i+1).has(locale.IsSubordinate) || s.at(i+1).is("those", "what") || i > 0 && !s.at(i-1).sign) {
		return 0
	}
	if s.at(i).is("not") && !s.at(i-1).is("was", "were", "is", "are", "been") {
		return 0
	}
	be := s.at(i).is("not")
	for j := i + 1; j < len(s.words); j++ {
		w := s.at(j)
		if w.is(";", ".", ":") || w.has(locale.IsSubordinate) {
			return 0
		}
		be = be || w.has(locale.IsBe) || w.is("was", "were", "at", "can", "could")
		if be && (w.has(locale.IsToldOf) || w.is("said", "given", "named", "told", "stated", "reported")) {
			return j
		}
	}
	return 0
}
