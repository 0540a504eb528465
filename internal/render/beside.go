package render

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Beside the text stands a copy of each note where it is marked first, for
// screens with room. It is for the eye: hidden from those who hear the page, from
// the keyboard, and wherever the style sheet does not show it; the note itself
// is at the foot.

// beside is a token before a box that nothing can stand beside within: for the
// notes marked from the mark on.
func (n *notes) beside(from int) template.HTML {
	if from == n.at || n.within != nil || n.boxed {
		return ""
	}
	var b strings.Builder
	b.WriteString(besideBegins)
	for _, m := range n.marks[from:n.at] {
		b.WriteString(" " + strconv.Itoa(m.index))
	}
	b.WriteString(tokenEnds)
	return template.HTML(b.String())
}

// box tells that what follows is in such a box, or no more, and returns how it
// was before.
func (n *notes) box(boxed bool) (before bool) {
	before, n.boxed = n.boxed, boxed
	return before
}

// finish writes out the tokens of a finished page, into w.
func (n *notes) finish(w *bytes.Buffer, page []byte, tokens []token) {
	for _, entry := range n.list {
		entry.copied = false
	}
	for _, m := range n.marks {
		m.shown = 0
	}
	f, at := &finisher{notes: n, out: w}, 0
	for _, t := range tokens {
		if t.from > at || t.beside {
			f.rest()
		}
		w.Write(page[at:t.from])
		at = t.to
		if !t.beside {
			f.mark(t.marks[0])
			continue
		}
		for _, m := range t.marks {
			f.copy(m)
		}
	}
	f.rest()
	w.Write(page[at:])
}

// number is a number that this package wrote.
func number(digits []byte) int {
	n, _ := strconv.Atoi(string(digits))
	return n
}

// finisher writes the marks of a page, and the notes beside it.
type finisher struct {
	notes *notes
	out   *bytes.Buffer
	row   []*mark // that stand in a row, up to here
}

func (w *finisher) mark(m *mark) {
	if m.shown == len(m.nth) {
		return // a template shows a note twice: its marks are there already
	}
	m.write(w.out, m.nth[m.shown], len(w.row) > 0)
	m.shown++
	w.row = append(w.row, m)
}

// rest ends a row of marks: their notes stand behind them.
func (w *finisher) rest() {
	for _, m := range w.row {
		if !m.boxed {
			w.copy(m)
		}
	}
	w.row = w.row[:0]
}

// copy writes the note of a mark to stand beside the text, once on a page. A
// page in parts, which is made for paper, has none.
func (w *finisher) copy(m *mark) {
	entry := m.note
	if w.notes.parted || entry.number == 0 || entry.copied {
		return
	}
	entry.copied = true
	w.out.WriteString(`<span class="beside" hidden aria-hidden="true"><span class="number">` + strconv.Itoa(entry.number) + `</span> `)
	if entry.source != nil {
		words, _ := w.notes.cite(entry.source, template.HTML(placeWords(m.locator)))
		w.out.WriteString(unfocused(words))
	} else {
		w.out.WriteString(w.notes.phrases(entry.words))
	}
	w.out.WriteString(`</span>`)
}

// unfocused is a citation whose link takes no focus. It is written by this package
// (cite), in phrases alone, and there are many: it is not read again. Quotation
// marks stand in its tags only; in its words they are escaped.
func unfocused(citation template.HTML) string {
	return strings.ReplaceAll(string(citation), ` rel="external noopener">`, ` rel="external noopener" tabindex="-1">`)
}

// phrases are words of a note as they may stand in a line: blocks are lines of
// their own, tables and pictures are left out, nothing has an id, and links take
// no focus.
func (n *notes) phrases(words template.HTML) string {
	var w phraser
	z := html.NewTokenizer(strings.NewReader(string(words)))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken: // the end
			return w.out.String()
		case html.TextToken:
			w.text(z.Raw())
		case html.CommentToken:
			if index, ok := strings.CutPrefix(string(z.Raw()), markBegins); ok && w.without == 0 {
				m := n.marks[number([]byte(strings.TrimSuffix(index, tokenEnds)))]
				w.out.WriteString(n.copied(m))
				w.cut = false
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			w.tag(z.Token())
		}
	}
}

// copied is a mark in the copy of a note.
func (n *notes) copied(m *mark) string {
	number := strconv.Itoa(m.note.number)
	if len(m.nth) == 0 || m.note.foot.lost {
		return `<sup class="mark">` + number + `</sup>`
	}
	return `<sup class="mark"><a href="#note-` + number + `" tabindex="-1">` + number + `</a></sup>`
}

// phraser writes words of a note as they may stand in a line.
type phraser struct {
	out     strings.Builder
	without int  // how deep it is in what is left out
	cut     bool // an ellipsis was written last
}

func (w *phraser) text(raw []byte) {
	if w.without == 0 {
		w.out.Write(raw)
		w.cut = w.cut && len(bytes.TrimSpace(raw)) == 0
	}
}

// tag writes a tag as it may stand in a line. Of all that is left out in a row
// there is one ellipsis.
func (w *phraser) tag(t html.Token) {
	begins, ends := t.Type == html.StartTagToken, t.Type == html.EndTagToken
	switch t.DataAtom {
	case atom.Img, atom.Hr, atom.Input:
		return
	case atom.Table, atom.Figure, atom.Svg, atom.Details:
		switch {
		case begins:
			w.without++
		case ends && w.without > 0:
			w.without--
			if w.without == 0 && !w.cut {
				w.out.WriteString("…")
				w.cut = true
			}
		}
		return
	}
	if w.without > 0 {
		return
	}
	switch t.DataAtom {
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Li, atom.Blockquote, atom.Pre, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		t.Attr = []html.Attribute{{Key: "class", Val: "line"}}
		if t.DataAtom == atom.Li {
			t.Attr[0].Val = "line item"
		}
		t.Data, t.DataAtom = "span", atom.Span
	default:
		var kept []html.Attribute
		for _, a := range t.Attr {
			if a.Key != "id" && a.Key != "role" && a.Key != "tabindex" {
				kept = append(kept, a)
			}
		}
		if t.DataAtom == atom.A {
			kept = append(kept, html.Attribute{Key: "tabindex", Val: "-1"})
		}
		t.Attr = kept
	}
	if ends {
		t.Attr = nil
	}
	w.out.WriteString(t.String())
}
