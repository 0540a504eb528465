package locale_test

import (
	"strings"
	"testing"

	"bulletin/internal/locale"
)

func TestWord(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		sense locale.Sense
		value int
	}{
		{"seventeen", locale.IsCardinal, 17},
		{"Ninety", locale.IsCardinal, 90},
		{"MILLION", locale.IsScale, 6},
		{"third", locale.IsOrdinal, 3},
		{"third", locale.IsPart, 3},
		{"sept", locale.IsMonth, 9},
		{"May", locale.IsMonth | locale.IsDoubtful, 5},
		{"ISO", locale.IsDesignation, 0},
		{"trimesters", locale.IsQuarter | locale.IsWorse, 0},
	} {
		if w := l.Word(c.text); w.Sense&c.sense != c.sense || w.Value != c.value {
			t.Errorf("%s: %+v", c.text, w)
		}
	}
	if w := l.Word("un"); w.Has(locale.IsDesignation) {
		t.Error("un in small letters is no designation")
	}
	for _, text := range []string{"", "table-cloth", "četvrti", strings.Repeat("long", 20)} {
		if w := l.Word(text); w.Sense != 0 {
			t.Errorf("%q: %+v", text, w)
		}
	}
}

func TestBetter(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, sentence, want string }{
		{"Trimester", "The first Trimester.", "quarter"},
		{"trimesters", "All trimesters.", "quarters"},
		{"trimester", "The last trimester of a Pregnancy.", ""},
		{"quarter", "The first quarter.", ""},
	} {
		if got := l.Better(c.word, c.sentence); got != c.want {
			t.Errorf("%s in %q: %q", c.word, c.sentence, got)
		}
	}
}
