package locale_test

import (
	"strings"
	"testing"

	"bulletin/internal/locale"
)

func TestReadFraction(t *testing.T) {
	l := english(t)
	for text, want := range map[string][3]int64{
		"half":                       {1, 2, 1},
		"a half":                     {1, 2, 2},
		"one half":                   {1, 2, 2},
		"one-half":                   {1, 2, 1},
		"A Third of":                 {1, 3, 2},
		"one third":                  {1, 3, 2},
		"one-third":                  {1, 3, 1},
		"two thirds":                 {2, 3, 2},
		"two-thirds of":              {2, 3, 1},
		"three quarters":             {3, 4, 2},
		"three fourths":              {3, 4, 2},
		"an eighth":                  {1, 8, 2},
		"nine tenths":                {9, 10, 2},
		"a hundredth":                {1, 100, 2},
		"one in ten":                 {1, 10, 3},
		"2 in 5":                     {2, 5, 3},
		"nine out of ten":            {9, 10, 4},
		"one in every three":         {1, 3, 4},
		"twenty-five in a hundred":   {25, 100, 4},
		"99 out of 100 people":       {99, 100, 4},
		"":                           {},
		"a":                          {},
		"third":                      {},
		"the third":                  {},
		"a thirds":                   {},
		"two third":                  {},
		"two-third":                  {},
		"five quarters":              {},
		"four fourths":               {},
		"a thousandth":               {},
		"half-third":                 {},
		"two in":                     {},
		"two out":                    {},
		"two out of":                 {},
		"three in two":               {},
		"ten in ten":                 {},
		"one in 101":                 {},
		"54 in 2023":                 {},
		"54 in 01":                   {},
		"01 in 5":                    {},
		"one in people":              {},
		"a in ten":                   {},
		"200 in 1":                   {},
		"99999999999999999999 in 10": {},
	} {
		part, whole, taken := l.ReadFraction(strings.Fields(text))
		if got := [3]int64{part, whole, int64(taken)}; got != want && (taken > 0 || want[2] > 0) {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func TestReadUnit(t *testing.T) {
	l := english(t)
	for text, want := range map[string]struct {
		unit  locale.Unit
		taken int
	}{
		"%": {locale.UnitPercent, 1}, "percent more": {locale.UnitPercent, 1}, "Per Cent": {locale.UnitPercent, 2}, "percentage points": {locale.UnitPoints, 2},
		"percentage point": {locale.UnitPoints, 2}, "pp": {locale.UnitPoints, 1}, "points": {locale.UnitPoint, 1}, "times as": {locale.UnitTimes, 1},
		"": {}, "per": {}, "per person": {}, "percentage": {}, "cent": {}, "people": {},
	} {
		if unit, taken := l.ReadUnit(strings.Fields(text)); unit != want.unit || taken != want.taken {
			t.Errorf("%q: got %d from %d words", text, unit, taken)
		}
	}
	for text, want := range map[string]int{"thousand": 3, "Million": 6, "billion": 9, "hundred": 0, "millions": 0, "": 0} {
		if got := l.Scale(text); got != want {
			t.Errorf("%q: %d zeros", text, got)
		}
	}
}

func TestMultiples(t *testing.T) {
	l := english(t)
	for text, want := range map[string]struct {
		n   int64
		how locale.Manifold
	}{
		"Doubled": {2, locale.Grown}, "tripling": {3, locale.Grown}, "trebled": {3, locale.Grown}, "quadrupled": {4, locale.Grown}, "quintupled": {5, locale.Grown},
		"halved": {2, locale.Halved}, "twice": {2, locale.Twice}, "triple": {3, locale.Twice}, "quadruple": {4, locale.Twice}, "times": {}, "": {},
	} {
		if n, how := l.Manifold(text); n != want.n || how != want.how {
			t.Errorf("%q: got %d, %d", text, n, how)
		}
	}
	for text, want := range map[string]string{"36-per-cent": "36", "Six-percent": "six", "percent": "", "-percent": "", "36%": ""} {
		if number, ok := l.CutPercent(text); ok != (want != "") || ok && number != want {
			t.Errorf("%q: got %q, %v", text, number, ok)
		}
	}
	for text, want := range map[string]bool{"sharply": true, "Again": true, "further": true, "by": false, "only": false, "July": false} {
		if l.Degree(text) != want {
			t.Errorf("%q: a degree %v", text, !want)
		}
	}
	for text, want := range map[string]string{"tenfold": "ten", "Ten-fold": "ten", "11-fold": "11", "21fold": "21", "fold": "", "-fold": "", "folded": ""} {
		if number, ok := l.CutFold(text); ok != (want != "") || ok && number != want {
			t.Errorf("%q: got %q, %v", text, number, ok)
		}
	}
}

func TestDirection(t *testing.T) {
	l := english(t)
	for text, want := range map[string]struct {
		direction int
		speech    locale.Speech
	}{
		"Rose": {1, locale.Verb}, "increase": {1, locale.Noun}, "more": {1, locale.Adjective}, "up": {1, locale.Adverb},
		"fell": {-1, locale.Verb}, "reduction": {-1, locale.Noun}, "fewer": {-1, locale.Adjective}, "down": {-1, locale.Adverb},
		"unchanged": {0, locale.Adjective}, "people": {}, "": {},
	} {
		if direction, speech := l.Direction(text); direction != want.direction || speech != want.speech {
			t.Errorf("%q: got %d, %d", text, direction, speech)
		}
	}
	for text, want := range map[string]struct {
		little bool
		taken  int
	}{
		"no change": {false, 2}, "as many": {false, 2}, "as much of": {false, 2}, "little changed": {true, 2}, "Little change": {true, 2}, "hardly changed": {true, 2},
		"barely changed": {true, 2}, "hardly any change": {true, 3}, "about as many": {true, 3},
		"": {}, "no": {}, "no changes": {}, "as many as": {}, "about as many as": {}, "as": {}, "little": {}, "little any change": {}, "hardly change": {}, "about": {}, "change": {},
	} {
		if little, taken := l.ReadLevel(strings.Fields(text)); little != want.little || taken != want.taken {
			t.Errorf("%q: got %v from %d words", text, little, taken)
		}
	}
	if l.ReadAsMany([]string{"as", "High"}) != 2 || l.ReadAsMany([]string{"as"}) != 0 || l.ReadAsMany(nil) != 0 || l.ReadAsMany([]string{"the", "number"}) != 2 || l.ReadAsMany([]string{"the", "total"}) != 0 {
		t.Error("as many is not read")
	}
}

// TestRoles: a word has one role, and none that is a number or a direction.
func TestRoles(t *testing.T) {
	l := english(t)
	for text, want := range map[string]locale.Role{
		"of": locale.Of, "By": locale.By, "from": locale.From, "to": locale.To, "the": locale.Article, "in": locale.In, "were": locale.Is, "Or": locale.Or, "people": locale.Filler, "than": locale.Reserved, "not": locale.Reserved, "camel": locale.NoRole,
	} {
		if got := l.Role(text); got != want {
			t.Errorf("%q: got %d", text, got)
		}
	}
	for _, w := range strings.Fields("not no never than only dozen hundreds several few times percent points half thousand") {
		if l.Role(w) != locale.Reserved {
			t.Errorf("%q may be the name of something", w)
		}
	}
	if locale.Or.Silent() || locale.Reserved.Silent() || locale.NoRole.Silent() || !locale.Article.Silent() || !locale.Of.Silent() {
		t.Error("what says nothing is not known")
	}
	if !l.Counts("Number") || l.Counts("people") {
		t.Error("what counts is not known")
	}
}
