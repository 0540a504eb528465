package locale_test

import (
	"strings"
	"testing"
)

// TestWordsBesideNumbers: what the words next to a number do to it.
func TestWordsBesideNumbers(t *testing.T) {
	l := english(t)
	for _, c := range []struct {
		name string
		is   func(string) bool
		yes  string
		no   string
	}{
		{"Negates", l.Negates, "not Never no didn't wasn’t cannot hardly nor", "note ant people none only all without"},
		{"Fails", l.Fails, "failed fails unable", "fell able tries"},
		{"Carries", l.Carries, "by to even fall increase reach sharply double is", "all people the of only includes"},
		{"Widens", l.Widens, "far Much many", "people and rose"},
		{"Exactly", l.Exactly, "exactly Precisely", "just about exact"},
		{"Merely", l.Merely, "only just", "even all"},
		{"Minus", l.Minus, "Minus", "plus less"},
	} {
		for w := range strings.FieldsSeq(c.yes) {
			if !c.is(w) {
				t.Errorf("%s %q is false", c.name, w)
			}
		}
		for w := range strings.FieldsSeq(c.no) {
			if c.is(w) {
				t.Errorf("%s %q is true", c.name, w)
			}
		}
	}
	for _, c := range []struct {
		name  string
		read  func([]string) int
		taken map[string]int
	}{
		{"Colours", l.Colours, map[string]int{"only 5": 1, "just 5": 1, "a total of 5": 3, "as many as 5": 3, "as few as 5": 3, "a mere 5": 2, "a 5": 0, "as many 5": 0, "a total": 0, "all 5": 0, "": 0}},
		{"Adds", l.Adds, map[string]int{"another 5": 1, "a further 5": 2, "all 5": 1, "a 5": 0, "other 5": 0, "": 0}},
		{"None", l.None, map[string]int{"no people": 1, "no one": 2, "None": 1, "nobody": 1, "nothing": 0, "not one": 0, "": 0}},
		{"Together", l.Together, map[string]int{"altogether": 1, "in all": 2, "in total": 0, "all in": 0, "": 0}},
		{"ReadScale", l.ReadScale, map[string]int{"thousand people": 1, "Million": 1, "and a half": 3, "and a third": 0, "people": 0, "": 0}},
	} {
		for text, want := range c.taken {
			if got := c.read(strings.Fields(text)); got != want {
				t.Errorf("%s %q: got %d words, want %d", c.name, text, got, want)
			}
		}
	}
}
