package largesite

import (
	"fmt"
	"strings"
)

// chapter is the page of a country in an edition.
func (w *world) chapter(hugo bool, n int, e edition, c int) string {
	a := w.newAuthor(hugo, e.desk, e.month, c, uint64(n), uint64(c))
	desk, area := desks[e.desk], countries[c]
	key := desk.indicators[0]
	a.write("---\ntitle: ", area.name, "\n")
	fmt.Fprintf(&a.text, "area: %s\nweight: %d\nheadline:\n  indicator: %s\n  text: %s\n", area.id, 10+10*c, key.id, quoted(key.verb+" in "+a.thisMonth()))
	if hugo {
		fmt.Fprintf(&a.text, "  value: %q\n  change: %q\nperiod: %q\n", a.now(0, c), a.changed(0, c, "change"), a.month)
	}
	a.write("summary: >-\n  ", a.summary(), "\n---\n\n")

	headings := shuffled(a.dice, desk.headings, 3)
	a.write(a.opening(), a.paragraph(3, 1))
	a.write("## ", headings[0], "\n\n", a.paragraph(5, 2), a.table(), a.paragraph(4, 0))
	a.write("## ", headings[1], "\n\n", a.middle(), a.paragraph(4, 2), a.chart(), a.paragraph(5, 0))
	if a.below(3) == 0 {
		a.write("### What is missing\n\n")
	}
	a.write(a.list(), a.neighbours(e))
	a.write("## ", headings[2], "\n\n", a.paragraph(5, 2))
	if a.below(3) == 0 {
		a.write("> ", pick(a.dice, sayings), "\n>\n> ", pick(a.dice, speakers), "\n\n")
	}
	a.write(a.paragraph(6, 1))
	a.notesBelow()
	return a.text.String()
}

// summary is what lists say of a chapter.
func (a *author) summary() string {
	i := desks[a.desk].indicators[0]
	return fmt.Sprintf("%s %s against the same month a year earlier. %s", i.name, a.changed(0, a.area, "rose"), a.sentence(""))
}

// opening is the first paragraph, with a figure, a claim and a comparison.
func (a *author) opening() string {
	i := desks[a.desk].indicators[0]
	before := number(a.value(a.desk, 0, a.area, a.month-12))
	return fmt.Sprintf("%s: in %s the offices of %s recorded %s %s, after %s in the same month a year earlier. That is %s. Children were %s of the total. ",
		i.name, a.thisMonth(), countries[a.area].name, a.now(0, a.area), i.other,
		a.claim(before, i.id+" year-before"), a.changed(0, a.area, "increase"),
		a.either("{{ "+i.id+" age=children | share }}", fmt.Sprint(percent(a.children(a.desk, 0, a.area, a.month), a.value(a.desk, 0, a.area, a.month)))+"%"))
}

// middle speaks of two other indicators, in claims.
func (a *author) middle() string {
	i := 1 + a.below(2)
	j := i + 1 + a.below(2)
	first, second := desks[a.desk].indicators[i], desks[a.desk].indicators[j]
	rounded := twoDigits(a.value(a.desk, j, a.area, a.month))
	words := "about " + number(rounded)
	if rounded == a.value(a.desk, j, a.area, a.month) {
		words = number(rounded)
	}
	return fmt.Sprintf("The number of %s %s. The offices counted %s %s. ",
		first.other, a.claim(a.change(i, a.area, "rose"), first.id+" | change"), a.claim(words, second.id), second.other)
}

// table shows four indicators in two periods.
func (a *author) table() string {
	var b strings.Builder
	b.WriteString("| What was counted | Number | A year earlier |\n|:--|--:|--:|\n")
	for i, ind := range desks[a.desk].indicators[1:5] {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", ind.name, a.now(i+1, a.area), a.before(i+1, a.area))
	}
	return b.String() + "\n"
}

// list has four items.
func (a *author) list() string {
	var b strings.Builder
	b.WriteString(pick(a.dice, lists) + "\n\n")
	for _, item := range shuffled(a.dice, items, 4) {
		b.WriteString("- " + item + "\n")
	}
	return b.String() + "\n"
}

// neighbours links two other chapters of the edition, where there are any.
func (a *author) neighbours(e edition) string {
	if e.chapters < 3 {
		return a.paragraph(2, 0)
	}
	x, y := (a.area+1)%e.chapters, (a.area+2)%e.chapters
	return fmt.Sprintf("The same is told of [%s](/reports/%s/%s/) and of [%s](/reports/%s/%s/), and the page on [method](/method/) explains the words.\n\n",
		countries[x].name, e.id, countries[x].id, countries[y].name, e.id, countries[y].id)
}
