package render_test

import (
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/templates"
)

// TestFiguresReachTheData: on every page of this repository's own site each number for
// machines leads to its row in the data, or stands in it; each chart and each table of
// figures has a link into the data; and so do the cards of the opening page. A sum
// leads nowhere: what it adds up stands above it.
func TestFiguresReachTheData(t *testing.T) {
	_, files := load(t, "../..", templates.FS)
	seen := map[string]int{}
	for name, src := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		page := read(t, name, src)
		if page.redirect {
			continue
		}
		for n := range page.root.Descendants() {
			switch kind := dataKind(n); kind {
			case "":
			case "number":
				where, link := aroundNumber(n)
				if seen[where]++; where != "sum" && where != "row of the data" && !intoData(name, link) {
					t.Errorf("%s: %s, %s, leads to %q, not into the data", name, words(n), where, link)
				}
			default:
				seen[kind]++
				if !hasDataLink(name, n) {
					t.Errorf("%s: a %s has no link into the data: %.80s", name, kind, words(n))
				}
			}
		}
	}
	for _, kind := range []string{"chart", "table-figure", "table of figures", "key figure", "card", "figure in a text", "figure in a table", "readings", "comparison", "sum", "row of the data"} {
		if seen[kind] == 0 {
			t.Errorf("the site has no %s: nothing was tried", kind)
		}
	}
}

// dataKind is what an element shows of the data; "" for nothing.
func dataKind(n *html.Node) string {
	class := " " + attribute(n, "class") + " "
	switch {
	case n.DataAtom == atom.Data:
		return "number"
	case n.DataAtom == atom.Figure && strings.Contains(class, " table-figure "):
		return "table-figure"
	case n.DataAtom == atom.Figure && strings.Contains(class, " chart-figure "):
		return "chart"
	case n.DataAtom == atom.Section && strings.Contains(class, " comparison "):
		return "comparison"
	case n.DataAtom == atom.Table && strings.Contains(class, " readings "):
		return "readings"
	case n.DataAtom == atom.Table && hasNumber(n):
		return "table of figures"
	case n.DataAtom == atom.Section && strings.Contains(class, " key-figure ") && hasNumber(n):
		return "key figure"
	case n.DataAtom == atom.Li && n.Parent != nil && attribute(n.Parent, "class") == "key-figures" && hasNumber(n):
		return "card"
	}
	return ""
}

func hasNumber(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Data {
			return true
		}
	}
	return false
}

// aroundNumber tells where a number stands, and where it leads to.
func aroundNumber(n *html.Node) (where, link string) {
	where = "figure in a text"
	for at := n.Parent; at != nil; at = at.Parent {
		switch {
		case at.DataAtom == atom.A && link == "":
			link = attribute(at, "href")
		case at.DataAtom == atom.Tfoot && link == "":
			return "sum", ""
		case at.DataAtom == atom.Table && attribute(at, "class") == "observations":
			return "row of the data", ""
		case at.DataAtom == atom.Table:
			where = "figure in a table"
		}
	}
	return where, link
}

func hasDataLink(page string, n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && intoData(page, attribute(d, "href")) {
			return true
		}
		if attribute(d, "class") == "observations" || attribute(n, "class") == "observations" {
			return true // it is the data
		}
	}
	return false
}

// intoData tells whether a link on a page leads to a page of an indicator, to a row of
// it, or to the list of all.
func intoData(page, link string) bool {
	to, fragment, _ := strings.Cut(link, "#")
	to, _, _ = strings.Cut(to, "?")
	if to == "" {
		return strings.HasPrefix(page, "data/") && fragment != ""
	}
	return strings.HasPrefix(path.Join(path.Dir(page), to)+"/", "data/")
}
