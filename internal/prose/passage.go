package prose

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"bulletin/internal/content"
	"bulletin/internal/diag"
)

// Kind is what a passage is on the page.
type Kind uint8

// The kinds of passages.
const (
	Paragraph Kind = iota
	Heading
	Item  // of a list
	Cell  // of a table
	Title // a single line: a title, the note of a chart
	Image // the text of an image
	Remark
)

// Passage is a piece of running text. Offsets are bytes of its Text.
type Passage struct {
	Kind    Kind
	Text    string   // plain, figures and claims written out; a line end is a space
	Pieces  []Piece  // of Text, from its beginning to its end
	Numbers []Number // that are quantities, in order
	Whens   []When   // periods that it names, in order
	Afar    []Afar   // and those that it names by how far they are, in order
	Worse   []Term   // words that have a better one
	Backs   []Term   // words that lead to another note: ibid., see note 5
	Ordered bool     // an item of a numbered list

	m       *content.Markdown
	runs    []run
	ends    []int // where its sentences end
	clauses []int // where clauses may begin in them
}

// Term is a word, or several, that a rule is about.
type Term struct {
	Start, Stop int
	Piece       int
	Better      string // word; may be empty
}

// PieceKind is where a piece of text comes from.
type PieceKind uint8

// The kinds of pieces.
const (
	Words   PieceKind = iota // typed by the author
	Figure                   // written out from the data
	Claim                    // typed, and compared with the data
	Literal                  // typed, and marked as no figure
	Code
	Address // a bare address
	Note    // the mark of a note: an empty piece
)

// Piece is a stretch of a passage that comes from one place.
type Piece struct {
	Kind        PieceKind
	Start, Stop int
	Expression  *content.Expression // of a figure, a claim, a literal
	Link        *Link               // that it stands in; may be nil
}

// Link is the text of a link.
type Link struct {
	Start, Stop int
	Destination string
}

// run is a stretch of text whose bytes stand side by side in the source, or,
// where it is fixed, all come from one place there.
type run struct {
	text, source int // where it begins
	width        int // in the source
	fixed        bool
}

// place is the run that the byte of the text at offset belongs to.
func (p *Passage) place(offset int) run {
	i := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].text > offset })
	if i == 0 {
		return run{}
	}
	return p.runs[i-1]
}

// source is the offset in the source of a byte of the text.
func (p *Passage) source(offset int) int {
	r := p.place(offset)
	if r.fixed {
		return r.source
	}
	return r.source + min(offset-r.text, r.width)
}

// Pos is the place in the file of the byte of Text at offset: of a figure its
// braces, of a character that was escaped its backslash.
func (p *Passage) Pos(offset int) diag.Pos { return p.m.Pos(p.source(offset)) }

// Span is the place of a stretch of Text, and its length in characters on its
// first line of the file.
func (p *Passage) Span(start, stop int) (diag.Pos, int) {
	from := p.source(start)
	to := from
	if stop > start {
		last := p.place(stop - 1)
		if to = p.source(stop - 1); last.fixed {
			to += last.width
		} else {
			to++
		}
	}
	src := p.m.Source[from:max(from, min(to, len(p.m.Source)))]
	if end := bytes.IndexByte(src, '\n'); end >= 0 {
		src = src[:end]
	}
	return p.m.Pos(from), max(1, utf8.RuneCount(src))
}

// Piece is the index of the piece that the byte at offset belongs to.
func (p *Passage) Piece(offset int) int {
	return sort.Search(len(p.Pieces), func(i int) bool { return p.Pieces[i].Stop > offset })
}

// Sentence is the stretch of the sentence that the byte at offset belongs to.
func (p *Passage) Sentence(offset int) (start, stop int) {
	i := sort.SearchInts(p.ends, offset+1)
	if i > 0 {
		start = p.ends[i-1]
	}
	if stop = len(p.Text); i < len(p.ends) {
		stop = p.ends[i]
	}
	return start, stop
}

// Clause is the stretch of the clause that the byte at offset belongs to, as far
// as commas and small words tell.
func (p *Passage) Clause(offset int) (start, stop int) {
	start, stop = p.Sentence(offset)
	i := sort.SearchInts(p.clauses, offset+1)
	if i > 0 {
		start = max(start, p.clauses[i-1])
	}
	if i < len(p.clauses) {
		stop = min(stop, p.clauses[i])
	}
	return start, stop
}

// Around is the words of the same sentence before and behind a piece.
func (p *Passage) Around(piece Piece) (before, after string) {
	start, _ := p.Sentence(piece.Start)
	_, stop := p.Sentence(max(piece.Start, piece.Stop-1))
	return p.Text[min(start, piece.Start):piece.Start], p.Text[piece.Stop:max(stop, piece.Stop)]
}
