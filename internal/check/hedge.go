package check

import (
	"fmt"
	"strconv"
	"strings"

	"bulletin/internal/diag"
	"bulletin/internal/figure"
	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
)

// hedges reports words such as "about" around a number that is given to its
// last digit. An estimate is called one; that makes its digits no rounder.
func hedges(d *reading, r *Reporter) {
	d.passages(func(t readText, p *scan.Passage) {
		for _, piece := range p.Pieces {
			if piece.Kind != scan.Figure && piece.Kind != scan.Claim {
				continue
			}
			v := t.Value(piece.Expression)
			if v.Failed || v.Kind != figure.Count || rounded(v.Value) {
				continue
			}
			start, stop, text := d.hedge(p, piece, v.Value)
			if stop <= start {
				continue
			}
			hint, exact := "leave it out, or round the number: {{ … | about }}", "exact"
			if v.Estimated {
				hint, exact = "write estimated, or round the number: {{ … | about }}", "given to its last digit"
			}
			r.find(p, start, stop, "", hint, fmt.Sprintf("%q hedges a number that is %s: %s", diag.Quote(text), exact, d.site.Locale.Number(v.Number)))
		}
	})
}

// rounded tells whether a value may have been: it ends in zeros, behind at most
// two digits, or three where it has five and more: 2,000, 2,300, 15,200. By
// accident one number in ten ends in a zero, and is exact all the same.
func rounded(v figure.Value) bool {
	whole, fraction := v.Number.Digits()
	digits := len(strings.Trim(whole+fraction, "0"))
	return strings.HasSuffix(whole+fraction, "0") && (digits <= 2 || digits == 3 && len(whole) >= 5)
}

// hedge finds a hedge before a figure, or before the exact number in a claim.
func (d *reading) hedge(p *scan.Passage, piece scan.Piece, v figure.Value) (start, stop int, text string) {
	l := d.site.Locale
	before, _ := p.Around(piece)
	if piece.Kind == scan.Claim {
		words, places := fieldsOf(p.Text[piece.Start:piece.Stop])
		for i := range words {
			if h, n := l.ReadHedge(words[i:]); softens(h, v) && i+n < len(words) && exact(l, words[i+n:], v) {
				return piece.Start + places[i], piece.Start + places[i+n-1] + len(words[i+n-1]), strings.Join(words[i:i+n], " ")
			}
		}
		if words, _ := fieldsOf(p.Text[piece.Start:piece.Stop]); !exact(l, words, v) {
			return 0, 0, ""
		}
	}
	words, places := fieldsOf(before)
	for n := 2; n > 0; n-- {
		if len(words) < n {
			continue
		}
		last := len(words) - n
		h, read := l.ReadHedge(words[last:])
		if read != n || !softens(h, v) || last > 0 && l.Word(words[last-1]).Has(locale.IsSpeaks) {
			continue
		}
		at := piece.Start - len(before)
		return at + places[last], at + places[len(words)-1] + len(words[len(words)-1]), strings.Join(words[last:], " ")
	}
	return 0, 0, ""
}

// softens tells whether a hedge says that a value is not exact. An estimate may
// be called estimated. The other hedges set a bound: see the rules claim and
// around.
func softens(h locale.Hedging, v figure.Value) bool {
	return h == locale.About || h == locale.Estimated && !v.Estimated
}

// exact tells whether words begin with the very number of a value.
func exact(l *locale.Locale, words []string, v figure.Value) bool {
	if len(words) == 0 {
		return false
	}
	whole, fraction := v.Number.Digits()
	if n, taken := l.ReadNumberWords(words); taken > 0 {
		return fraction == "" && strconv.FormatInt(n, 10) == whole
	}
	digits := strings.ReplaceAll(strings.TrimRight(words[0], ".,;:"), ",", "")
	digits = strings.ReplaceAll(digits, " ", "")
	if fraction != "" {
		whole += "." + fraction
	}
	return digits == whole
}

// fieldsOf is the words of a text, with where each begins.
func fieldsOf(text string) (words []string, places []int) {
	at := 0
	for w := range strings.FieldsSeq(text) {
		i := at + strings.Index(text[at:], w)
		words, places = append(words, w), append(places, i)
		at = i + len(w)
	}
	return words, places
}
