package check

import (
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
			before, after := p.Around(piece)
			claim := figure.Claim{Text: e.ClaimText, Before: before, After: after, Pos: e.ClaimPos, Len: e.ClaimLen}
			for _, found := range figure.CheckClaim(claim, v.Value, d.page.Scope()) {
				r.Report(found.Pos, found.Len, found.Hint, "%s", found.Message)
			}
		}
	})
}
