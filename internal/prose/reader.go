package prose

import (
	"slices"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/locale"
)

// Reader finds numbers and periods in passages. It keeps buffers between them,
// and so is for one goroutine.
type Reader struct {
	locale *locale.Locale
	units  map[string]bool
	begins [256]bool // the first bytes of the units, since most words are none
	text   string
	tokens []token
	none   token  // outside the passage
	taken  []bool // tokens that belong to a period, or to a number before
	named  int    // the last numeral that names something; -1 before any

	walk    walk
	list    []Passage
	ends    []int
	clauses []int
}

// NewReader makes a Reader of a language. units are the words for what the
// site counts, beside those that the language has for people and cases.
func NewReader(l *locale.Locale, units []string) *Reader {
	r := &Reader{locale: l, units: map[string]bool{}, none: token{value: -1}}
	for _, u := range units {
		for w := range strings.FieldsSeq(u) {
			if known := l.Word(w); known.Sense != 0 {
				continue // an article, a preposition
			}
			r.units[w] = true
			r.units[strings.ToUpper(w[:1])+w[1:]] = true
			r.begins[w[0]], r.begins[strings.ToUpper(w[:1])[0]] = true, true
		}
	}
	return r
}

// Read is every passage of m with its sentences, numbers and periods.
func (r *Reader) Read(m *content.Markdown, words func(*content.Expression) string) []Passage {
	from := len(r.list)
	r.list = r.walk.passages(r.list, m, words)
	all := r.list[from:len(r.list):len(r.list)]
	for i := range all {
		p := &all[i]
		r.text = p.Text
		r.tokenize(p)
		r.sentences(p)
		r.taken = slices.Grow(r.taken[:0], len(r.tokens))[:len(r.tokens)]
		clear(r.taken)
		r.whens(p)
		r.numbers(p)
		r.worse(p)
		r.backs(p)
	}
	return all
}

// Forget lets go of all passages that were read. Their memory is used again, so
// nobody may look at them any more.
func (r *Reader) Forget() {
	r.list, r.ends, r.clauses = r.list[:0], r.ends[:0], r.clauses[:0]
	r.walk.pieces, r.walk.runs = r.walk.pieces[:0], r.walk.runs[:0]
}

// worse finds the words that have a better one.
func (r *Reader) worse(p *Passage) {
	for i := range r.tokens {
		t := &r.tokens[i]
		if !t.has(locale.IsWorse) || r.word(i-1, "her") || r.word(i-2, "her") {
			continue
		}
		start, stop := p.Sentence(t.start)
		start, stop = max(start, t.start-4*far), min(stop, t.stop+4*far)
		if better := r.locale.Better(p.Text[t.start:t.stop], p.Text[start:stop]); better != "" {
			p.Worse = append(p.Worse, Term{t.start, t.stop, t.piece, better})
		}
	}
}

// at is the numbered token; outside the passage it is nothing.
func (r *Reader) at(i int) *token {
	if i < 0 || i >= len(r.tokens) {
		return &r.none
	}
	return &r.tokens[i]
}
