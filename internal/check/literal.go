package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
)

// idleLiterals reports literals that accept nothing: no number, period or word
// about numbers stands in their words, and none of the rules before, which have all looked at the page,
// found anything there. It is part of the rule acceptance.
func idleLiterals(d *reading, r *Reporter) {
	if !d.site.Set.Complete() {
		return
	}
	said := map[int][]spot{} // by line
	for _, f := range r.found {
		said[f.pos.Line] = append(said[f.pos.Line], f)
	}
	d.passages(func(_ readText, p *scan.Passage) {
		for i, piece := range p.Pieces {
			if piece.Kind != scan.Literal || piece.Expression.LiteralReason == "" || piece.Stop <= piece.Start {
				continue
			}
			text := p.Text[piece.Start:piece.Stop]
			if d.counts(p, piece, i) {
				continue
			}
			pos, length := p.Span(piece.Start, piece.Stop)
			end, _ := p.Span(piece.Stop-1, piece.Stop)
			end.Col++
			found := false
			for line := pos.Line; line <= end.Line && !found; line++ {
				found = slices.ContainsFunc(said[line], func(f spot) bool {
					to := f.pos
					to.Col += f.len
					return f.pos.File == pos.File && before(f.pos, end) && before(pos, to)
				})
			}
			if found {
				continue
			}
			r.Report(pos, length, "take the literal away, or put it around the words that need its reason", "the words of the literal %q need no reason", fmt.Sprintf("%.60s", text))
		}
	})
}

// counts tells whether the words of a numbered piece may matter to a rule that
// did not report them: they hold a number, a period, or a word that says how a
// number is meant or moves.
func (d *reading) counts(p *scan.Passage, piece scan.Piece, place int) bool {
	text := p.Text[piece.Start:piece.Stop]
	if strings.ContainsFunc(text, unicode.IsNumber) || numbered(p, piece.Start, piece.Stop) ||
		slices.ContainsFunc(p.Whens, func(w scan.When) bool { return w.Start < piece.Stop && piece.Start < w.Stop }) ||
		slices.ContainsFunc(p.Afar, func(a scan.Afar) bool { return a.Piece == place }) {
		return true
	}
	l, words := d.site.Locale, barely(text)
	for i, w := range words {
		hedge, _ := l.ReadHedge(words[i:])
		_, _, fraction := l.ReadFraction(words[i:])
		many, _ := l.Manifold(w)
		way, _ := l.Direction(w)
		if hedge != locale.NoHedge || fraction > 0 || many != 0 || way != 0 || l.Firmness(w) != locale.Unsaid {
			return true
		}
	}
	return false
}
