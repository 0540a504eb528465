package roll

import (
	"strings"

	"bulletin/internal/locale"
)

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
