package gate

import (
	"strings"
	"unicode"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	"bulletin/internal/prose"
	"bulletin/internal/site"
)

// words finds chapters that have no words below their front matter, and charts and
// tables that stand alone under their heading.
func (g *gathering) words(i int, p *site.Page) {
	body := p.Document.Body
	if body.Empty() {
		return // that is for the rule empty-page
	}
	var headings, texts []int // lines of the file
	for _, t := range p.Texts() {
		if t.Markdown != body {
			continue
		}
		for _, passage := range prose.Passages(body, t.Words) {
			switch {
			case passage.Kind == prose.Heading:
				headings = append(headings, passage.Pos(0).Line)
			case passage.Kind != prose.Image && passage.Kind != prose.Title && said(passage.Text):
				texts = append(texts, passage.Pos(0).Line)
			}
		}
	}
	if len(texts) == 0 && (p.Kind == site.Chapter || p.Kind == site.Section) {
		g.find(&g.left[i], Text, diag.Pos{File: p.Document.File}, 0, "write what its figures mean", "the chapter has no text")
		return
	}
	for _, b := range body.Blocks {
		from, to := around(headings, b.Pos.Line)
		if !between(texts, from, to) {
			g.find(&g.left[i], Text, b.Pos, b.Len, "write a sentence under the same heading that says what it shows", "the %s has no text beside it", kindOf(b))
		}
	}
}

func kindOf(b *content.Block) string { return string(b.Kind) }

// said tells whether a passage has words.
func said(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

// around is the stretch of lines between the headings above and below a line; to is 0
// where none is below.
func around(headings []int, line int) (from, to int) {
	for _, h := range headings {
		if h <= line {
			from = max(from, h)
		} else if to == 0 || h < to {
			to = h
		}
	}
	return from, to
}

func between(all []int, from, to int) bool {
	for _, n := range all {
		if n >= from && (to == 0 || n < to) {
			return true
		}
	}
	return false
}
