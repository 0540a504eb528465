package render

import (
	"bytes"
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
	last   int     // the last number
	byPart map[string][]*footnote
	feet   map[string][]NoteView
}

// footnote is a note at the foot of a part of the page, and the marks there that
// lead to it.
type footnote struct {
	*note
	part  string
	id    string // "note-12", "serbia-note-12"
	marks []*mark
	lost  bool // no template shows it
}

const (
	markBegins   = "<!--mark "
	besideBegins = "<!--beside"
	tokenEnds    = "-->"
)

// token is one on a page: a mark, or a place for the notes of some marks.
type token struct {
	from, to int // on the page
	beside   bool
	marks    []*mark
}

// tokens reads a page for its tokens. Templates have no comments of their own, since
// html/template leaves them out.
func (n *notes) tokens(page []byte) []token {
	if len(n.marks) == 0 {
		return nil
	}
	all := make([]token, 0, len(n.marks))
	for at := 0; ; {
		from := comment(page, at)
		if from < 0 {
			return all
		}
		text, _, _ := bytes.Cut(page[from:], []byte(tokenEnds))
		at = min(from+len(text)+len(tokenEnds), len(page))
		switch {
		case bytes.HasPrefix(text, []byte(markBegins)):
			index := number(text[len(markBegins):])
			all = append(all, token{from: from, to: at, marks: n.marks[index : index+1]})
		case bytes.HasPrefix(text, []byte(besideBegins)):
			t := token{from: from, to: at, beside: true}
			for field := range bytes.FieldsSeq(text[len(besideBegins):]) {
				t.marks = append(t.marks, n.marks[number(field)])
			}
			all = append(all, t)
		}
	}
}

// comment is where the next comment begins on a page, or -1. Exclamation marks are few
// there, and so are found faster than what opens tags.
func comment(page []byte, from int) int {
	for at := from + 1; at < len(page); at++ {
		i := bytes.IndexByte(page[at:], '!')
		if i < 0 {
			return -1
		}
		at += i
		if page[at-1] == '<' && bytes.HasPrefix(page[at+1:], []byte("--")) {
			return at - 1
		}
	}
	return -1
}

// token stands for the mark until the page is finished.
func (m *mark) token() template.HTML {
	return template.HTML(markBegins + strconv.Itoa(m.index) + tokenEnds)
}

// Notes are the notes for the foot of the page, by number.
func (f Frame) Notes() []NoteView { return f.drawing.notes.foot("") }

// Notes are the notes for the foot of the part, by number.
func (p PrintPart) Notes() []NoteView { return p.drawing.notes.foot(p.ID) }

// moved tells whether a finished page shows the marks of the text in another order
// than the one they were drawn in, and then settles the notes by it.
func (n *notes) moved(tokens []token) bool {
	order := make([]*mark, 0, len(tokens))
	for _, t := range tokens {
		if !t.beside && !t.marks[0].inNote {
			order = append(order, t.marks[0])
		}
	}
	return n.settle(order)
}

// settle numbers the notes by the order in which the marks of the text are read,
// and after those of a part what is marked in its notes. It tells whether the
// order is another than before.
func (n *notes) settle(order []*mark) bool {
	if n.byPart != nil && slices.Equal(order, n.order) {
		return false
	}
	settled := len(n.order)
	if n.byPart == nil || !n.goesOn(order) {
		n.unsettle()
		settled = 0
	}
	n.order = order
	for _, part := range parted(order[settled:]) {
		n.settlePart(part)
	}
	return true
}

// goesOn tells whether an order is the settled one with further parts behind it.
func (n *notes) goesOn(order []*mark) bool {
	settled := len(n.order)
	return settled > 0 && len(order) > settled && order[settled].part != order[settled-1].part && slices.Equal(order[:settled], n.order)
}

// unsettle begins anew.
func (n *notes) unsettle() {
	n.places = places{byPart: map[string][]*footnote{}, feet: map[string][]NoteView{}}
	for _, entry := range n.list {
		entry.number, entry.foot = 0, nil
	}
	for _, m := range n.marks {
		m.nth = m.once[:0]
	}
}

// parted are the runs of marks of one part.
func parted(marks []*mark) (parts [][]*mark) {
	for from, to := 0, 0; from < len(marks); from = to {
		for to < len(marks) && marks[to].part == marks[from].part {
			to++
		}
		parts = append(parts, marks[from:to])
	}
	return parts
}

// settlePart numbers the notes of a part.
func (n *notes) settlePart(marks []*mark) {
	part := marks[0].part
	delete(n.feet, part)
	var noted []*note // whose words may have marks
	visit := func(m *mark) {
		f := m.note.foot
		if f == nil { // its number is that of the drawing, or none
			n.last++
			m.note.number = n.last
			noted = append(noted, m.note)
			f = &footnote{note: m.note, part: m.part}
			if f.id = "note-" + strconv.Itoa(f.number); f.part != "" {
				f.id = f.part + "-" + f.id
			}
			m.note.foot = f
			n.byPart[m.part] = append(n.byPart[m.part], f)
		}
		f.marks = append(f.marks, m)
		m.nth = append(m.nth, len(f.marks))
	}
	for _, m := range marks {
		visit(m)
	}
	for i := 0; i < len(noted); i++ {
		for _, m := range noted[i].marks {
			visit(m)
		}
	}
	slices.SortFunc(n.byPart[part], func(x, y *footnote) int { return x.number - y.number })
}

// foot are the notes of a part of the page, by number. A template asks for them
// more than once.
func (n *notes) foot(part string) []NoteView {
	if views, made := n.feet[part]; made {
		return views
	}
	var views []NoteView
	if all := n.byPart[part]; len(all) > 0 {
		views = make([]NoteView, 0, len(all))
	}
	for _, f := range n.byPart[part] {
		v := NoteView{Number: f.number, ID: f.id, Body: f.words, Back: make([]Link, 0, len(f.marks))}
		if f.source != nil {
			v.Body, v.Rests = n.cite(f.source, f.locators())
		}
		for nth := 1; nth <= len(f.marks); nth++ {
			text := "↩"
			if len(f.marks) > 1 {
				text = letter(nth)
			}
			v.Back = append(v.Back, Link{Text: text, URL: f.backURL(nth)})
		}
		views = append(views, v)
	}
	n.feet[part] = views
	return views
}

// backURL leads to its nth mark: "#mark-12-1", "#serbia-mark-12-1".
func (f *footnote) backURL(nth int) string {
	number, times := strconv.Itoa(f.number), strconv.Itoa(nth)
	if f.part == "" {
		return "#mark-" + number + "-" + times
	}
	return "#" + f.part + "-mark-" + number + "-" + times
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

// write writes the mark where it stands for the nth of its footnote, the next one of
// several in a row apart. Where the note names several places in its source, its
// letter leads to the right one.
func (m *mark) write(w *bytes.Buffer, nth int, next bool) {
	f, class := m.note.foot, "mark"
	if next {
		class = "mark next"
	}
	text := strconv.Itoa(f.number)
	if f.marks[nth-1].locator != "" && f.located() {
		text += letter(nth)
	}
	write := func(parts ...string) {
		for _, part := range parts {
			w.WriteString(part)
		}
	}
	if f.lost {
		write(`<sup class="`, class, `">`, text, `</sup>`)
		return
	}
	write(`<sup class="`, class, `"><a href="#`, f.id, `" id="`, f.backURL(nth)[1:], `" role="doc-noteref">`, text, `</a></sup>`)
}

// letter is the k-th of a, b, … z, aa, ab, ….
func letter(k int) string {
	if k <= 26 {
		return string(rune('a' + k - 1))
	}
	return letter((k-1)/26) + letter((k-1)%26+1)
}
