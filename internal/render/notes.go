package render

import (
	"bytes"
	"html/template"

	"bulletin/internal/content"
	"bulletin/internal/data"
)

// notes are the notes of one page. A source has one number on the page, and so
// has a remark. While the page is drawn they are numbered as they are drawn; the
// finished page has the last word (places.go, and the manual of the package).
type notes struct {
	cite     citer
	list     []*note // as they were drawn first
	bySource map[*data.Source]*note
	byCell   map[*data.Observation]*note // why a comparison with it is not like with like
	byRemark map[*content.Remark]*note
	marked   map[any]bool            // sources and observations, in the paragraph
	located  map[*data.Source]string // the place in each that was marked last, in the paragraph
	marks    []*mark                 // as they were drawn
	drawn    []*mark                 // those of the text
	at       int                     // how many: fewer than there are while a template draws anew
	part     string                  // of the page that is being drawn; "" where it is one
	parted   bool                    // the page has parts
	within   *note                   // whose body is being drawn
	boxed    bool                    // in a box that nothing can stand beside: a table, a chart
	places                           // of the marks on the page, as far as they are known
}

// citer writes a source, with the place in it that is cited; and the address of
// its entry in the list of sources.
type citer func(s *data.Source, locator template.HTML) (citation template.HTML, entry string)

// note is a note: on a source or of somebody's own words.
type note struct {
	number int          // on the page; 0 where its mark does not stand there
	source *data.Source // nil for words
	words  template.HTML
	write  func() template.HTML // of words that are not written yet
	marks  []*mark              // in its words
	foot   *footnote            // where it stands; nil where its mark does not
	copied bool                 // beside the text
}

// mark is the raised number that leads to a note.
type mark struct {
	index   int
	note    *note
	part    string
	locator string // the place in the source; may be empty
	boxed   bool
	inNote  bool // in the words of a note

	// nth is which one of its footnote's marks it is, from 1: several where a template
	// shows a text twice, none where none shows it. shown counts those written out.
	nth   []int
	once  [1]int // room for nth, which mostly is one
	shown int
}

func newNotes(cite citer) *notes {
	return &notes{
		cite: cite, bySource: map[*data.Source]*note{}, byCell: map[*data.Observation]*note{}, byRemark: map[*content.Remark]*note{},
		marked: map[any]bool{}, located: map[*data.Source]string{},
	}
}

// begin begins a part of the page, whose notes stand at its own foot. Its name
// begins their ids, "serbia-note-12". Numbering goes on; what another part noted
// is noted anew, so that the list at the foot of each is complete and its numbers
// run without a gap. begin("") is the page around its parts.
func (n *notes) begin(part string) {
	n.write()
	clear(n.bySource)
	clear(n.byCell)
	clear(n.byRemark)
	n.part, n.parted = part, true
	n.paragraph()
}

// paragraph begins a new paragraph: a source is marked once in each.
func (n *notes) paragraph() {
	clear(n.marked)
	clear(n.located)
}

// source marks a source here, unless the paragraph has its mark already and
// there is no other place in the source to name than its last one.
func (n *notes) source(s *data.Source, locator string) template.HTML {
	if s == nil || n.marked[s] && (locator == "" || locator == n.located[s]) {
		return ""
	}
	n.marked[s], n.located[s] = true, locator
	return n.mark(n.entry(s), locator)
}

// locate gives a mark of the source that was just written its place in the
// source: that of the figure which the citation stands behind.
func (n *notes) locate(written []byte, s *data.Source, locator string) bool {
	if len(n.marks) == 0 || locator == "" {
		return false
	}
	last := n.marks[len(n.marks)-1]
	if last.note.source != s || last.locator != "" || !bytes.HasSuffix(bytes.TrimRight(written, " \n"), []byte(last.token())) {
		return false
	}
	last.locator, n.located[s] = locator, locator
	return true
}

// unlike marks an observation that differs from what it is compared with, once
// in a paragraph.
func (n *notes) unlike(o *data.Observation, words func() template.HTML) template.HTML {
	if n.marked[o] {
		return ""
	}
	n.marked[o] = true
	if n.byCell[o] == nil {
		n.byCell[o] = n.add(&note{words: words()})
	}
	return n.mark(n.byCell[o], "")
}

// remark marks a remark. Its words are written when the text is: so the notes in
// them come after those of the text, as a reader meets them, and remarks may
// refer to each other, in a circle too.
func (n *notes) remark(r *content.Remark, words func() template.HTML) template.HTML {
	if n.byRemark[r] == nil {
		n.byRemark[r] = n.add(&note{write: words})
	}
	return n.mark(n.byRemark[r], "")
}

// entry is the note of a source.
func (n *notes) entry(s *data.Source) *note {
	if n.bySource[s] == nil {
		n.bySource[s] = n.add(&note{source: s})
	}
	return n.bySource[s]
}

func (n *notes) add(entry *note) *note {
	n.list = append(n.list, entry)
	entry.number = len(n.list)
	return entry
}

// mark marks a note here, in the way that places.go knows.
func (n *notes) mark(entry *note, locator string) template.HTML {
	n.at++
	if n.at <= len(n.marks) { // drawn anew, and the same
		return n.marks[n.at-1].token()
	}
	m := &mark{index: len(n.marks), note: entry, part: n.part, locator: locator, boxed: n.boxed || n.within != nil, inNote: n.within != nil}
	m.nth = m.once[:0]
	n.marks = append(n.marks, m)
	if n.within != nil {
		n.within.marks = append(n.within.marks, m)
	} else {
		n.drawn = append(n.drawn, m)
	}
	return m.token()
}

// write writes the words of remarks, and of the remarks that these refer to.
func (n *notes) write() {
	for i := 0; i < len(n.list); i++ {
		entry := n.list[i]
		if entry.write == nil {
			continue
		}
		write := entry.write
		entry.write, n.within = nil, entry
		entry.words = write()
		n.within = nil
	}
}

// views are the notes marked in the part, by number, for its foot, each with
// its ways back within the part.
func (n *notes) views() []NoteView {
	n.write()
	n.settle(n.drawn)
	return n.foot(n.part)
}
