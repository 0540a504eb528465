package data

import (
	"unicode/utf8"

	"bulletin/internal/diag"
	"bulletin/internal/strictyaml"
)

// Text is words of data/ that readers see: a note, a definition.
type Text struct {
	Words   string
	Pos     diag.Pos
	Len     int           // characters on its first line, quotes included
	Accepts []*Acceptance // beside what it is about
}

// Texts lists the titles, names, definitions, caveats and notes of data/, but for the
// names of areas and the titles of sources, which are as they are.
func (s *Set) Texts() []Text {
	s.trace.all(OnTexts)
	return s.texts
}

// Span is the place of the words from start to stop, as bytes; that of the whole
// text where it is written with escapes or on several lines.
func (t Text) Span(start, stop int) (pos diag.Pos, length int) {
	quote := t.Len - utf8.RuneCountInString(t.Words)
	if quote != 0 && quote != 2 {
		return t.Pos, t.Len
	}
	pos = t.Pos
	pos.Col += quote/2 + utf8.RuneCountInString(t.Words[:start])
	return pos, utf8.RuneCountInString(t.Words[start:stop])
}

// text is the text of a node, if that has one.
func text(n *strictyaml.Node, accepts []*Acceptance) []Text {
	if n == nil || n.Kind != strictyaml.Scalar || n.Value == "" {
		return nil
	}
	return []Text{{n.Value, n.Pos, n.Len, accepts}}
}

// shown keeps the texts that readers see of an entry of a register.
func (l *loader) shown(r *strictyaml.Reader, accepts []*Acceptance, keys ...string) {
	for _, key := range keys {
		if r.Has(key) {
			l.set.texts = append(l.set.texts, text(r.Node(key), accepts)...)
		}
	}
}
