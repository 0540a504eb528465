package prose

import "bulletin/internal/locale"

// sentences finds where the sentences of a passage end, and where clauses begin
// in them. A full stop ends none behind an abbreviation or an initial, or before
// a small letter.
func (r *Reader) sentences(p *Passage) {
	ends, clauses := len(r.ends), len(r.clauses)
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind != sign {
			if t.has(locale.IsClause) {
				r.clauses = append(r.clauses, t.start)
			}
			continue
		}
		switch t.value {
		case ',', ';', ':', '(', ')', '–', '—':
			r.clauses = append(r.clauses, t.start)
			continue
		case '.', '!', '?', '…':
		default:
			continue
		}
		j := i + 1
		for j < len(r.tokens) && r.tokens[j].glued && closes(&r.tokens[j]) {
			j++
		}
		if j == len(r.tokens) {
			break
		}
		next := &r.tokens[j]
		if next.glued || next.kind == word && !next.capital && p.Pieces[next.piece].Kind != Figure {
			continue
		}
		if t.is('.') && i > 0 && t.glued && shortens(&r.tokens[i-1], next) {
			continue
		}
		r.ends = append(r.ends, next.start)
	}
	p.ends = r.ends[ends:len(r.ends):len(r.ends)]
	p.clauses = r.clauses[clauses:len(r.clauses):len(r.clauses)]
}

// closes tells whether a sign belongs to the sentence before it.
func closes(t *token) bool {
	return t.is('”') || t.is('’') || t.is('"') || t.is('\'') || t.is(')') || t.is(']') || t.is('»') || t.is('.')
}

// shortens tells whether the full stop behind a word only says that it is
// short.
func shortens(t, next *token) bool {
	if t.kind != word {
		return false
	}
	initial := t.capital && t.stop-t.start == 1
	return initial || t.has(locale.IsAbbreviation) && (t.word.Value == title || next.kind == numeral)
}

// title is the value of an abbreviation that a name follows.
const title = 99
