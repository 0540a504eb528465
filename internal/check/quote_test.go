package check_test

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLongWords: however long the words are that a rule is about, its message
// is not.
func TestLongWords(t *testing.T) {
	digits := strings.Repeat("9", 5_000)
	words := strings.Repeat("many ", 1_000)
	for _, body := range []string{
		"There were " + digits + " people.",
		"There were [" + digits + " people]{{ arrivals }}.",
		"There were [300 " + words + "people]{{ arrivals }}.",
		"There were [300" + digits + "]{{ literal }} people.",
	} {
		files := proseSite(body + " In all there were {{ arrivals }} of them [@later].")
		problems := run(t, files)
		if len(problems) == 0 {
			t.Errorf("nothing is wrong with %.40s", body)
		}
		for _, p := range problems {
			if n := utf8.RuneCountInString(p.Message) + utf8.RuneCountInString(p.Hint); n > 500 {
				t.Errorf("%.40s: %d characters: %.200s", body, n, p.Message)
			}
		}
	}
}
