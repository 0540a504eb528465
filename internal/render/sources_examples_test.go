package render_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What is invented for examples stands behind the true sources, under a heading of
// its own, and counts as none of them.
func TestSourcesOfExamples(t *testing.T) {
	files, problems := made(t, map[string]string{
		"data/sources.yaml": "invented: {publisher: Agency, title: Made up, covers: [2024]}\n" +
			"office: {publisher: Office, title: Count, issued: 2023-04, URL: \"https://example.org/count/2023.pdf\"}\n",
		"data/indicators.yaml": "- {id: example, name: Example, unit: {one: person, other: people}, measure: flow, definition: Invented., example: true}\n" +
			places()["data/indicators.yaml"],
		"data/observations/example.yaml": "observations:\n  - {indicator: example, area: serbia, period: 2024, source: invented, value: 7}\n",
	}, nil)
	fail(t, problems)
	page := files[sourcesFile]
	root := read(t, sourcesFile, []byte(page)).root
	var order []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (n.DataAtom == atom.H2 && attribute(n, "id") != "" || strings.HasPrefix(attribute(n, "id"), "source-")) {
			order = append(order, attribute(n, "id"))
		}
	}
	if got, want := strings.Join(order, " "), "publisher-office source-office examples source-invented"; got != want {
		t.Errorf("the page has %s, want %s", got, want)
	}
	index := page[strings.Index(page, `<nav class="contents publishers"`):]
	index = index[:strings.Index(index, "</nav>")]
	if strings.Contains(index, "Agency") || strings.Index(index, `href="#examples"`) < strings.Index(index, `href="#publisher-office"`) {
		t.Errorf("the index does not list the examples last, as such:\n%s", index)
	}
	if want := "1 source of 1 publisher; "; !strings.Contains(page, want) || !strings.Contains(page, "; besides, 1 source of invented values for examples.") {
		t.Errorf("the summary counts what is invented:\n%s", page[:strings.Index(page, "</header>")])
	}
}
