package locale_test

import (
	"strings"
	"testing"

	"bulletin/internal/locale"
)

func TestReadMost(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{
		"most countries saw":                       2,
		"Almost all of the 10 countries":           6,
		"all ten countries":                        3,
		"every single country":                     3,
		"the majority of countries":                4,
		"Everywhere":                               1,
		"across the region":                        3,
		"most of the Western Balkan countries and": 6,
		"":                          0,
		"most":                      0,
		"all other countries":       0,
		"most people":               0,
		"countries":                 0,
		"the country":               0,
		"all of the ten":            0,
		"across the border":         0,
		"nine of the ten countries": 0,
	} {
		if got := l.ReadMost(strings.Fields(text)); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}
