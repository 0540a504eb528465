package check

import (
	"fmt"

	scan "bulletin/internal/prose"
)

// wording reports words that have a better one.
func wording(d *reading, r *Reporter) {
	d.passages(func(_ readText, p *scan.Passage) {
		for _, w := range p.Worse {
			piece := p.Pieces[w.Piece]
			if reason, ok := typed(piece); ok && !d.titled(p, piece, w.Start, w.Stop) {
				r.find(p, w.Start, w.Stop, reason, "write "+w.Better, fmt.Sprintf("there is a better word than %q", within(p, w.Start, w.Stop)))
			}
		}
	})
}
