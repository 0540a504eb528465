package check

import (
	"fmt"
	"strings"

	"bulletin/internal/figure"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// unbound reports numbers that no data stands behind. On standing pages, which
// explain, only those in digits are meant: the words for others are ordinary
// speech there.
func unbound(d *reading, r *Reporter) {
	explains := d.page.Kind == site.Standing
	d.passages(func(_ readText, p *scan.Passage) {
		for _, n := range p.Numbers {
			if explains && n.Spelled {
				continue
			}
			piece := p.Pieces[n.Piece]
			if piece.Kind != scan.Words && piece.Kind != scan.Literal || piece.Kind == scan.Literal && piece.Expression.LiteralReason == "" || d.titled(p, piece, n.Start, n.Stop) || d.noted(p, n.Start) {
				continue
			}
			reason, _ := typed(piece)
			r.find(p, n.Start, n.Stop, reason, `take it from the data: {{ … }}, check it: […]{{ … }}, or say why it is no figure: […]{{ literal "reason" }}`,
				fmt.Sprintf("the number %q is bound to nothing", within(p, n.Start, n.Stop)))
		}
		for _, piece := range p.Pieces {
			if bareLiteral(p, piece) {
				r.find(p, piece.Start, piece.Stop, "", `say why: […]{{ literal "number of a law" }}`,
					fmt.Sprintf("the literal %q gives no reason", within(p, piece.Start, piece.Stop)))
			}
		}
	})
}

// bareLiteral tells whether a piece is a literal without a reason, and holds a number.
func bareLiteral(p *scan.Passage, piece scan.Piece) bool {
	if piece.Kind != scan.Literal || piece.Expression.LiteralReason != "" {
		return false
	}
	if strings.ContainsAny(p.Text[piece.Start:piece.Stop], "0123456789") {
		return true
	}
	return numbered(p, piece.Start, piece.Stop)
}

// BoundShare is how many of the figures in the texts of an edition, or of a
// snapshot, are bound to the data.
type BoundShare struct {
	Edition string // "2023-q1"; of a snapshot its address
	Bound   int    // figures and claims that show a number of the data
	Literal int    // literals that hold a quantity, with a reason
	Unbound int    // what the rule of that name finds, and figures that came to nothing
}

// Percent is the share of the bound ones, in whole per cent, rounded down.
func (b BoundShare) Percent() int {
	all := b.Bound + b.Literal + b.Unbound
	if all == 0 {
		return 100
	}
	return b.Bound * 100 / all
}

// sumBound adds up the counts of pages that belong together.
func sumBound(counts []BoundShare) []BoundShare {
	var list []BoundShare
	place := map[string]int{}
	for _, c := range counts {
		if c.Edition == "" {
			continue
		}
		i, ok := place[c.Edition]
		if !ok {
			place[c.Edition] = len(list)
			list = append(list, c)
			continue
		}
		list[i].Bound += c.Bound
		list[i].Literal += c.Literal
		list[i].Unbound += c.Unbound
	}
	return list
}

// editionOf names what a page belongs to: an edition, or a snapshot.
func editionOf(p *site.Page) string {
	switch {
	case p.Edition != nil:
		return p.Edition.ID
	case p.Kind == site.Snapshot:
		return strings.Trim(p.Route, "/")
	}
	return ""
}

// countBound counts what a page shows.
func countBound(d *reading) BoundShare {
	count := BoundShare{Edition: editionOf(d.page)}
	if count.Edition == "" {
		return count
	}
	d.passages(func(t readText, p *scan.Passage) {
		held := map[int]bool{} // literals that hold a quantity
		for _, n := range p.Numbers {
			piece := p.Pieces[n.Piece]
			switch {
			case piece.Kind == scan.Words && !d.titled(p, piece, n.Start, n.Stop) && !d.noted(p, n.Start):
				count.Unbound++
			case piece.Kind == scan.Literal && piece.Expression.LiteralReason != "" && !held[n.Piece]:
				held[n.Piece] = true
				count.Literal++
			}
		}
		for _, piece := range p.Pieces {
			switch {
			case bareLiteral(p, piece):
				count.Unbound++
			case piece.Kind != scan.Figure && piece.Kind != scan.Claim:
			case t.Value(piece.Expression).NotYet():
				count.Bound++ // to a value that is to come
			case t.Value(piece.Expression).Failed:
				count.Unbound++
			case t.Value(piece.Expression).Kind != figure.Words:
				count.Bound++
			}
		}
	})
	return count
}
