package render_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bulletin/templates"
)

// apparatus is what a page has of notes, as it is read: marks in the text and in
// notes, notes by id, and the copies beside the text.
type apparatus struct {
	marks  []*html.Node // links, in the order of the page
	notes  []*html.Node // <li>
	beside []*html.Node
}

var (
	noteID   = regexp.MustCompile(`^(?:(.+)-)?note-(\d+)$`)
	markText = regexp.MustCompile(`^(\d+)([a-z]*)$`)
)

func apparatusOf(root *html.Node) *apparatus {
	a := &apparatus{}
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case attribute(n, "class") == "beside":
			a.beside = append(a.beside, n)
		case n.DataAtom == atom.Li && noteID.MatchString(attribute(n, "id")):
			a.notes = append(a.notes, n)
		case n.DataAtom == atom.A && attribute(n, "role") == "doc-noteref":
			a.marks = append(a.marks, n)
		}
	}
	return a
}

// wordsOf is the text of an element, with its notes' marks as they are.
func wordsOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// inside tells whether an element stands in one that the page shows beside the
// text.
func inside(n *html.Node, class string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if attribute(p, "class") == class {
			return true
		}
	}
	return false
}

// check holds what is true of the notes of every page: numbers follow each other
// in the order of reading, every note is marked and every mark has its note, and
// each leads to the other.
func (a *apparatus) check(t *testing.T, page string) {
	t.Helper()
	notes := map[string]*html.Node{}
	for _, n := range a.notes {
		id := attribute(n, "id")
		if notes[id] != nil {
			t.Errorf("%s: the note %s stands twice", page, id)
		}
		notes[id] = n
		if value := attribute(n, "value"); value != "" && !strings.HasSuffix(id, "note-"+value) {
			t.Errorf("%s: %s has the number %s", page, id, value)
		}
	}
	last := 0
	marked := map[string][]*html.Node{}
	for _, m := range a.marks {
		to := strings.TrimPrefix(attribute(m, "href"), "#")
		id, text := noteID.FindStringSubmatch(to), markText.FindStringSubmatch(wordsOf(m))
		if id == nil || text == nil || id[2] != text[1] {
			t.Fatalf("%s: the mark %q leads to %q", page, wordsOf(m), to)
		}
		if notes[to] == nil {
			t.Errorf("%s: the mark %s leads to no note", page, to)
		}
		number, _ := strconv.Atoi(id[2])
		if number > last+1 {
			t.Errorf("%s: note %d is marked before note %d", page, number, last+1)
		}
		last = max(last, number)
		if inside(m, "beside") {
			t.Errorf("%s: a copy has a mark with a role: %s", page, to)
		}
		marked[to] = append(marked[to], m)
	}
	for id, note := range notes {
		var back []string
		for n := range note.Descendants() {
			if n.Type == html.ElementNode && n.DataAtom == atom.A && strings.Contains(attribute(n, "href"), "mark-") {
				back = append(back, attribute(n, "href"))
			}
		}
		var there []string
		for _, m := range marked[id] {
			there = append(there, "#"+attribute(m, "id"))
		}
		if len(there) == 0 {
			t.Errorf("%s: nothing marks %s", page, id)
		}
		if !slices.Equal(back, there) {
			t.Errorf("%s: %s leads back to %v, and is marked at %v", page, id, back, there)
		}
	}
	seen := map[string]bool{}
	for _, n := range a.beside {
		number, _, _ := strings.Cut(wordsOf(n), " ")
		if seen[number] || notes["note-"+number] == nil {
			t.Errorf("%s: beside the text stands %q twice, or is no note", page, wordsOf(n))
		}
		seen[number] = true
		if attribute(n, "aria-hidden") != "true" || !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" }) {
			t.Errorf("%s: note %s beside the text is not hidden", page, number)
		}
		for c := range n.Descendants() {
			if c.Type != html.ElementNode {
				continue
			}
			if attribute(c, "id") != "" || attribute(c, "role") != "" || c.DataAtom == atom.A && attribute(c, "tabindex") != "-1" {
				t.Errorf("%s: <%s> in the copy of note %s has an id, a role or the focus", page, c.Data, number)
			}
			switch c.DataAtom {
			case atom.A, atom.Span, atom.Cite, atom.Data, atom.Sup, atom.Em, atom.Strong, atom.Code, atom.Br, atom.Del:
			default:
				t.Errorf("%s: <%s> in the copy of note %s cannot stand in a line", page, c.Data, number)
			}
		}
	}
}

// TestNotesOfEveryPage reads the notes of all pages of this site and of the golden
// one.
func TestNotesOfEveryPage(t *testing.T) {
	for _, c := range []struct {
		dir         string
		theme       fs.FS
		pages, most int
	}{{"../..", templates.FS, 20, 38}, {"testdata/sites/small", os.DirFS("testdata/theme"), 5, 4}} {
		_, files := load(t, c.dir, c.theme)
		pages, most := 0, 0
		for name, src := range files {
			if strings.Contains(string(src), "<!--") && strings.HasSuffix(name, ".html") {
				t.Errorf("%s: a token is left: %.40s", name, src[strings.Index(string(src), "<!--"):])
			}
			if !strings.HasSuffix(name, ".html") {
				continue
			}
			a := apparatusOf(read(t, name, src).root)
			a.check(t, filepath.Join(c.dir, name))
			numbers := map[string]bool{}
			for _, n := range a.notes {
				numbers[noteID.FindStringSubmatch(attribute(n, "id"))[2]] = true
			}
			most = max(most, len(numbers))
			if len(a.notes) > 0 {
				pages++
			}
		}
		if pages < c.pages || most < c.most {
			t.Errorf("%s: %d pages have notes, the most %d; want %d and %d", c.dir, pages, most, c.pages, c.most)
		}
	}
}
