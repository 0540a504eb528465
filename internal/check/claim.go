package check

import (
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	scan "bulletin/internal/prose"
)

// claims compares each claim's words with the value behind it.
func claims(d *reading, r *Reporter) {
	d.passages(func(t readText, p *scan.Passage) {
		for _, piece := range p.Pieces {
			e := piece.Expression
			if piece.Kind != scan.Claim || e.Broken {
				continue
			}
			v := t.Value(e)
			if v.Failed {
				continue
			}
			for _, found := range d.disagreements(p, piece, v.Value) {
				r.Report(found.Pos, found.Len, found.Hint, "%s", found.Message)
			}
		}
	})
}

// disagreements are what a claim says otherwise than the value behind it.
func (d *reading) disagreements(p *scan.Passage, piece scan.Piece, v figure.Value) diag.Problems {
	e := piece.Expression
	before, after := p.Around(piece)
	return figure.CheckClaim(figure.Claim{Text: e.ClaimText, Before: before, After: after, Pos: e.ClaimPos, Len: e.ClaimLen}, v, d.page.Scope())
}
