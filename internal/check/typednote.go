package check

import (
	"fmt"
	"strings"

	"bulletin/internal/content"
	"bulletin/internal/locale"
	scan "bulletin/internal/prose"
	"bulletin/internal/site"
)

// typedNotes reports notes that were typed by hand: their marks, the lists of
// them, and words that lead from one to another. Nothing numbers them, and
// nothing keeps them together with what they belong to.
func typedNotes(d *reading, r *Reporter) {
	const hint = "cite the source where it is used, [@key, p. 4], or write a remark, [^name]: marks, numbers and the list of notes are made from them"
	for i := range d.texts {
		t := &d.texts[i]
		under, said := locale.NoListing, false
		for j := range t.passages {
			p := &t.passages[j]
			if p.Kind == scan.Heading {
				under, said = d.site.Locale.Listing(p.Text), false
			}
			report := func(start, stop int, message string) {
				piece := p.Pieces[p.Piece(start)]
				if reason, ok := typed(piece); ok && !d.titled(p, piece, start, stop) {
					d.notes = append(d.notes, stretch{p, start, stop})
					r.find(p, start, stop, reason, hint, message)
				}
			}
			for _, b := range p.Backs {
				report(b.Start, b.Stop, fmt.Sprintf("%q leads to a note that may stand elsewhere tomorrow", within(p, b.Start, b.Stop)))
			}
			if (p.Kind == scan.Remark || p.Kind == scan.Title) && len(p.Backs) == 0 && d.site.Locale.AllAgain(p.Text) {
				report(0, len(p.Text), fmt.Sprintf("%q leads to a note that may stand elsewhere tomorrow", within(p, 0, len(p.Text))))
			}
			for _, m := range d.typedMarks(p) {
				report(m.start, m.stop, fmt.Sprintf("%q is the mark of a note, typed by hand", within(p, m.start, m.stop)))
			}
			for _, l := range d.looseCitations(p) {
				report(l.start, l.stop, fmt.Sprintf("%q is text here, and cites nothing", within(p, l.start, l.stop)))
			}
			switch start, stop, ok := d.typedList(p, under); {
			case !ok:
			case said || len(p.Backs) > 0: // said once for each list
				d.notes = append(d.notes, stretch{p, start, stop})
			default:
				report(start, stop, "a list of notes begins here that was typed by hand")
				said = true
			}
		}
		d.locators(t.Markdown, r, hint)
	}
}

// locators reports places in sources that are given by another note.
func (d *reading) locators(m *content.Markdown, r *Reporter, hint string) {
	for _, c := range m.Citations {
		for _, item := range c.Items {
			if again := d.site.Locale.Again(item.Locator); again != "" {
				r.Report(item.Pos, item.Len, hint, "%q leads to a note that may stand elsewhere tomorrow", again)
			}
		}
	}
}

// typedNotesInData reports such words in the names and notes of data/, and
// sources that are no more than them.
func typedNotesInData(s *site.Site, r *Reporter) {
	const hint = "name the source itself; each stands once in data/sources.yaml, under a key"
	for _, t := range s.Set.Texts() {
		again := s.Locale.Again(t.Words)
		if again == "" && s.Locale.AllAgain(t.Words) {
			again = t.Words
		}
		if again != "" {
			at := strings.Index(t.Words, again)
			pos, length := t.Span(at, at+len(again))
			r.Find(Finding{Pos: pos, Len: length, Accepts: t.Accepts, Hint: hint, Message: fmt.Sprintf("%q leads to a note that may stand elsewhere tomorrow", again)})
		}
	}
	for _, source := range s.Set.Sources() {
		for _, words := range [...]string{source.Title, source.Publisher} {
			if again := s.Locale.Again(words); again != "" {
				r.Find(Finding{Pos: source.Pos, Len: len(source.Key), Accepts: source.Accepts, Hint: hint, Message: fmt.Sprintf("the source %s is named %q, after another one", source.Key, again)})
			}
		}
	}
}
