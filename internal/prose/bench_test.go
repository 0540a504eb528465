package prose_test

import (
	"strings"
	"testing"

	"bulletin/internal/content"
	"bulletin/internal/prose"
)

// page is the body of a page of some 800 words, with figures and claims, as
// reports have them.
func page() string {
	return strings.Repeat(`In {{ period }} the authorities of the country recorded {{ arrivals }} irregular arrivals, after
{{ arrivals year-before }} in the same months a year earlier: [an increase of 36%]{{ arrivals | change }}.
Most people come in from the *south*, and leave for the north within a few days [@office-2023]; about
half of them stay in "open" centres, where [two]{{ decisions }} decisions were made in March 2023.

| Outcome | Cases |
|:--|--:|
| Protection granted | {{ positive }} |
| Closed in another way | {{ other }} |

`, 11)
}

func document(b *testing.B) *content.Document {
	d, problems := content.Parse("content/pages/a.md", []byte("---\ntitle: A\n---\n"+page()))
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	return d
}

// BenchmarkPassages takes the words of a page apart.
func BenchmarkPassages(b *testing.B) {
	d := document(b)
	b.ReportAllocs()
	for b.Loop() {
		prose.Passages(d.Body, written)
	}
}

// BenchmarkRead finds its sentences, numbers and periods as well.
func BenchmarkRead(b *testing.B) {
	d, r := document(b), reader(b)
	b.ReportAllocs()
	for b.Loop() {
		r.Forget()
		r.Read(d.Body, written)
	}
}
