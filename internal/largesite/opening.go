package largesite

import (
	"fmt"
	"strings"
)

// openingPage is that of an edition: what its chapters have in common.
func (w *world) openingPage(hugo bool, n int, e edition) string {
	a := w.newAuthor(hugo, e.desk, e.month, -1, uint64(n), 'o')
	desk := desks[e.desk]
	key := desk.indicators[0]
	a.write("---\ntitle: ", quoted(desk.name+", "+a.thisMonth()), "\n")
	if hugo {
		fmt.Fprintf(&a.text, "period: %q\nweight: %d\n", a.month, 10000-n)
	} else {
		a.write("period: ", e.month.id(), "\n")
	}
	a.write("areas:\n")
	for _, c := range countries[:e.chapters] {
		a.write("  - ", c.id, "\n")
	}
	if hugo {
		a.write("key:\n  name: ", key.name, "\n  rows:\n")
		for c := range e.chapters {
			fmt.Fprintf(&a.text, "    - {area: %s, name: %s, now: %q, before: %q, change: %q}\n", countries[c].id, countries[c].name, a.now(0, c), a.before(0, c), a.changed(0, c, "change"))
		}
	}
	a.write("credits:\n  publisher: ", desk.publisher, "\n  authors: [", desk.publisher, "]\n")
	a.write("summary: >-\n  ", desk.name, " in ", countText(e.chapters), ", country by country. ", a.sentence(""), "\n---\n\n")

	c := a.below(e.chapters)
	a.write(fmt.Sprintf("In %s the offices of %s recorded %s %s; the number %s. ", a.thisMonth(), countries[c].name, a.now(0, c), key.other, a.changed(0, c, "rose")))
	a.write(a.paragraph(4, 1))
	region := c / regionSize
	a.write(a.drawn(drawing{kind: "change", fields: fmt.Sprintf("indicator: %s\nareas: %s\n", key.id, regions[region].id),
		title: fmt.Sprintf("%s: %s %s, after %s a year earlier", countries[c].name, a.now(0, c), key.other, a.before(0, c))}))
	a.write("## ", pick(a.dice, desk.headings), "\n\n", a.paragraph(5, 2))
	a.write(a.drawn(drawing{kind: "map", fields: fmt.Sprintf("indicator: %s\nareas: report\n", key.id),
		title: fmt.Sprintf("%s: %s %s", countries[c].name, a.now(0, c), key.other)}))
	a.write(a.paragraph(4, 1), "## What was counted\n\n", a.paragraph(4, 1))
	i := 1 + a.below(5)
	a.write(a.drawn(drawing{kind: "bar", fields: fmt.Sprintf("indicator: %s\nareas: %s\n", desk.indicators[i].id, regions[region].id),
		title: fmt.Sprintf("%s: %s %s", countries[c].name, a.now(i, c), desk.indicators[i].other)}))
	a.write("Chapters: ")
	var links []string
	for _, c := range countries[:min(e.chapters, 5)] {
		links = append(links, fmt.Sprintf("[%s](/reports/%s/%s/)", c.name, e.id, c.id))
	}
	a.write("begin with ", strings.Join(links, ", "), ".\n\n")
	a.notesBelow()
	return a.text.String()
}

// countText is a number of countries without a number, which would be a figure.
func countText(n int) string {
	if n == 1 {
		return "the only country of the edition"
	}
	return "the countries of the edition"
}
