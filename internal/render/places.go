package render

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
)

// While a page is drawn a mark is a token, <!--mark 12-->, since nobody knows in
// which order a theme shows what is drawn. The finished page tells: it is read
// for its tokens, and then they are written out.

// places are where the marks stand on the page.
type places struct {
	order  []*mark // of the text, as it was settled last
	byPart map[string][]*footnote
	byMark map[*mark][]place // more than one where a template shows a text twice
	feet   map[string][]NoteView
}

// footnote is a note at the foot of a part of the page, and the marks there that
// lead to it.
type footnote struct {
	*note
	part  string
	marks []*mark
	lost  bool // no template shows it
}

// place is one that carries a mark: the nth of its footnote, from 1.
type place struct {
	of  *footnote
	nth int
}

const (
	markBegins   = "<!--mark "
	besideBegins = "<!--beside"
	tokenEnds    = "-->"
)

// token stands for the mark until the page is finished.
func (m *mark) token() template.HTML {
	return template.HTML(markBegins + strconv.Itoa(m.index) + tokenEnds)
}

// drawn are the marks of the text as they were drawn.
func (n *notes) drawn() []*mark {
	var order []*mark
	for _, m := range n.marks {
		if !m.inNote {
			order = append(order, m)
		}
	}
	return order
}

// Notes are the notes for the foot of the page, by number.
func (f Frame) Notes() []NoteView { return f.drawing.notes.foot("") }

// Notes are the notes for the foot of the part, by number.
func (p PrintPart) Notes() []NoteView { return p.drawing.notes.foot(p.ID) }

// moved reads in which order a finished page shows the marks of the text. Where
// that is another than the one they were drawn in, it settles the notes by it and
// tells so.
func (n *notes) moved(page []byte) bool {
	var order []*mark
	for {
		_, rest, found := bytes.Cut(page, []byte(markBegins))
		if !found {
			return n.settle(order)
		}
		index, after, _ := bytes.Cut(rest, []byte(tokenEnds))
		if m := n.marks[number(index)]; !m.inNote {
			order = append(order, m)
		}
		page = after
	}
}

// settle numbers the notes by the order in which the marks of the text are read,
// and after those of a part what is marked in its notes. It tells whether the
// order is another than before.
func (n *notes) settle(order []*mark) bool {
	if n.byPart != nil && slices.Equal(order, n.order) {
		return false
	}
	n.places = places{order: order, byPart: map[string][]*footnote{}, byMark: map[*mark][]place{}, feet: map[string][]NoteView{}}
	for _, entry := range n.list {
		entry.number = 0
	}
	at := map[string]map[*note]*footnote{}
	last := 0
	var noted []*note // in the part, whose words may have marks
	visit := func(m *mark) {
		if m.note.number == 0 {
			last++
			m.note.number = last
			noted = append(noted, m.note)
		}
		if at[m.part] == nil {
			at[m.part] = map[*note]*footnote{}
		}
		f := at[m.part][m.note]
		if f == nil {
			f = &footnote{note: m.note, part: m.part}
			at[m.part][m.note] = f
			n.byPart[m.part] = append(n.byPart[m.part], f)
		}
		f.marks = append(f.marks, m)
		n.byMark[m] = append(n.byMark[m], place{f, len(f.marks)})
	}
	words := func() {
		for i := 0; i < len(noted); i++ {
			for _, m := range noted[i].marks {
				visit(m)
			}
		}
		noted = nil
	}
	for i, m := range order {
		if i > 0 && order[i-1].part != m.part {
			words()
		}
		visit(m)
	}
	words()
	for _, list := range n.byPart {
		slices.SortFunc(list, func(x, y *footnote) int { return x.number - y.number })
	}
	return true
}

// foot are the notes of a part of the page, by number. A template asks for them
// more than once.
func (n *notes) foot(part string) []NoteView {
	if views, made := n.feet[part]; made {
		return views
	}
	var views []NoteView
	for _, f := range n.byPart[part] {
		v := NoteView{Number: f.number, ID: f.id(), Body: f.words}
		if f.source != nil {
			v.Body, v.Rests = n.cite(f.source, f.locators())
		}
		for nth := 1; nth <= len(f.marks); nth++ {
			text := "↩"
			if len(f.marks) > 1 {
				text = letter(nth)
			}
			v.Back = append(v.Back, Link{Text: text, URL: "#" + f.markID(nth)})
		}
		views = append(views, v)
	}
	n.feet[part] = views
	return views
}

// id is that of the note in its part: "note-12", "serbia-note-12".
func (f *footnote) id() string { return f.within("note-" + strconv.Itoa(f.number)) }

// markID is that of its nth mark.
func (f *footnote) markID(nth int) string { return f.within(fmt.Sprintf("mark-%d-%d", f.number, nth)) }

func (f *footnote) within(id string) string {
	if f.part == "" {
		return id
	}
	return f.part + "-" + id
}

// located tells whether a reader must be told which mark cites which place in
// the source.
func (f *footnote) located() bool {
	return len(f.marks) > 1 && slices.ContainsFunc(f.marks, func(m *mark) bool { return m.locator != "" })
}

// locators are the places in the source that are cited, each once, with the
// letters of its marks: "p. 4 (a, c), p. 9 (b)".
func (f *footnote) locators() template.HTML {
	var order []string
	letters := map[string][]string{}
	for i, m := range f.marks {
		if m.locator == "" {
			continue
		}
		if letters[m.locator] == nil {
			order = append(order, m.locator)
		}
		letters[m.locator] = append(letters[m.locator], letter(i+1))
	}
	var all []string
	for _, locator := range order {
		text := placeWords(locator)
		if f.located() {
			text += " (" + strings.Join(letters[locator], ", ") + ")"
		}
		all = append(all, text)
	}
	return template.HTML(strings.Join(all, ", "))
}

// written is the mark at a place, the next one of several in a row apart. Where
// the note names several places in its source, its letter leads to the right one.
func (p place) written(next bool) string {
	class, text := "mark", strconv.Itoa(p.of.number)
	if next {
		class = "mark next"
	}
	if p.of.marks[p.nth-1].locator != "" && p.of.located() {
		text += letter(p.nth)
	}
	if p.of.lost {
		return `<sup class="` + class + `">` + text + `</sup>`
	}
	return `<sup class="` + class + `"><a href="#` + p.of.id() + `" id="` + p.of.markID(p.nth) + `" role="doc-noteref">` + text + `</a></sup>`
}

// letter is the k-th of a, b, … z, aa, ab, ….
func letter(k int) string {
	if k <= 26 {
		return string(rune('a' + k - 1))
	}
	return letter((k-1)/26) + letter((k-1)%26+1)
}
