package prose_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestAfar has sentences, and the periods that they name by how far they are:
// their words and distance, and where they stand.
func TestAfar(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"This year, many came.", "This year=ThisYear opens"},
		{"Many came this quarter.", "quarter=Here"},
		{"Now many come.", "Now=Here opens"},
		{"Last year, many came.", "Last year=Years-1 opens"},
		{"In the previous year many came.", "previous year=Years-1 opens"},
		{"A year earlier, many came.", "A year earlier=Years-1 opens"},
		{"Many came the year before.", "the year before=Years-1"},
		{"Two years ago many came.", "Two years ago=Years-2 opens"},
		{"In the third quarter of last year many came.", "third quarter of last year=Years-1 opens"},
		{"In the previous quarter many came.", "previous quarter=Quarters-1 opens"},
		{"More came than a year earlier.", "a year earlier=Years-1 aside"},
		{"Compared with last year, more came.", "last year=Years-1 aside opens"},
		{"In the last quarter many came.", "last quarter=Vague opens"},
		{"In the last three months many came.", ""},
		{"Six months earlier many came.", "months earlier=Vague"},
		{"Many came in the same period of 2022.", "same=Vague"},
		{"Many had come before.", "before=Vague"},
		{"Last year's law holds.", "year’s=Vague opens"},
		{"Last year’s law holds.", "year’s=Vague opens"},
		{"There were a year of them.", ""},
	} {
		var got []string
		for _, p := range read(t, c.text) {
			for _, a := range p.Afar {
				text := p.Text[a.Start:a.Stop] + "=" + [...]string{"Here", "ThisYear", "Years", "Quarters", "Vague"}[a.Distance]
				if a.Back > 0 {
					text += fmt.Sprintf("-%d", a.Back)
				}
				if a.Aside {
					text += " aside"
				}
				if a.Opens {
					text += " opens"
				}
				got = append(got, text)
			}
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, joined, c.want)
		}
	}
}

func TestClause(t *testing.T) {
	p := read(t, "In 2022, when it rained, 1,234 came (few), while others left. Then all left.")[0]
	var got []string
	for at := 0; at < len(p.Text); {
		start, stop := p.Clause(at)
		if start != at {
			t.Fatalf("the clause of %d begins at %d", at, start)
		}
		got = append(got, p.Text[start:stop])
		at = stop
	}
	if joined := strings.Join(got, "|"); joined != "In 2022|, when it rained|, 1,234 came |(few|)|, |while others left. |Then all left." {
		t.Errorf("got %q", joined)
	}
}

// TestLasting has sentences that speak of something that goes on.
func TestLasting(t *testing.T) {
	for text, want := range map[string]bool{
		"The rise that began in autumn 2022 went on.":   true,
		"The trend of the last quarter of 2022 held.":   true,
		"In the last quarter of 2022 many went home.":   false,
		"In the last quarter of 2022 it rose. It began": false,
	} {
		if got := read(t, text)[0].Whens[0].Lasting; got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
