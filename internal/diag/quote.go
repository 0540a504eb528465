package diag

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// quoteWidth is how many characters of somebody's words a message shows at most.
// The place of the problem tells the rest.
const quoteWidth = 60

// Quote is words for a message, cut where they are long.
func Quote(words string) string {
	if utf8.RuneCountInString(words) <= quoteWidth {
		return words
	}
	n := 0
	for i := range words {
		if n++; n == quoteWidth {
			return words[:i] + "…"
		}
	}
	return words
}

// Messagef is a message that quotes words: those of a %q are cut where they are
// long.
func Messagef(format string, args ...any) string {
	cutQuoted(format, args)
	return fmt.Sprintf(format, args...)
}

// cutQuoted cuts the texts that a format quotes.
func cutQuoted(format string, args []any) {
	for i := 0; i < len(args); i++ {
		at := strings.IndexByte(format, '%')
		if at < 0 || at+1 >= len(format) {
			return
		}
		verb := format[at+1]
		format = format[at+2:]
		if verb == '%' {
			i--
			continue
		}
		if text, ok := args[i].(string); ok && verb == 'q' {
			args[i] = Quote(text)
		}
	}
}
