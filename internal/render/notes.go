package render

import (
	"fmt"
	"html/template"
	"strings"

	"bulletin/internal/data"
)

// notes numbers the notes of one page in reading order. A source has one
// number on the page; a remark has its own.
type notes struct {
	list     []*note
	bySource map[*data.Source]*note
	byCell   map[*data.Observation]*note // why a comparison with it is not like with like
	marked   map[any]bool                // sources and observations, in the paragraph
	part     string                      // of the page that is being drawn; "" where it is one
}

// note is one note and the places that carry its mark.
type note struct {
	number int
	body   template.HTML
	marks  map[string]int // by the part of the page
}

func newNotes() *notes {
	return &notes{bySource: map[*data.Source]*note{}, byCell: map[*data.Observation]*note{}, marked: map[any]bool{}}
}

// begin begins a part of the page, whose notes stand at its own foot. Its name
// begins their ids, "serbia-note-12". Numbering goes on, and what was noted in
// another part keeps its number. begin("") is the page around its parts.
func (n *notes) begin(part string) {
	n.part = part
	n.paragraph()
}

// id is that of a note or mark in the part.
func (n *notes) id(name string) string {
	if n.part == "" {
		return name
	}
	return n.part + "-" + name
}

// paragraph begins a new paragraph: a source is marked once in each.
func (n *notes) paragraph() { clear(n.marked) }

// source marks a source here, unless the paragraph has its mark already and
// there is no place in the source to name.
func (n *notes) source(s *data.Source, citation func() template.HTML, locator string) template.HTML {
	if s == nil || n.marked[s] && locator == "" {
		return ""
	}
	n.marked[s] = true
	return n.mark(n.entry(s, citation), locator)
}

// unlike marks an observation that differs from what it is compared with, once
// in a paragraph.
func (n *notes) unlike(o *data.Observation, body func() template.HTML) template.HTML {
	if n.marked[o] {
		return ""
	}
	n.marked[o] = true
	entry, ok := n.byCell[o]
	if !ok {
		entry = n.add(body())
		n.byCell[o] = entry
	}
	return n.mark(entry, "")
}

// entry is the note of a source, which gets its number the first time.
func (n *notes) entry(s *data.Source, citation func() template.HTML) *note {
	entry, ok := n.bySource[s]
	if !ok {
		entry = n.add(citation())
		n.bySource[s] = entry
	}
	return entry
}

// add gives a body the next number.
func (n *notes) add(body template.HTML) *note {
	entry := &note{number: len(n.list) + 1, body: body, marks: map[string]int{}}
	n.list = append(n.list, entry)
	return entry
}

// mark is the raised number that leads to a note.
func (n *notes) mark(entry *note, locator string) template.HTML {
	entry.marks[n.part]++
	if locator != "" {
		locator = ", " + template.HTMLEscapeString(locator)
	}
	return template.HTML(fmt.Sprintf(`<sup class="mark"><a href="#%s" id="%s" role="doc-noteref">%d</a>%s</sup>`,
		n.id(fmt.Sprintf("note-%d", entry.number)), n.id(fmt.Sprintf("mark-%d-%d", entry.number, entry.marks[n.part])), entry.number, locator))
}

// commas sets adjoining marks apart: a stylesheet writes the comma.
func commas(html template.HTML) template.HTML {
	return template.HTML(strings.ReplaceAll(string(html), `</sup><sup class="mark">`, `</sup><sup class="mark next">`))
}

// views are the notes marked in the part, by number, for its foot, each with
// its ways back within the part.
func (n *notes) views() []NoteView {
	var views []NoteView
	for _, entry := range n.list {
		marks := entry.marks[n.part]
		if marks == 0 {
			continue
		}
		v := NoteView{Number: entry.number, ID: n.id(fmt.Sprintf("note-%d", entry.number)), Body: entry.body}
		for k := 1; k <= marks; k++ {
			text := "↩"
			if marks > 1 {
				text = letter(k)
			}
			v.Back = append(v.Back, Link{Text: text, URL: "#" + n.id(fmt.Sprintf("mark-%d-%d", entry.number, k))})
		}
		views = append(views, v)
	}
	return views
}

// letter is the k-th of a, b, … z, aa, ab, ….
func letter(k int) string {
	if k <= 26 {
		return string(rune('a' + k - 1))
	}
	return letter((k-1)/26) + letter((k-1)%26+1)
}
