package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"bulletin/internal/figure"
	scan "bulletin/internal/prose"
)

// arounds reports what stands next to a figure or a claim and makes it say
// something else.
func arounds(d *reading, r *Reporter) {
	scope := d.page.Scope()
	d.passages(func(t readText, p *scan.Passage) {
		var last numeral
		var plain []numeral
		for i, piece := range p.Pieces {
			if piece.Kind != scan.Figure && piece.Kind != scan.Claim || piece.Expression.Broken {
				continue
			}
			v := t.Value(piece.Expression)
			if v.Failed || v.Broken || v.Kind == figure.Words {
				continue
			}
			n := numeral{piece, &v.Value}
			before, after := p.Around(piece)
			if last.value != nil && last.meets(n, p) {
				r.find(p, last.Start, n.Stop, "", "put a word between them", fmt.Sprintf("two numbers stand side by side, and are read as one: %s", within(p, last.Start, n.Stop)))
				before = ""
			}
			if i+1 < len(p.Pieces) && p.Pieces[i+1].Expression != nil && p.Pieces[i+1].Kind != scan.Literal {
				after = "" // reported with the next
			}
			claim := figure.Claim{Text: p.Text[piece.Start:piece.Stop], Before: before, After: after}
			faults := figure.CheckAround(claim, piece.Kind == scan.Claim, v.Value, scope)
			r.beside(p, piece, faults)
			if len(faults) == 0 {
				d.turned(p, plain, n, r)
			}
			last, plain = n, append(plain, n)
		}
	})
}

// numeral is a figure or a claim with its value.
type numeral struct {
	scan.Piece
	value *figure.Value
}

// meets tells whether nothing but spaces stands between two numbers.
func (n numeral) meets(next numeral, p *scan.Passage) bool {
	last, _ := utf8.DecodeLastRuneInString(p.Text[n.Start:n.Stop])
	first, _ := utf8.DecodeRuneInString(p.Text[next.Start:next.Stop])
	return strings.TrimSpace(p.Text[n.Stop:next.Start]) == "" && (unicode.IsDigit(last) || last == '%') && !unicode.IsLetter(first)
}

// beside reports words next to a figure or claim.
func (r *Reporter) beside(p *scan.Passage, piece scan.Piece, faults []figure.Fault) {
	for _, f := range faults {
		start, stop := piece.Start-f.Before, piece.Start
		if f.Behind > 0 {
			start, stop = piece.Stop, piece.Stop+f.Behind
		}
		for stop > start && p.Text[stop-1] == ' ' {
			stop--
		}
		for start < stop && p.Text[start] == ' ' {
			start++
		}
		r.find(p, start, stop, "", f.Hint, f.Message)
	}
}

// turned looks at the words that lead to a number from the last before it that
// is of the same cell: "rose from 84 to 237", "237, up from 84".
func (d *reading) turned(p *scan.Passage, all []numeral, second numeral, r *Reporter) {
	i := len(all) - 1
	for i >= 0 && !all[i].value.Compares(second.value) {
		i--
	}
	if i < 0 {
		return
	}
	first := all[i]
	start, stop := p.Sentence(first.Start)
	if second.Start >= stop {
		return
	}
	l := d.site.Locale
	between := p.Text[first.Stop:second.Start]
	lead, then := figure.ReadLead(p.Text[start:first.Start], l), figure.ReadLead(between, l)
	from, to := second.value, first.value
	switch {
	case then.Direction != 0 && (then.From || then.Than || then.Against): // 237, up from 84
	case lead.Direction != 0 && lead.From && then.To:
		from, to, then = first.value, second.value, lead
	case lead.Direction != 0 && lead.To && (then.From || then.Against):
		then = lead
	default:
		return
	}
	if wrong := figure.Turn(then, from, to); wrong != "" {
		r.find(p, first.Start, second.Stop, "", "change that word, or the numbers' order; or let {{ … | rose }} say it", wrong)
	}
}
