package locale

import "strings"

// Speech is what part of speech a word of direction is.
type Speech uint8

// The parts of speech. A noun may be a verb too ("rise"), a verb is no noun.
const (
	NoSpeech  Speech = iota
	Verb             // rose, fell
	Noun             // an increase, a fall
	Adjective        // higher, fewer
	Adverb           // up, down
)

// Direction is the sense of a word: 1 for up, -1 for down, 0 for neither. For a
// word that speaks of no direction there is no part of speech.
func (l *Locale) Direction(text string) (direction int, speech Speech) {
	switch w := word([]string{text}, 0); w {
	case "rose", "risen", "rises", "rising", "increased", "increases", "increasing", "grew", "grow", "grows", "grown", "growing", "climbed", "climbs",
		"jumped", "jumps", "gained", "surged", "soared", "swelled":
		return 1, Verb
	case "rise", "increase", "growth", "climb", "jump", "gain", "surge":
		return 1, Noun
	case "more", "higher", "greater", "larger":
		return 1, Adjective
	case "up", "upward", "upwards":
		return 1, Adverb
	case "fell", "fallen", "falls", "falling", "decreased", "decreases", "decreasing", "declined", "declines", "declining", "dropped", "drops",
		"dropping", "reduced", "reduces", "shrank", "shrunk", "lost", "plunged", "plummeted", "slumped", "dipped", "dwindled":
		return -1, Verb
	case "fall", "decrease", "decline", "drop", "reduction", "loss", "slump", "dip":
		return -1, Noun
	case "fewer", "less", "lower", "smaller":
		return -1, Adjective
	case "down", "downward", "downwards":
		return -1, Adverb
	case "unchanged", "stable", "constant":
		return 0, Adjective
	}
	return 0, NoSpeech
}

// ReadLevel reads words that say that nothing changed, or (little) that what
// changed is next to nothing, and how many of the words say so.
func (l *Locale) ReadLevel(words []string) (little bool, taken int) {
	second := word(words, 1)
	switch word(words, 0) {
	case "no":
		if second == "change" {
			return false, 2
		}
	case "little", "hardly", "barely":
		switch {
		case second == "changed" || second == "change" && word(words, 0) == "little":
			return true, 2
		case second == "any" && word(words, 2) == "change" && word(words, 0) != "little":
			return true, 3
		}
	case "did":
		if second == "not" && word(words, 2) == "change" {
			return false, 3
		}
	case "has", "have", "had":
		if second == "not" && word(words, 2) == "changed" {
			return false, 3
		}
	case "the":
		if second == "same" {
			return false, 2
		}
	case "as":
		if isMany(second) && word(words, 2) != "as" {
			return false, 2
		}
	case "about":
		if second == "as" && isMany(word(words, 2)) && word(words, 3) != "as" {
			return true, 3
		}
	}
	return false, 0
}

// ReadAsMany reads "as many", "the number" and the like behind a multiple or a
// fraction: what it is a part of is what was before.
func (l *Locale) ReadAsMany(words []string) (taken int) {
	second := word(words, 1)
	if word(words, 0) == "as" && isMany(second) || word(words, 0) == "the" && l.Counts(second) && second != "total" {
		return 2
	}
	return 0
}

// Degree tells whether a word may stand between a verb of direction and "by":
// "fell sharply by", "rose again by".
func (l *Locale) Degree(text string) bool {
	w := word([]string{text}, 0)
	return w == "again" || w == "further" || len(w) > 4 && strings.HasSuffix(w, "ly")
}

func isMany(w string) bool {
	switch w {
	case "many", "much", "high", "large", "great", "big":
		return true
	}
	return false
}
