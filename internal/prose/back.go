package prose

import "bulletin/internal/locale"

// backs finds the words that lead to another note: ibid., op. cit., see note 5,
// supra note 3, note 4 above, (note 4).
func (r *Reader) backs(p *Passage) {
	for i := 0; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		to := 0
		switch {
		case t.has(locale.IsAgain):
			to = i + 1
		case t.has(locale.IsNamed):
			to = r.workCited(i)
		case t.has(locale.IsNote):
			to = r.noteNumber(i)
		}
		if to == 0 {
			continue
		}
		p.Backs = append(p.Backs, Term{Start: t.start, Stop: r.tokens[to-1].stop, Piece: t.piece})
		i = to - 1
	}
}

// workCited is the token behind "op. cit.", without its last full stop; 0 for
// other words.
func (r *Reader) workCited(i int) int {
	j := i + 1
	if r.at(j).is('.') {
		j++
	}
	if r.at(j).has(locale.IsCited) {
		return j + 1
	}
	return 0
}

// noteNumber is the token behind "note 5", where the words around it say that
// it is a note of this text; 0 elsewhere. Note 5 of a report is none.
func (r *Reader) noteNumber(i int) int {
	n := r.at(i + 1)
	if n.kind != span && (n.kind != numeral || n.stop-n.start > len("999")) {
		return 0
	}
	before, behind := i-1, i+2
	for range 2 { // see also note 5, cf. the note 5, supra, note 5
		if t := r.at(before); t.is('.') || t.is(',') || r.word(before, "also", "the") {
			before--
		}
	}
	after := behind
	if r.at(after).is(',') {
		after++
	}
	switch {
	case r.of(behind) || r.word(behind, "to", "in", "on"):
		return 0
	case r.at(before).has(locale.IsLeads | locale.IsBack), r.at(after).has(locale.IsBack):
		return behind
	case r.at(i-1).is('(') && r.at(behind).is(')'), r.at(i-1).is('[') && r.at(behind).is(']'):
		return behind
	}
	return 0
}
