package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/locale"
)

// bareWords are the words before a number without its article, its hedge and
// what only colours it: "fell by as much as about a full". A hedge that
// compares is none: "87% more than", "more than the".
func bareWords(words []string, l *locale.Locale) (bare []string, hedge locale.Hedging, hedgeWords []string) {
	definite := len(words) > 0 && strings.EqualFold(words[len(words)-1], "the")
	words = dropArticle(words, l)
	for range 2 {
		for n := range len(words) {
			h, taken := l.ReadHedge(words[n:])
			if taken == 0 || taken != len(words)-n || hedge != locale.NoHedge {
				continue
			}
			if strings.EqualFold(words[len(words)-1], "than") && (definite || compares(words[:n], l)) {
				return words, locale.NoHedge, nil
			}
			hedge, hedgeWords, words = h, words[n:], words[:n]
			break
		}
		words = dropColours(words, l)
	}
	return words, hedge, hedgeWords
}

// compares tells whether "more than" behind these words compares with what
// follows: "87%", "three times", "far".
func compares(words []string, l *locale.Locale) bool {
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	digits := strings.TrimLeft(last, "+−-–")
	first, _ := utf8.DecodeRuneInString(digits)
	if _, number := l.ReadNumberWords([]string{last}); number > 0 || unicode.IsDigit(first) {
		return len(digits) != len("2023") || strings.ContainsAny(digits, "%,.") // in 2023 more than
	}
	if u, _ := l.ReadUnit([]string{last}); u != locale.NoUnit || strings.EqualFold(last, "cent") {
		return true
	}
	return l.Widens(last)
}

// dropColours drops words that leave a number what it is: "a full", "another".
func dropColours(words []string, l *locale.Locale) []string {
	for n := max(0, len(words)-3); n < len(words); n++ {
		if taken := max(l.Colours(words[n:]), l.Adds(words[n:])); taken > 0 && taken == len(words)-n {
			return words[:n]
		}
	}
	n := len(words)
	if n > 0 && l.Exactly(words[n-1]) {
		return words[:n-1]
	}
	if n > 2 && l.Role(words[n-2]) == locale.Article && (l.Role(words[n-3]) == locale.By || l.Role(words[n-3]) == locale.Of) && l.Role(words[n-1]) == locale.NoRole {
		if _, speech := l.Direction(words[n-1]); speech == locale.NoSpeech { // by a staggering
			return words[:n-2]
		}
	}
	return words
}

func dropArticle(words []string, l *locale.Locale) []string {
	if n := len(words); n > 0 && l.Role(words[n-1]) == locale.Article {
		return words[:n-1]
	}
	return words
}
