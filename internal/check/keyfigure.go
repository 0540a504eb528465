package check

import (
	"fmt"

	"bulletin/internal/figure"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// keyFigures reports a chapter whose text gives another number than the one
// that stands large above it: the very cell must be a figure or a claim there.
func keyFigures(d *reading, r *Reporter) {
	h := d.page.Headline
	if h == nil || h.Now == nil || !h.Now.HasValue {
		return
	}
	written := false
	for _, t := range d.texts {
		if t.Markdown != d.page.Document.Body && t.Markdown != d.page.Document.Summary {
			continue
		}
		for i := range t.passages {
			written = true
			if gives(t, &t.passages[i], h) {
				return
			}
		}
	}
	if !written {
		return // a chapter that nobody has begun
	}
	front := d.page.Document.Section.Headline.Indicator
	r.Find(Finding{Pos: front.Pos, Len: front.Len, Accepts: h.Now.Accepts,
		Message: fmt.Sprintf("the text gives the key figure nowhere: %s, %s, %s", h.Indicator.ID, d.page.Area.Name, d.site.Locale.PeriodInText(d.page.Period)),
		Hint:    "say it in the text or the summary, {{ " + h.Indicator.ID + " }}, or choose the indicator that the text is about"})
}

// gives tells whether a passage has the value of the key figure, on its own.
func gives(t readText, p *scan.Passage, h *site.Headline) bool {
	for _, piece := range p.Pieces {
		if piece.Kind != scan.Figure && piece.Kind != scan.Claim {
			continue
		}
		v := t.Value(piece.Expression)
		if v.Failed { // reported, and it may have been this one
			return true
		}
		if v.Kind != figure.Words && !v.HasBase && len(v.Used) == 1 && v.Used[0] == h.Now {
			return true
		}
	}
	return false
}
