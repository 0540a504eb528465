package roll

import (
	"strings"
	"unicode"

	"bulletin/internal/locale"
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
		return "old value: " + words
	case Number:
		return "unbound number: " + words
	case Date:
		return "date: " + words
	case Source:
		return "old source: " + words
	case Time:
		return "time of writing: " + words
	case Direction:
		return "unbound direction: " + words
	case Comparison:
		return "unbound comparison: " + words
	case Size:
		return "unbound size: " + words
	case Lack:
		return "gap in the old source: " + words
	case Finding:
		return "one finding of several: " + words
	case Judgement:
		return "judgement: " + words
	case Event:
		return "event: " + words
	}
	return "category not in the figure: " + words
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
		case s.says(i, "so", "far"), s.says(i, "to", "date") && !s.at(i-1).is("up"), s.says(i, "no", "longer"), s.says(i, "until", "now"), s.says(i, "at", "present"), s.says(i, "ever", "since"):
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
