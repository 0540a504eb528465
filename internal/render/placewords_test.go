package render

import (
	"html/template"
	"testing"

	"bulletin/internal/data"
	"bulletin/internal/locale"
)

func TestSetRanges(t *testing.T) {
	for locator, want := range map[string]string{
		"pp. 7-9":               "pp. 7–9",
		"pp. 7-9, 12-14":        "pp. 7–9, 12–14",
		"p. 7-9.":               "p. 7–9.",
		"pp.7-9":                "pp.7–9",
		"Pages 98-103 and 5":    "Pages 98–103 and 5",
		"pp. 123-5":             "pp. 123–5",
		"7-9":                   "7–9",
		"tables 2-3":            "tables 2–3",
		"pp. 7–9":               "pp. 7–9",
		"§§ 3-4":                "§§ 3–4",
		"annex A-3":             "annex A-3",
		"section 2-1-4":         "section 2-1-4",
		"pages 2-1-4":           "pages 2-1-4",
		"table 2-3":             "table 2-3",
		"pp. 9-7":               "pp. 9-7",
		"pp. 7-7":               "pp. 7-7",
		"as of 2023-03":         "as of 2023-03",
		"figures 3.2-4":         "figures 3.2-4",
		"S2-4":                  "S2-4",
		"pages of COVID-19":     "pages of COVID-19",
		"p. 4":                  "p. 4",
		"":                      "",
		"pp. 7 - 9":             "pp. 7 - 9",
		"<i>pp. 7-9</i>, и 3-4": "<i>pp. 7–9</i>, и 3-4",
	} {
		if got := setRanges(locator); got != want {
			t.Errorf("%q: got %q, want %q", locator, got, want)
		}
	}
}

// TestOrderOfACitation: publisher, title, date, place, address, day of access; on a
// screen the title has the address.
func TestOrderOfACitation(t *testing.T) {
	english, err := locale.For("en")
	if err != nil {
		t.Fatal(err)
	}
	s := &data.Source{Publisher: "Office", Title: "Count", Issued: "2023-04", URL: "https://example.org/", Accessed: "2023-05-02"}
	const title = `Office, <a href="https://example.org/" rel="external noopener"><cite>Count</cite></a>, April 2023`
	for _, c := range []struct {
		places, address template.HTML
		want            string
	}{
		{"", "", title + " (accessed 2\u00a0May 2023)."},
		{"p. 4", "", title + ", p. 4 (accessed 2\u00a0May 2023)."},
		{"p. 4", "example.org", title + ", p. 4, example.org (accessed 2\u00a0May 2023)."},
	} {
		if got := citePlaces(s, c.places, c.address, english); string(got) != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
