package largesite

import (
	"fmt"
	"strings"
)

// author writes the text of one page, in the form of one generator. Both forms
// roll the same dice, so they have the same words.
type author struct {
	*world
	*dice
	hugo  bool
	desk  int
	month month
	area  int // the chapter's country; -1 on other pages
	text  strings.Builder
	notes []string // of the page, for Hugo; remarks, for Bulletin
	cited int
}

// newAuthor begins a page, which has dice of its own.
func (w *world) newAuthor(hugo bool, desk int, m month, area int, place ...uint64) *author {
	return &author{world: w, dice: newDice(append([]uint64{w.Seed, 'p'}, place...)...), hugo: hugo, desk: desk, month: m, area: area}
}

// write adds to the text of the page.
func (a *author) write(parts ...string) {
	for _, p := range parts {
		a.text.WriteString(p)
	}
}

// either is the first for Bulletin, the second for Hugo.
func (a *author) either(bulletin, hugo string) string {
	if a.hugo {
		return hugo
	}
	return bulletin
}

// about names the cell of an indicator: the area where it is not the page's.
func (a *author) about(i, c int, rest string) string {
	s := desks[a.desk].indicators[i].id
	if c != a.area {
		s += " " + countries[c].id
	}
	return s + rest
}

// now is the figure of the month.
func (a *author) now(i, c int) string {
	return a.either("{{ "+a.about(i, c, "")+" }}", number(a.value(a.desk, i, c, a.month)))
}

// before is the figure of the year before.
func (a *author) before(i, c int) string {
	return a.either("{{ "+a.about(i, c, " year-before")+" }}", number(a.value(a.desk, i, c, a.month-12)))
}

// changed is a figure that compares the two.
func (a *author) changed(i, c int, format string) string {
	return a.either("{{ "+a.about(i, c, "")+" | "+format+" }}", a.change(i, c, format))
}

func (a *author) change(i, c int, format string) string {
	return change(a.value(a.desk, i, c, a.month), a.value(a.desk, i, c, a.month-12), format)
}

// claim is text whose words are compared with an expression.
func (a *author) claim(words, expression string) string {
	return a.either("["+words+"]{{ "+expression+" }}", words)
}

// thisMonth names the month of the page.
func (a *author) thisMonth() string { return a.either("{{ period }}", a.month.String()) }

// cite is the mark of a note that cites a source.
func (a *author) cite(s source) string {
	page := 0
	if a.below(2) == 0 {
		page = 1 + a.below(80)
	}
	if !a.hugo {
		if page > 0 {
			return fmt.Sprintf(" [@%s, p. %d]", s.key, page)
		}
		return " [@" + s.key + "]"
	}
	text := fmt.Sprintf("%s, *%s*, %s.", s.publisher, s.title, s.issued)
	if page > 0 {
		text = fmt.Sprintf("%s, *%s*, %s, p. %d.", s.publisher, s.title, s.issued, page)
	}
	return a.remark(text + " <" + s.url + ">")
}

// remark is the mark of a note in words.
func (a *author) remark(words string) string {
	a.notes = append(a.notes, words)
	return fmt.Sprintf("[^%d]", len(a.notes))
}

// notesBelow writes the texts of the notes, as Markdown has them at the end.
func (a *author) notesBelow() {
	for i, n := range a.notes {
		a.write(fmt.Sprintf("[^%d]: %s\n", i+1, n))
	}
}

// note is one of the page's eight: six cite, two are remarks.
func (a *author) note() string {
	a.cited++
	if a.cited%4 == 0 {
		return a.remark(pick(a.dice, remarks))
	}
	return a.cite(a.anySource())
}

// sentence has 10 to 30 words, the last followed by the marks.
func (a *author) sentence(marks string) string {
	s := pick(a.dice, openers) + pick(a.dice, subjects) + " " + pick(a.dice, verbs) + " "
	object := pick(a.dice, objects)
	switch a.below(14) {
	case 0:
		object = "*" + object + "*"
	case 1:
		object = "**" + object + "**"
	}
	s += object
	if a.below(4) > 0 {
		s += " " + pick(a.dice, places)
	}
	if a.below(5) > 1 {
		s += ", " + pick(a.dice, clauses)
	}
	return strings.ToUpper(s[:1]) + s[1:] + marks + "."
}

// paragraph has so many sentences, and so many notes in them.
func (a *author) paragraph(sentences, notes int) string {
	all := make([]string, sentences)
	for i := range all {
		marks := ""
		if i*notes/sentences != (i+1)*notes/sentences {
			marks = a.note()
		}
		all[i] = a.sentence(marks)
	}
	return strings.Join(all, " ") + "\n\n"
}

// quoted is text in the quotes of YAML.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
