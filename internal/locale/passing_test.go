package locale

import "testing"

// TestPassing reads words in any case; a word may have several senses, and most have
// none.
func TestPassing(t *testing.T) {
	l, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]Passing{
		"now": IsPresently, "Now": IsPresently, "remained": StaysPut | IsPastTense, "was": IsAuxiliary, "reported": IsPastTense | IsToldOf,
		"number": IsStatistic | IsFinding, "base": IsStatistic, "many": IsSized | IsSome, "so": IsDegree | IsExcess, "largest": IsExtreme,
		"shelter": 0, "": 0, "štand": 0,
	} {
		if got := l.Passing(word); got != want {
			t.Errorf("%q: %b, want %b", word, got, want)
		}
	}
}
