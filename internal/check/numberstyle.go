package check

import (
	"fmt"
	"strings"

	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// numberStyle reports percentages and thousands that a page writes in two ways.
// Standing pages are left out: some explain how numbers are written.
func numberStyle(d *reading, r *Reporter) {
	if d.page.Kind == site.Standing {
		return
	}
	signs, words, shown, commas := 0, 0, false, false
	d.passages(func(_ readText, p *scan.Passage) {
		for _, n := range p.Numbers {
			switch n.Percent {
			case scan.PercentSign:
				signs++
				shown = shown || p.Pieces[n.Piece].Kind == scan.Figure
			case scan.PercentWords:
				words++
			}
			commas = commas || n.Group == ','
		}
	})
	wrong := scan.NoPercent
	if signs > 0 && words > 0 {
		// The data writes signs, so they stay wherever it speaks.
		if wrong = scan.PercentWords; words > signs && !shown {
			wrong = scan.PercentSign
		}
	}
	if wrong == scan.NoPercent && !commas {
		return
	}
	d.passages(func(_ readText, p *scan.Passage) {
		for _, n := range p.Numbers {
			reason, ok := typed(p.Pieces[n.Piece])
			if !ok {
				continue
			}
			text := within(p, n.Start, n.Stop)
			switch {
			case n.Percent == wrong && wrong == scan.PercentWords:
				r.find(p, n.Start, n.Stop, reason, "write the number in digits, with %", fmt.Sprintf("%q stands on a page that writes percentages with %%", text))
			case n.Percent == wrong && wrong == scan.PercentSign:
				r.find(p, n.Start, n.Stop, reason, "write "+strings.TrimRight(strings.TrimSuffix(text, "%"), " \u00a0")+" per cent", fmt.Sprintf("%q stands on a page that writes per cent", text))
			}
			if commas && (n.Group == '.' || n.Group == ' ') {
				r.find(p, n.Start, n.Stop, reason, "write "+grouped(text), fmt.Sprintf("%q stands on a page that sets commas between thousands", text))
			}
		}
	})
}

// grouped is a number with commas between its thousands.
func grouped(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i, c := range runes {
		if i > 0 && i+1 < len(runes) && isDigit(runes[i-1]) && isDigit(runes[i+1]) && strings.ContainsRune(". \u00a0\u202f\u2009", c) {
			c = ','
		}
		b.WriteRune(c)
	}
	return b.String()
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
