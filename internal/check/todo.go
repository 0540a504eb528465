package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// todoHint says what becomes of a mark.
const todoHint = "do it, and take the mark away"

// todos reports what is marked as still to be done on a page: marks in its texts, in
// the comments of its front matter and of its blocks, and the word in its texts. Of a
// draft nothing else is expected.
func todos(d *reading, r *Reporter) {
	if d.page.Document == nil {
		return
	}
	mild := d.page.IsDraft()
	report := func(pos diag.Pos, length int, reason string) {
		r.Find(Finding{Pos: pos, Len: length, Mild: mild, Hint: todoHint, Message: todoMessage(reason)})
	}
	for _, t := range d.page.Document.Todos {
		report(t.Pos, t.Len, t.Reason)
	}
	for i := range d.texts {
		t := &d.texts[i]
		for _, e := range t.Markdown.Expressions {
			if e.Todo && e.TodoReason != "" { // else that was reported
				report(e.Whole, e.Len, e.TodoReason)
			}
		}
		for _, b := range t.Markdown.Blocks {
			for _, mark := range b.Todos {
				report(mark.Pos, mark.Len, mark.Reason)
			}
		}
		for j := range t.passages {
			d.todoWords(&t.passages[j], r, mild)
		}
	}
}

// todoWords reports the word TODO in a passage.
func (d *reading) todoWords(p *scan.Passage, r *Reporter, mild bool) {
	for at := nextTodo(p.Text, 0); at >= 0; at = nextTodo(p.Text, at+len(todoWord)) {
		piece := p.Pieces[p.Piece(at)]
		reason, ok := typed(piece)
		if !ok {
			continue
		}
		pos, length := p.Span(at, at+len(todoWord))
		r.Find(Finding{Pos: pos, Len: length, Mild: mild, Reason: reason,
			Message: "the word TODO stands in the text", Hint: todoHint + `; or, where readers are to see the word, write [TODO]{{ literal "reason" }}`})
	}
}

// todosInData reports marks in the comments of data/, and the word in what readers see
// of it. They are warnings: figures that nobody shows yet may wait.
func todosInData(s *site.Site, r *Reporter) {
	for _, t := range s.Set.Todos() {
		r.Find(Finding{Pos: t.Pos, Len: t.Len, Mild: true, Hint: todoHint, Message: todoMessage(t.Reason)})
	}
	for _, t := range s.Set.Texts() {
		for at := nextTodo(t.Words, 0); at >= 0; at = nextTodo(t.Words, at+len(todoWord)) {
			pos, length := t.Span(at, at+len(todoWord))
			r.Find(Finding{Pos: pos, Len: length, Mild: true, Accepts: t.Accepts, Hint: todoHint, Message: "the word TODO stands in the text"})
		}
	}
}

// todoWord is what marks begin with.
const todoWord = content.TodoWord

func todoMessage(reason string) string {
	if reason == "" {
		return "something is still to be done here"
	}
	return "to be done: " + reason
}

// nextTodo is where the word TODO stands next in a text, from an offset on; -1 where it
// does not.
func nextTodo(text string, from int) int {
	for {
		at := strings.Index(text[from:], todoWord)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		behind, _ := utf8.DecodeRuneInString(text[at+len(todoWord):])
		if !joins(before) && !joins(behind) {
			return at
		}
		from = at + len(todoWord)
	}
}

// joins tells whether a character belongs to a word beside it.
func joins(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }
