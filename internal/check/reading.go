package check

import (
	"slices"
	"strings"
	"unicode"

	"bulletin/internal/content"
	"bulletin/internal/diag"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// reading is a page whose words were read for the rules over prose. It is made
// once for all of them, and let go before the next page, so that memory does
// not grow with the site.
type reading struct {
	site  *site.Site
	page  *site.Page
	texts []readText
	known *names
	notes []stretch // what the rule typed-note found: a number there belongs to a note
}

// stretch is a part of a passage.
type stretch struct {
	passage     *scan.Passage
	start, stop int
}

// noted tells whether a place belongs to a note that was typed by hand.
func (d *reading) noted(p *scan.Passage, at int) bool {
	return slices.ContainsFunc(d.notes, func(s stretch) bool { return s.passage == p && s.start <= at && at < s.stop })
}

// readText is one of the page's texts, passage by passage.
type readText struct {
	*site.Text
	passages []scan.Passage
	chart    *site.Chart // whose title or note it is; nil for the others
}

// names are the words of the site's data that rules look for.
type names struct {
	titles     []string   // of sources
	publishers []string   // of sources, each once
	marked     []areaName // that carry a mark
	sections   map[titled]*site.Page
	areas      areaNames
}

// areaName is the name of an area without its mark.
type areaName struct{ bare, capitals, name, note string }

func namesOf(s *site.Site) *names {
	n := &names{areas: areaNamesOf(s.Set.Areas()), sections: sectionsOf(s)}
	for _, source := range s.Set.Sources() {
		if source.Title != "" {
			n.titles = append(n.titles, source.Title)
		}
		if source.Publisher != "" && !slices.Contains(n.publishers, source.Publisher) {
			n.publishers = append(n.publishers, source.Publisher)
		}
	}
	for _, a := range s.Set.Areas() {
		bare := strings.TrimRightFunc(a.Name, func(r rune) bool { return !isLetter(r) && r != ')' })
		if a.Note != "" && bare != "" && bare != a.Name {
			n.marked = append(n.marked, areaName{bare, strings.ToUpper(bare), a.Name, a.Note})
		}
	}
	return n
}

// reader reads the pages of a site, one after the other.
type reader struct {
	prose *scan.Reader
	known *names
}

func newReader(s *site.Site, known *names) *reader {
	var units []string
	for _, i := range s.Set.Indicators() {
		units = append(units, i.Unit.One, i.Unit.Other)
	}
	return &reader{prose: scan.NewReader(s.Locale, units), known: known}
}

func (r *reader) read(s *site.Site, p *site.Page) *reading {
	r.prose.Forget()
	out := &reading{site: s, page: p, known: r.known}
	charts := map[*content.Markdown]*site.Chart{}
	for _, t := range p.Texts() {
		for _, c := range t.Charts {
			charts[c.Block.Title], charts[c.Block.Note] = c, c
		}
		out.texts = append(out.texts, readText{Text: t, passages: r.prose.Read(t.Markdown, t.Words), chart: charts[t.Markdown]})
	}
	return out
}

// passages calls do for each passage of the page.
func (d *reading) passages(do func(readText, *scan.Passage)) {
	for _, t := range d.texts {
		for i := range t.passages {
			do(t, &t.passages[i])
		}
	}
}

// typed tells whether words of a piece are the author's own, and the reason for
// them where they are a literal's that has one.
func typed(piece scan.Piece) (reason string, ok bool) {
	switch piece.Kind {
	case scan.Words, scan.Claim:
		return "", true
	case scan.Literal:
		return piece.Expression.LiteralReason, true
	}
	return "", false
}

// find reports a stretch of a passage. The reason of the literal that it stands
// in accepts it.
func (r *Reporter) find(p *scan.Passage, start, stop int, reason, hint, message string) {
	pos, length := p.Span(start, stop)
	r.Find(Finding{Pos: pos, Len: length, Hint: hint, Message: message, Reason: reason})
}

// titled tells whether a stretch of a passage stands in the title of a source,
// or in the text of a link that is the title of the page it leads to.
func (d *reading) titled(p *scan.Passage, piece scan.Piece, start, stop int) bool {
	if d.known.quoted(p.Text, start, stop) {
		return true
	}
	link := piece.Link
	if link == nil {
		return false
	}
	target, internal := d.site.Resolve(d.page, link.Destination)
	if !internal {
		return false
	}
	to, ok := d.site.Page(target.Route)
	text := strings.TrimSpace(p.Text[link.Start:link.Stop])
	if ok && strings.EqualFold(to.Title, text) {
		return true
	}
	return false
}

// within is the part of a piece's text that a stretch covers, for messages.
func within(p *scan.Passage, start, stop int) string {
	return diag.Quote(p.Text[start:min(stop, len(p.Text))])
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
