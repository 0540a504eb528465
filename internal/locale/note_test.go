package locale_test

import (
	"testing"

	"bulletin/internal/locale"
)

func TestListing(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for heading, want := range map[string]locale.Listing{
		"Notes": locale.OfNotes, "ENDNOTES:": locale.OfNotes, "Footnotes": locale.OfNotes,
		"Sources": locale.OfWorks, "References": locale.OfWorks, "Source:": locale.OfWorks,
		"": locale.NoListing, "Notes on method": locale.NoListing, "Sources of water": locale.NoListing, "Serbia": locale.NoListing,
	} {
		if got := l.Listing(heading); got != want {
			t.Errorf("%q: %d, want %d", heading, got, want)
		}
	}
}

func TestAvailable(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"UNHCR, Report, available at ": true, "Last accessed 4 June": true, "Retrieved from the portal": true,
		"Beds were available in all centres": false, "The portal was accessed": false, "": false,
	} {
		if got := l.Available(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestRaised(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{
		"m": true, "km": true, "CO": true, "x": true, "": true, "χ": true, "metres": true,
		"people": false, "UN": false, "Šid": false,
	} {
		if got := l.Raised(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

func TestPage(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"p": true, "PP": true, "pages": true, "": false, "paper": false} {
		if l.Page(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}

func TestAllAgain(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for note, want := range map[string]bool{
		"As above.": true, "(see above)": true, "Idem": true, "Ibid., p. 4": true,
		"Counted as above, but without the capital.": false, "Idem quod ante": false, "Above": false, "": false,
	} {
		if l.AllAgain(note) != want {
			t.Errorf("%q: %v", note, !want)
		}
	}
}

func TestContents(t *testing.T) {
	l, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	for heading, want := range map[string]bool{
		"Contents": true, "TABLE OF CONTENTS:": true, "Contents of the law": false, "Content": false, "": false,
	} {
		if l.Contents(heading) != want {
			t.Errorf("%q: %v", heading, !want)
		}
	}
}
