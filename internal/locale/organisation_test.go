package locale_test

import (
	"testing"

	"bulletin/internal/locale"
)

func TestOrganisation(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"UNHCR": true, "Hub of Statistics": true, "Ana and Ben": true, "Save the Children": true, "Centre FOR Youth": true, "A & B": true, "Group 484": true,
		"Ana Ana": false, "Ana de la Peña": false, "Sandy Andersen": false, "Theo Offord": false, "": false,
	} {
		if got := l.Organisation(name); got != want {
			t.Errorf("%q is an organisation: %t", name, got)
		}
	}
}
