package diag

import "strings"

// Excerpt is the source line of a problem, cut around the words that are meant.
// What is cut off shows as "…"; all is empty where there is no line to show.
type Excerpt struct{ Before, Marked, After string }

// ExcerptOf is the source line of a problem. source gives the bytes of a file; it
// may return nil.
func ExcerptOf(p Problem, source func(file string) []byte) Excerpt {
	from := excerpts{source: source}
	line := from.line(p.Pos)
	if line == nil {
		return Excerpt{}
	}
	text, mark := excerpt(line, p.Pos.Col, p.Len)
	if mark == "" {
		return Excerpt{Before: text}
	}
	runes := []rune(text)
	start := min(strings.Count(mark, " "), len(runes))
	end := min(len(mark), len(runes))
	return Excerpt{string(runes[:start]), string(runes[start:end]), string(runes[end:])}
}
