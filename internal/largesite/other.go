package largesite

import (
	"fmt"
	"strings"
)

// snapshot is a short page on the figures of a country in a month.
func (w *world) snapshot(hugo bool, n int) (name, text string) {
	d, c := n%w.deskCount(), n%w.Countries
	m := lastMonth - month(n)
	a := w.newAuthor(hugo, d, m, -1, 's', uint64(n))
	i := desks[d].indicators[0]
	a.write("---\ntitle: ", quoted(countries[c].name+", "+a.thisMonth()), "\n")
	if hugo {
		fmt.Fprintf(&a.text, "period: %q\n", m)
	} else {
		a.write("period: ", m.id(), "\n")
	}
	a.write("areas: [", countries[c].id, "]\nsummary: >-\n  ", a.sentence(""), "\n---\n\n")
	a.write(fmt.Sprintf("In %s the offices of %s recorded %s %s. ", a.thisMonth(), countries[c].name, a.now(0, c), i.other))
	a.write(a.paragraph(5, 1), "## ", pick(a.dice, desks[d].headings), "\n\n", a.paragraph(6, 1), "## How to read it\n\n", a.paragraph(5, 1))
	a.notesBelow()
	return fmt.Sprintf("snapshots/%s-%s.md", m.id(), countries[c].id), a.text.String()
}

// article is a piece of news.
func (w *world) article(hugo bool, n int) (name, text string) {
	a := w.newAuthor(hugo, 0, lastMonth, -1, 'a', uint64(n))
	m := lastMonth - month(2*n)
	a.write(fmt.Sprintf("---\ntitle: %s\ndate: %s-15\nsummary: >-\n  %s\n---\n\n", reports[n%len(reports)], m.id(), a.sentence("")))
	a.write(a.paragraph(5, 1), a.paragraph(6, 0), "> ", pick(a.dice, sayings), "\n\n", a.list(), a.paragraph(4, 1))
	a.notesBelow()
	return fmt.Sprintf("news/%s-15-%s.md", m.id(), strings.ReplaceAll(strings.ToLower(reports[n%len(reports)]), " ", "-")), a.text.String()
}

// standing are the pages that every site has.
var standing = []struct{ id, title, menu string }{{"about", "About", "main"}, {"method", "Method", "main"}, {"contact", "Contact", "footer"}, {"terms", "Terms of use", "footer"}}

// standingPage is the nth of them. That on method cites every report, so that
// none is in the registry for nothing.
func (w *world) standingPage(hugo bool, n int) (name, text string) {
	a := w.newAuthor(hugo, 0, lastMonth, -1, 't', uint64(n))
	a.write(fmt.Sprintf("---\ntitle: %s\nweight: %d\nmenu: %s\nsummary: >-\n  %s\n---\n\n", standing[n].title, 10*(n+1), standing[n].menu, a.sentence("")))
	a.write("All values of this site are invented, to measure generators.\n\n", "## What stands here\n\n", a.paragraph(5, 1), "## Who answers\n\n", a.paragraph(4, 1))
	if standing[n].id == "method" {
		a.write("## Reading on\n\n")
		for r := range len(desks) * len(reports) {
			a.write("- ", a.sentence(a.cite(reportSource(r))), "\n")
		}
		a.write("\n")
	}
	a.notesBelow()
	folder := ""
	if !hugo {
		folder = "pages/"
	}
	return folder + standing[n].id + ".md", a.text.String()
}

// home is the first page.
func (w *world) home(hugo bool) string {
	a := w.newAuthor(hugo, 0, lastMonth, -1, 'h')
	a.write("---\ntitle: Large Bulletin\nsummary: >-\n  ", a.sentence(""), "\n---\n\n", a.paragraph(4, 0), a.paragraph(3, 0))
	return a.text.String()
}
