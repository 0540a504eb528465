package check_test

import (
	"strings"
	"testing"
)

// TestSourceAddresses: what is certainly no document is found, and nothing else.
func TestSourceAddresses(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"https://example.org", "a home page"},
		{"https://example.org/", "a home page"},
		{"https://example.org:443//", "a home page"},
		{"https://example.org/en/", "a home page"},
		{"https://example.org/en-GB", "a home page"},
		{"https://example.org/index.html", "a home page"},
		{"https://example.org/sr/default.aspx", "a home page"},
		{"https://example.org/home", "a home page"},
		{"https://example.org/?lang=en&utm_source=news", "a home page"},
		{"https://example.org/#contacts", "a home page"},
		{"https://example.org/search?q=report", "a search page"},
		{"https://example.org/en/search-results/", "a search page"},
		{"https://example.org/updates?advanced-search=%28PC40%29", "a search page"},
		{"https://example.org/?s=asylum", "a search page"},
		{"https://example.org/country/srb", "the page of a country"},
		{"https://example.org/en/country/srb/", "the page of a country"},

		{"https://example.org/report.pdf", ""},
		{"https://example.org/en/report", ""},
		{"https://example.org/?p=4190", ""},
		{"https://example.org/#/documents/12", ""},
		{"https://example.org/#!/documents/12", ""},
		{"https://example.org/statistics-228/228", ""},
		{"https://example.org/reports/country/bulgaria/statistics/", ""},
		{"https://example.org/countries/albania", ""},
		{"https://example.org/research", ""},
		{"https://example.org/updates?q=", ""},
		{"https://example.org/country/srb/report-2023", ""},
		{"https://example.org/files/index.html?doc=3", ""},
	} {
		got := found(t, "source-address", map[string]string{sourcesFile: "census: {publisher: Office, title: Count, URL: \"" + c.address + "\"}\n"})
		want := ""
		if c.want != "" {
			want = "sources:1 the address of source census is " + c.want
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", c.address, got, want)
		}
	}
	if got := found(t, "source-address", map[string]string{sourcesFile: "census: {publisher: Office, title: Count}\n"}); got != "sources:1 source census has no address" {
		t.Errorf("got %q", got)
	}
	if got := found(t, "source-address", map[string]string{sourcesFile: "census: {publisher: Office, title: Count, accept: {source-address: a printed book}}\n"}); got != "sources:1 source census has no address (accepted: a printed book)" {
		t.Errorf("got %q", got)
	}
}

// TestSameAddresses compares addresses however they are written.
func TestSameAddresses(t *testing.T) {
	const first = "https://www.example.org/docs/a%20report.pdf?id=1&page=2"
	for _, c := range []struct {
		address string
		same    bool
	}{
		{first, true},
		{"http://www.example.org/docs/a%20report.pdf?id=1&page=2", true},
		{"https://EXAMPLE.org/docs/a%20report.pdf?id=1&page=2", true},
		{"https://example.org:443/docs/a%20report.pdf/?page=2&id=1", true},
		{"https://example.org/docs/a%20report.pdf?id=1&page=2#page=4", true},
		{"https://example.org/docs/a%20report.pdf?utm_medium=mail&id=1&page=2&fbclid=x", true},

		{"https://example.org/docs/A%20report.pdf?id=1&page=2", false},
		{"https://example.org/docs/a%20report.pdf?id=1&page=3", false},
		{"https://example.org/docs/a%20report.pdf", false},
		{"https://example.org:8443/docs/a%20report.pdf?id=1&page=2", false},
		{"https://example.com/docs/a%20report.pdf?id=1&page=2", false},
		{"https://example.org/docs/a%20report.pdf?id=1&page=2#/other", false},
		{"https://data.example.org/docs/a%20report.pdf?id=1&page=2", false},
	} {
		got := withoutColumns(found(t, "same-address", map[string]string{sourcesFile: "census: {publisher: Office, title: Count, URL: \"" + first + "\"}\nspare: {publisher: Office, title: Other, URL: \"" + c.address + "\"}\n"}))
		want := ""
		if c.same {
			want = "sources:2 source spare has the address of source census, at data/sources.yaml:1"
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", c.address, got, want)
		}
	}
	got := found(t, "same-address", map[string]string{sourcesFile: "census: {publisher: Office, title: Count, URL: \"" + first + "\", accept: {same-address: written anew each year}}\nspare: {publisher: Office, title: Other, URL: \"" + first + "\"}\nnone: {publisher: Office, title: Third}\nnone-either: {publisher: Office, title: Fourth}\n"})
	if !strings.HasSuffix(got, "(accepted: written anew each year)") || strings.Contains(got, "none") {
		t.Errorf("got %q", got)
	}
}

// TestSameTitles: publisher, title and date tell a document, whatever its
// addresses are.
func TestSameTitles(t *testing.T) {
	const first = "census: {publisher: Office, title: \"Count, first quarter\", issued: 2023-04, URL: \"https://example.org/a%20-%20b.pdf\"}\n"
	for second, want := range map[string]string{
		`{publisher: Office, title: "Count, first quarter", issued: 2023-04, URL: "https://example.org/a%20b.pdf"}`: "spare",
		`{publisher: OFFICE, title: "Count – First Quarter", issued: 2023-04}`:                                      "spare",
		`{publisher: Office, title: "Count, first quarter", issued: 2023-05}`:                                       "",
		`{publisher: Office, title: "Count, second quarter", issued: 2023-04}`:                                      "",
		`{publisher: Bureau, title: "Count, first quarter", issued: 2023-04}`:                                       "",
		`{publisher: Office, title: "Count, first quarter"}`:                                                        "",
	} {
		got := found(t, "same-address", map[string]string{sourcesFile: first + "spare: " + second + "\n"})
		switch {
		case want == "" && got != "":
			t.Errorf("%s: got %v", second, got)
		case want != "" && (strings.Count(got, "\n") > 1 || !strings.Contains(got, want) || !strings.Contains(got, "census")):
			t.Errorf("%s: got %q, want one on %s", second, got, want)
		}
	}
	if got := found(t, "same-address", map[string]string{sourcesFile: first + "a: {publisher: O, title: T}\nb: {publisher: O, title: T}\n"}); got != "" {
		t.Errorf("without a date nothing is sure: got %v", got)
	}
}
