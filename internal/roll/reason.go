package roll

import (
	"strings"
	"unicode"

	"bulletin/internal/locale"
	"bulletin/internal/prose"
)

// Kind is what is wrong with a sentence, or may be.
type Kind uint8

// The kinds, in the order in which reasons are told.
const (
	Claim Kind = iota
	Number
	Date
	Source
	Time
	Direction
	Comparison
	Size
	Lack
	Finding
	Judgement
	Event
	Category
	Kinds // how many there are
)

// String is the kind as a summary names it.
func (k Kind) String() string {
	return [...]string{"claim", "number", "date", "source", "word of time", "direction", "comparison", "size", "gap", "other finding", "judgement", "event", "category", ""}[k]
}

// Reason is why a sentence is marked: its kind, and the words that it is about.
type Reason struct {
	Kind  Kind
	Words string
}

// String is the reason in words, as a mark gives it.
func (r Reason) String() string {
	words := plainly(r.Words)
	switch r.Kind {
	case Claim:
		return "words of the old value: " + words
	case Number:
		return "a number that nothing binds: " + words
	case Date:
		return "a date: " + words
	case Source:
		return "a source of the old period: " + words
	case Time:
		return "a word about the time of writing: " + words
	case Direction:
		return "a direction that nothing binds: " + words
	case Comparison:
		return "a comparison that nothing binds: " + words
	case Size:
		return "a size that nothing binds: " + words
	case Lack:
		return "what the old source lacked: " + words
	case Finding:
		return "one finding of several: " + words
	case Judgement:
		return "a judgement of the old figures: " + words
	case Event:
		return "an event: " + words
	}
	return "a category that the figure does not name: " + words
}

// plainly is a text that can stand in a mark: without quotes, bars, braces and all
// else that ends or begins something there.
func plainly(text string) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case strings.ContainsRune("\"|{}[]\\#`<>", c), unicode.IsControl(c), unicode.Is(unicode.Cf, c):
			return -1
		}
		return c
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// reasons are why a sentence has to be looked at; of each kind the first. Numbers,
// dates and sources are found by others.
func (r *reader) reasons(s *sentence) []Reason {
	var all []Reason
	for _, look := range []struct {
		kind Kind
		find func(*sentence) string
	}{
		{Claim, claimed}, {Time, presently}, {Direction, directed(r.locale)}, {Comparison, compared}, {Size, sized}, {Lack, lacking},
		{Finding, vintage}, {Judgement, judged}, {Event, told},
	} {
		if look.kind == Event && len(all) > 0 {
			continue // which say what is told
		}
		if words := look.find(s); words != "" {
			all = append(all, Reason{look.kind, words})
		}
	}
	return all
}

func claimed(s *sentence) string {
	var all []string
	for _, f := range s.figures {
		if f.claim && !f.content.Literal {
			all = append(all, f.content.ClaimText)
		}
	}
	return strings.Join(all, ", ")
}

// presently finds words about the time of writing.
func presently(s *sentence) string {
	for i, w := range s.words {
		switch {
		case w.is("current", "recent", "latest") && s.at(i+1).sign:
		case w.is("yet") && i == 0, w.is("yet") && s.at(i-1).is(",", ";", "and"): // but
		case w.has(locale.IsPresently):
			return w.text
		case w.is("closed", "suspended", "shut", "full", "overcrowded", "blocked", "planned", "underway", "ongoing", "pending") && s.at(i-1).is("is", "are"):
			return s.quote(i-1, i+1)
		case w.has(locale.StaysPut) && !s.history:
			return s.quote(i, i+1)
		case s.says(i, "so", "far"), s.says(i, "to", "date"), s.says(i, "no", "longer"), s.says(i, "until", "now"), s.says(i, "at", "present"), s.says(i, "ever", "since"):
			return s.quote(i, i+2)
		case s.says(i, "at", "the", "time") && !s.at(i+3).is("of", "when"), s.says(i, "as", "it", "was"), s.says(i, "for", "the", "moment"), s.says(i, "in", "recent"):
			return s.quote(i, i+3)
		case w.is("this") && s.at(i+1).is("year", "month", "week", "time", "winter", "spring", "summer", "autumn", "season"):
			return s.quote(i, i+2)
		case w.is("since") && (i == len(s.words)-1 || s.at(i+1).is(".", ";", ",", ":")):
			return s.quote(i, i+1)
		case w.is("next", "coming") && s.at(i+1).is("year", "month", "months", "quarter", "weeks"):
			return s.quote(i, i+2)
		}
	}
	return ""
}

// directed finds words of direction that an author typed.
func directed(l *locale.Locale) func(*sentence) string {
	return func(s *sentence) string {
		if s.history {
			return ""
		}
		for i, w := range s.words {
			direction, speech := l.Direction(w.text)
			next := s.at(i + 1)
			switch {
			case !w.typed || w.is("lost", "gained", "loss", "gain", "gains", "stable", "constant", "unchanged"):
			case direction == 0:
				if w.is("doubled", "halved", "tripled", "quadrupled", "widened", "narrowed", "worsened", "improved", "intensified", "eased") {
					return w.text
				}
			case speech == locale.Verb:
				return w.text
			case speech == locale.Noun && (s.at(i-1).is("the", "a", "an", "this", "that", "its", "their", "sharp", "further", "strong") || w.is("increase", "decrease", "decline", "growth") && i == 0):
				return s.quote(max(i-1, 0), i+1)
			case speech == locale.Adverb && s.at(i-1).is("go", "goes", "went", "gone", "going", "is", "are", "was", "were") && !next.is("to"):
				return s.quote(i-1, i+1)
			case speech == locale.Adjective && next.has(locale.IsStatistic) && !w.is("more", "less"),
				speech == locale.Adjective && !w.is("more", "less") && s.at(i-1).is("were", "was", "is", "are", "been", "even", "slightly", "much") && !next.typed && !next.sign,
				speech == locale.Adjective && s.at(i-1).is("were", "was", "is", "are") && (next.sign || next.is("than", "in", "this")) && !w.is("more", "less"):
				return s.quote(i, i+2)
			case speech == locale.Adjective && w.is("more", "fewer", "less") && !often(next) && s.pastAnywhere():
				return s.quote(i, i+2)
			case speech == locale.Adjective && w.is("more", "fewer") && i == 0 && s.passage.Kind != 0:
				return s.quote(i, i+2)
			}
		}
		return ""
	}
}

// often tells whether "more" before a word speaks of a manner: more closely.
func often(w word) bool {
	return strings.HasSuffix(w.lower, "ly") || w.is("often", "so", "than", "of") || w.sign || w.has(locale.IsMostly)
}

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

// lacking finds what a source does not say.
func lacking(s *sentence) string {
	defines := s.defines()
	for i, w := range s.words {
		next := s.at(i + 1)
		switch {
		case w.is("no") && (next.has(locale.IsFinding) || s.at(i+2).has(locale.IsFinding) && !next.is("official", "single")):
			return s.quote(i, i+2)
		case defines:
		case w.is("unclear", "unknown", "gap", "gaps"), w.is("missing") && (next.has(locale.IsFinding)):
			return s.quote(i, i+1)
		case w.is("leaves", "left", "leave") && next.is("open", "out"), w.is("break", "breaks") && s.at(i-1).is("not"):
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

// vintage finds words about one finding of several.
func vintage(s *sentence) string {
	for i, w := range s.words {
		if w.has(locale.IsVintage) && (s.at(i+1).has(locale.IsFinding) || s.at(i+1).is("count", "counts", "report", "overview", "survey")) {
			return s.quote(i, i+2)
		}
	}
	return ""
}

// judged finds judgements.
func judged(s *sentence) string {
	for i, w := range s.words {
		switch {
		case w.has(locale.IsSurmise):
			return w.text
		case s.says(i, "with", "care"), s.says(i, "with", "caution"), s.says(i, "due", "to"), s.says(i, "owing", "to"):
			return s.quote(i, i+2)
		}
	}
	return ""
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
