package search_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bulletin/internal/search"
)

// TestWords tries the pairs of testdata/fold.json, which the tests in a browser try
// too.
func TestWords(t *testing.T) {
	src, err := os.ReadFile("testdata/fold.json")
	if err != nil {
		t.Fatal(err)
	}
	var pairs [][2]string
	if err := json.Unmarshal(src, &pairs); err != nil {
		t.Fatal(err)
	}
	for _, p := range pairs {
		if got := norm.NFC.String(search.Words(p[0])); got != p[1] {
			t.Errorf("the words of %q are %q, want %q", p[0], got, p[1])
		}
	}
}

// FuzzWords holds words to be words, with one space between them.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"Šid", "ddjj", "Đj", "ǅ", "ﷺ", "\xff", "½ ㎏", "ẞß"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := search.Words(text)
		if strings.HasPrefix(words, " ") || strings.HasSuffix(words, " ") || strings.Contains(words, "  ") {
			t.Errorf("the words of %q are %q: more than one space between them", text, words)
		}
		if utf8.ValidString(text) && !utf8.ValidString(words) {
			t.Errorf("the words of %q are %q, which is no text", text, words)
		}
	})
}
