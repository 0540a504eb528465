package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bulletin/internal/data"
	"bulletin/internal/decimal"
	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
)

// smallBases reports claims of a rate over a small number that do not give the
// two counts, in their brackets or in figures of the same paragraph or table.
// Figures give them by themselves.
func smallBases(d *reading, r *Reporter) {
	small := decimal.FromInt(int64(d.site.Set.Site.Thresholds.SmallBase))
	d.passages(func(t readText, p *scan.Passage) {
		for i, piece := range p.Pieces {
			if piece.Kind != scan.Claim {
				continue
			}
			v := t.Value(piece.Expression)
			if v.Failed || !overSmallBase(v.Value, small) || !d.rated(p, i, v.Value) || d.counted(t, p, i, v.Value) {
				continue
			}
			if manyNumbers(p, i) && len(d.disagreements(p, piece, v.Value)) > 0 {
				continue // a count that is given is wrong, and the claim says so
			}
			now, base := d.site.Locale.Number(v.Now), d.site.Locale.Number(v.Base)
			pos, length := p.Span(piece.Start, piece.Stop)
			r.Find(Finding{Pos: pos, Len: length, Accepts: acceptsOf(v.Used),
				Message: diag.Messagef("%q is a rate over a small number, %s, and the counts are not given", p.Text[piece.Start:piece.Stop], base),
				Hint:    fmt.Sprintf("give them in the brackets, \"(from %s to %s)\", show both figures in the paragraph, or let a figure say it: {{ … | change }}", base, now)})
		}
	})
}

// overSmallBase tells whether a value is a rate between two counts, the first
// of which is small.
func overSmallBase(v figure.Value, small decimal.Decimal) bool {
	rate := v.Kind == figure.Change || v.Kind == figure.Times
	return rate && v.HasBase && len(v.Used) > 0 && v.Used[0].HasValue && v.Used[0].Indicator.Measure != data.Share && v.Base.Sign() > 0 && v.Base.Cmp(small) < 0
}

// rated tells whether the numbered piece, a claim, holds a number that is none
// of the two counts: "rose" holds none.
func (d *reading) rated(p *scan.Passage, piece int, v figure.Value) bool {
	for _, n := range p.Numbers {
		if n.Piece != piece {
			continue
		}
		words := barely(p.Text[n.Start:n.Stop])
		if n.Percent != scan.NoPercent || !says(d.site.Locale, words, v.Now) && !says(d.site.Locale, words, v.Base) {
			return true
		}
	}
	return false
}

// manyNumbers tells whether the numbered piece, a claim, holds more numbers than
// its rate.
func manyNumbers(p *scan.Passage, piece int) bool {
	found := 0
	for _, n := range p.Numbers {
		if n.Piece == piece {
			found++
		}
	}
	return found > 1
}

// counted tells whether both counts of a rate are given beside it.
func (d *reading) counted(t readText, p *scan.Passage, piece int, v figure.Value) bool {
	if h := d.page.Headline; h != nil && h.Words == t.Text && slices.Contains(v.Used, h.Now) && slices.Contains(v.Used, h.Base) {
		return true // the call-out shows both
	}
	words := barely(p.Text[p.Pieces[piece].Start:p.Pieces[piece].Stop])
	given := func(count decimal.Decimal) bool {
		for i := range words {
			if says(d.site.Locale, words[i:], count) {
				return true
			}
		}
		return shown(t, p, v, count) || p.Kind == scan.Cell && slices.ContainsFunc(t.passages, func(other scan.Passage) bool {
			return other.Kind == scan.Cell && shown(t, &other, v, count)
		})
	}
	return given(v.Now) && given(v.Base)
}

// shown tells whether a figure or claim of the passage is a count that a rate
// rests on.
func shown(t readText, p *scan.Passage, rate figure.Value, count decimal.Decimal) bool {
	for _, piece := range p.Pieces {
		if piece.Kind != scan.Figure && piece.Kind != scan.Claim {
			continue
		}
		v := t.Value(piece.Expression)
		if !v.Failed && v.Kind == figure.Count && v.Number.Cmp(count) == 0 && len(v.Used) > 0 && slices.Contains(rate.Used, v.Used[0]) {
			return true
		}
	}
	return false
}

// barely is the words of a text without the punctuation around them.
func barely(text string) []string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = strings.Trim(w, `.,;:()[]"“”‘’'–—`)
	}
	return words
}

// says tells whether words begin with a number.
func says(l *locale.Locale, words []string, number decimal.Decimal) bool {
	whole, fraction := number.Digits()
	if n, taken := l.ReadNumberWords(words); taken > 0 {
		return fraction == "" && strconv.FormatInt(n, 10) == whole
	}
	return len(words) > 0 && words[0] == l.Number(number) || len(words) > 0 && fraction == "" && words[0] == whole
}

// acceptsOf is the reasons beside the observations that a value rests on.
func acceptsOf(used []*data.Observation) []*data.Acceptance {
	var all []*data.Acceptance
	for _, o := range used {
		all = append(all, o.Accepts...)
	}
	return all
}
