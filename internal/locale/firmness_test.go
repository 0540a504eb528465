package locale

import "testing"

func TestFirmness(t *testing.T) {
	l, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]Firmness{
		"estimates": Tentative, "Provisional": Tentative, "expected": Tentative, "estimable": Unsaid,
		"registered": Counted, "Exactly": Counted, "registration": Unsaid, "arrived": Unsaid, "": Unsaid,
	} {
		if got := l.Firmness(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]bool{"not": true, "Never": true, "weren’t": true, "weren't": true, "note": false, "was": false} {
		if l.Denies(text) != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
}
