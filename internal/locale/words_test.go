package locale_test

import (
	"strings"
	"testing"

	"bulletin/internal/locale"
)

// TestSpell: what is spelled reads back, whole.
func TestSpell(t *testing.T) {
	l := english(t)
	for n := range int64(1000) {
		text, ok := l.Spell(n)
		words := strings.Fields(text)
		if back, taken := l.ReadNumberWords(words); !ok || back != n || taken != len(words) {
			t.Errorf("%d is spelled %q, and read as %d from %d words", n, text, back, taken)
		}
	}
	for _, n := range []int64{-1, 1000} {
		if text, ok := l.Spell(n); ok {
			t.Errorf("%d is spelled %q", n, text)
		}
	}
	for n, want := range map[int64]string{2: "twofold", 11: "elevenfold", 20: "twentyfold", 21: "21-fold"} {
		if got := l.Fold("21", n); got != want {
			t.Errorf("%d: got %q", n, got)
		}
	}
}

func TestReadNumberWords(t *testing.T) {
	l := english(t)
	for text, want := range map[string]struct {
		n     int64
		taken int
	}{
		"":                                {0, 0},
		"people":                          {0, 0},
		"a":                               {0, 0},
		"a people":                        {0, 0},
		"and one":                         {0, 0},
		"zero":                            {0, 1},
		"Seventeen people":                {17, 1},
		"fifty-four of them":              {54, 1},
		"fifty four":                      {54, 2},
		"fifty ten":                       {50, 1},
		"fifty-ten":                       {0, 0},
		"fifty-":                          {0, 0},
		"one ten":                         {1, 1},
		"hundred":                         {100, 1},
		"a hundred":                       {100, 2},
		"one hundred":                     {100, 2},
		"a hundred and five":              {105, 4},
		"a hundred and people":            {100, 2},
		"A Hundred And Twenty-One":        {121, 4},
		"nine hundred ninety-nine":        {999, 3},
		"nine hundred and ninety nine":    {999, 5},
		"ten hundred":                     {10, 1},
		"fifty four hundred":              {50, 1},
		"two hundred and three hundred":   {200, 2},
		"thousand":                        {1000, 1},
		"a thousand":                      {1000, 2},
		"two thousand three hundred":      {2300, 4},
		"two thousand and five":           {2005, 4},
		"two thousand and three thousand": {2000, 2},
		"sixteen thousand two hundred and sixteen people":                    {16216, 6},
		"two hundred thousand":                                               {200000, 3},
		"nine hundred and ninety-nine thousand nine hundred and ninety-nine": {999999, 9},
		"two thousand thousand":                                              {2000, 2},
		"two million":                                                        {2, 1},
		"zero thousand":                                                      {0, 1},
		"fiftyfour":                                                          {0, 0},
		"third":                                                              {0, 0},
	} {
		if n, taken := l.ReadNumberWords(strings.Fields(text)); n != want.n || taken != want.taken {
			t.Errorf("%q: got %d from %d words, want %d from %d", text, n, taken, want.n, want.taken)
		}
	}
}

func TestReadHedge(t *testing.T) {
	l := english(t)
	for h, texts := range map[locale.Hedging][]string{
		locale.About:     {"about", "Around", "some", "roughly", "approximately", "circa"},
		locale.Estimated: {"estimated", "an estimated"},
		locale.MoreThan:  {"more than", "over", "above", "exceeding", "upwards of", "in excess of"},
		locale.AtLeast:   {"at least", "no fewer than", "no less than", "not less than", "not fewer than"},
		locale.JustOver:  {"just over", "just above", "slightly more than", "just more than", "a little over", "a little more than"},
		locale.Nearly:    {"nearly", "almost", "not quite", "close to", "just under", "just below", "slightly less than", "slightly fewer than", "a little under"},
		locale.FewerThan: {"fewer than", "less than", "under", "below"},
		locale.AtMost:    {"at most", "up to", "no more than", "not more than"},
	} {
		for _, text := range texts {
			words := strings.Fields(text + " than to")
			if got, taken := l.ReadHedge(words); got != h || taken != len(words)-2 {
				t.Errorf("%q: got hedge %d from %d words, want %d", text, got, taken, h)
			}
		}
	}
	if !l.OfPlace("Close to") || !l.OfPlace("over") || l.OfPlace("more than") {
		t.Error("places are not told from hedges")
	}
	for _, text := range []string{"", "more", "less", "fewer people", "a", "a little", "a little bit", "no", "not", "no more", "not over", "just", "just 5", "up", "at", "at last", "in", "in excess", "close", "just exceeding", "well over"} {
		if h, taken := l.ReadHedge(strings.Fields(text)); h != locale.NoHedge || taken != 0 {
			t.Errorf("%q: got hedge %d from %d words", text, h, taken)
		}
	}
}
