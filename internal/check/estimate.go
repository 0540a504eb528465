package check

import (
	"fmt"
	"slices"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
)

// estimates reports values that are not firm and are told as if they were: a
// claim without a word that says so, and a value beside a word that says that
// somebody counted.
func estimates(d *reading, r *Reporter) {
	d.passages(func(t readText, p *scan.Passage) {
		if t.chart != nil {
			return // the chart says below what is estimated
		}
		for i, piece := range p.Pieces {
			if piece.Kind != scan.Figure && piece.Kind != scan.Claim {
				continue
			}
			v := t.Value(piece.Expression)
			if v.Failed || !v.Estimated || d.tentative(p, piece) {
				continue
			}
			o := unfirm(v.Value)
			start, stop, counted := 0, 0, false
			if uncounted(o.Status) {
				start, stop, counted = d.countedBeside(t, p, i)
			}
			switch {
			case counted:
				pos, length := p.Span(start, stop)
				r.Find(Finding{Pos: pos, Len: length, Accepts: acceptsOf(v.Used),
					Message: fmt.Sprintf("%q is said of a number that is %s: %s", p.Text[start:stop], o.Status.Name(), v.Subject),
					Hint:    "say in the sentence that it is " + o.Status.Name() + ", or choose a word that does not say that it was counted"})
			case piece.Kind == scan.Claim && p.Kind != scan.Cell:
				pos, length := p.Span(piece.Start, piece.Stop)
				r.Find(Finding{Pos: pos, Len: length, Accepts: acceptsOf(v.Used),
					Message: fmt.Sprintf("%q is told as exact, and the number is %s: %s", p.Text[piece.Start:piece.Stop], o.Status.Name(), v.Subject),
					Hint:    "write \"about\", or say in the sentence that it is " + o.Status.Name()})
			}
		}
	})
}

// unfirm is the first observation of a value that is not firm.
func unfirm(v figure.Value) *data.Observation {
	i := slices.IndexFunc(v.Used, func(o *data.Observation) bool { return o.Status.Estimated() })
	return v.Used[max(i, 0)]
}

// uncounted tells whether values of a status come from no count.
func uncounted(s data.Status) bool {
	return s == data.Estimated || s == data.Forecast || s == data.Imputed
}

// tentative tells whether a sentence says that the number in a piece is not
// firm: by a hedge in or before the piece, or by a word anywhere.
func (d *reading) tentative(p *scan.Passage, piece scan.Piece) bool {
	l := d.site.Locale
	inside := barely(p.Text[piece.Start:piece.Stop])
	for i := range inside {
		if h, _ := l.ReadHedge(inside[i:]); h != locale.NoHedge {
			return true
		}
	}
	before, after := p.Around(piece)
	words := barely(before)
	for n := min(3, len(words)); n > 0; n-- {
		if h, read := l.ReadHedge(words[len(words)-n:]); h != locale.NoHedge && read == n {
			return true
		}
	}
	for _, w := range slices.Concat(words, inside, barely(after)) {
		if l.Firmness(w) == locale.Tentative {
			return true
		}
	}
	return false
}

// countedBeside finds a word that says of the numbered piece that somebody
// counted: in the same sentence, with no other number in between.
func (d *reading) countedBeside(t readText, p *scan.Passage, piece int) (start, stop int, ok bool) {
	own := p.Pieces[piece]
	from, _ := p.Sentence(own.Start)
	_, to := p.Sentence(max(own.Start, own.Stop-1))
	for i, other := range p.Pieces {
		if i == piece || other.Kind != scan.Figure && other.Kind != scan.Claim {
			continue
		}
		if v := t.Value(other.Expression); v.Failed || v.Kind == figure.Words {
			continue // a period, a list
		}
		if i < piece {
			from = max(from, other.Stop)
		} else {
			to = min(to, other.Start)
		}
	}
	l := d.site.Locale
	words, places := fieldsOf(p.Text[from:to])
	for i, w := range words {
		bare := strings.Trim(w, `.,;:()[]"“”‘’'–—`)
		if l.Firmness(bare) != locale.Counted || slices.ContainsFunc(barely(strings.Join(words[max(0, i-3):i], " ")), l.Denies) {
			continue
		}
		start = from + places[i] + strings.Index(w, bare)
		if piece := p.Pieces[p.Piece(start)]; piece.Kind == scan.Words || piece.Kind == scan.Claim {
			return start, start + len(bare), true
		}
	}
	return 0, 0, false
}
