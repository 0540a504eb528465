package render_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// withClass lists the elements of a page that have a class.
func (p *reading) withClass(class string) []*html.Node {
	var all []*html.Node
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && strings.Contains(" "+attribute(n, "class")+" ", " "+class+" ") {
			all = append(all, n)
		}
	}
	return all
}

// cited is how a page says that it is to be cited, in words; "" where it says
// nothing.
func cited(t *testing.T, files map[string]string, path string) string {
	t.Helper()
	src, ok := files[path]
	if !ok {
		t.Fatalf("there is no %s", path)
	}
	all := read(t, path, []byte(src)).withClass("cite-text")
	switch len(all) {
	case 0:
		return ""
	case 1:
		return strings.TrimSpace(words(all[0]))
	}
	t.Fatalf("%s says %d times how it is cited", path, len(all))
	return ""
}

const (
	citeSite    = "title: Test bulletin\nbaseURL: https://example.org/repo/\npublisher: {name: Desk}\n"
	editionPage = "reports/2023-q1/index.html"
	editionFile = "content/reports/2023-q1/_index.md"
	serbiaPage  = "reports/2023-q1/serbia/index.html"
	here        = " https://example.org/repo/reports/2023-q1/"
)

// editionWith is an edition's file with more keys in its front matter, a title
// among them.
func editionWith(keys string) map[string]string {
	return map[string]string{"data/site.yaml": citeSite, editionFile: "---\nperiod: 2023-Q1\nareas: [serbia]\n" + keys + "\n---\nWords.\n"}
}

func TestCitationsOfEditions(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"several authors", "title: A report\npublished: 2023-05-01\ncredits: {authors: [Ana Ana, Ben Ben, Cem Cem]}",
			"Ana Ana, Ben Ben and Cem Cem (2023), A report, January to March 2023. Desk." + here},
		{"the publisher as the author", "title: A report\npublished: 2023-05-01\ncredits: {authors: [Desk]}", "Desk (2023), A report, January to March 2023." + here},
		{"no author", "title: A report\npublished: 2023-05-01", "Desk (2023), A report, January to March 2023." + here},
		{"a publisher of its own", "title: A report\npublished: 2023-05-01\ncredits: {publisher: Other Ltd., authors: [Ana Ana]}",
			"Ana Ana (2023), A report, January to March 2023. Other Ltd." + here},
		{"no date", "title: A report", "Desk (no date), A report, January to March 2023." + here},
		{"only updated", "title: A report\nupdated: 2024-05-01", "Desk (2024), A report, January to March 2023." + here},
		{"published and updated", "title: A report\npublished: 2023-05-01\nupdated: 2024-05-01", "Desk (2023), A report, January to March 2023." + here},
		{"a question", "title: Who counts?\npublished: 2023-05-01", "Desk (2023), Who counts? January to March 2023." + here},
		{"the period in the title", "title: \"{{ period | months }}: who counts?\"\npublished: 2023-05-01", "Desk (2023), January to March 2023: who counts?" + here},
		{"markup and figures", "title: \"*Some* `signs` & {{ arrivals serbia }}\"\npublished: 2023-05-01", "Desk (2023), Some signs & 3,000, January to March 2023." + here},
		{"the author's own words", "title: A report\ncitation: \"Desk, *this*: {{ period }}.\"", "Desk, this: the first quarter of 2023." + here},
		{"the author's own words without a full stop", "title: A report\ncitation: \"Desk, *this*\"", "Desk, this." + here},
		{"the author's own words with the address", "title: A report\ncitation: \"Desk, this, example.org/repo/reports/2023-q1.\"", "Desk, this, example.org/repo/reports/2023-q1."},
		{"the author's own words with a link", "title: A report\ncitation: \"Desk, [this](https://example.org/repo/reports/2023-q1/).\"", "Desk, this." + here}, // paper has no link
		{"more than one line", "title: A report\ncredits: {authors: [\"Ana\\n  Ana\"]}", "Ana Ana (no date), A report, January to March 2023. Desk." + here},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, _ := made(t, editionWith(c.keys), nil)
			if got := cited(t, files, editionPage); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestCitationsOfPages(t *testing.T) {
	more := editionWith("title: Who counts?\npublished: 2023-05-01\ncredits: {authors: [Ana Ana]}")
	for name, text := range map[string]string{
		"content/reports/2023-q1/words.md":          "---\ntitle: \"About \\\"words\\\"\"\nweight: 3\n---\nWords.\n",
		"content/snapshots/2023-03.md":              "---\ntitle: \"Region, {{ period }}\"\nperiod: 2023-03\npublished: 2023-04-02\n---\nWords.\n",
		"content/snapshots/2023-04.md":              "---\ntitle: Region\nperiod: 2023-04\n---\nWords.\n",
		"content/news/story.md":                     "---\ntitle: A story\ndate: 2023-04-03\n---\nWords.\n",
		"content/pages/about.md":                    "---\ntitle: Why?\n---\nWords.\n",
		"content/pages/regions/dated.md":            "---\nname: Dated\noverview: Words.\nnewsUpdates: {updates: [{title: A, date: 2023-01-02}, {title: B, date: 2023-02-03}, {title: C, date: 2022-01-01, pinned: true}]}\n---\n",
		"content/pages/regions/undated.md":          "---\nname: Undated\noverview: Words.\n---\n",
		"content/reports/2024-q1/_index.md":         "---\ntitle: Another\nperiod: 2024-Q1\nareas: [serbia]\ncredits: {publisher: Ministry}\n---\nWords.\n",
		"content/reports/2024-q1/serbia.md":         "---\ntitle: Serbia\narea: serbia\n---\nWords.\n",
		"content/reports/2024-q1/without-a-date.md": "---\ntitle: Method\n---\nWords.\n",
	} {
		more[name] = text
	}
	files, _ := made(t, more, nil)
	const root = " https://example.org/repo/"
	for path, want := range map[string]string{
		serbiaPage:                          "Ana Ana (2023), “Serbia: 3,000 people”, in Who counts? January to March 2023. Desk." + here + "serbia/",
		"reports/2023-q1/words/index.html":  "Ana Ana (2023), “About ‘words’”, in Who counts? January to March 2023. Desk." + here + "words/",
		"reports/2024-q1/serbia/index.html": "Ministry (no date), “Serbia”, in Another, January to March 2024." + root + "reports/2024-q1/serbia/",
		"snapshots/2023-03/index.html":      "Desk (2023), Region, March 2023." + root + "snapshots/2023-03/",
		"snapshots/2023-04/index.html":      "Desk (no date), Region, April 2023." + root + "snapshots/2023-04/",
		"news/story/index.html":             "Desk (3\u00a0April 2023), “A story”, Test bulletin." + root + "news/story/",
		"about/index.html":                  "Desk (no date), “Why?”, Test bulletin." + root + "about/",
		"regions/dated/index.html":          "Desk (3\u00a0February 2023), “Dated”, Test bulletin." + root + "regions/dated/",
		"regions/undated/index.html":        "Desk (no date), “Undated”, Test bulletin." + root + "regions/undated/",
		"data/arrivals/index.html":          "Desk (no date), “New arrivals”, Test bulletin." + root + "data/arrivals/",
		"sources/index.html":                "Desk (no date), “Sources”, Test bulletin." + root + "sources/",
		"index.html":                        "",
		"404.html":                          "",
		"news/index.html":                   "",
		"data/index.html":                   "Desk (no date), “Data”, Test bulletin." + root + "data/",
		"reports/2023-q1/print/index.html":  "Ana Ana (2023), Who counts? January to March 2023. Desk." + here, // in its imprint
	} {
		if got := cited(t, files, path); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", path, got, want)
		}
	}
	for path, want := range map[string]string{
		serbiaPage:                          "About January to March 2023. Published 1\u00a0May 2023.",
		"reports/2024-q1/serbia/index.html": "About January to March 2024. The page has no date.",
		"snapshots/2023-04/index.html":      "About April 2023. The page has no date.",
		"regions/dated/index.html":          "Newest message of 3\u00a0February 2023.",
		"about/index.html":                  "The page has no date.",
		"data/arrivals/index.html":          "Figures from 1\u00a0January 2022 to 31\u00a0March 2023. The page has no date.",
	} {
		foot := read(t, path, []byte(files[path])).withClass("cite")
		if len(foot) != 1 || !strings.Contains(words(foot[0]), want) {
			t.Errorf("%s does not say of itself: %s", path, want)
		}
	}
}

// TestCitationOfValues cites pages of data with the day of their newest value.
func TestCitationOfValues(t *testing.T) {
	files, _ := made(t, map[string]string{
		"data/published/2023-q1.yaml": "edition: 2023-q1\ncells:\n  - {indicator: arrivals, area: serbia, period: 2023-Q1, value: 3000, date: 2023-05-01}\n",
	}, nil)
	const day = "1\u00a0May 2023"
	for path, title := range map[string]string{"data/arrivals/index.html": "New arrivals", "data/index.html": "Data", "areas/serbia/index.html": "Serbia"} {
		if got, want := cited(t, files, path), "Test bulletin ("+day+"), "+title+"."; got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
		if foot := read(t, path, []byte(files[path])).withClass("cite"); len(foot) != 1 || !strings.Contains(words(foot[0]), "Values as of "+day+".") {
			t.Errorf("%s does not say when its values were published", path)
		}
	}
}

// TestCitationsWithout leaves out what a site does not have: an address, a
// publisher, a title that differs from it.
func TestCitationsWithout(t *testing.T) {
	about := map[string]string{"content/pages/about.md": "---\ntitle: About\n---\nWords.\n"}
	for _, c := range []struct{ site, want string }{
		{"title: Test bulletin\n", "Test bulletin (no date), About."},
		{"title: Test bulletin\npublisher: {name: Desk}\n", "Desk (no date), “About”, Test bulletin."},
		{"title: Desk\npublisher: {name: Desk}\n", "Desk (no date), About."},
	} {
		about["data/site.yaml"] = c.site
		files, _ := made(t, about, nil)
		if got := cited(t, files, "about/index.html"); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
		if strings.Contains(files[serbiaPage], "url = ") {
			t.Error("an entry has an address, and the site none")
		}
	}
}
