package site

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"bulletin/internal/content"
	"bulletin/internal/figure"
)

// Text is a piece of Markdown with its figures evaluated and its charts
// chosen.
type Text struct {
	Page     *Page
	Markdown *content.Markdown
	Charts   []*Chart // by Block.Index
	Headings []Heading

	values []Value // by Expression.Index
	ids    map[ast.Node]string
}

// Value is an evaluated figure. Failed says that a problem was reported in its
// place: there is nothing to show.
type Value struct {
	figure.Value
	Failed bool
}

// NotYet tells whether there is nothing to show because the data does not have it yet,
// which is so on drafts alone.
func (v Value) NotYet() bool { return len(v.Wants) > 0 }

// Heading is a heading of a text.
type Heading struct {
	Level int
	Text  string // plain, with figures written out
	ID    string // unique on its page
	Node  ast.Node
}

// Value is the value of one of the text's expressions.
func (t *Text) Value(e *content.Expression) Value { return t.values[e.Index] }

// HeadingID is the id of a heading of the text.
func (t *Text) HeadingID(n ast.Node) string { return t.ids[n] }

// Plain is the text without any marks, its figures written out.
func (t *Text) Plain() string {
	if t == nil {
		return ""
	}
	return content.Plain(t.Markdown, t.Words)
}

// Words is what a figure reads like in plain text. A claim that failed keeps
// the author's words.
func (t *Text) Words(e *content.Expression) string {
	v := t.values[e.Index]
	if e.Claim {
		return e.ClaimText
	}
	if v.Failed || e.Literal {
		return ""
	}
	return v.Text
}

// nameHeadings gives each heading of the text an id that is not yet taken on
// its page.
func (t *Text) nameHeadings(taken map[string]bool) {
	t.ids = map[ast.Node]string{}
	next := map[string]int{} // the number to try first, so that many headings of the same words take no longer
	for _, h := range t.Markdown.Headings {
		plain := content.PlainNode(t.Markdown, h, t.Words) // a revision changes no id
		id := Slug(plain)
		if id == "" || reserved(id) {
			id = strings.TrimSuffix("section-"+id, "-")
		}
		unique := id
		for n := max(2, next[id]); taken[unique]; n++ {
			unique = id + "-" + strconv.Itoa(n)
			next[id] = n + 1
		}
		taken[unique] = true
		t.ids[h] = unique
		t.Headings = append(t.Headings, Heading{Level: h.Level, Text: content.PlainNode(t.Markdown, h, t.MarkedWords), ID: unique, Node: h})
	}
}

// reserved tells whether an id is of the kind that pages have by themselves:
// of notes and their marks, of charts, of the theme's own headings.
func reserved(id string) bool {
	for _, prefix := range []string{"note-", "mark-", "chart-"} {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return id == "main" || id == "revisions" || strings.HasSuffix(id, "-heading")
}

// Slug is a text as an id: its letters and digits in lower case without
// diacritics, with hyphens between words.
func Slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
